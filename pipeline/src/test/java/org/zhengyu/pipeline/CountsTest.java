package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.pipeline.rows.Tables;

/** All counts and measures against a recount that shares nothing with the job but the tokens. */
class CountsTest {
  private static final double TOLERANCE = 1e-9;
  private static final String ALL_UNITS = "sentence,paragraph,document,window";
  private static final int ALL_TERMS = 20_000;
  private static final List<String> PRESENCE = List.of("sentence", "paragraph", "document");

  /** So that some sentences of the samples are long. */
  private static final int LONG_SENTENCE = 30;

  @TempDir static Path temp;
  private static Result seeds;

  @BeforeAll
  static void analyzeTheSeeds() {
    seeds =
        ZhengyuJob.into(temp.resolve("seeds"))
            .over(Seeds.CORPUS)
            .with("metadata", Seeds.METADATA)
            .with("units", ALL_UNITS)
            .with("longSentence", LONG_SENTENCE)
            .complete();
  }

  private static void assertPairs(
      Result result, int vocabularySize, long window, long minTerm, long minJoint) {
    BruteForce brute = new BruteForce(result, Seeds.stopWords(), LONG_SENTENCE);
    Set<String> vocabulary = brute.vocabulary(vocabularySize, minTerm);
    List<List<Object>> expected = new ArrayList<>();
    for (String unit : PRESENCE) {
      expected.addAll(brute.pairsIn(unit, vocabulary, minTerm, minJoint));
    }
    expected.addAll(brute.pairsInWindow(window, vocabulary, minTerm, minJoint));
    assertThat(expected).hasSizeGreaterThan(1000);
    Rows.assertSame(result.rows(Tables.COOCCURRENCES), expected, TOLERANCE);
    assertThat(result.query("select distinct caution from cooccurrences where caution is not null"))
        .hasSize(3);
  }

  @Test
  void countsAndSpreadsTermsOfTheSeedsAsARecountDoes() {
    BruteForce brute = new BruteForce(seeds, Seeds.stopWords());
    Rows.assertSame(seeds.rows(Tables.TERMS), brute.terms(Seeds.categories()), TOLERANCE);
    Rows.assertSame(seeds.rows(Tables.DOCUMENT_TERMS), brute.documentTerms(), TOLERANCE);
  }

  @Test
  void scoresPairsOfTheSeedsAsARecountDoes() {
    assertPairs(seeds, ALL_TERMS, 5, 2, 2);
  }

  @Test
  void cutsTheVocabularyByFrequencyThenByCodePoint() {
    Result result =
        ZhengyuJob.into(temp.resolve("small"))
            .over(Seeds.CORPUS)
            .with("units", ALL_UNITS)
            .with("longSentence", LONG_SENTENCE)
            .with("window", 3)
            .with("vocabularySize", 70)
            .with("minTermFrequency", 3)
            .with("minJointFrequency", 1)
            .with("buckets", 7)
            .complete();
    assertPairs(result, 70, 3, 3, 1);
  }

  @Test
  void keepsAVocabularyOfPhrasesOnly() {
    Result result =
        ZhengyuJob.into(temp.resolve("phrases"))
            .over(Seeds.CORPUS)
            .with("units", "document")
            .with("vocabularySize", 0)
            .with("minTermFrequency", 1)
            .with("minJointFrequency", 1)
            .complete();
    BruteForce brute = new BruteForce(result, Seeds.stopWords());
    List<List<Object>> expected = brute.pairsIn("document", brute.vocabulary(0, 1), 1, 1);
    assertThat(expected).isNotEmpty();
    Rows.assertSame(result.rows(Tables.COOCCURRENCES), expected, TOLERANCE);
  }

  @Tag("slow")
  @Test
  void countsAndScoresWorkReportsAsARecountDoes() throws IOException {
    Path reports = ZhengyuJob.shared("corpus/work-reports/txt");
    String twelve;
    try (Stream<Path> files = Files.list(reports)) {
      twelve =
          String.join(
              ",", files.map(Path::toString).sorted(Comparator.naturalOrder()).limit(12).toList());
    }
    Result result =
        ZhengyuJob.into(temp.resolve("reports"))
            .with("input", twelve)
            .with("units", ALL_UNITS)
            .with("longSentence", LONG_SENTENCE)
            .with("window", 3)
            .with("vocabularySize", 300)
            .with("minTermFrequency", 4)
            .with("minJointFrequency", 3)
            .with("splitBytes", 100_000)
            .complete();
    BruteForce brute = new BruteForce(result, Seeds.stopWords());
    Rows.assertSame(result.rows(Tables.TERMS), brute.terms(Seeds.categories()), TOLERANCE);
    Rows.assertSame(result.rows(Tables.DOCUMENT_TERMS), brute.documentTerms(), TOLERANCE);
    assertPairs(result, 300, 3, 4, 3);
  }

  /** Of forms of a phrase that share characters, the leftmost and of these the longest. */
  @Test
  void findsExactlyTheOccurrencesThatAPlainSearchFinds() {
    Set<List<Object>> expected = new HashSet<>();
    Map<String, String> texts = Seeds.texts();
    Set<String> counted =
        Set.copyOf(seeds.texts("select doc_id from documents where duplicate_of is null"));
    for (String id : counted) {
      String text = Seeds.foldWidth(texts.get(id));
      for (Seeds.Phrase phrase : Seeds.lexicon().values()) {
        List<String> forms = new ArrayList<>(phrase.variants());
        forms.add(phrase.phrase());
        SortedMap<Integer, Integer> longest = new TreeMap<>();
        for (String form : forms) {
          for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int begin = text.codePointCount(0, at);
            longest.merge(begin, begin + form.codePointCount(0, form.length()), Math::max);
          }
        }
        int free = 0;
        for (Map.Entry<Integer, Integer> place : longest.entrySet()) {
          if (place.getKey() >= free) {
            free = place.getValue();
            expected.add(Rows.row(id, phrase.phrase(), (long) place.getKey(), (long) free));
          }
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(300);
    Set<List<Object>> found =
        seeds.set(
            "select doc_id, phrase, begin_offset, end_offset from phrase_occurrences"
                + " where not regexp_matches(form, '[\\r\\n]')");
    assertThat(Rows.some(Rows.minus(expected, found))).as("not found").isEmpty();
    assertThat(Rows.some(Rows.minus(found, expected))).as("not there").isEmpty();
  }

  /** The seeds break one phrase across lines; it is found all the same. */
  @Test
  void findsAPhraseThatALineBreakParts() {
    assertThat(
            seeds.texts(
                "select phrase from phrase_occurrences where regexp_matches(form, '[\\r\\n]')"))
        .isNotEmpty();
  }

  private static final Set<String> USES = Set.of("token", "nested", "overlapped");

  private static final class Ledger {
    private final Map<String, Long> byStatus = new HashMap<>();
    private final SortedMap<String, Span> documents = new TreeMap<>();

    long of(String status) {
      return byStatus.getOrDefault(status, 0L);
    }
  }

  @Test
  void balancesTheLedgerOfPhrasesWithTheOccurrencesAndTheTokens() {
    Map<String, Ledger> ledgers = new HashMap<>();
    for (List<Object> row :
        seeds.query(
            "select phrase, status, doc_id, date, is_use, covered_by, date_last from phrase_occurrences"
                + " join documents using (doc_id)")) {
      Ledger ledger = ledgers.computeIfAbsent((String) row.get(0), p -> new Ledger());
      ledger.byStatus.merge((String) row.get(1), 1L, Long::sum);
      boolean isUse = (Boolean) row.get(4);
      assertThat(isUse).isEqualTo(USES.contains(row.get(1)));
      assertThat(row.get(5) != null).isEqualTo(isUse && !row.get(1).equals("token"));
      if (isUse) {
        ledger.documents.put(
            (String) row.get(2), new Span((LocalDate) row.get(3), (LocalDate) row.get(6)));
      }
    }
    List<List<Object>> expected = new ArrayList<>();
    for (Seeds.Phrase phrase : Seeds.lexicon().values()) {
      Ledger ledger = ledgers.getOrDefault(phrase.phrase(), new Ledger());
      List<Object> counts =
          Rows.row(
              phrase.phrase(),
              phrase.category(),
              phrase.variants().size(),
              phrase.since(),
              USES.stream().mapToLong(ledger::of).sum(),
              ledger.of("token"),
              ledger.documents.size(),
              ledger.byStatus.values().stream().mapToLong(Long::longValue).sum(),
              ledger.of("nested"),
              ledger.of("overlapped"),
              ledger.of("split"),
              ledger.of("guarded"));
      List<Object> row = new ArrayList<>(counts);
      row.addAll(firstUse(ledger.documents));
      row.add(
          ledger.documents.values().stream()
              .map(Span::date)
              .max(Comparator.naturalOrder())
              .orElse(null));
      expected.add(row);
    }
    Rows.assertSame(seeds.rows(Tables.PHRASES), expected, 0);
    assertThat(seeds.set("select phrase, tf from phrases where tf > 0"))
        .isEqualTo(
            seeds.set(
                "select phrase, count(*) from tokens join documents using (doc_id)"
                    + " where phrase is not null and duplicate_of is null group by phrase"));
  }

  /** The days of a document. */
  private record Span(LocalDate date, LocalDate last) {}

  /** The columns of the first use, of documents in the order of their names, which is theirs. */
  private static List<Object> firstUse(SortedMap<String, Span> documents) {
    List<Map.Entry<String, Span>> first =
        documents.entrySet().stream()
            .filter(
                one ->
                    documents.values().stream()
                        .noneMatch(other -> other.last().isBefore(one.getValue().date())))
            .toList();
    if (first.isEmpty()) {
      return Rows.row(null, null, null, null);
    }
    Span span = first.get(0).getValue();
    return Rows.row(span.date(), span.last(), first.get(0).getKey(), first.size());
  }

  /** The categories of the starter lexicon have one level. Uses that share characters are one. */
  @Test
  void addsUpTheUsesOfEachCategory() {
    Map<String, Long> sizes = new HashMap<>();
    Seeds.categories().values().forEach(category -> sizes.merge(category, 1L, Long::sum));
    Map<String, List<Object>> expected = new HashMap<>();
    Map<String, SortedMap<String, Span>> documents = new HashMap<>();
    Map<String, Long> free = new HashMap<>();
    for (List<Object> row :
        seeds.query(
            "select category, doc_id, date, begin_offset, end_offset, date_last from phrase_occurrences"
                + " join phrases using (phrase) join documents using (doc_id) where is_use"
                + " order by date, doc_id, begin_offset, end_offset desc")) {
      String category = (String) row.get(0);
      String inDocument = category + "#" + row.get(1);
      boolean isNew = !free.containsKey(inDocument);
      if (free.getOrDefault(inDocument, 0L) <= (Long) row.get(3)) {
        free.put(inDocument, (Long) row.get(4));
        documents
            .computeIfAbsent(category, c -> new TreeMap<>())
            .put((String) row.get(1), new Span((LocalDate) row.get(2), (LocalDate) row.get(5)));
        List<Object> wanted =
            expected.computeIfAbsent(
                category, c -> new ArrayList<>(Rows.row(c, 1L, sizes.get(c), 0L, 0L)));
        wanted.set(3, (Long) wanted.get(3) + 1);
        wanted.set(4, (Long) wanted.get(4) + (isNew ? 1 : 0));
      }
    }
    expected.forEach((category, row) -> row.addAll(firstUse(documents.get(category))));
    assertThat(expected).as("categories of which something occurs").hasSize(sizes.size());
    Rows.assertSame(seeds.rows(Tables.CATEGORIES), List.copyOf(expected.values()), 0);
  }
}
