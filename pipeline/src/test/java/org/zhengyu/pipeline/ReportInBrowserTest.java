package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report of the samples as a reader sees it: opened from disk by Chromium, with every view, and
 * its numbers held against the tables by DuckDB. With {@code -Dzhengyu.pictures=FOLDER} each view
 * leaves a picture there.
 */
@Tag("slow")
class ReportInBrowserTest {
  private static final List<String> VIEWS =
      List.of(
          "overview",
          "board",
          "phrase",
          "spread",
          "concordance",
          "dispersion",
          "network",
          "keyness",
          "compare",
          "repeats",
          "candidates",
          "trust");

  @TempDir static Path temp;
  private static Result result;
  private static Browser browser;

  @BeforeAll
  static void openReport() throws Exception {
    browser = Browser.start(temp.resolve("profile"));
    result =
        ZhengyuJob.into(temp.resolve("结果"))
            .over(Seeds.CORPUS)
            .with("metadata", Seeds.METADATA)
            .groupedBy("region,year")
            .complete();
    browser.open(result.folder().resolve("report.html"), "#overview?lang=zh");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void go(String view) throws Exception {
    browser.go("#" + view + (view.contains("?") ? "&" : "?") + "lang=zh");
  }

  private static List<List<String>> table(String name) throws Exception {
    return browser.table(name);
  }

  /** A count as the page writes it. */
  private static long count(String shown) {
    return Long.parseLong(shown.replace(",", ""));
  }

  /** That a measure as the page writes it is this one, to the digits that are shown. */
  private static void assertMeasure(String shown, Object value) {
    if (value == null) {
      assertThat(shown).isEqualTo("–");
      return;
    }
    double number = ((Number) value).doubleValue();
    double read = Double.parseDouble(shown.replace(",", "").replace('−', '-'));
    assertThat(read).isCloseTo(number, within(0.006 * Math.max(1, Math.abs(number))));
  }

  private static Map<List<Object>, List<Object>> byKey(String sql, int keys) {
    return byKey(result, sql, keys);
  }

  private static Map<List<Object>, List<Object>> byKey(Result tables, String sql, int keys) {
    Map<List<Object>, List<Object>> rows = new HashMap<>();
    for (List<Object> row : tables.query(sql)) {
      rows.put(
          row.subList(0, keys).stream().map(key -> (Object) String.valueOf(key)).toList(),
          row.subList(keys, row.size()));
    }
    return rows;
  }

  @Test
  void drawsEveryViewInBothLanguagesWithoutComplaintOrRequest() throws Exception {
    for (String view : VIEWS) {
      for (String settings : List.of("lang=zh", "lang=en", "lang=en&theme=dark")) {
        browser.go("#" + view + "?" + settings);
        assertThat(browser.evaluate("document.querySelector('main').dataset.view").asText())
            .isEqualTo(view);
        assertThat(browser.evaluate("document.querySelector('main h2').textContent").asText())
            .isNotBlank();
        assertThat(browser.evaluate(Browser.MISSING_GLYPHS)).as(view).isEmpty();
        picture(view, settings);
      }
    }
    go("compare?of=groups&facet=region");
    picture("groups", "lang=zh");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang=zh", "lang=en&theme=dark"})
  void breaksNoRuleOfAccessibility(String settings) throws Exception {
    browser.evaluate(Axe.script());
    for (String view : VIEWS) {
      browser.go("#" + view + "?" + settings);
      assertThat(browser.evaluate(Axe.VIOLATIONS)).as(view).isEmpty();
    }
  }

  private static void picture(String view, String settings) throws Exception {
    String folder = System.getProperty("zhengyu.pictures");
    if (folder != null) {
      String suffix = settings.equals("lang=zh") ? "" : settings.contains("dark") ? "-dark" : "-en";
      browser.picture(Path.of(folder).resolve(view + suffix + ".png"));
    }
  }

  @Test
  void showsTheCorpusByPlaceAndYear() throws Exception {
    go("overview");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select coalesce(region, '–'), year, count(*), sum(tokens)::bigint from documents"
                + " where duplicate_of is null and year is not null group by region, year",
            2);
    List<List<String>> shown = table("coverage");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      List<Object> values = expected.get(List.of(row.get(0), row.get(1)));
      assertThat(List.<Object>of(count(row.get(2)), count(row.get(3))))
          .as("%s", row)
          .isEqualTo(values);
    }
    // What is written into the fields of the picture, beside the names of its axes.
    List<String> drawn = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('figure[data-name=coverage] svg"
                + " text')].map((text) => text.textContent)")
        .forEach(text -> drawn.add(text.asText()));
    long fields = drawn.stream().filter(text -> text.matches("[0-9]{1,2}")).count();
    assertThat(fields).isEqualTo(expected.size());
  }

  @Test
  void showsTheLedgerOfEveryPhraseThatIsUsed() throws Exception {
    go("board");
    assertLedger(result);
  }

  /** What is drawn, beside tables that are another's. */
  @Test
  void isFoundOutWhereATableIsWrong() throws Exception {
    Path altered = temp.resolve("altered/phrases");
    Files.createDirectories(altered);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (if(phrase = '链长制', uses + 1, uses) AS uses) FROM read_parquet('"
              + result.folder()
              + "/phrases/*.parquet')) TO '"
              + altered.resolve("part-00000.parquet")
              + "'");
    }
    Path documents = Files.createDirectories(altered.resolveSibling("documents"));
    try (Stream<Path> files = Files.list(result.folder().resolve("documents"))) {
      for (Path file : files.toList()) {
        Files.copy(file, documents.resolve(file.getFileName()));
      }
    }
    go("board");

    assertThatThrownBy(() -> assertLedger(new Result(altered.getParent())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("uses of [链长制");
  }

  private static void assertLedger(Result tables) throws Exception {
    Map<List<Object>, List<Object>> expected =
        byKey(
            tables,
            "select phrase, uses, literal, df, case date_precision when 'year' then strftime(first_date,"
                + " '%Y') when 'month' then strftime(first_date, '%Y-%m') else first_date::varchar end"
                + " || if(first_ties > 1, ' one of ' || first_ties, '') from phrases left join documents"
                + " on doc_id = first_doc_id where uses > 0",
            1);
    List<List<String>> shown = table("phrases");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      List<Object> values = expected.get(List.of(row.get(0)));
      assertThat(count(row.get(2))).as("uses of %s", row).isEqualTo(values.get(0));
      assertThat(row.get(3)).as("literal of %s", row).endsWith(" " + values.get(1));
      assertThat(count(row.get(4))).as("df of %s", row).isEqualTo(values.get(2));
      assertThat(row.get(8)).isEqualTo(values.get(3) == null ? "–" : values.get(3).toString());
    }
  }

  @Test
  void filtersTheBoardByPlace() throws Exception {
    go("board?region=青岛市");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select phrase, count(*), count(distinct doc_id) from phrase_occurrences join documents"
                + " using (doc_id) where is_use and region = '青岛市' and duplicate_of is null group"
                + " by phrase",
            1);
    List<List<String>> shown = table("phrases");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      assertThat(List.<Object>of(count(row.get(2)), count(row.get(4))))
          .as("%s", row)
          .isEqualTo(expected.get(List.of(row.get(0))));
    }
  }

  @Test
  void followsAPhraseThroughTimeAndItsCompany() throws Exception {
    go("phrase?term=链长");
    Map<List<Object>, List<Object>> trend =
        byKey(
            "select period, f, df, per_million, ci_low, ci_high from trends where term = '链长'"
                + " and facet = 'corpus'",
            1);
    List<List<String>> periods = table("trend");
    assertThat(periods).hasSameSizeAs(trend.keySet());
    for (List<String> row : periods) {
      List<Object> values = trend.get(List.of(row.get(0)));
      assertThat(List.<Object>of(count(row.get(1)), count(row.get(2))))
          .isEqualTo(values.subList(0, 2));
      for (int i = 3; i < 6; i++) {
        assertMeasure(row.get(i), values.get(i - 1));
      }
    }
    Map<List<Object>, List<Object>> pairs =
        byKey(
            "select case when term_a = '链长' then term_b else term_a end, o11, g2, log_dice from"
                + " cooccurrences where '链长' in (term_a, term_b) and caution is null",
            1);
    List<List<String>> neighbours = table("neighbours");
    assertThat(neighbours).hasSize(Math.min(30, pairs.size())).isNotEmpty();
    for (List<String> row : neighbours) {
      List<Object> values = pairs.get(List.of(row.get(0)));
      assertThat(count(row.get(1))).isEqualTo(values.get(0));
      assertMeasure(row.get(2), values.get(1));
      assertMeasure(row.get(3), values.get(2));
    }
    Map<List<Object>, List<Object>> documents =
        byKey(
            "select doc_id, count(*) from phrase_occurrences where phrase = '链长' and is_use group by"
                + " doc_id",
            1);
    List<List<String>> listed = table("uses-by-document");
    assertThat(listed).hasSameSizeAs(documents.keySet());
    for (List<String> row : listed) {
      assertThat(count(row.get(4))).isEqualTo(documents.get(List.of(row.get(0))).get(0));
    }
  }

  @Test
  void saysHowManyNeighboursAreLeftOutAndWhereTheyAre() throws Exception {
    long leftOut =
        result.number(
            "select count(*) from cooccurrences where unit = 'sentence' and '链长' in (term_a, term_b)"
                + " and caution is not null");
    assertThat(leftOut).isPositive();
    String shown = String.format(Locale.ROOT, "%,d", leftOut);
    for (String view : List.of("phrase?term=链长", "compare?term=链长&other=链长制")) {
      go(view);
      assertThat(notes())
          .as(view)
          .anyMatch(
              note ->
                  note.startsWith("另有 " + shown + " 个词语与“链长”同句出现而未列入")
                      && note.contains("cooccurrences"));
    }
    browser.go("#phrase?term=链长&lang=en");
    assertThat(notes())
        .anyMatch(
            note ->
                note.startsWith(
                        "Terms that share a sentence with “链长” but are not listed: " + shown + ".")
                    && note.contains("cooccurrences"));
  }

  private static List<String> notes() throws Exception {
    List<String> notes = new ArrayList<>();
    browser
        .evaluate("[...document.querySelectorAll('main .extent')].map((note) => note.textContent)")
        .forEach(note -> notes.add(note.asText()));
    return notes;
  }

  @Test
  void quotesTheTextAsItIs() throws Exception {
    go("concordance?term=链长制&sort=sortLot");
    List<String> lines = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('.kwic [role=row]')].map((row) => [...row.children]"
                + ".slice(0, 3).map((cell) => cell.textContent).join('|'))")
        .forEach(line -> lines.add(line.asText()));
    List<String> expected =
        result.texts(
            "select right(context_left, 26) || '|' || form || '|' || left(context_right, 26) from"
                + " phrase_occurrences where phrase = '链长制' and is_use");
    assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void opensTheSentencesBehindANumber() throws Exception {
    go("board");
    browser.evaluate(
        "[...document.querySelectorAll('main tbody tr')].find((row) => row.cells[0].textContent ==="
            + " '链长制').cells[2].querySelector('button').click()");
    assertThat(
            browser
                .evaluate("document.querySelector('dialog[open] .kwic').children.length")
                .asLong())
        .isEqualTo(result.number("select uses from phrases where phrase = '链长制'"));
    assertThat(browser.evaluate("document.querySelector('dialog pre').textContent").asText())
        .isEqualTo("./zhengyu kwic " + result.folder() + " 链长制");
    browser.evaluate("document.querySelector('dialog').close()");
  }

  @Test
  void showsWhereAPhraseSpread() throws Exception {
    go("spread?term=链长制");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select coalesce(region, '–'), year, count(distinct doc_id) from phrase_occurrences join"
                + " documents using (doc_id) where phrase = '链长制' and is_use and year is not null"
                + " group by region, year",
            2);
    long found = 0;
    for (List<String> row : table("spread")) {
      List<Object> values = expected.getOrDefault(List.of(row.get(0), row.get(1)), List.of(0L));
      assertThat(count(row.get(5))).as("%s", row).isEqualTo(values.get(0));
      found += count(row.get(5)) > 0 ? 1 : 0;
    }
    assertThat(found).isEqualTo(expected.size());
  }

  @Test
  void tellsWhoWasFirstAndOfWhomThatIsUnknown() throws Exception {
    go("spread?term=链长制");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select region, rank || if(count(*) over (partition by rank) > 1, ' =', ''),"
                + " coalesce(lag_days::varchar, '不详'), coalesce(centre_lag_days::varchar, '不详'),"
                + " documents_before::varchar, documents_after::varchar, first_doc_id,"
                + " coalesce(silent_until::varchar, '–') from diffusion"
                + " where phrase = '链长制'",
            1);
    List<List<String>> shown = table("adoption");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      assertThat(
              Stream.of(0, 4, 5, 7, 8, 9, 10)
                  .map(row::get)
                  .map(cell -> cell.replace(",", ""))
                  .toList())
          .as("%s", row)
          .isEqualTo(expected.get(List.of(row.get(1))));
    }
    // A place of which the lag is unknown has a mark of its own.
    assertThat(
            browser
                .evaluate(
                    "(() => { const paths = [...document.querySelectorAll('figure[data-name=adoption]"
                        + " svg path')]; const gold ="
                        + " getComputedStyle(document.documentElement).getPropertyValue('--gold').trim();"
                        + " return paths.filter((path) => path.getAttribute('stroke') ==="
                        + " gold).length; })()")
                .asLong())
        .isEqualTo(
            result.number(
                "select count(*) from diffusion where phrase = '链长制' and lag_days is null and rank"
                    + " > 1"));
  }

  @Test
  void showsWhatRepeatsAndFromWhomToWhom() throws Exception {
    go("repeats");
    Map<List<Object>, List<Object>> shares =
        byKey(
            "select doc_id, tokens, copied, adapted, own, unsourced from reuse where own is not null",
            1);
    List<List<String>> documents = table("reuse");
    assertThat(documents).hasSameSizeAs(shares.keySet());
    for (List<String> row : documents) {
      assertThat(Stream.of(4, 5, 7, 9, 11).map(cell -> (Object) count(row.get(cell))).toList())
          .as("%s", row)
          .isEqualTo(shares.get(List.of(row.get(0))));
    }
    Map<List<Object>, List<Object>> places =
        byKey(
            "select a.region, b.region, sum(l.tokens)::varchar, count(*)::varchar from lineage l join documents a on a.doc_id"
                + " = source_doc_id join documents b on b.doc_id = target_doc_id where a.region is not"
                + " null and b.region is not null group by all",
            2);
    List<List<String>> matrix = table("lineage-by-place");
    assertThat(matrix).hasSameSizeAs(places.keySet());
    for (List<String> row : matrix) {
      assertThat(Stream.of(2, 3).map(row::get).map(cell -> cell.replace(",", "")).toList())
          .as("%s", row)
          .isEqualTo(places.get(List.of(row.get(0), row.get(1))));
    }
    assertThat(table("lineage")).hasSize((int) result.number("select count(*) from lineage"));
    List<List<String>> passages = table("passages");
    List<List<Object>> expected =
        result.query(
            "select example, tokens, documents, occurrences from passages order by tokens *"
                + " (documents - 1) desc");
    assertThat(passages).hasSameSizeAs(expected);
    for (List<String> row : passages) {
      assertThat(expected)
          .contains(List.of(row.get(0), count(row.get(1)), count(row.get(2)), count(row.get(3))));
    }
    browser.evaluate(
        "document.querySelector('[data-name=passages] tbody tr').querySelector('button').click()");
    assertThat(table("places-of-passage")).hasSize((int) count(passages.get(0).get(3)));
    browser.evaluate("document.querySelector('dialog').close()");
  }

  @Test
  void opensSentencesOfTwoTermsOfWhichNoneIsAPhrase() throws Exception {
    List<Object> pair =
        result
            .query(
                "select term_a, term_b, o11 from network_edges where network = 'all' and term_a not in (select phrase from"
                    + " phrases) and term_b not in (select phrase from phrases) order by weight desc,"
                    + " term_a, term_b limit 1")
            .get(0);
    go("network?network=all");
    browser.evaluate(
        "[...document.querySelectorAll('main figure[data-name=network] tbody tr')].find((row) =>"
            + " row.cells[0].textContent === '%s' && row.cells[1].textContent ==="
                .formatted(pair.get(0))
            + " '%s').cells[2].querySelector('button').click()".formatted(pair.get(1)));
    List<String> lines = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('dialog[open] .kwic [role=row]')].map((row) =>"
                + " [...row.children].slice(0, 3).map((cell) => cell.textContent).join(''))")
        .forEach(line -> lines.add(line.asText()));
    List<String> sentences =
        result.texts(
            "select text from sentences where list_contains(terms, '%s') and list_contains(terms, '%s')"
                .formatted(pair.get(0), pair.get(1)));
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(sentences).anyMatch(sentence -> sentence.contains(line));
    }
    browser.evaluate("document.querySelector('dialog').close()");
  }

  @Test
  void printsDrawingsInLightThatShrinkWithThePaper() throws Exception {
    browser.go("#phrase?term=链长制&lang=zh&theme=dark");
    browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.evaluate("document.documentElement.dataset.theme").asText())
        .isEqualTo("light");
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.chart svg')].map((drawing) =>"
                        + " drawing.hasAttribute('viewBox'))")
                .toString())
        .matches("\\[true(,true)+\\]");
    browser.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(browser.evaluate("document.documentElement.dataset.theme").asText())
        .isEqualTo("dark");
  }

  /** The queries that stand behind charts and tables are those of the tables that are there. */
  @Test
  void givesQueriesThatDuckDbAnswers() throws Exception {
    for (String view : VIEWS) {
      for (String settings :
          List.of("term=链长制", "term=链长制&region=青岛市&from=2020", "of=groups", "term=链长制&other=河长制")) {
        go(view + "?" + settings);
        for (JsonNode sql :
            browser.evaluate(
                "[...document.querySelectorAll('main"
                    + " [data-sql]')].map((button) => button.dataset.sql)")) {
          assertThat(result.query(sql.asText())).as(sql.asText()).isNotNull();
        }
      }
    }
  }

  @Test
  void drawsOnlyTheYearsThatAreAskedFor() throws Exception {
    go("spread?term=链长制&from=2022");
    List<String> drawn = new ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('figure[data-name=spread] svg text')].map((text) =>"
                + " text.textContent)")
        .forEach(text -> drawn.add(text.asText()));
    assertThat(drawn).contains("2022", "2024").doesNotContain("2018", "2020", "2021");
  }

  @Test
  void marksEveryUseInItsDocument() throws Exception {
    go("dispersion?term=链长制");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select doc_id, count(*) from phrase_occurrences where phrase = '链长制' and is_use group by"
                + " doc_id",
            1);
    List<List<String>> shown = table("dispersion");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      assertThat(count(row.get(4))).isEqualTo(expected.get(List.of(row.get(0))).get(0));
    }
  }

  @Test
  void drawsTheEdgesOfTheNetwork() throws Exception {
    go("network?network=all");
    Map<List<Object>, List<Object>> expected =
        byKey("select term_a, term_b, o11, weight from network_edges where network = 'all'", 2);
    List<List<String>> shown = table("network");
    assertThat(shown).hasSizeGreaterThan(100);
    for (List<String> row : shown) {
      List<Object> values = expected.get(List.of(row.get(0), row.get(1)));
      assertThat(count(row.get(2))).isEqualTo(values.get(0));
      assertMeasure(row.get(3), values.get(1));
    }
  }

  @Test
  void comparesGroups() throws Exception {
    go("keyness?facet=region&value=青岛市");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select term, f1, f2, ll, log_ratio from keyness where facet = 'region' and value ="
                + " '青岛市'",
            1);
    List<List<String>> shown = table("keyness");
    assertThat(shown).hasSizeGreaterThan(50);
    for (List<String> row : shown) {
      List<Object> values = expected.get(List.of(row.get(0)));
      assertThat(List.<Object>of(count(row.get(1)), count(row.get(2))))
          .isEqualTo(values.subList(0, 2));
      assertMeasure(row.get(3), values.get(2));
      if (values.get(3) != null && !Double.isInfinite((Double) values.get(3))) {
        assertMeasure(row.get(4), values.get(3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"青岛市", "全国"})
  void warnsOfAGroupOfFewDocuments(String group) throws Exception {
    go("keyness?facet=region&value=" + group);
    boolean hasFew =
        result
            .texts(
                "select bool_and(caution = 'few_documents') from keyness where facet = 'region'"
                    + " and caution is not null and value = '"
                    + group
                    + "' group by value having count(*) = count(caution)")
            .contains("true");
    assertThat(browser.evaluate("document.querySelector('main').textContent").asText())
        .matches(text -> text.contains("文档太少") == hasFew);
  }

  @Test
  void setsTwoPhrasesSideBySide() throws Exception {
    go("compare?term=链长制&other=河长制");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select region, count(*) filter (phrase = '链长制'), count(*) filter (phrase = '河长制') from"
                + " phrase_occurrences join documents using (doc_id) where is_use and phrase in"
                + " ('链长制', '河长制') and region is not null group by region",
            1);
    List<List<String>> shown = table("compare-places");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      assertThat(List.<Object>of(count(row.get(1)), count(row.get(6))))
          .isEqualTo(expected.get(List.of(row.get(0))));
    }
  }

  @Test
  void setsTwoGroupsSideBySide() throws Exception {
    go("compare?of=groups&facet=region&value=青岛市&against=合肥市");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select term, sum(f) filter (value = '青岛市'), sum(df) filter (value = '青岛市'), sum(f) filter"
                + " (value = '合肥市'), sum(df) filter (value = '合肥市') from trends where term in (select"
                + " phrase from phrases) and facet = 'region' and value in ('青岛市', '合肥市') group by term having"
                + " sum(f) > 0",
            1);
    List<List<String>> shown = table("two-groups");
    assertThat(shown).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      assertThat(Stream.of(1, 4, 6, 9).map(cell -> String.valueOf(count(row.get(cell)))).toList())
          .as("%s", row)
          .isEqualTo(expected.get(List.of(row.get(0))).stream().map(String::valueOf).toList());
    }
  }

  @Test
  void followsAPhraseWithinEachGroup() throws Exception {
    go("phrase?term=链长制&facet=region");
    String ofPhrase = " from trends where term = '链长制' and facet = 'region'";
    Map<List<Object>, List<Object>> sums =
        byKey(
            "select value, sum(f), sum(tokens), sum(df), sum(f) * 1e6 / sum(tokens)"
                + ofPhrase
                + " group by value",
            1);
    List<List<String>> groups = table("by-group");
    assertThat(groups).hasSameSizeAs(sums.keySet());
    for (List<String> row : groups) {
      List<Object> values = sums.get(List.of(row.get(0)));
      assertThat(Stream.of(1, 2, 4).map(cell -> String.valueOf(count(row.get(cell)))).toList())
          .as("%s", row)
          .isEqualTo(values.subList(0, 3).stream().map(String::valueOf).toList());
      assertMeasure(row.get(3), values.get(3));
    }
    Map<List<Object>, List<Object>> expected =
        byKey("select value, period, f, tokens, df, per_million, ci_high" + ofPhrase, 2);
    List<List<String>> periods = table("group-trends");
    assertThat(periods).hasSameSizeAs(expected.keySet());
    for (List<String> row : periods) {
      List<Object> values = expected.get(List.of(row.get(0), row.get(1)));
      assertThat(List.<Object>of(count(row.get(2)), count(row.get(3)), count(row.get(5))))
          .as("%s", row)
          .isEqualTo(values.subList(0, 3));
      assertMeasure(row.get(4), values.get(3));
      assertMeasure(row.get(8), count(row.get(2)) == 0 ? null : values.get(4));
    }
  }

  @Test
  void filtersATrendByPlaceAndYears() throws Exception {
    go("phrase?term=链长制&region=青岛市&from=2021&measure=share");
    Map<List<Object>, List<Object>> expected =
        byKey(
            "select period, f, df, document_share from trends where term = '链长制' and facet = 'region'"
                + " and value = '青岛市' and period >= '2021'",
            1);
    List<List<String>> shown = table("trend");
    assertThat(shown).hasSizeGreaterThan(1).hasSameSizeAs(expected.keySet());
    for (List<String> row : shown) {
      List<Object> values = expected.get(List.of(row.get(0)));
      assertThat(List.<Object>of(count(row.get(1)), count(row.get(2))))
          .isEqualTo(values.subList(0, 2));
      assertThat(row.get(6))
          .isEqualTo(String.format(Locale.ROOT, "%.1f%%", 100 * (Double) values.get(2)));
    }
  }

  @Test
  void listsCandidatesByTheirRank() throws Exception {
    go("candidates");
    List<List<Object>> expected =
        result.query("select candidate, rank, tf, df, quoted from candidates order by rank");
    List<List<String>> shown = table("candidates");
    assertThat(shown).hasSameSizeAs(expected);
    for (int i = 0; i < shown.size(); i++) {
      List<String> row = shown.get(i);
      List<Object> read = new ArrayList<>(List.<Object>of(row.get(1)));
      row.subList(2, 6).forEach(number -> read.add(count(number)));
      assertThat(read).isEqualTo(expected.get(i));
    }
  }

  @Test
  void saysWhatIsMissingWhereAResultHasFewTables() throws Exception {
    Path input = ZhengyuJob.write(temp.resolve("one.txt"), "推行链长制。");
    Result small =
        ZhengyuJob.into(temp.resolve("few")).over(input).with("tables", "documents").complete();
    browser.open(small.folder().resolve("report.html"), "#overview?lang=zh");
    for (String view : VIEWS) {
      go(view);
      assertThat(browser.evaluate("document.querySelector('main').textContent.length").asInt())
          .as(view)
          .isGreaterThan(20);
    }
    assertThat(browser.complaints()).isEmpty();
    browser.open(result.folder().resolve("report.html"), "#overview?lang=zh");
  }

  @Test
  void givesTheMethodsAsTheManifestHasThem() throws Exception {
    go("trust");
    assertThat(browser.evaluate("document.querySelector('blockquote').textContent").asText())
        .isEqualTo(new ObjectMapper().readTree(result.manifest()).path("methods_zh").asText());
  }

  @Test
  void findsATermByTheInitialsOfItsPinyin() throws Exception {
    go("overview");
    browser.evaluate(
        "(() => { const field = document.querySelector('#find'); field.value = 'lcz';"
            + " field.dispatchEvent(new Event('input')); })()");
    assertThat(browser.evaluate("document.querySelector('#found bdi').textContent").asText())
        .isEqualTo("链长制");
  }

  @Test
  void runsNothingThatADocumentSays() throws Exception {
    String evil =
        "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>{a|b}\u202e&amp;";
    ObjectMapper json = new ObjectMapper();
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      records
          .append(
              json.writeValueAsString(
                  Map.of(
                      "id", evil + i,
                      "title", evil + "标题",
                      "region", evil + "市",
                      "date", "202" + i + "-01-02",
                      "text", "全面推行链长制" + evil + "，推动高质量<b>发展</b>。推行链长制和高质量发展。")))
          .append('\n');
    }
    Path corpus = ZhengyuJob.write(temp.resolve("evil.jsonl"), records.toString());
    Path lexicon =
        ZhengyuJob.write(
            temp.resolve("evil.csv"),
            "phrase,category\n链长制,\"" + evil.replace("\u202e", "") + "\"\n高质量<b>发展</b>,b\n");
    Path folder = temp.resolve("evil</script><script>window.ran = 1</script>");
    Result hostile =
        ZhengyuJob.into(folder)
            .over(corpus)
            .with("lexicon", lexicon)
            .groupedBy("region")
            .complete();
    browser.open(hostile.folder().resolve("report.html"), "#overview?lang=zh");
    for (String view : VIEWS) {
      browser.go("#" + view + "?lang=zh&term=链长制&around=链长制");
    }
    browser.go("#overview?lang=zh");
    assertThat(browser.evaluate("document.body.textContent").asText()).contains(evil + "市");
    assertThat(
            browser.evaluate("document.querySelectorAll('#page script, #page img').length").asInt())
        .isZero();
    assertThat(browser.evaluate("typeof window.ran").asText()).isEqualTo("undefined");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    browser.open(result.folder().resolve("report.html"), "#overview?lang=zh");
  }
}
