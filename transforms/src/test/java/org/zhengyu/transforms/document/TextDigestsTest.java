package org.zhengyu.transforms.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextDigestsTest {
  /** By {@code sha256sum}, and by Python's {@code encode("utf-8", "surrogatepass")}. */
  @Test
  void digestsUtf8AndHalvesOfPairsAsTheirNumbers() {
    assertThat(TextDigests.of("推行链长制。").sha256())
        .isEqualTo("d6222e62a96d702c5fa13bfdbfec676fb93c1cab5009162334e890cb8bec1863");
    assertThat(TextDigests.of("改革\ud800开放").sha256())
        .isEqualTo("ca757b40a2136ed04cab74ae33b7506ee23d05437462e216d03ea053609aa190");
    assertThat(TextDigests.of("𠮷\udc00").sha256())
        .isEqualTo("28ae2b4b59f39e65864ed9e90848fc5c0234d70a0bf1eb301d53723e4cf1e60c");
    assertThat(
            Stream.of("改革\ud800开放", "改革?开放", "改革\udc00开放", "改革\ufffd开放")
                .map(text -> TextDigests.of(text).sha256()))
        .doesNotHaveDuplicates();
    assertThat(
            Stream.of("改革\ud800开放", "改革?开放", "改革\udc00开放").map(text -> TextDigests.of(text).key()))
        .doesNotHaveDuplicates();
  }

  /** By Python's {@code hashlib.md5(folded.encode("utf-16-le"))}. */
  @Test
  void digestsTheFoldedText() {
    assertThat(TextDigests.of("国务院 ５号\nNew  York。\n").key())
        .isEqualTo("aa4f58be647d7ef236c451988bf0b0ad");
  }

  @Test
  void givesOneKeyToTextsThatDifferInLayoutAndWidthOnly() {
    String text = "一、推进GDP增长５％，New York。\n第二段(2022年)：";
    for (String same :
        List.of(
            text + "\n",
            text.replace("\n", "\r\n"),
            "\uFEFF　　" + text.replace("\n", "\n　　"),
            text.replace("\n", ""),
            text.replace("５％", "5%"),
            text.replace("GDP", "ＧＤＰ"),
            text.replace("，", ","),
            text.replace("(2022年)", "（2022年）"),
            text.replace("New York", "New\u00A0 York"))) {
      assertThat(TextDigests.of(same).key()).as(same).isEqualTo(TextDigests.of(text).key());
    }
    for (String other : List.of(text.replace("New York", "NewYork"), text.replace("二", "三"))) {
      assertThat(TextDigests.of(other).key()).as(other).isNotEqualTo(TextDigests.of(text).key());
    }
  }
}
