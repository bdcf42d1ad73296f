package org.zhengyu.pipeline.compare;

import java.util.List;

/** What is compared, the table that has it, and how it is counted there. */
public enum Kind {
  /** Phrases of the lexicon by their uses. */
  PHRASE("phrases", "uses"),
  /** Terms by the tokens in which a use of them begins. */
  TERM("terms", "f"),
  /** Pairs of terms by the sentences that they share. */
  PAIR("cooccurrences", "o11");

  private final String table;
  private final String count;

  Kind(String table, String count) {
    this.table = table;
    this.count = count;
  }

  /** The table. */
  public String table() {
    return table;
  }

  /** The columns that name what is counted. */
  List<String> names() {
    return switch (this) {
      case PHRASE -> List.of("phrase");
      case TERM -> List.of("term");
      case PAIR -> List.of("term_a", "term_b");
    };
  }

  /** The column that counts. */
  String count() {
    return count;
  }
}
