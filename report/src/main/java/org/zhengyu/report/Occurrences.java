package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/**
 * Where phrases stand: sentences for the concordance, places for the dispersion, and how often each
 * phrase is used in each group of documents.
 */
final class Occurrences {
  private static final String TABLE = "phrase_occurrences";

  /** Uses with what stands around them, and occurrences that are none. */
  private static final int MOST_USES = 12_000;

  private static final int MOST_OTHERS = 2000;

  /** Uses by their place alone. */
  private static final int MOST_PLACES = 40_000;

  private static final int MOST_DOCUMENTS_OF_A_PHRASE = 400;
  private static final int MOST_FORMS_OF_A_PHRASE = 12;

  /** More would make the page slow, and large. */
  private static final int MOST_CELLS = 60_000;

  private static final String USED = "token";

  private final Phrases phrases;
  private final Groups groups;
  private final long seed;

  /** Uses and documents of a phrase in a group, by the numbers of both. */
  private Map<Long, Cell> cells = new HashMap<>();

  /** How often each phrase is used as it is written in each way. */
  private final Map<String, Map<String, Long>> forms = new HashMap<>();

  /** How often each phrase is used in each document. */
  private final Ranking documents;

  /**
   * The document of the last use of each phrase, whose uses follow each other, and their number.
   */
  private final Map<String, InDocument> last = new HashMap<>();

  private record InDocument(String docId, long uses) {}

  private static final class Cell {
    private long uses;
    private long documents;

    void add(Cell other) {
      uses += other.uses;
      documents += other.documents;
    }
  }

  private Occurrences(Phrases phrases, Groups groups, long seed) {
    this.phrases = phrases;
    this.groups = groups;
    this.seed = seed;
    this.documents = new Ranking(MOST_DOCUMENTS_OF_A_PHRASE);
  }

  /** The tables of the page that tell of occurrences. */
  static List<PageTable> of(StoredResult result, Phrases phrases, Groups groups, long seed)
      throws IOException {
    Optional<Source> source =
        Source.of(
            result,
            TABLE,
            List.of("doc_id", "phrase", "status", "begin_offset"),
            "form",
            "is_use",
            "covered_by",
            "context_left",
            "context_right");
    Optional<Source> places =
        Source.of(result, TABLE, List.of("phrase", "doc_id", "begin_offset", "status"), "is_use");
    return source.isPresent() && places.isPresent()
        ? new Occurrences(phrases, groups, seed).read(source.get(), places.get())
        : List.of();
  }

  private List<PageTable> read(Source source, Source places) throws IOException {
    Ranking uses = new Ranking(Ranking.ofEach(phrases.uses(), MOST_USES));
    Ranking others = new Ranking(Ranking.ofEach(phrases.otherOccurrences(), MOST_OTHERS));
    int phrase = source.place("phrase");
    int docId = source.place("doc_id");
    int offset = source.place("begin_offset");
    int form = source.place("form");
    source.read(
        row -> {
          String name = row.text(phrase);
          if (phrases.tellsOf(name)) {
            double lot = Ranking.lot(row.text(docId) + ":" + row.number(offset), seed);
            if (isUse(row, source)) {
              uses.offer(name, lot, row);
              count(name, row.text(docId));
              if (form >= 0) {
                forms
                    .computeIfAbsent(name, any -> new HashMap<>())
                    .merge(row.text(form), 1L, Long::sum);
              }
            } else {
              others.offer(name, lot, row);
            }
          }
        });
    last.forEach(this::tell);
    fit();
    List<@Nullable Object[]> shown = new ArrayList<>(uses.rows());
    shown.addAll(others.rows());
    return List.of(
        PageTable.some(TABLE, source.columns(), shown, uses.offered() + others.offered()),
        usesByGroup(),
        PageTable.some(
            "uses_by_document",
            List.of("phrase", "doc_id", "uses"),
            documents.rows(),
            documents.offered()),
        forms(),
        places(places));
  }

  private PageTable forms() {
    Ranking ranking = new Ranking(MOST_FORMS_OF_A_PHRASE);
    forms.forEach(
        (phrase, ofPhrase) ->
            ofPhrase.forEach(
                (form, uses) ->
                    ranking.offer(phrase, (double) uses, () -> new Object[] {phrase, form, uses})));
    return PageTable.some(
        "forms", List.of("phrase", "form", "uses"), ranking.rows(), ranking.offered());
  }

  /** Whether an occurrence is a use; older results know only those that are tokens. */
  private static boolean isUse(StoredRow row, Source source) {
    int isUse = source.place("is_use");
    return isUse < 0 ? row.text(source.place("status")).equals(USED) : row.number(isUse) != 0;
  }

  private void count(String phrase, String docId) {
    InDocument before = last.get(phrase);
    boolean isNew = before == null || !before.docId.equals(docId);
    if (before != null && isNew) {
      tell(phrase, before);
    }
    last.put(phrase, new InDocument(docId, isNew ? 1 : before.uses + 1));
    int group = groups.of(docId);
    if (group >= 0) {
      Cell cell = cells.computeIfAbsent(key(phrases.number(phrase), group), any -> new Cell());
      cell.uses++;
      if (isNew) {
        cell.documents++;
      }
    }
  }

  private void tell(String phrase, InDocument in) {
    documents.offer(phrase, (double) in.uses, () -> new Object[] {phrase, in.docId, in.uses});
  }

  private static long key(int phrase, int group) {
    return ((long) phrase << Integer.SIZE) | group;
  }

  private void fit() {
    while (cells.size() > MOST_CELLS && groups.fields() > 1) {
      int[] merged = groups.merge();
      Map<Long, Cell> fewer = new HashMap<>();
      cells.forEach(
          (key, cell) ->
              fewer
                  .computeIfAbsent(
                      key((int) (key >>> Integer.SIZE), merged[(int) (long) key]),
                      any -> new Cell())
                  .add(cell));
      cells = fewer;
    }
  }

  /** By phrase, then by group: both by their numbers. */
  private PageTable usesByGroup() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    cells.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            cell ->
                rows.add(
                    new Object[] {
                      cell.getKey() >>> Integer.SIZE,
                      (long) (int) (long) cell.getKey(),
                      cell.getValue().uses,
                      cell.getValue().documents
                    }));
    return PageTable.whole(
        "uses_by_group", List.of("phrase_number", "group_number", "uses", "documents"), rows);
  }

  private PageTable places(Source source) throws IOException {
    Ranking ranking = new Ranking(Ranking.ofEach(phrases.uses(), MOST_PLACES));
    int phrase = source.place("phrase");
    source.read(
        row -> {
          String name = row.text(phrase);
          if (phrases.tellsOf(name) && isUse(row, source)) {
            String place =
                row.text(source.place("doc_id")) + ":" + row.number(source.place("begin_offset"));
            ranking.offer(name, Ranking.lot(place, seed), row);
          }
        });
    return PageTable.some("places", source.columns(), ranking.rows(), ranking.offered());
  }
}
