package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/**
 * What repeats: the passages that are said again most, where they stand, who has how much from
 * whom, and how much of each document is its own. Nothing where the result has no such tables.
 */
final class Repeats {
  private static final int MOST_PASSAGES = 300;

  /** So many are looked at for those that are no variants of others. */
  private static final int MOST_VARIANTS = 5000;

  private static final int PLACES_OF_EACH = 60;
  private static final int MOST_SOURCES = 2000;
  private static final int MOST_PAIRS_OF_PLACES = 4000;
  private static final int MOST_DOCUMENTS = 2000;

  /** What the tokens of a document are. */
  private static final List<String> SHARES =
      List.of("tokens", "copied", "unsourced", "adapted", "own");

  private final StoredResult result;
  private final Groups groups;
  private final long seed;
  private final List<PageTable> tables = new ArrayList<>();

  private Repeats(StoredResult result, Groups groups, long seed) {
    this.result = result;
    this.groups = groups;
    this.seed = seed;
  }

  /**
   * The tables of the page that tell of repeated text.
   *
   * @param groups whose numbers no longer change
   * @param seed by which places are drawn, where a passage has too many
   */
  static List<PageTable> of(StoredResult result, Groups groups, long seed) throws IOException {
    Repeats repeats = new Repeats(result, groups, seed);
    repeats.passages();
    repeats.lineage();
    repeats.reuse();
    return repeats.tables;
  }

  private void passages() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "passages",
            List.of("passage_id", "tokens", "documents", "example"),
            "occurrences",
            "first_date",
            "first_date_last",
            "first_doc_id",
            "first_ties");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int tokens = source.place("tokens");
    int documents = source.place("documents");
    Ranking ranking = new Ranking(MOST_VARIANTS);
    source.read(
        row ->
            ranking.offer(
                source.name(),
                // The words that the documents after the first say again.
                row.measure(tokens) * (row.measure(documents) - 1),
                row));
    Variants variants = new Variants();
    List<@Nullable Object[]> rows =
        ranking.rows().stream()
            .filter(row -> !variants.isOneOfMany((String) row[source.place("example")]))
            .limit(MOST_PASSAGES)
            .toList();
    tables.add(PageTable.some(source.name(), source.columns(), rows, ranking.offered()));
    Set<String> listed = new HashSet<>();
    rows.forEach(row -> listed.add((String) row[source.place("passage_id")]));
    places(listed);
  }

  private void places(Set<String> listed) throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "passage_occurrences",
            List.of("passage_id", "doc_id", "begin_offset", "end_offset"));
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    Ranking ranking = new Ranking(PLACES_OF_EACH);
    source.read(
        row -> {
          String passage = row.text(0);
          if (listed.contains(passage)) {
            String place = row.text(1) + ":" + row.number(2);
            ranking.offer(passage, Ranking.lot(place, seed), row);
          }
        });
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
  }

  private void lineage() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "lineage",
            List.of("source_doc_id", "target_doc_id", "tokens"),
            "passages",
            "longest",
            "lag_days",
            "direction");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int tokens = source.place("tokens");
    Ranking ranking = new Ranking(MOST_SOURCES);
    Map<List<String>, long[]> ofPlaces = new HashMap<>();
    source.read(
        row -> {
          ranking.offer(source.name(), row.measure(tokens), row);
          Object from = groups.region(groups.of(row.text(0)));
          Object to = groups.region(groups.of(row.text(1)));
          if (from != null && to != null) {
            long[] sum =
                ofPlaces.computeIfAbsent(
                    List.of(from.toString(), to.toString()), any -> new long[2]);
            sum[0]++;
            sum[1] += row.number(tokens);
          }
        });
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    ofPlaces.forEach(
        (places, sum) -> rows.add(new Object[] {places.get(0), places.get(1), sum[0], sum[1]}));
    rows.sort(
        Comparator.comparing((Object[] row) -> -(Long) row[3])
            .thenComparing(row -> (String) row[0])
            .thenComparing(row -> (String) row[1]));
    tables.add(
        PageTable.some(
            "lineage_by_place",
            List.of("source_region", "target_region", "pairs", "tokens"),
            rows.subList(0, Math.min(MOST_PAIRS_OF_PLACES, rows.size())),
            rows.size()));
  }

  private void reuse() throws IOException {
    List<String> required = new ArrayList<>(List.of("doc_id"));
    required.addAll(SHARES);
    Optional<Source> found = Source.of(result, "reuse", required);
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int copied = source.place("copied");
    int all = source.place("tokens");
    Ranking ranking = new Ranking(MOST_DOCUMENTS);
    Map<Integer, long[]> ofGroups = new TreeMap<>();
    source.read(
        row -> {
          if (row.isNull(copied) || row.number(all) == 0) {
            return;
          }
          ranking.offer(source.name(), row.measure(copied) / row.measure(all), row);
          int group = groups.of(row.text(0));
          if (group >= 0) {
            add(ofGroups.computeIfAbsent(group, any -> new long[SHARES.size() + 1]), row);
          }
        });
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
    List<String> columns = new ArrayList<>(List.of("group_number", "documents"));
    columns.addAll(SHARES);
    List<@Nullable Object[]> rows = new ArrayList<>();
    ofGroups.forEach(
        (group, sums) -> {
          @Nullable Object[] row = new Object[columns.size()];
          row[0] = (long) group;
          for (int i = 0; i < sums.length; i++) {
            row[i + 1] = sums[i];
          }
          rows.add(row);
        });
    tables.add(PageTable.whole("reuse_by_group", columns, rows));
  }

  /** Counts a document and adds its numbers, which stand behind its id. */
  private static void add(long[] sums, StoredRow row) {
    sums[0]++;
    for (int i = 1; i < sums.length; i++) {
      sums[i] += row.number(i);
    }
  }
}
