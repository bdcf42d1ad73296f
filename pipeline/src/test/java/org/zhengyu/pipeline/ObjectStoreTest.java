package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of an object store, and what is said where it lets nobody in: the flag, the path,
 * and what to do.
 */
class ObjectStoreTest {
  @TempDir Path temp;

  @AfterEach
  void heal() {
    FailingDisk.heal();
  }

  private static void assertRefused(ZhengyuJob job, String lead) {
    FailingDisk.refuse("null (Service: S3, Status Code: 403, Request ID: null)");
    ZhengyuJob.Ended ended = job.run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.complaint())
        .isEqualTo(
            "zhengyu: "
                + lead
                + ": permission denied: it needs an account that may list, read and, for an output,"
                + " write and delete there");
  }

  @Test
  void readsAFolderWithAndWithoutASlashAtItsEnd() {
    write(temp.resolve("in/2022/a.txt"), "推行链长制。");
    String folder = FailingDisk.uri(temp) + "/in";
    ZhengyuJob plan = ZhengyuJob.command(temp).withArgument("plan");
    ZhengyuJob.Ended withSlash = plan.with("input", folder + "/").run();

    assertThat(withSlash.exitCode()).isZero();
    assertThat(withSlash.out()).contains("2022/a.txt");
    assertThat(plan.with("input", folder).run()).isEqualTo(withSlash);
    assertThat(plan.with("input", folder + "n").run().complaint())
        .isEqualTo("zhengyu: --input: " + folder + "n: matches no document");
  }

  @Test
  void hasOptionsOfItsOwnForEveryCommandThatReads() {
    write(temp.resolve("in/a.txt"), "推行链长制。");
    ZhengyuJob command = ZhengyuJob.command(temp).with("tempLocation", temp);
    String input = FailingDisk.uri(temp) + "/in";
    String result = FailingDisk.uri(temp.resolve("out"));
    ZhengyuJob run = ZhengyuJob.into(temp.resolve("out")).with("tables", "texts");

    assertThat(command.withFirst("plan").with("input", input).run().err()).isEmpty();
    assertThat(run.with("input", input).with("output", result).run().exitCode()).isZero();
    assertThat(command.withFirst("a.txt").withFirst(result).withFirst("text").run().out())
        .isEqualTo("推行链长制。");
  }

  @Test
  void namesTheOutput() {
    String output = FailingDisk.uri(temp.resolve("out"));
    assertRefused(
        ZhengyuJob.into(temp).over(write(temp.resolve("a.txt"), "链长制")).with("output", output),
        "--output: The output folder " + output + " cannot be used");
  }

  @Test
  void namesTheInput() {
    ZhengyuJob job = ZhengyuJob.into(temp.resolve("out"));
    for (String input : new String[] {"/in/a.txt", "/in/", "/in/**"}) {
      String uri = FailingDisk.uri(temp) + input;
      assertRefused(job.with("input", uri), "--input: " + uri + ": cannot be listed");
    }
  }

  @Test
  void namesTheResult() {
    String result = FailingDisk.uri(temp.resolve("out"));
    assertRefused(
        ZhengyuJob.command(temp).withArgument("report").withArgument(result),
        "RESULT: " + result + ": cannot be read");
  }
}
