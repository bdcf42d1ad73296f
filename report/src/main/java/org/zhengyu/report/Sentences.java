package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/**
 * Sentences for the pairs that the page shows, drawn by lot. A sentence has one lot for all pairs
 * in it, so that few sentences serve many pairs.
 */
final class Sentences {
  /** Of so many sentences the page draws, whatever the size of the corpus. */
  private static final long LOOKED_AT = 40_000;

  private static final int OF_EACH_PAIR = 2;
  private static final int MOST_SENTENCES = 6000;

  /** Stands between texts of a list. */
  private static final String BETWEEN = "\n";

  private static final List<String> COLUMNS =
      List.of("doc_id", "begin_offset", "end_offset", "text", "terms");
  private static final String SHARED = "shared_pairs";

  private final long seed;

  /** By the first term of each pair its second ones, and the number of the pair. */
  private final Map<String, Map<String, Integer>> pairs = new HashMap<>();

  /** How many pairs each term is in. */
  private final Map<String, Integer> terms = new HashMap<>();

  private int size;
  private String lastDocId = "";
  private long lastHash;

  /**
   * Without a pair yet.
   *
   * @param seed by which sentences are drawn
   */
  Sentences(long seed) {
    this.seed = seed;
  }

  /** Takes a pair for which there are to be sentences. */
  void add(String termA, String termB) {
    if (pairs.computeIfAbsent(termA, any -> new HashMap<>()).putIfAbsent(termB, size) == null) {
      size++;
      terms.merge(termA, 1, Integer::sum);
      terms.merge(termB, 1, Integer::sum);
    }
  }

  /** The table of the page; none where the result has no sentences. */
  List<PageTable> of(StoredResult result) throws IOException {
    Optional<Source> found = Source.of(result, "sentences", COLUMNS, SHARED);
    if (found.isEmpty() || size == 0) {
      return List.of();
    }
    Source source = found.get();
    long all = source.rows();
    double least = 1 - (double) LOOKED_AT / Math.max(all, LOOKED_AT);
    Ranking ranking = new Ranking(OF_EACH_PAIR);
    int shared = source.place(SHARED);
    source.read(
        row -> {
          double lot = Ranking.lot(hashOf(row.text(0)), (int) row.number(1));
          if (lot >= least) {
            offer(ranking, lot, row, shared);
          }
        });
    Map<List<@Nullable Object>, @Nullable Object[]> once = new LinkedHashMap<>();
    for (Object[] row : ranking.rows()) {
      if (once.size() < MOST_SENTENCES) {
        once.putIfAbsent(List.of(row[0], row[1]), row);
      }
    }
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.add(SHARED);
    return List.of(PageTable.some(source.name(), columns, List.copyOf(once.values()), all));
  }

  /** The hash of a document, whose sentences follow each other. */
  private long hashOf(String docId) {
    if (!docId.equals(lastDocId)) {
      lastDocId = docId;
      lastHash = Ranking.hash(docId, seed);
    }
    return lastHash;
  }

  /** Offers a sentence for each pair whose terms it has, unless they only share characters. */
  private void offer(Ranking ranking, double lot, StoredRow row, int shared) {
    List<String> present =
        row.list(COLUMNS.indexOf("terms")).stream().filter(terms::containsKey).toList();
    if (present.size() < 2) {
      return;
    }
    List<String> sharing = shared < 0 ? List.of() : row.list(shared);
    Supplier<@Nullable Object[]> values =
        new Supplier<>() {
          private @Nullable Object @Nullable [] made;

          @Override
          public @Nullable Object[] get() {
            if (made == null) {
              made =
                  new Object[] {
                    row.text(0),
                    row.number(1),
                    row.number(2),
                    row.text(3),
                    String.join(BETWEEN, present),
                    sharing.isEmpty() ? null : String.join(BETWEEN, sharing)
                  };
            }
            return made;
          }
        };
    for (String termA : present) {
      Map<String, Integer> partners = pairs.get(termA);
      if (partners == null) {
        continue;
      }
      for (String termB : present) {
        Integer pair = partners.get(termB);
        if (pair != null && !sharing.contains(termA + "|" + termB)) {
          ranking.offer(pair, lot, values);
        }
      }
    }
  }
}
