package org.zhengyu.pipeline.rows;

import java.util.List;
import java.util.Set;
import org.zhengyu.output.Table;

/**
 * The tables of a result. Each is described beside the code that fills it. Other people's notebooks
 * depend on these names, types and orders: the schema of each is pinned by a file of the tests, so
 * that a change is deliberate.
 */
public final class Tables {
  public static final Table DOCUMENTS = DocumentRows.TABLE;
  public static final Table TEXTS = TextRows.TABLE;
  public static final Table SENTENCES = SentenceRows.TABLE;
  public static final Table TOKENS = TokenRows.TABLE;
  public static final Table TERMS = TermRows.TABLE;
  public static final Table DOCUMENT_TERMS = DocumentTermRows.TABLE;
  public static final Table PHRASES = PhraseRows.TABLE;
  public static final Table CATEGORIES = CategoryRows.TABLE;
  public static final Table DIFFUSION = DiffusionRows.TABLE;
  public static final Table CANDIDATES = CandidateRows.TABLE;
  public static final Table PHRASE_OCCURRENCES = OccurrenceRows.TABLE;
  public static final Table PASSAGES = PassageRows.TABLE;
  public static final Table PASSAGE_OCCURRENCES = PassageOccurrenceRows.TABLE;
  public static final Table LINEAGE = LineageRows.TABLE;
  public static final Table REUSE = ReuseRows.TABLE;
  public static final Table DUPLICATE_CLUSTERS = DuplicateClusterRows.TABLE;
  public static final Table COOCCURRENCES = CooccurrenceRows.TABLE;
  public static final Table KEYNESS = KeynessRows.TABLE;
  public static final Table TRENDS = TrendRows.TABLE;
  public static final Table TREND_TESTS = TrendTestRows.TABLE;
  public static final Table BURSTS = BurstRows.TABLE;
  public static final Table NETWORK_NODES = NetworkNodeRows.TABLE;
  public static final Table NETWORK_EDGES = NetworkEdgeRows.TABLE;
  public static final Table REJECTIONS = RejectionRows.TABLE;

  private static final List<Table> ALL =
      List.of(
          DOCUMENTS,
          TEXTS,
          SENTENCES,
          TOKENS,
          TERMS,
          DOCUMENT_TERMS,
          PHRASES,
          CATEGORIES,
          DIFFUSION,
          PHRASE_OCCURRENCES,
          CANDIDATES,
          PASSAGES,
          PASSAGE_OCCURRENCES,
          LINEAGE,
          REUSE,
          DUPLICATE_CLUSTERS,
          COOCCURRENCES,
          KEYNESS,
          TRENDS,
          TREND_TESTS,
          BURSTS,
          NETWORK_NODES,
          NETWORK_EDGES,
          REJECTIONS);

  private Tables() {}

  /** Every table that a result can have, in the order in which they are documented. */
  public static List<Table> all() {
    return ALL;
  }

  /** The same tables with every measure that can be asked for. */
  public static List<Table> complete() {
    return ALL.stream().map(Measures.named(Set.of(Measures.ALL))::in).toList();
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Table named(String name) {
    return ALL.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + name + ", only " + ALL));
  }
}
