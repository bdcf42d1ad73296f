package org.zhengyu.output;

import static org.zhengyu.output.Column.Type.BOOLEAN;
import static org.zhengyu.output.Column.Type.DATE;
import static org.zhengyu.output.Column.Type.DOUBLE;
import static org.zhengyu.output.Column.Type.INT64;
import static org.zhengyu.output.Column.Type.STRING;

import java.util.List;

/**
 * The tables of a result. Other people's notebooks depend on these names, types and orders: the
 * schema of each is pinned by a file of the tests, so that a change is deliberate.
 *
 * <p>Offsets ({@code begin}, {@code end}) are code points into the decoded text of the document,
 * {@code end} exclusive. {@code paragraph} and {@code sentence} count from 0 within the document,
 * {@code position} from 0 within the sentence.
 */
public final class Tables {

  /** One row for each accepted document. {@code metadata} is a JSON object. */
  public static final Table DOCUMENTS =
      Table.named("documents")
          .required(STRING, "doc_id", "uri")
          .optional(STRING, "title")
          .optional(DATE, "date")
          .optional(INT64, "year")
          .optional(STRING, "region", "issuer", "doc_type", "metadata")
          .required(STRING, "encoding", "encoding_source")
          .required(INT64, "bytes", "chars", "paragraphs", "sentences", "tokens", "types")
          .required(STRING, "sha256")
          .optional(STRING, "duplicate_of")
          .build();

  /** One row for each token, in the order of the text. */
  public static final Table TOKENS =
      Table.named("tokens")
          .required(STRING, "doc_id", "zone")
          .required(INT64, "paragraph", "sentence", "position", "begin", "end")
          .required(STRING, "form", "term", "pos")
          .optional(STRING, "phrase")
          .build();

  /**
   * One row for each term. The measures of dispersion are null where they are undefined: over one
   * document there is nothing to be dispersed over.
   */
  public static final Table TERMS =
      Table.named("terms")
          .required(STRING, "term", "pos")
          .required(BOOLEAN, "is_phrase")
          .optional(STRING, "category")
          .required(INT64, "tf", "df", "sf")
          .required(DOUBLE, "per_million", "idf")
          .optional(DOUBLE, "dp", "dp_norm", "juilland_d")
          .build();

  /** One row for each term of each document. */
  public static final Table DOCUMENT_TERMS =
      Table.named("document_terms")
          .required(STRING, "doc_id", "term")
          .required(INT64, "tf")
          .required(DOUBLE, "tfidf")
          .build();

  /** One row for each phrase of the lexicon, also for those that never occur. */
  public static final Table PHRASES =
      Table.named("phrases")
          .required(STRING, "phrase")
          .optional(STRING, "category")
          .required(INT64, "variants", "tf", "df", "literal", "nested", "split", "guarded")
          .optional(DATE, "first_date")
          .optional(STRING, "first_doc_id")
          .optional(DATE, "last_date")
          .build();

  /**
   * One row for each literal occurrence of a phrase, whatever became of it ({@code status}). {@code
   * left} and {@code right} are its context, empty where the text begins or ends with it.
   */
  public static final Table PHRASE_OCCURRENCES =
      Table.named("phrase_occurrences")
          .required(STRING, "occurrence_id", "doc_id", "phrase", "form", "status", "zone")
          .required(INT64, "paragraph", "sentence", "begin", "end")
          .required(STRING, "left", "right")
          .build();

  /**
   * One row for each pair of terms of each unit. {@code window} is the window's half width, null
   * for the other units. A pair that is listed has occurred (o11 &gt; 0), hence all of PMI, MI3, t,
   * z, logDice, Dice, Jaccard, G² and χ² are defined; NPMI is not where every unit holds both
   * terms, ΔP not where every unit holds one of them; p is null for windows too, whose slots are
   * not independent.
   */
  public static final Table COOCCURRENCES =
      Table.named("cooccurrences")
          .required(STRING, "unit")
          .optional(INT64, "window")
          .required(STRING, "term_a", "term_b")
          .required(INT64, "o11", "r1", "c1", "n")
          .required(DOUBLE, "e11", "pmi")
          .optional(DOUBLE, "npmi")
          .required(
              DOUBLE, "mi3", "t_score", "z_score", "log_dice", "dice", "jaccard", "g2", "chi2")
          .optional(DOUBLE, "delta_p_b_given_a", "delta_p_a_given_b", "p")
          .build();

  /**
   * One row for each term of the vocabulary and each value of each facet, against the rest of the
   * documents or against a reference. {@code log_ratio}, {@code pct_diff} and {@code odds_ratio}
   * are infinite where one side lacks the term; the interval is null where a side has too few
   * documents to be resampled; {@code odds_ratio} and {@code log_odds_z} are null where no other
   * term occurs on either side.
   */
  public static final Table KEYNESS =
      Table.named("keyness")
          .required(STRING, "facet", "value", "term")
          .required(INT64, "f1", "n1", "f2", "n2")
          .required(DOUBLE, "ll", "log_ratio")
          .optional(DOUBLE, "log_ratio_ci_low", "log_ratio_ci_high")
          .required(DOUBLE, "pct_diff", "bic", "simple_maths")
          .optional(DOUBLE, "odds_ratio")
          .optional(DOUBLE, "log_odds_z")
          .required(DOUBLE, "p", "q_bh")
          .build();

  /** One row for each term of the vocabulary and each period that has documents. */
  public static final Table TRENDS =
      Table.named("trends")
          .required(STRING, "term", "period")
          .required(INT64, "tf", "df", "tokens")
          .required(DOUBLE, "per_million", "ci_low", "ci_high")
          .build();

  /** One row for each burst of a term of the vocabulary; {@code end} is included. */
  public static final Table BURSTS =
      Table.named("bursts")
          .required(STRING, "term", "start", "end")
          .required(DOUBLE, "weight")
          .build();

  /**
   * One row for each term of the network of each unit. {@code modularity} is that of the unit's
   * whole division into communities, the same in all its rows.
   */
  public static final Table NETWORK_NODES =
      Table.named("network_nodes")
          .required(STRING, "unit")
          .optional(INT64, "window")
          .required(STRING, "term")
          .required(BOOLEAN, "is_phrase")
          .required(INT64, "degree")
          .required(DOUBLE, "strength", "betweenness", "pagerank")
          .required(INT64, "community")
          .optional(DOUBLE, "modularity")
          .build();

  /**
   * One row for each edge of the network of each unit. {@code weight} is Dice's coefficient; its
   * interval is null for all but the strongest edges, and where there are too few documents.
   */
  public static final Table NETWORK_EDGES =
      Table.named("network_edges")
          .required(STRING, "unit")
          .optional(INT64, "window")
          .required(STRING, "term_a", "term_b")
          .required(INT64, "o11")
          .required(DOUBLE, "g2", "weight")
          .optional(DOUBLE, "weight_ci_low", "weight_ci_high")
          .build();

  /** One row for each refused document or record. */
  public static final Table REJECTIONS =
      Table.named("rejections")
          .required(STRING, "uri")
          .optional(STRING, "doc_id")
          .required(STRING, "stage", "reason", "detail")
          .required(INT64, "bytes")
          .build();

  private static final List<Table> ALL =
      List.of(
          DOCUMENTS,
          TOKENS,
          TERMS,
          DOCUMENT_TERMS,
          PHRASES,
          PHRASE_OCCURRENCES,
          COOCCURRENCES,
          KEYNESS,
          TRENDS,
          BURSTS,
          NETWORK_NODES,
          NETWORK_EDGES,
          REJECTIONS);

  private Tables() {}

  /** Every table that a result can have, in the order in which they are documented. */
  public static List<Table> all() {
    return ALL;
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
