package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where an object store lets nobody in: the flag, the path, and what to do. */
class RefusingStoreTest {
  @TempDir Path temp;

  @BeforeEach
  void refuse() {
    FailingDisk.refuse("null (Service: S3, Status Code: 403, Request ID: null)");
  }

  @AfterEach
  void heal() {
    FailingDisk.heal();
  }

  private static void assertRefused(ZhengyuJob job, String lead) {
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
