package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read, said before a run, and the texts of a result, read again after it. */
class PlanAndTextTest {
  private static final String TEXT = "𠮷林省推进产业链建设，\r\n实施链长制。\n";

  @TempDir Path temp;
  private Path corpus;

  @BeforeEach
  void writeACorpus() {
    corpus = temp.resolve("corpus");
    write(corpus.resolve("a.txt"), TEXT, Charset.forName("GB18030"));
    write(corpus.resolve("b.csv"), "id,text,region\n1,实施链长制,山东\n2,多,山东,余\n");
    write(corpus.resolve("c.png"), "");
  }

  private record Ended(int exitCode, String printed, String complaint) {}

  private static Ended run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            words,
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void saysWhatBecomesOfEachFile() {
    Path metadata = write(temp.resolve("m.csv"), "file,title,date\na.txt,通知,2022年3月\n");
    Ended plan = run("plan", "--input=" + corpus, "--metadata=" + metadata);

    assertThat(plan.exitCode()).isZero();
    assertThat(plan.printed().lines())
        .containsExactly(
            "a.txt: text, GB18030 (detected), 1 document",
            "  a.txt: 20 characters; 通知; 2022-03-01 to 2022-03-31",
            "b.csv: csv, UTF-8 (utf8), 1 document, 1 refused",
            "  1: 5 characters; 山东省",
            "  refused, invalid_csv: line 3: 4 fields where the header has 3",
            "left out: " + corpus.resolve("c.png") + ": not a format that is read",
            "2 files, 2 documents, 1 refused; 1 file left out");
  }

  @Test
  void failsWhereARunWouldForWantOfDocuments() {
    Path records = write(temp.resolve("none.csv"), "id,text\n");
    Ended plan = run("plan", "--input=" + records);

    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.printed().lines())
        .last()
        .isEqualTo("1 file, 0 documents, 0 refused; 0 files left out");
  }

  @Test
  void printsTheTextOfADocumentToTheCharacter() {
    Path result = temp.resolve("result");
    ZhengyuJob.into(result).over(corpus).with("tables", "+texts,+tokens,-bursts").complete();

    assertThat(run("text", result.toString(), "a.txt").printed()).isEqualTo(TEXT);
    assertThat(run("text", result.toString(), "1").printed()).isEqualTo("实施链长制");
    Ended unknown = run("text", result.toString(), "b.txt");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.complaint()).contains("DOC_ID", "b.txt");
    assertThat(result.resolve("bursts")).doesNotExist();
    assertThat(result.resolve("terms")).isDirectory();
  }

  @Test
  void keepsTheTextsThatTheOffsetsSlice() {
    Result result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(corpus)
            .with("tables", "texts,tokens")
            .complete();
    Map<String, String> texts = new HashMap<>();
    result
        .query("select doc_id, text from texts")
        .forEach(row -> texts.put((String) row.get(0), (String) row.get(1)));

    assertThat(texts.keySet()).containsExactlyInAnyOrder("a.txt", "1");
    assertThat(result.query("select doc_id, form, begin_offset, end_offset from tokens"))
        .isNotEmpty()
        .allSatisfy(
            token -> {
              String text = texts.get((String) token.get(0));
              int begin = text.offsetByCodePoints(0, ((Long) token.get(2)).intValue());
              int end = text.offsetByCodePoints(0, ((Long) token.get(3)).intValue());
              assertThat(text.substring(begin, end)).isEqualTo(token.get(1));
            });
  }

  @Test
  void asksForTheTableWhereAResultIsWithout() {
    ZhengyuJob.into(temp.resolve("result")).over(corpus).with("tables", "terms").complete();
    Ended text = run("text", temp.resolve("result").toString(), "a.txt");

    assertThat(text.exitCode()).isEqualTo(2);
    assertThat(text.complaint()).contains("OUT", "--tables=+texts");
  }
}
