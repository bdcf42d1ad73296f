package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

  /** A table of the page with all its rows: the texts of the cells. */
  private static final String READ_TABLE =
      "(() => { const table = document.querySelector('main [data-name=\"%s\"].table, main"
          + " figure[data-name=\"%s\"] .table'); for (let more = table.querySelector('.more');"
          + " !more.hidden;) { more.click(); } return [...table.querySelectorAll('tbody"
          + " tr')].map((row) => [...row.cells].map((cell) => cell.textContent)); })()";

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
            .with("groupBy", "region")
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
            + " from cooccurrences where '高质量发展' in (term_a, term_b)",
        "phrase?term=高质量发展 | uses-by-document | 3 4 | select region, count(*) from"
            + " phrase_occurrences join documents using (doc_id) where phrase = '高质量发展' and is_use"
            + " group by doc_id, region",
        "network | network | 0 1 2 | select term_a, term_b, o11 from network_edges where network = 'phrases'",
      })
  void drawsTheNumbersOfTheTables(String view, String name, String columns, String sql)
      throws Exception {
    browser.go("#" + view + (view.contains("?") ? "&" : "?") + "lang=zh");
    List<List<String>> shown = new ArrayList<>();
    for (JsonNode row : browser.evaluate(READ_TABLE.formatted(name, name))) {
      List<String> cells = new ArrayList<>();
      for (String column : columns.split(" ", -1)) {
        cells.add(row.get(Integer.parseInt(column)).asText().replace(",", ""));
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
  void hasAGlyphForEveryCharacterThatIsShown() throws Exception {
    for (String view : List.of("overview", "board", "concordance", "trust")) {
      browser.go("#" + view + "?lang=zh");
      assertThat(browser.evaluate(Browser.MISSING_GLYPHS)).as(view).isEmpty();
    }
  }
}
