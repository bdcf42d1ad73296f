package org.zhengyu.pipeline.rows;

import java.io.IOException;
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
public final class NetworkNodeRows implements RowEncoder<Network> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("network_nodes", "unit and term with an edge", "每种共现单位中的每个有边的词");
  private static final StringColumn UNIT = SharedColumns.unit(COLUMNS).key().ofStrings();
  private static final LongColumn WINDOW_SIZE = SharedColumns.windowSize(COLUMNS).key().ofLongs();
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
  private static final LongColumn COMMUNITY =
      COLUMNS
          .column("community", "number of its community; 0 is the largest", "所属社群的编号，0 为最大")
          .formula("network_nodes-network_edges")
          .ofLongs();
  private static final DoubleColumn MODULARITY =
      COLUMNS
          .column(
              "modularity",
              "how clear the whole division into communities is, the same in each row of a unit",
              "整个社群划分的清晰程度，同一单位各行相同")
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
  public void encode(Network network, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    Set<String> isPhrase =
        IntStream.range(0, phrases.size()).mapToObj(phrases::phrase).collect(Collectors.toSet());
    for (Network.Node node : network.nodes()) {
      out.setString(UNIT, network.unit().label());
      out.setLong(WINDOW_SIZE, SharedColumns.windowSize(network.unit(), window));
      out.setString(TERM, node.term());
      out.setBoolean(IS_PHRASE, isPhrase.contains(node.term()));
      out.setLong(DEGREE, node.degree());
      out.setDouble(STRENGTH, node.strength());
      out.setDouble(BETWEENNESS, node.betweenness());
      out.setDouble(PAGERANK, node.pageRank());
      out.setLong(COMMUNITY, node.community());
      out.setDouble(MODULARITY, network.modularity());
      out.endRow();
    }
  }
}
