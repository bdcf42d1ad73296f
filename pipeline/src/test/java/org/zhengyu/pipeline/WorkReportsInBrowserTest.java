package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of 93 work reports, opened from disk by Chromium: fifty numbers of a view, drawn by
 * lot, beside the tables. Skipped without the reports, or without Chromium.
 */
@Tag("slow")
class WorkReportsInBrowserTest {
  private static final int COMPARED = 50;
  private static final long SEED = 16;

  @TempDir static Path temp;
  private static Result result;
  private static Browser browser;

  @BeforeAll
  static void openReport() throws Exception {
    Path reports = ZhengyuJob.shared("corpus/work-reports");
    browser = Browser.start(temp.resolve("profile"));
    Path output = temp.resolve("reports");
    result =
        ZhengyuJob.command(output)
            .with("input", reports)
            .with("metadata", reports.resolve("metadata.csv"))
            .with("groupBy", "region,level")
            .with("tables", "all")
            .with("output", output)
            .complete();
    browser.open(output.resolve("report.html"), "#overview?lang=zh");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /**
   * Rows of a table of the page, beside the same of the table of the result.
   *
   * @param columns which cells of a row are compared, with blanks between
   * @param sql which gives these
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "board | phrases | 0 2 4 | select phrase, uses, df from phrases",
        "overview | coverage | 0 1 2 | select region, year, count(*) from documents where duplicate_of"
            + " is null group by all",
        "phrase?term=高质量发展 | trend | 0 1 2 | select period, f, df from trends where term = '高质量发展'"
            + " and facet = 'corpus'",
        "phrase?term=高质量发展 | neighbours | 0 1 | select if(term_a = '高质量发展', term_b, term_a), o11"
            + " from cooccurrences where '高质量发展' in (term_a, term_b) and caution is null",
        "phrase?term=高质量发展 | uses-by-document | 3 4 | select region, count(*) from"
            + " phrase_occurrences join documents using (doc_id) where phrase = '高质量发展' and is_use"
            + " group by doc_id, region",
        "phrase?term=高质量发展&region=上海市 | trend | 0 1 2 | select period, f, df from trends where term ="
            + " '高质量发展' and facet = 'region' and value = '上海市'",
        "phrase?term=高质量发展&facet=level | group-trends | 0 1 2 3 5 | select value, period, f, tokens, df"
            + " from trends where term = '高质量发展' and facet = 'level'",
        "phrase?term=高质量发展&facet=region | by-group | 0 1 2 4 | select value, sum(f), sum(tokens), sum(df)"
            + " from trends where term = '高质量发展' and facet = 'region' group by value",
        "spread?term=新质生产力 | spread | 0 1 2 5 | select region, year, count(*) filter (phrase = '新质生产力'"
            + " and is_use), count(distinct doc_id) filter (phrase = '新质生产力' and is_use) from documents"
            + " left join phrase_occurrences using (doc_id) group by region, year",
        "spread?term=新质生产力 | adoption | 1 4 7 8 9 | select region, coalesce(lag_days::varchar, '不详'),"
            + " documents_before, documents_after, first_doc_id from diffusion where phrase = '新质生产力'",
        "dispersion?term=高质量发展 | dispersion | 0 4 | select doc_id, count(*) from phrase_occurrences where"
            + " phrase = '高质量发展' and is_use group by doc_id",
        "network | network | 0 1 2 | select term_a, term_b, o11 from network_edges where network = 'phrases'",
        "network | communities | 0 2 | select community, count(*) from network_nodes where network ="
            + " 'phrases' group by community",
        "keyness?facet=level&value=national | keyness | 0 1 2 | select term, f1, f2 from keyness where facet ="
            + " 'level' and value = 'national'",
        "keyness?region=上海市 | keyness | 0 1 2 | select term, f1, f2 from keyness where facet = 'region' and"
            + " value = '上海市'",
        "compare?term=数字经济&other=实体经济 | compare-trend | 0 1 4 6 9 | select period, sum(f) filter (term ="
            + " '数字经济'), sum(df) filter (term = '数字经济'), sum(f) filter (term = '实体经济'), sum(df) filter"
            + " (term = '实体经济') from trends where facet = 'corpus' group by period",
        "compare?term=数字经济&other=实体经济 | compare-places | 0 1 6 | select region, count(*) filter (phrase ="
            + " '数字经济'), count(*) filter (phrase = '实体经济') from phrase_occurrences join documents using"
            + " (doc_id) where is_use group by region",
        "compare?of=groups&facet=level&value=national&against=province | two-groups | 0 1 6 | select term,"
            + " sum(f) filter (value = 'national'), sum(f) filter (value = 'province') from trends where"
            + " facet = 'level' group by term",
        "repeats | reuse | 0 4 5 7 9 11 | select doc_id, tokens, copied, adapted, own, unsourced from reuse",
        "repeats | reuse-by-year | 0 2 3 5 7 | select year, sum(r.tokens), sum(copied), sum(adapted), sum(own)"
            + " from reuse r join documents using (doc_id) group by year",
        "repeats | lineage-by-place | 0 1 2 3 | select a.region, b.region, sum(l.tokens), count(*) from lineage"
            + " l join documents a on a.doc_id = source_doc_id join documents b on b.doc_id = target_doc_id"
            + " group by all",
        "repeats | lineage | 2 3 4 | select tokens, passages, longest from lineage",
        "repeats | passages | 0 1 2 3 | select example, tokens, documents, occurrences from passages",
        "candidates | candidates | 1 2 3 4 5 | select candidate, rank, tf, df, quoted from candidates",
      })
  void drawsTheNumbersOfTheTables(String view, String name, String columns, String sql)
      throws Exception {
    browser.go("#" + view + (view.contains("?") ? "&" : "?") + "lang=zh");
    List<List<String>> shown = new ArrayList<>();
    for (List<String> row : browser.table(name)) {
      List<String> cells = new ArrayList<>();
      for (String column : columns.split(" ", -1)) {
        cells.add(row.get(Integer.parseInt(column)).replace(",", ""));
      }
      shown.add(cells);
    }
    Collections.shuffle(shown, new Random(SEED));
    List<List<String>> compared = shown.subList(0, Math.min(COMPARED, shown.size()));
    List<List<String>> expected =
        result.query(sql).stream()
            .map(row -> row.stream().map(value -> String.valueOf(value).replace(",", "")).toList())
            .toList();

    assertThat(compared).isNotEmpty().isSubsetOf(expected);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
  }

  @Test
  void opensSentencesOfAGroupThatAFieldOfTheMetadataMakes() throws Exception {
    browser.go("#phrase?term=高质量发展&facet=level&lang=zh");
    browser.evaluate(
        "[...document.querySelectorAll('main figure[data-name=by-group] tbody tr')].find((row) =>"
            + " row.cells[0].textContent === 'municipality').querySelector('button').click()");
    Set<String> documents = new HashSet<>();
    browser
        .evaluate(
            "[...document.querySelectorAll('dialog[open] .kwic .source')].map((source) =>"
                + " source.title.replace(/:[0-9]+$/, ''))")
        .forEach(document -> documents.add(document.asText()));
    assertThat(documents)
        .isNotEmpty()
        .isSubsetOf(
            result.texts(
                "select doc_id from documents where (metadata ->> 'level') = 'municipality'"));
    String sql =
        browser
            .evaluate("[...document.querySelectorAll('dialog[open] pre')].at(-1).textContent")
            .asText();
    assertThat(result.query(sql).size())
        .isEqualTo(
            (int)
                result.number(
                    "select count(distinct (doc_id, sentence)) from phrase_occurrences join"
                        + " documents using (doc_id) where phrase = '高质量发展' and is_use and (metadata"
                        + " ->> 'level') = 'municipality'"));
    browser.evaluate("document.querySelector('dialog').close()");
  }

  @Test
  void hasAGlyphForEveryCharacterThatIsShown() throws Exception {
    for (String view : List.of("overview", "board", "spread", "concordance", "repeats", "trust")) {
      browser.go("#" + view + "?lang=zh");
      assertThat(browser.evaluate(Browser.MISSING_GLYPHS)).as(view).isEmpty();
    }
  }
}
