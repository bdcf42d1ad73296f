package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends that reads nothing, or not all. */
class EndsTest {
  private static final byte[] NO_TEXT = {0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE, 0, 0, 1, 1, 1, 2};

  @TempDir Path temp;

  private ZhengyuJob job() {
    return ZhengyuJob.into(temp.resolve("result")).over(temp.resolve("corpus"));
  }

  private static String said(ZhengyuJob.Ended ended) {
    assertThat(ended.complaint().lines()).hasSize(1);
    return ended.complaint();
  }

  @Test
  void isNoSuccessWhereAllDocumentsAreRefused() {
    write(temp.resolve("corpus/a.txt"), NO_TEXT);
    write(temp.resolve("corpus/b.csv"), "id,title\n1,x\n");
    ZhengyuJob.Ended ended = job().run();
    Result result = new Result(ended.output());

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(said(ended))
        .isEqualTo(
            "zhengyu: no document could be read: 1 missing_text, 1 undecodable; see "
                + temp.resolve("result/_manifest.json"));
    assertThat(result.isMarkedComplete()).isFalse();
    assertThat(result.set("select reason from rejections"))
        .containsExactlyInAnyOrder(Rows.row("undecodable"), Rows.row("missing_text"));
    assertThat(temp.resolve("result/_manifest.json")).exists();
  }

  @Test
  void isNoSuccessWhereThereIsNoDocumentAtAll() {
    write(temp.resolve("corpus/a.csv"), "id,text\n");
    ZhengyuJob.Ended ended = job().run();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(said(ended))
        .isEqualTo("zhengyu: the input has no document: its files have no record");
    assertThat(new Result(ended.output()).isMarkedComplete()).isFalse();
  }

  @Test
  void replacesSuchAnEndByTheNextRun() {
    write(temp.resolve("corpus/a.txt"), NO_TEXT);
    assertThat(job().run().exitCode()).isEqualTo(1);
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");

    assertThat(job().with("overwrite", true).complete().texts("select doc_id from documents"))
        .containsExactly("a.txt");
  }

  @Test
  void refusesAFileThatMayNotBeReadAndReadsTheRest() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");
    Path secret = write(temp.resolve("corpus/secret.jsonl"), "{\"text\": \"推进\"}\n");
    Assumptions.assumeTrue(
        secret.toFile().setReadable(false) && !Files.isReadable(secret),
        "this user may read every file");
    Result result = job().with("splitBytes", 8).complete();

    assertThat(result.texts("select doc_id from documents")).containsExactly("a.txt");
    assertThat(result.set("select uri, stage, reason, detail like 'permission%' from rejections"))
        .containsExactly(Rows.row(secret.toString(), "read", "unreadable", true));
  }

  @Test
  void warnsOfAFolderThatMayNotBeEnteredAndReadsTheRest() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");
    Path secret = write(temp.resolve("corpus/secret/b.txt"), "推进").getParent();
    Assumptions.assumeTrue(
        secret.toFile().setReadable(false) && !Files.isReadable(secret),
        "this user may read every folder");
    ZhengyuJob.Ended ended = job().run();
    assertThat(secret.toFile().setReadable(true)).isTrue();

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("  warning: " + secret + ": cannot be read: permission denied\n");
  }

  @Test
  void saysHowManyFilesWereLeftOut() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");
    write(temp.resolve("corpus/.hidden.txt"), "推进");
    write(temp.resolve("corpus/table.numbers"), "推进");
    write(temp.resolve("corpus/picture.numbers"), "推进");
    ZhengyuJob.Ended ended = job().run();

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("  left out: 1 hidden file\n", "  left out: 2 not a format that is read\n");
  }

  @Test
  void printsNoEscapeSequenceOfAName() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");
    ZhengyuJob.Ended ended = job().with("output", temp.resolve("re\u001b[31msult")).run();

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("re\\u001b[31msult").doesNotContain("\u001b");
  }
}
