package org.zhengyu.transforms.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final String SOUND = "坚持稳中求进工作总基调，全面推进乡村振兴。\n各部门要抓好落实。\n";

  /** Of words that have an even number of bytes, none of which is lost as GBK. */
  private static final String REST = "推动经济社会发展主要任务是的推进乡村振兴深化改革\n改善民生在发展中提高质量重点问题加强全国工作\n";

  /** Read as GBK: the bytes of a text that has an even number of them lose nothing. */
  private static String wrong(String text) {
    return new String(text.getBytes(UTF_8), GB18030);
  }

  @Test
  void findsWhereAFileIsReadWronglyAndTakesItBack() {
    String text = SOUND + wrong(REST);
    assertThat(Mojibake.from(text)).isEqualTo(SOUND.length());
    assertThat(Mojibake.repair(text)).isEqualTo(SOUND + REST);
    assertThat(Mojibake.from(wrong(REST))).isZero();
    assertThat(Mojibake.repair(wrong(REST))).isEqualTo(REST);
    assertThat(Mojibake.repair(SOUND + wrong(REST) + SOUND)).isEqualTo(SOUND + REST + SOUND);
  }

  @Test
  void findsItAlsoWhereBytesAreLost() {
    String lost = wrong("推进乡村振兴，扩大开放。\n").replaceAll("(.{5}).", "$1\uFFFD");
    assertThat(Mojibake.from(SOUND + lost.repeat(3))).isEqualTo(SOUND.length());
    assertThat(Mojibake.repair(SOUND + lost.repeat(3))).startsWith(SOUND + "推进");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "坚持稳中求进工作总基调，全面推进乡村振兴。",
        "锛是一种化学元素的旧称，銆、鐨也是罕用字。",
        "金属元素：钫、铹、锿、镄、锔、锫。",
        "進一步推進鄉村振興，擴大開放。",
        "日本語の文章を読みます。"
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(Mojibake.from(text)).isEqualTo(-1);
    assertThat(Mojibake.repair(text)).isSameAs(text);
  }

  @Test
  void leavesEveryTextAloneThatIsLongAndSound() {
    for (String text : List.of(SOUND.repeat(200), SOUND.repeat(200) + "锛", REST.repeat(50))) {
      assertThat(Mojibake.from(text)).isEqualTo(-1);
    }
  }
}
