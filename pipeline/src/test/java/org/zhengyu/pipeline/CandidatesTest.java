package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Candidates of the samples and of a few texts, once more by brute force: from the tokens and the
 * decoded texts, with all runs of words in maps, and the C-value by its definition.
 */
class CandidatesTest {
  private static final Set<String> DIVIDING =
      Set.of(
          "的", "了", "和", "与", "及", "或", "等", "以及", "是", "在", "将", "被", "把", "对", "向", "从", "着", "地",
          "得", "也", "都", "并", "而", "而且", "这", "其", "各", "我", "我们", "年", "月", "日", "使", "让");

  private static final String TEXT =
      """
      支持“两重”建设和粤港澳大湾区建设。加力“两重”项目，大湾区发展快。
      实施“走在前、开新局”，投资于物和投资于人，大湾区很好。发展“文旅+百业”。
      做好“两重”，大湾区来了，投资于人。用好“十五五”规划和十五五机遇。
      """;

  /** What is known of one run of words. */
  private static final class Found {
    long tf;
    long quoted;
    final Set<String> documents = new TreeSet<>();
    final Map<String, Long> left = new TreeMap<>();
    final Map<String, Long> right = new TreeMap<>();
    long outside;
    Set<Integer> borders;
  }

  private record Word(int begin, int end, String form, String pos, boolean isPhrase) {
    boolean divides() {
      boolean byTag = "uwc".indexOf(pos.charAt(0)) >= 0 && !form.equals("以") && !form.equals("为");
      return !isPhrase && (DIVIDING.contains(form) || byTag);
    }
  }

  @TempDir static Path temp;
  private static Result result;
  private static final Map<String, String> TEXTS = new HashMap<>();
  private static final Map<String, Found> FOUND = new HashMap<>();
  private static long tokens;

  @BeforeAll
  static void analyze() throws IOException {
    Path corpus = temp.resolve("corpus");
    TEXTS.putAll(Seeds.texts());
    TEXTS.put("made-1.txt", TEXT);
    TEXTS.put("made-2.txt", TEXT.replace("很好", "真好"));
    TEXTS.put("made-3.txt", "大湾区与“两重”是投资于人。" + TEXT);
    TEXTS.forEach((id, text) -> write(corpus.resolve(id.replace('/', '_') + ".txt"), text));
    write(temp.resolve("lexicon.csv"), "粤港澳大湾区\n");
    write(temp.resolve("meta.csv"), "file,date\n" + dates());
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(corpus)
            .with("lexicon", temp.resolve("lexicon.csv"))
            .with("metadata", temp.resolve("meta.csv"))
            .complete();
    count();
  }

  /** Years, months and days, so that spans lie in and across each other. */
  private static String dates() {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (String id : new TreeSet<>(TEXTS.keySet())) {
      int month = 1 + 5 * number % 12;
      List<String> known =
          List.of("2023", "2023-%02d", "2023-%02d-1" + number % 9, "2024-%02d-02", "2022");
      String date = known.get(7 * number % known.size()).formatted(month);
      lines.append(id.replace('/', '_')).append(".txt,").append(date).append('\n');
      number++;
    }
    return lines.toString();
  }

  private static void count() throws IOException {
    Map<String, String> byId = new HashMap<>();
    for (List<Object> row : result.query("select doc_id, uri from documents")) {
      Path file = Path.of((String) row.get(1));
      byId.put((String) row.get(0), Files.readString(file, UTF_8));
    }
    Map<String, List<Word>> sentences = new TreeMap<>();
    for (List<Object> row :
        result.query(
            "select doc_id, sentence, begin_offset, end_offset, coalesce(phrase, form), pos,"
                + " phrase is not null from tokens join documents using (doc_id)"
                + " where duplicate_of is null order by doc_id, sentence, position")) {
      sentences
          .computeIfAbsent(row.get(0) + "\t" + row.get(1), key -> new ArrayList<>())
          .add(
              new Word(
                  ((Long) row.get(2)).intValue(),
                  ((Long) row.get(3)).intValue(),
                  joined((String) row.get(4)),
                  (String) row.get(5),
                  (Boolean) row.get(6)));
      tokens++;
    }
    sentences.forEach(
        (key, words) -> {
          String docId = key.substring(0, key.indexOf('\t'));
          count(docId, byId.get(docId), words);
        });
  }

  private static void count(String docId, String text, List<Word> words) {
    for (int from = 0; from < words.size(); from++) {
      StringBuilder run = new StringBuilder();
      Set<Integer> borders = new HashSet<>();
      int open = 0;
      boolean divided = false;
      for (int to = from; to < Math.min(words.size(), from + 8); to++) {
        if (to > from) {
          String gap = slice(text, words.get(to - 1).end, words.get(to).begin);
          if (gap.equals("“") || (gap.equals("”") && open > 0)) {
            open += gap.equals("“") ? 1 : -1;
          } else if (!gap.isEmpty()) {
            break;
          } else {
            borders.add(run.length());
          }
          run.append(gap);
        }
        Word word = words.get(to);
        run.append(word.form);
        divided |= word.divides();
        if (open == 0 && run.length() <= 12) {
          boolean quoted =
              before(text, words.get(from).begin) == '“' && behind(text, word.end) == '”';
          if (quoted || !divided) {
            Found found = found(run.toString(), docId);
            found.tf++;
            found.outside++;
            found.quoted += quoted ? 1 : 0;
            found.borders =
                found.borders == null
                    ? new HashSet<>(borders)
                    : found.borders.stream().filter(borders::contains).collect(Collectors.toSet());
            neighbour(found.left, text, words, from - 1, from);
            neighbour(found.right, text, words, to + 1, to);
          }
        }
      }
    }
  }

  private static void neighbour(
      Map<String, Long> side, String text, List<Word> words, int beside, int end) {
    boolean adjacent =
        beside >= 0
            && beside < words.size()
            && slice(
                    text,
                    words.get(Math.min(beside, end)).end,
                    words.get(Math.max(beside, end)).begin)
                .isEmpty()
            && !words.get(beside).divides();
    side.merge(adjacent ? words.get(beside).form : "edge " + side.size(), 1L, Long::sum);
  }

  private static Found found(String run, String docId) {
    Found found = FOUND.computeIfAbsent(run, key -> new Found());
    found.documents.add(docId);
    return found;
  }

  private static String slice(String text, int from, int to) {
    return joined(
        text.substring(
            text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, Math.max(from, to))));
  }

  /** Without the line break and the indentation that a wrapped line has. */
  private static String joined(String written) {
    return written.indexOf('\n') < 0 ? written : written.replaceAll("[\\s\u3000]+", "");
  }

  private static char before(String text, int place) {
    return place == 0 ? ' ' : slice(text, place - 1, place).concat(" ").charAt(0);
  }

  private static char behind(String text, int place) {
    return place >= text.codePointCount(0, text.length())
        ? ' '
        : slice(text, place, place + 1).concat(" ").charAt(0);
  }

  @Test
  void findWhatIsQuotedAndWhatIsNot() {
    List<Object> found = new ArrayList<>();
    result.query("select candidate from candidates").forEach(row -> found.add(row.get(0)));
    assertThat(found).contains("两重", "大湾区", "投资于人");
    assertThat(found)
        .doesNotContainAnyElementsOf(
            result.query("select phrase from phrases").stream().map(row -> row.get(0)).toList());
  }

  @Test
  void haveTheCountsOfAllRunsOfWords() {
    int compared = 0;
    for (List<Object> row :
        result.query("select candidate, tf, df, quoted from candidates order by rank")) {
      Found found = FOUND.get((String) row.get(0));
      if (found == null || row.get(0).equals("大湾区")) {
        continue;
      }
      assertThat(row.subList(1, 4))
          .as("%s", row.get(0))
          .isEqualTo(List.of(found.tf, (long) found.documents.size(), found.quoted));
      compared++;
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** First are the documents with a candidate that no other with it certainly precedes. */
  @Test
  void knowTheDocumentsThatMayBeTheFirst() {
    Map<String, List<LocalDate>> spans = new TreeMap<>();
    result
        .query("select doc_id, date, date_last from documents")
        .forEach(
            row ->
                spans.put(
                    (String) row.get(0), List.of((LocalDate) row.get(1), (LocalDate) row.get(2))));
    Set<Object> ties = new HashSet<>();
    for (List<Object> row :
        result.query(
            "select candidate, first_doc_id, first_date, first_date_last, first_ties, doc_id from"
                + " candidates where candidate <> '大湾区'")) {
      Found found = FOUND.get((String) row.get(0));
      if (found == null) {
        continue;
      }
      List<String> first =
          found.documents.stream()
              .filter(
                  one ->
                      found.documents.stream()
                          .noneMatch(
                              other -> spans.get(other).get(1).isBefore(spans.get(one).get(0))))
              .toList();
      String document = first.get(0);
      assertThat(row.subList(1, 5))
          .as("%s", row.get(0))
          .isEqualTo(
              List.of(
                  document,
                  spans.get(document).get(0),
                  spans.get(document).get(1),
                  (long) first.size()));
      assertThat(first).contains((String) row.get(5));
      ties.add(row.get(4));
    }
    assertThat(ties).hasSizeGreaterThan(1);
  }

  @Test
  void haveTheEntropiesOfTheirNeighbours() {
    for (List<Object> row :
        result.query("select candidate, left_entropy, right_entropy from candidates")) {
      Found found = FOUND.get((String) row.get(0));
      if (found != null && found.outside == found.tf) {
        assertThat((Double) row.get(1))
            .as("left of %s", row.get(0))
            .isCloseTo(entropy(found.left), within(1e-9));
        assertThat((Double) row.get(2))
            .as("right of %s", row.get(0))
            .isCloseTo(entropy(found.right), within(1e-9));
      }
    }
  }

  private static double entropy(Map<String, Long> neighbours) {
    double total = neighbours.values().stream().mapToLong(Long::longValue).sum();
    double entropy = 0;
    for (long count : neighbours.values()) {
      entropy -= count / total * Math.log(count / total);
    }
    return entropy;
  }

  @Test
  void haveTheCohesionOfTheirWeakestBorder() {
    for (List<Object> row : result.query("select candidate, tf, cohesion from candidates")) {
      String text = (String) row.get(0);
      Found found = FOUND.get(text);
      if (found == null || found.borders == null || found.borders.isEmpty()) {
        continue;
      }
      double tf = (Long) row.get(1);
      double least = Double.POSITIVE_INFINITY;
      for (int border : found.borders) {
        double left = Math.max(tf, (double) countOf(text.substring(0, border)));
        double right = Math.max(tf, (double) countOf(text.substring(border)));
        least = Math.min(least, Math.log(tf * tokens / (left * right)) / Math.log(2));
      }
      assertThat((Double) row.get(2)).as(text).isCloseTo(least, within(1e-9));
    }
  }

  private static long countOf(String run) {
    Found found = FOUND.get(run);
    return found == null ? 0 : found.tf;
  }

  @Test
  void pointToTheirExample() {
    Map<Object, String> files = new HashMap<>();
    result
        .query("select doc_id, uri from documents")
        .forEach(row -> files.put(row.get(0), (String) row.get(1)));
    for (List<Object> row :
        result.query(
            "select candidate, doc_id, begin_offset, end_offset, example from candidates")) {
      String text = read(files.get(row.get(1)));
      String there = slice(text, ((Long) row.get(2)).intValue(), ((Long) row.get(3)).intValue());
      String candidate = (String) row.get(0);
      assertThat((String) row.get(4)).contains(candidate);
      if (candidate.length() == there.length()) {
        assertThat(there).isEqualTo(candidate);
      }
    }
  }

  private static String read(String uri) {
    try {
      return Files.readString(Path.of(uri), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rankWithoutGaps() {
    List<Long> ranks = new ArrayList<>();
    result
        .query("select rank from candidates order by rank")
        .forEach(row -> ranks.add((Long) row.get(0)));
    Long[] expected = new Long[ranks.size()];
    Arrays.setAll(expected, i -> i + 1L);
    assertThat(ranks).containsExactly(expected);
  }

  @Test
  void areALexiconAsTheyStand() {
    Result second =
        ZhengyuJob.into(temp.resolve("second"))
            .over(temp.resolve("corpus"))
            .with("tables", "phrases,candidates")
            .with(
                "lexicon",
                temp.resolve("lexicon.csv") + "," + temp.resolve("result/candidates.csv"))
            .complete();
    // Three times in the text, which is there three times, and once before it.
    assertThat(second.query("select category, uses from phrases where phrase = '两重'"))
        .containsExactly(List.of("candidate", 10L));
    assertThat(second.query("select * from candidates where candidate = '两重'")).isEmpty();
  }

  @Test
  void areCountedAsPhrasesOnceAdopted() {
    Result adopting =
        ZhengyuJob.into(temp.resolve("adopted"))
            .over(temp.resolve("corpus"))
            .with("tables", "phrases,candidates")
            .with("lexicon", temp.resolve("lexicon.csv"))
            .with("adopt", 10)
            .complete();
    List<List<Object>> adopted =
        adopting.query("select candidate, tf from candidates where adopted order by rank");
    assertThat(adopted).hasSize(10);
    assertThat(adopting.query("select phrase from phrases where category = 'candidate'"))
        .hasSize(10);
    assertThat(
            adopting.query(
                "select count(*) from candidates join phrases on phrase = candidate"
                    + " where adopted and uses = 0"))
        .containsExactly(List.of(0L));
  }
}
