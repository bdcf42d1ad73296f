package org.zhengyu.pipeline.notebook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.AnalyzeCorpus;
import org.zhengyu.pipeline.RunConfig;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.Progress;
import org.zhengyu.pipeline.rows.Tables;

/**
 * The queries of the notebook, asked of a run on the sample documents and one file that is no text.
 *
 * <p>Expected numbers were counted in the text of the samples without the reprint: occurrences by
 * plain substring search after removing blanks and line ends, those inside a longer phrase of the
 * lexicon subtracted; sentences by cutting at 。！？； and line ends and searching both words. Dates,
 * regions and encodings are those of {@code seeds/metadata.csv} and {@code seeds/README.md}.
 */
final class NotebookQueriesTest {
  private static final String REPRINT = "reprints/city-watch-2022-congress-report.txt";

  /** The documents with a sentence that has both 林长制 and 河长制; none has two. */
  private static final List<String> BOTH_CHIEFS =
      List.of(
          "jinan-2021-five-year-plan.txt",
          "zhejiang-2021-common-prosperity-opinions.txt",
          "shantou-2021-river-chief-regulation.txt",
          "national-2022-congress-article.txt",
          "qingdao-2023-work-report.txt",
          "qingdao-2023-newspaper-column.txt",
          "chongqing-2023-grassroots-governance",
          "hefei-2024-work-report.txt",
          "guangdong-2024-high-quality-article.txt",
          "qingdao-2024-urban-renewal-plan.txt");

  @TempDir static Path folder;

  private static Path corpus;
  private static Path result;

  @BeforeAll
  static void analyzeTheSamples() throws IOException, UsageException {
    corpus = folder.resolve("corpus");
    result = folder.resolve("result");
    copy(Notebooks.ROOT.resolve("seeds/corpus"), corpus);
    Files.write(corpus.resolve("scan.txt"), "%PDF-1.7\n%%EOF\n".getBytes(US_ASCII));
    RunConfig config =
        RunConfig.of(
            "--input=" + corpus,
            "--metadata=" + Notebooks.ROOT.resolve("seeds/metadata.csv"),
            "--output=" + result,
            "--groupBy=region",
            "--tables="
                + String.join(",", Tables.all().stream().map(table -> table.name()).toList()));
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    AnalyzeCorpus.run(config, Progress.of(new Console(nowhere, nowhere, false, Language.ENGLISH)));
  }

  static List<String> queries() {
    return Notebooks.queries();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersWithNothingSetButTheResult(String query) {
    assertThat(ask(query)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void saysFirstWhichQuestionItAnswers(String query) {
    assertThat(Notebooks.sql(query).lines().findFirst().orElseThrow())
        .startsWith("-- ")
        .endsWith("?");
  }

  @Test
  void needsMoreThanTheTablesOfAPlainRunInOneQueryOnly() {
    assertThat(queries())
        .filteredOn(query -> Notebooks.sql(query).contains("'/tokens/"))
        .containsExactly("pair-sentences");
  }

  @Test
  void ranksPhrasesByOccurrences() {
    List<Map<String, Object>> top = ask("top-phrases");

    assertThat(top)
        .extracting(row -> row.get("phrase"), row -> row.get("uses"), row -> row.get("df"))
        .startsWith(tuple("链长", 49L, 17L), tuple("营商环境", 33L, 21L))
        .contains(
            tuple("放管服", 21L, 21L),
            tuple("河长制", 18L, 13L),
            tuple("组合拳", 17L, 17L),
            tuple("牛鼻子", 16L, 16L),
            tuple("新质生产力", 11L, 5L));
    assertThat(top)
        .extracting(row -> (Long) row.get("uses"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void countsAPhraseInEachYearWithoutTheReprint() {
    assertThat(rows(ask("phrases-by-year"), "phrase", "营商环境"))
        .extracting(row -> row.get("year"), row -> row.get("uses"), row -> row.get("documents"))
        .containsExactly(
            tuple(2018L, 2L, 1L),
            tuple(2019L, 1L, 1L),
            tuple(2020L, 4L, 3L),
            tuple(2021L, 3L, 3L),
            tuple(2022L, 5L, 4L),
            tuple(2023L, 11L, 4L),
            tuple(2024L, 7L, 5L));
  }

  @Test
  void comparesThePhrasesThatAreAskedFor() {
    List<Map<String, Object>> compared =
        ask("phrases-compared", Map.of("phrases", List.of("营商环境", "河长制")));

    assertThat(compared).extracting(row -> row.get("phrase")).containsOnly("营商环境", "河长制");
    assertThat(rows(compared, "phrase", "营商环境"))
        .extracting(row -> row.get("year"), row -> row.get("uses"), row -> row.get("documents"))
        .contains(tuple(2018L, 2L, 1L), tuple(2020L, 4L, 3L), tuple(2023L, 11L, 4L));
    assertThat(rows(compared, "phrase", "河长制"))
        .filteredOn(row -> (Long) row.get("year") == 2018)
        .extracting(row -> row.get("uses"), row -> row.get("share"))
        .containsExactly(tuple(0L, 0.0));
  }

  @Test
  void comparesThePhrasesUsedMostWhereNoneIsAskedFor() {
    assertThat(ask("phrases-compared"))
        .extracting(row -> row.get("phrase"))
        .containsOnly("链长", "营商环境", "高质量发展");
  }

  @Test
  void givesAYearWithoutThePhraseZeroAndNotNothing() {
    assertThat(rows(ask("phrases-by-year"), "phrase", "链长"))
        .filteredOn(row -> (Long) row.get("year") < 2020)
        .extracting(row -> row.get("year"), row -> row.get("uses"), row -> row.get("per_million"))
        .containsExactly(tuple(2018L, 0L, 0.0), tuple(2019L, 0L, 0.0));
  }

  @Test
  void setsOccurrencesAgainstTheTokensOfTheYear() {
    assertThat(ask("phrases-by-year"))
        .allSatisfy(
            row ->
                assertThat((Double) row.get("per_million"))
                    .isCloseTo(
                        (Long) row.get("uses") * 1e6 / (Long) row.get("tokens"), within(0.05)));
  }

  @Test
  void countsAPhraseInEachRegionWithoutTheReprint() {
    assertThat(rows(ask("phrases-by-region"), "phrase", "营商环境"))
        .extracting(row -> row.get("region"), row -> row.get("uses"), row -> row.get("documents"))
        .containsExactlyInAnyOrder(
            tuple("成都市", 8L, 2L),
            tuple("青岛市", 8L, 5L),
            tuple("杭州市", 4L, 2L),
            tuple("全国", 3L, 3L),
            tuple("合肥市", 2L, 1L),
            tuple("苏州市", 1L, 1L),
            tuple("重庆市", 1L, 1L),
            tuple("深圳市", 1L, 1L),
            tuple("汕头市", 1L, 1L),
            tuple("山东省", 1L, 1L),
            tuple("济南市", 1L, 1L),
            tuple("浙江省", 1L, 1L),
            tuple("广东省", 1L, 1L));
  }

  @Test
  void countsAPhraseInARegionWhateverCoversIt() {
    // Five times in the three documents, once of that inside 五级书记抓乡村振兴.
    assertThat(rows(ask("phrases-by-region"), "phrase", "乡村振兴"))
        .extracting(row -> row.get("region"), row -> row.get("uses"), row -> row.get("df"))
        .contains(tuple("全国", 5L, 3L));
  }

  @Test
  void tellsWhichDocumentBroughtAPhrase() {
    assertThat(rows(ask("first-seen"), "phrase", "新质生产力"))
        .extracting(row -> row.get("first_date"), row -> row.get("first_doc_id"))
        .containsExactly(tuple(LocalDate.of(2024, 1, 16), "hefei-2024-work-report.txt"));
  }

  @Test
  void namesTheLongerPhraseThatAUseLiesIn() {
    assertThat(ask("ledger"))
        .extracting(
            row -> row.get("phrase"),
            row -> row.get("literal"),
            row -> row.get("tf"),
            row -> row.get("status"),
            row -> row.get("occurrences"),
            row -> row.get("inside"))
        .contains(
            tuple("小康社会", 7L, 1L, "nested", 6L, "全面建成小康社会"),
            tuple("国际大都市", 6L, 0L, "nested", 6L, "新时代社会主义现代化国际大都市"),
            tuple("社会主义现代化", 9L, 2L, "nested", 1L, "社会主义现代化强国"));
  }

  @Test
  void accountsForEveryOccurrenceThatIsNoToken() {
    List<Map<String, Object>> ledger = ask("ledger");
    Map<Object, Long> explained =
        ledger.stream()
            .collect(
                groupingBy(
                    row -> row.get("phrase"), summingLong(row -> (Long) row.get("occurrences"))));

    assertThat(ledger)
        .allSatisfy(
            row ->
                assertThat(explained.get(row.get("phrase")))
                    .isEqualTo((Long) row.get("literal") - (Long) row.get("tf")));
  }

  @Test
  void showsEveryOccurrenceInItsContextSortedByWhatFollows() throws IOException {
    List<Map<String, Object>> lines = ask("concordance", Map.of("phrase", "新质生产力"));

    assertThat(lines).hasSize(11);
    assertThat(lines)
        .extracting(row -> (String) row.get("context_right"))
        .isSortedAccordingTo(
            Comparator.comparing(right -> right.codePoints().toArray(), Arrays::compare));
    for (Map<String, Object> line : rows(lines, "doc_id", "hefei-2024-work-report.txt")) {
      assertThat(Files.readString(corpus.resolve("hefei-2024-work-report.txt")))
          .contains("" + line.get("context_left") + line.get("form") + line.get("context_right"));
    }
  }

  @Test
  void findsThePartnersOfAPhraseOnEitherSideOfThePair() {
    assertThat(ask("pairs-of-phrase", Map.of("phrase", "林长制")))
        .extracting(row -> row.get("partner"), row -> row.get("together"))
        .contains(tuple("河长制", 10L));
    assertThat(ask("pairs-of-phrase", Map.of("phrase", "河长制")))
        .extracting(row -> row.get("partner"), row -> row.get("together"))
        .contains(tuple("林长制", 10L));
    assertThat(rows(ask("pairs-of-phrase", Map.of("phrase", "牛鼻子")), "partner", "抓住"))
        .extracting(row -> row.get("together"), row -> row.get("phrase_sentences"))
        .containsExactly(tuple(10L, 16L));
  }

  @Test
  void leavesOutPairsThatAreTooRare() {
    assertThat(ask("pairs-of-phrase", Map.of("phrase", "林长制", "min_joint", 10)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat((Long) row.get("together")).isGreaterThanOrEqualTo(10));
    assertThat(ask("pairs-of-phrase", Map.of("phrase", "林长制")))
        .anySatisfy(row -> assertThat((Long) row.get("together")).isLessThan(10));
  }

  @ParameterizedTest
  @CsvSource({
    "pair-sentences, 林长制, 河长制",
    "pair-sentences, 河长制, 林长制",
    "phrase-pair-sentences, 林长制, 河长制",
    "phrase-pair-sentences, 河长制, 林长制",
  })
  void leadsFromAPairBackToItsSentencesWhicheverIsNamedFirst(
      String query, String one, String other) {
    assertThat(ask(query, Map.of("term_a", one, "term_b", other)))
        .extracting(row -> row.get("doc_id"))
        .containsExactlyInAnyOrderElementsOf(BOTH_CHIEFS);
  }

  @Test
  void takesNoSentenceForAPairThatHasOnlyOneOfItsTermsTwice() {
    // 放管服 stands in 21 sentences, always before 改革; two others have 改革 twice.
    assertThat(ask("pair-sentences", Map.of("term_a", "放管服", "term_b", "改革")))
        .hasSize(21)
        .allSatisfy(row -> assertThat((String) row.get("text")).contains("【放管服】", "【改革】"));
  }

  @Test
  void givesTheSentenceOfAPairAsASliceOfTheDocument() throws IOException {
    Map<String, Object> row =
        rows(
                ask("pair-sentences", Map.of("term_a", "抓住", "term_b", "牛鼻子")),
                "doc_id",
                "hefei-2024-work-report.txt")
            .get(0);
    String text = Files.readString(corpus.resolve("hefei-2024-work-report.txt"));

    assertThat(slice(text, (Long) row.get("begin_offset"), (Long) row.get("end_offset")))
        .isEqualTo("抓住发展新质生产力这个牛鼻子，布局通用人工智能、低空经济、空天信息等未来产业，打通“实验室到生产线”的最后一公里");
    assertThat(row.get("text"))
        .isEqualTo("【抓住】发展新质生产力这个【牛鼻子】 布局通用人工智能 低空经济 空天信息等未来产业 打通 实验室到生产线 的最后一公里");
  }

  @Test
  void showsAPhraseThatALineBreakCutsInOnePiece() {
    assertThat(
            rows(
                ask("phrase-pair-sentences", Map.of("term_a", "林长制", "term_b", "河长制")),
                "doc_id",
                "qingdao-2023-newspaper-column.txt"))
        .extracting(row -> (String) row.get("context_a"))
        .singleElement()
        .satisfies(context -> assertThat(context).contains("河长制、【林长制】压实了责任"));
  }

  @Test
  void listsTheTermsThatNoOtherDocumentHas() {
    assertThat(ask("typical-terms", Map.of("doc_id", "national-2020-stability-notice.txt")))
        .extracting(row -> row.get("term"), row -> row.get("uses"), row -> row.get("df"))
        .startsWith(tuple("稳住", 4L, 1L), tuple("国务院", 3L, 1L));
  }

  @Test
  void putsATermOfOneDocumentFirstAmongTheUneven() {
    assertThat(ask("uneven-terms").get(0))
        .containsEntry("term", "河长")
        .containsEntry("uses", 12L)
        .containsEntry("df", 1L);
  }

  @Test
  void listsWhatIsNotInTheCounts() {
    assertThat(ask("rejected-and-duplicates"))
        .extracting(row -> row.get("what"), row -> row.get("why"), row -> row.get("bytes"))
        .containsExactly(
            tuple("rejected", "decode: undecodable", 15L),
            tuple("duplicate", "the same text as qingdao-2022-congress-report.txt", 2679L));
    assertThat(ask("rejected-and-duplicates").get(1)).containsEntry("document", REPRINT);
  }

  @Test
  void countsDocumentsByEncodingAndByHowItIsKnown() {
    assertThat(ask("encodings"))
        .extracting(
            row -> row.get("encoding"),
            row -> row.get("encoding_source"),
            row -> row.get("documents"))
        .containsExactly(
            tuple("UTF-8", "utf8", 19L),
            tuple("GB18030", "detected", 1L),
            tuple("UTF-16LE", "bom", 1L),
            tuple("UTF-8", "bom", 1L));
  }

  @Test
  void overlooksTheCorpusByYearByRegionAndByType() {
    assertThat(ask("documents-overview"))
        .extracting(
            row -> row.get("grouped_by"),
            row -> row.get("group"),
            row -> row.get("documents"),
            row -> row.get("duplicates"))
        .contains(
            tuple("year", "2020", 3L, 0L),
            tuple("year", "2022", 5L, 1L),
            tuple("region", "青岛市", 6L, 1L),
            tuple("region", "全国", 3L, 0L),
            tuple("doc_type", "新闻报道", 6L, 1L),
            tuple("doc_type", "通知", 2L, 0L))
        // Seven years, thirteen regions, seven types.
        .hasSize(27);
  }

  private static List<Map<String, Object>> ask(String query) {
    return ask(query, Map.of());
  }

  /** The rows of a query's answer, in order, with only these variables and the result set. */
  private static List<Map<String, Object>> ask(String query, Map<String, Object> variables) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      set(statement, "result", result.toString());
      for (Map.Entry<String, Object> variable : variables.entrySet()) {
        set(statement, variable.getKey(), variable.getValue());
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery(Notebooks.sql(query))) {
        while (answer.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
            row.put(answer.getMetaData().getColumnName(i), answer.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(query + ": " + e.getMessage(), e);
    }
  }

  private static void set(Statement statement, String variable, Object value) throws SQLException {
    statement.execute("SET VARIABLE " + variable + " = " + literal(value));
  }

  private static String literal(Object value) {
    if (value instanceof List<?> list) {
      return "["
          + list.stream().map(NotebookQueriesTest::literal).collect(Collectors.joining(", "))
          + "]";
    }
    return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
  }

  private static List<Map<String, Object>> rows(
      List<Map<String, Object>> rows, String column, String value) {
    return rows.stream().filter(row -> value.equals(row.get(column))).toList();
  }

  /** As Python slices: by code points. */
  private static String slice(String text, long begin, long end) {
    return text.substring(
        text.offsetByCodePoints(0, (int) begin), text.offsetByCodePoints(0, (int) end));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
