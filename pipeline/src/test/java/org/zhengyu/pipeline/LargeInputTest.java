package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that is out of all proportion: one document, one line, one lexicon. The local runner may
 * wait for ever after a worker ran out of memory, hence the timeout; its checks, which copy every
 * element, are off as in a user's run.
 */
@Tag("slow")
@Timeout(300)
class LargeInputTest {
  private static final String CLAUSE = "推进产业链建设实施链长制";

  @TempDir Path temp;

  private ZhengyuJob job() {
    return ZhengyuJob.into(temp.resolve("result"));
  }

  @Test
  void takesOneDocumentOfFiftyMegabytesWithoutALineOrSentenceEnd() {
    String thousand = "推进产业链建设".repeat(142) + "落实链长制";
    int repeats = 50_000_000 / thousand.getBytes(UTF_8).length;
    write(temp.resolve("corpus/a.txt"), thousand.repeat(repeats));
    Result result =
        job()
            .over(temp.resolve("corpus"))
            .without("tables")
            .with("units", "sentence,window")
            .complete();
    long chars = (long) repeats * thousand.length();
    assertThat(result.set("select chars, paragraphs from documents"))
        .containsExactly(Rows.row(chars, 1L));
    // A sentence is cut at 1,000 characters, which may part words: a few tokens differ.
    assertThat(result.number("select sentences from documents")).isEqualTo((chars + 999) / 1000);
    assertThat(result.number("select tokens from documents"))
        .isBetween(repeats * 427L, repeats * 431L);
    assertThat(result.number("select literal from phrases where phrase = '链长制'"))
        .isBetween(repeats * 99L / 100, (long) repeats);
  }

  @Test
  void takesALineOfFiveMillionCharacters() {
    String text = (CLAUSE + "。").repeat(5_000_000 / (CLAUSE.length() + 1));
    write(
        temp.resolve("corpus/a.jsonl"),
        "{\"id\": \"short\", \"text\": \"链长制\"}\n{\"id\": \"long\", \"text\": \""
            + text
            + "\"}\n{\"id\": \"last\", \"text\": \"链长制\"}\n");
    Result result =
        job().over(temp.resolve("corpus")).without("tables").with("splitBytes", 1000).complete();
    assertThat(result.set("select doc_id, chars, duplicate_of from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("short", 3L, null),
            Rows.row("long", (long) text.length(), null),
            Rows.row("last", 3L, "short"));
    long clauses = text.length() / (CLAUSE.length() + 1);
    assertThat(result.set("select tf, df, sf from terms where term = '链长制'"))
        .containsExactly(Rows.row(clauses + 1, 2L, clauses + 1));
    // Its occurrences are packed in many pieces, and it is one document all the same.
    assertThat(result.set("select tf, df from phrases where phrase = '链长制'"))
        .containsExactly(Rows.row(clauses + 1, 2L));
  }

  @Test
  void takesALexiconOfAMillionPhrases() throws IOException {
    Path lexicon = temp.resolve("lexicon.txt");
    int phrases = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(lexicon, UTF_8)) {
      for (; phrases < 1_000_000; phrases++) {
        // Four characters that differ for every number, none of them in the text.
        writer.append((char) (0x5000 + phrases % 100));
        writer.append((char) (0x6000 + phrases / 100 % 100));
        writer.append((char) (0x7000 + phrases / 10_000)).append("制\n");
      }
      writer.append("链长制\n");
    }
    write(temp.resolve("corpus/a.txt"), (CLAUSE + "。\n").repeat(100));
    Result result =
        job().over(temp.resolve("corpus")).with("lexicon", lexicon).without("tables").complete();
    assertThat(result.number("select count(*) from phrases")).isEqualTo(phrases + 1);
    assertThat(result.set("select phrase, tf from phrases where literal > 0"))
        .containsExactly(Rows.row("链长制", 100L));
  }
}
