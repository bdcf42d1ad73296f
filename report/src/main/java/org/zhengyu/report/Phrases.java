package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengyu.output.StoredResult;

/** The phrases of the lexicon: all go to the board of the page, the most used ones are told of. */
final class Phrases {
  private static final String TABLE = "phrases";

  /** So many stand on the board. */
  private static final int MOST_LISTED = 3000;

  /** Of so many the page has trends, neighbours and sentences. */
  private static final int MOST_TOLD = 600;

  private final List<PageTable> tables = new ArrayList<>();

  /** How often each phrase is used that is told of, and its number in the order of the board. */
  private final Map<String, Long> uses = new HashMap<>();

  private final Map<String, Long> literal = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private Phrases() {}

  /** The phrases of a result. */
  static Phrases of(StoredResult result) throws IOException {
    Phrases phrases = new Phrases();
    Optional<Source> source =
        Source.of(
            result,
            TABLE,
            List.of("phrase", "tf", "literal"),
            "category",
            "variants",
            "since",
            "uses",
            "df",
            "nested",
            "overlapped",
            "split",
            "guarded",
            "first_date",
            "first_date_last",
            "first_doc_id",
            "first_ties",
            "last_date");
    if (source.isPresent()) {
      phrases.read(source.get());
    }
    return phrases;
  }

  private void read(Source source) throws IOException {
    int uses = source.placeOfFirst("uses", "tf");
    Ranking ranking = new Ranking(MOST_LISTED);
    source.read(row -> ranking.offer(TABLE, row.measure(uses), row));
    for (Object[] row : ranking.rows()) {
      long used = (Long) row[uses];
      if (used > 0 && numbers.size() < MOST_TOLD) {
        String phrase = (String) row[source.place("phrase")];
        numbers.put(phrase, numbers.size());
        this.uses.put(phrase, used);
        literal.put(phrase, (Long) row[source.place("literal")]);
      }
    }
    tables.add(PageTable.some(TABLE, source.columns(), ranking.rows(), ranking.offered()));
  }

  List<PageTable> tables() {
    return tables;
  }

  /** Whether the page tells of a phrase. */
  boolean tellsOf(String term) {
    return numbers.containsKey(term);
  }

  /** The number of a phrase that is told of: its place on the board. */
  int number(String phrase) {
    return numbers.get(phrase);
  }

  /** How often each is used. */
  Iterable<Long> uses() {
    return uses.values();
  }

  /** How often each stands there without being used. */
  Iterable<Long> otherOccurrences() {
    return uses.keySet().stream().map(phrase -> literal.get(phrase) - uses.get(phrase)).toList();
  }

  int size() {
    return numbers.size();
  }
}
