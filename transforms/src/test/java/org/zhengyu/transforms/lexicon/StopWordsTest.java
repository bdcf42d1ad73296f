package org.zhengyu.transforms.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class StopWordsTest {

  private static StopWords parse(String content) throws InputFileException {
    return StopWords.parse(content.getBytes(UTF_8), "stop.txt", text -> text);
  }

  @Test
  void readsOneWordALineAndSkipsCommentsBlanksAndRepetitions() throws InputFileException {
    StopWords stopWords = parse("\uFEFF的\n# 注\n\n 应该\u3000\r\n的\n、");

    assertThat(stopWords.size()).isEqualTo(3);
    assertThat(stopWords.contains("的")).isTrue();
    assertThat(stopWords.contains("应该")).isTrue();
    assertThat(stopWords.contains("、")).isTrue();
    assertThat(stopWords.contains("注")).isFalse();
    assertThat(stopWords.contains("应")).isFalse();
    assertThat(stopWords.contains("")).isFalse();
  }

  @Test
  void foldsAResourceOfTheClassPath() {
    StopWords stopWords =
        StopWords.resource(
            "stop-words-short.txt", text -> text.replace('Ａ', 'A').replace('Ｉ', 'I'));

    assertThat(stopWords.size()).isEqualTo(3);
    assertThat(stopWords.contains("AI")).isTrue();
    assertThat(stopWords.contains("ＡＩ")).isFalse();
  }

  @Test
  void namesAResourceThatIsMissing() {
    assertThatThrownBy(() -> StopWords.resource("none.txt", text -> text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.txt");
  }

  @Test
  void refusesAFaultyFileWithTheLine() {
    byte[] gbk = "ok\n的\n".getBytes(Charset.forName("GBK"));

    assertThatThrownBy(() -> StopWords.parse(gbk, "stop.txt", text -> text))
        .isInstanceOf(InputFileException.class)
        .hasMessageStartingWith("stop.txt:2: not valid UTF-8");
    assertThatThrownBy(() -> parse("的\n\n" + "长".repeat(101)))
        .isInstanceOf(InputFileException.class)
        .hasMessage("stop.txt:3: stop word of 101 characters; the longest allowed is 100");
    assertThatThrownBy(() -> parse("的\u200b"))
        .isInstanceOf(InputFileException.class)
        .hasMessage("stop.txt:1: stop word with an invisible character U+200B");
  }

  @Test
  void travelsBetweenWorkers() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(parse("的\n应该"));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      StopWords restored = (StopWords) in.readObject();
      assertThat(restored.size()).isEqualTo(2);
      assertThat(restored.contains("应该")).isTrue();
    }
  }
}
