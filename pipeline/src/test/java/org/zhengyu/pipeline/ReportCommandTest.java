package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
