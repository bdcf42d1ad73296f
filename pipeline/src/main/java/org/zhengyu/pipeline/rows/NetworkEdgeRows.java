package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;

/** Rows of {@code network_edges}, the strongest first. */
public final class NetworkEdgeRows implements RowEncoder<Network> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.NETWORK_EDGES;
  private static final int UNIT = TABLE.column("unit");
  private static final int WINDOW = TABLE.column("window");
  private static final int TERM_A = TABLE.column("term_a");
  private static final int TERM_B = TABLE.column("term_b");
  private static final int O11 = TABLE.column("o11");
  private static final int G2 = TABLE.column("g2");
  private static final int WEIGHT = TABLE.column("weight");
  private static final int WEIGHT_CI_LOW = TABLE.column("weight_ci_low");
  private static final int WEIGHT_CI_HIGH = TABLE.column("weight_ci_high");

  private final int window;

  /** Rows of edges of which those in a window were at most so many words apart. */
  public NetworkEdgeRows(int window) {
    this.window = window;
  }

  @Override
  public void encode(Network network, RowWriter out) throws IOException {
    for (Network.Edge edge : network.edges()) {
      out.setString(UNIT, network.unit().label());
      if (network.unit() == ContextUnit.WINDOW) {
        out.setLong(WINDOW, window);
      }
      out.setString(TERM_A, edge.termA());
      out.setString(TERM_B, edge.termB());
      out.setLong(O11, edge.count());
      out.setDouble(G2, edge.g2());
      out.setDouble(WEIGHT, edge.weight());
      out.setDouble(WEIGHT_CI_LOW, edge.interval().lower());
      out.setDouble(WEIGHT_CI_HIGH, edge.interval().upper());
      out.endRow();
    }
  }
}
