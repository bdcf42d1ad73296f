package org.zhengyu.transforms.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Something a worker found out that the run reports: one line of text, so that it reaches the
 * driver of any runner as a file. Facts of one kind and name add up.
 *
 * @param kind what it tells
 * @param name of what, within the kind
 * @param count how many
 * @param score how strong; 0 where that means nothing
 */
public record RunFact(Kind kind, String name, long count, double score) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a fact tells. */
  public enum Kind {
    /** Accepted documents; of these, duplicates and those without tokens, by name. */
    DOCUMENTS,
    /** Refused documents and records, by reason. */
    REJECTIONS,
    /** Sizes of the counted corpus, by name. */
    TOTALS,
    /** Pairs that occur together at all, by unit. */
    PAIRS_TESTED,
    /** Pairs in the table, by unit. */
    PAIRS_KEPT,
    /** A phrase and its term frequency. */
    TOP_PHRASE,
    /** The unit and two terms with tabs between, their joint count, and G². */
    TOP_PAIR,
    /** The unit and the number of nodes with a tab between, the edges, and the modularity. */
    NETWORK,
    /** A facet's number and a value with a tab between, and its documents. */
    GROUP,
    /** A facet's number, and how many values it has. */
    GROUPS,
    /** A facet's number, and how many documents have a value of it. */
    GROUPED,
    /** An input file and its SHA-256 with a tab between, and its bytes. */
    INPUT_FILE,
    /** A file of a table as JSON, and its rows. */
    WRITTEN_FILE
  }

  /** A fact without a score. */
  public static RunFact of(Kind kind, String name, long count) {
    return new RunFact(kind, name, count, 0);
  }

  /** The fact as one line. */
  public String toLine() {
    try {
      return JSON.writeValueAsString(new Object[] {kind.name(), name, count, score});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** The fact that a line holds. */
  public static RunFact ofLine(String line) {
    try {
      JsonNode parts = JSON.readTree(line);
      return new RunFact(
          Kind.valueOf(parts.get(0).textValue()),
          parts.get(1).textValue(),
          parts.get(2).longValue(),
          parts.get(3).doubleValue());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no fact: " + line, e);
    }
  }
}
