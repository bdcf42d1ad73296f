package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Network;

/** Rows of {@code network_nodes}. */
public final class NetworkNodeRows implements RowEncoder<List<Network>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("network_nodes", "unit, network and term with an edge", "每种共现单位、每个网络中的每个有边的词");
  private static final StringColumn UNIT = SharedColumns.unit(COLUMNS).key().ofStrings();
  private static final LongColumn WINDOW_SIZE = SharedColumns.windowSize(COLUMNS).key().ofLongs();
  private static final StringColumn NETWORK = SharedColumns.network(COLUMNS).key().ofStrings();
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final BooleanColumn IS_PHRASE = SharedColumns.isPhrase(COLUMNS).ofBooleans();
  private static final LongColumn DEGREE =
      COLUMNS
          .column("degree", "edges of the term", "该词的边数")
          .unit(Quantity.EDGES)
          .formula("network_nodes-network_edges")
          .ofLongs();
  private static final DoubleColumn STRENGTH =
      COLUMNS
          .column("strength", "sum of the weights of its edges", "该词各边权重之和")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn BETWEENNESS =
      COLUMNS
          .column(
              "betweenness",
              "share of the shortest paths between other terms that lead through it",
              "其他词之间的最短路径经过该词的比例")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn PAGERANK =
      COLUMNS
          .column("pagerank", "centrality that counts whose partner it is", "计入相邻词重要性的中心度")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final LongColumn COMPONENT =
      COLUMNS
          .column(
              "component",
              "number of its component, within which each term is reached from each; 0 is the largest",
              "所属连通分支的编号，分支内各词互相可达，0 为最大")
          .formula("network_nodes-network_edges")
          .ofLongs();
  private static final LongColumn COMMUNITY =
      COLUMNS
          .column("community", "number of its community; 0 is the largest", "所属社群的编号，0 为最大")
          .formula("network_nodes-network_edges")
          .ofLongs();
  private static final DoubleColumn DENSITY =
      COLUMNS
          .column("density", "how tight its community is within itself", "所属社群内部联系的紧密程度")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn CENTRALITY =
      COLUMNS
          .column("centrality", "how much its community is tied to others", "所属社群与其他社群联系的多少")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final LongColumn COMPONENTS =
      COLUMNS
          .column(
              "components",
              "how many components the network has, the same in each row of it",
              "该网络的连通分支数，同一网络各行相同")
          .formula("network_nodes-network_edges")
          .ofLongs();
  private static final DoubleColumn MODULARITY =
      COLUMNS
          .column(
              "modularity",
              "how clear the whole division into communities is, the same in each row of a network",
              "整个社群划分的清晰程度，同一网络各行相同")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn X =
      COLUMNS
          .column("x", "where the term is drawn, from -1 to 1", "该词在图中的横坐标，-1 至 1")
          .formula("network_nodes-network_edges")
          .ofDoubles();
  private static final DoubleColumn Y =
      COLUMNS
          .column("y", "the same along the other axis", "该词在图中的纵坐标，-1 至 1")
          .formula("network_nodes-network_edges")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;
  private final int window;

  /**
   * Rows of terms.
   *
   * @param lexicon which of them are phrases
   * @param window the reach of the window in words
   */
  public NetworkNodeRows(SharedLexicon lexicon, int window) {
    this.lexicon = lexicon;
    this.window = window;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(List<Network> networks, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    Set<String> isPhrase =
        IntStream.range(0, phrases.size()).mapToObj(phrases::phrase).collect(Collectors.toSet());
    for (Network network : networks) {
      encode(network, isPhrase, out);
    }
  }

  private void encode(Network network, Set<String> isPhrase, RowWriter out) throws IOException {
    for (Network.Node node : network.nodes()) {
      out.setString(UNIT, network.unit().label());
      out.setLong(WINDOW_SIZE, SharedColumns.windowSize(network.unit(), window));
      out.setString(NETWORK, network.name());
      out.setString(TERM, node.term());
      out.setBoolean(IS_PHRASE, isPhrase.contains(node.term()));
      out.setLong(DEGREE, node.place().degree());
      out.setDouble(STRENGTH, node.place().strength());
      out.setDouble(BETWEENNESS, node.place().betweenness());
      out.setDouble(PAGERANK, node.place().pageRank());
      out.setLong(COMPONENT, node.membership().component());
      out.setLong(COMMUNITY, node.membership().community());
      out.setDouble(DENSITY, node.membership().density());
      out.setDouble(CENTRALITY, node.membership().centrality());
      out.setLong(COMPONENTS, network.components());
      out.setDouble(MODULARITY, network.modularity());
      out.setDouble(X, node.x());
      out.setDouble(Y, node.y());
      out.endRow();
    }
  }
}
