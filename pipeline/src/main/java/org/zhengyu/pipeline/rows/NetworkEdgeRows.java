package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.Network;

/** Rows of {@code network_edges}, network by network the strongest first. */
public final class NetworkEdgeRows implements RowEncoder<List<Network>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("network_edges", "unit, network and strong pair", "每种共现单位、每个网络中的每个强词对");
  private static final StringColumn UNIT = SharedColumns.unit(COLUMNS).key().ofStrings();
  private static final LongColumn WINDOW_SIZE = SharedColumns.windowSize(COLUMNS).key().ofLongs();
  private static final StringColumn NETWORK = SharedColumns.network(COLUMNS).key().ofStrings();
  private static final StringColumn TERM_A = SharedColumns.termA(COLUMNS).key().ofStrings();
  private static final StringColumn TERM_B = SharedColumns.termB(COLUMNS).key().ofStrings();
  private static final LongColumn O11 =
      COLUMNS
          .column("o11", "units with both terms", "同时含两词的单位数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final DoubleColumn G2 =
      COLUMNS
          .column("g2", "evidence that the pair is not chance", "G²：并非偶然的证据")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn WEIGHT =
      COLUMNS
          .column("weight", "overlap of the two terms, from 0 to 1", "Dice 系数：两词的重合度，0 至 1")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn WEIGHT_CI_LOW =
      COLUMNS
          .column("weight_ci_low", "lower end of its 95 % interval", "其 95 % 区间的下限")
          .nullable(
              "beyond the 100 strongest edges of each network, and with fewer than ten documents",
              "每个网络百条最强边以外，或不足十篇文档时")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn WEIGHT_CI_HIGH =
      COLUMNS
          .column("weight_ci_high", "upper end of its 95 % interval", "其 95 % 区间的上限")
          .nullable(
              "beyond the 100 strongest edges of each network, and with fewer than ten documents",
              "每个网络百条最强边以外，或不足十篇文档时")
          .formula("network_nodes-network_edges")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final int window;

  /** Rows of edges of which those in a window were at most so many words apart. */
  public NetworkEdgeRows(int window) {
    this.window = window;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(List<Network> networks, RowWriter out) throws IOException {
    for (Network network : networks) {
      encode(network, out);
    }
  }

  private void encode(Network network, RowWriter out) throws IOException {
    for (Network.Edge edge : network.edges()) {
      out.setString(UNIT, network.unit().label());
      out.setLong(WINDOW_SIZE, SharedColumns.windowSize(network.unit(), window));
      out.setString(NETWORK, network.name());
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
