package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;

/** Rows of {@code network_nodes}. */
public final class NetworkNodeRows implements RowEncoder<Network> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.NETWORK_NODES;
  private static final int UNIT = TABLE.column("unit");
  private static final int WINDOW = TABLE.column("window");
  private static final int TERM = TABLE.column("term");
  private static final int IS_PHRASE = TABLE.column("is_phrase");
  private static final int DEGREE = TABLE.column("degree");
  private static final int STRENGTH = TABLE.column("strength");
  private static final int BETWEENNESS = TABLE.column("betweenness");
  private static final int PAGERANK = TABLE.column("pagerank");
  private static final int COMMUNITY = TABLE.column("community");
  private static final int MODULARITY = TABLE.column("modularity");

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
  public void encode(Network network, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    Set<String> isPhrase =
        IntStream.range(0, phrases.size()).mapToObj(phrases::phrase).collect(Collectors.toSet());
    for (Network.Node node : network.nodes()) {
      out.setString(UNIT, network.unit().label());
      if (network.unit() == ContextUnit.WINDOW) {
        out.setLong(WINDOW, window);
      }
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
