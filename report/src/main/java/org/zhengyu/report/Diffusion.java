package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;

/** When each place took up a phrase: all places of a phrase, or none. */
final class Diffusion {
  private static final int MOST_ROWS = 30_000;

  private Diffusion() {}

  /** The table of the page; none where the result has not been asked for it. */
  static List<PageTable> of(StoredResult result, Phrases phrases) throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "diffusion",
            List.of("phrase", "region", "first_date", "rank"),
            "region_level",
            "parent_region",
            "first_date_last",
            "first_doc_id",
            "first_ties",
            "lag_days",
            "centre_lag_days",
            "direction",
            "silent_until",
            "documents_before",
            "documents_after");
    if (found.isEmpty()) {
      return List.of();
    }
    Source source = found.get();
    Map<Integer, List<@Nullable Object[]>> ofPhrases = new TreeMap<>();
    source.read(
        row -> {
          String phrase = row.text(0);
          if (phrases.tellsOf(phrase)) {
            ofPhrases
                .computeIfAbsent(phrases.number(phrase), any -> new ArrayList<>())
                .add(row.values());
          }
        });
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (List<@Nullable Object[]> places : ofPhrases.values()) {
      if (rows.size() + places.size() > MOST_ROWS) {
        break;
      }
      rows.addAll(places);
    }
    return List.of(
        PageTable.someTogether(source.name(), "phrase", source.columns(), rows, source.rows()));
  }
}
