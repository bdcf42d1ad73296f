package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  /** The data of the page but for what differs from run to run: the manifest. */
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/octet-stream\" data-table=\"(?!about)[^<]+<");

  @TempDir Path temp;

  private ZhengyuJob job(String output) {
    return ZhengyuJob.into(temp.resolve(output))
        .over(Seeds.CORPUS)
        .with("metadata", Seeds.METADATA);
  }

  private ZhengyuJob.Ended report(String... words) {
    ZhengyuJob job = ZhengyuJob.command(temp.resolve("结果")).withArgument("report");
    for (String word : words) {
      job = job.withArgument(word);
    }
    return job.run();
  }

  private static List<String> data(Path page) throws IOException {
    return DATA.matcher(Files.readString(page)).results().map(MatchResult::group).toList();
  }

  /** The rows of a table of the page. */
  private static List<List<Object>> table(Path page, String name, String... columns)
      throws IOException {
    Matcher data =
        Pattern.compile("data-table=\"" + name + "\">([^<]+)<").matcher(Files.readString(page));
    assertThat(data.find()).as(name).isTrue();
    byte[] packed = Base64.getDecoder().decode(data.group(1));
    JsonNode table =
        new ObjectMapper()
            .readTree(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < table.path("rows").asInt(); row++) {
      List<Object> values = new ArrayList<>();
      for (String column : columns) {
        JsonNode stored = table.path("columns").path(column);
        JsonNode texts = stored.path("texts");
        values.add(
            texts.isMissingNode()
                ? (Object) stored.path(row).asLong()
                : texts.path(stored.path("at").path(row).asInt()).asText());
      }
      rows.add(values);
    }
    return rows;
  }

  @Test
  void makesThePageOfARunAgain() throws IOException {
    ZhengyuJob.Ended run = job("结果").run();
    Path page = temp.resolve("结果/report.html");
    assertThat(run.out()).endsWith("report: " + page + System.lineSeparator());
    String written = Files.readString(page);
    Files.delete(page);
    ZhengyuJob.Ended again = report(temp.resolve("结果").toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).isEqualTo(page + System.lineSeparator());
    assertThat(Files.readString(page)).isEqualTo(written);
  }

  @Test
  void showsTheSameHoweverTheTablesWereWritten() throws IOException {
    job("one").with("buckets", 1).complete();
    job("many").with("buckets", 5).with("splitBytes", 2000).complete();
    List<String> one = data(temp.resolve("one/report.html"));
    assertThat(one).hasSizeGreaterThan(15);
    assertThat(data(temp.resolve("many/report.html"))).isEqualTo(one);
  }

  @Test
  void isLeftOutWhereNobodyWantsIt() {
    job("结果").with("report", false).complete();
    assertThat(temp.resolve("结果/report.html")).doesNotExist();
  }

  @Test
  void readsAResultOfAnOlderVersion() throws IOException {
    job("结果").with("report", false).complete();
    Files.delete(temp.resolve("结果/datapackage.json"));
    assertThat(report(temp.resolve("结果").toString()).exitCode()).isZero();
  }

  @Test
  void listsNoNeighboursThatCallForCautionButCountsThem() throws IOException {
    Result result = job("结果").complete();
    Path page = temp.resolve("结果/report.html");
    assertThat(table(page, "cooccurrences", "unit", "term_a", "term_b"))
        .isNotEmpty()
        .isSubsetOf(
            result.query("select unit, term_a, term_b from cooccurrences where caution is null"));
    assertThat(table(page, "pairs_left_out", "unit", "term", "pairs"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            result.query(
                "select unit, phrase, count(*) from cooccurrences join phrases on phrase in (term_a,"
                    + " term_b) where caution is not null and uses > 0 group by unit, phrase"));
  }

  @Test
  void listsAllNeighboursOfAResultThatKnowsNoCaution() throws Exception {
    Result result = job("结果").with("report", false).complete();
    List<List<Object>> strongestOfAll =
        result.query(
            "select unit, term_a, term_b from (from cooccurrences join phrases on phrase in (term_a,"
                + " term_b) where uses > 0 qualify row_number() over (partition by unit, phrase order by"
                + " g2 desc) = 1) where caution is not null");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        Stream<Path> files = Files.list(temp.resolve("结果/cooccurrences"))) {
      for (Path file : files.toList()) {
        Path older = temp.resolve("older.parquet");
        statement.execute(
            "COPY (SELECT * EXCLUDE (caution) FROM read_parquet('%s')) TO '%s' (COMPRESSION zstd)"
                .formatted(file, older));
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertThat(report(temp.resolve("结果").toString()).exitCode()).isZero();
    Path page = temp.resolve("结果/report.html");
    assertThat(table(page, "pairs_left_out", "pairs")).isEmpty();
    assertThat(strongestOfAll)
        .isNotEmpty()
        .isSubsetOf(table(page, "cooccurrences", "unit", "term_a", "term_b"));
  }

  @Test
  void refusesAFolderWithoutACompleteResult() {
    ZhengyuJob.Ended ended = report(temp.resolve("nothing").toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo(
            "zhengyu: RESULT: "
                + temp.resolve("nothing")
                + ": there is no complete result"
                + System.lineSeparator());
    assertThat(temp.resolve("nothing")).doesNotExist();
  }

  @Test
  void leavesAPageOfSomebodyElse() throws IOException {
    job("结果").with("report", false).complete();
    Path page = Files.writeString(temp.resolve("结果/report.html"), "mine");
    ZhengyuJob.Ended ended = report(temp.resolve("结果").toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("report.html");
    assertThat(page).content().isEqualTo("mine");
  }
}
