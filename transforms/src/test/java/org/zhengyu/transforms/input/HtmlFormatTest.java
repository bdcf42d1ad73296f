package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.input.Readings.GB18030;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Pages as documents: their encoding, what they say of themselves, and what is refused. */
class HtmlFormatTest {
  private static final String TEXT = "推进产业链建设，实施链长制。";

  private static String page(String charset) {
    return "<html><head><meta http-equiv='Content-Type' content='text/html; charset="
        + charset
        + "'><meta name='PubDate' content='2022-11-28 10:00'></head><body><p>来源：市政府</p><script>1</script>"
        + "<div><p>"
        + TEXT.repeat(2)
        + "</p></div></body></html>";
  }

  private static PolicyDocument only(Received received) {
    assertThat(received.rejections).isEmpty();
    assertThat(received.documents).hasSize(1);
    return received.documents.get(0);
  }

  @Test
  void readsAPageWithWhatItSaysOfItself() {
    PolicyDocument document = only(readWhole("a/页.html.gz", gzip(page("utf-8").getBytes(UTF_8))));

    assertThat(document.id()).isEqualTo("a/页.html.gz");
    assertThat(document.text()).isEqualTo(TEXT.repeat(2));
    assertThat(document.description().from()).isEqualTo(LocalDate.of(2022, 11, 28));
    assertThat(document.description().metadata()).contains("\"source\":\"市政府\"");
  }

  @Test
  void believesTheEncodingThatAPageNamesUnlessTheBytesAreUtf8() {
    assertThat(only(readWhole("a.htm", page("gb2312").getBytes(GB18030))))
        .satisfies(
            document -> {
              assertThat(document.text()).isEqualTo(TEXT.repeat(2));
              assertThat(document.origin().source()).isEqualTo("declared");
            });
    assertThat(only(readWhole("a.htm", page("gb2312").getBytes(UTF_8))).text())
        .isEqualTo(TEXT.repeat(2));
    assertThat(only(readWhole("a.htm", page("no-such").getBytes(GB18030))).text())
        .isEqualTo(TEXT.repeat(2));
  }

  @Test
  void readsThePageOfAMessageInTheEncodingThatTheMessageNames() {
    String head = "Content-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    String message = head + new String(page("x").getBytes(GB18030), ISO_8859_1);

    assertThat(only(readWhole("a.mht", message.getBytes(ISO_8859_1))).text())
        .isEqualTo(TEXT.repeat(2));
  }

  @Test
  void refusesPagesWithoutTextAndFilesThatAreNoMessage() {
    assertThat(readWhole("a.html", "<script>1</script><p>登录</p>").onlyRejection())
        .satisfies(
            rejection -> {
              assertThat(rejection.reason()).isEqualTo(Reason.NO_TEXT);
              assertThat(rejection.detail()).isEqualTo("the page has no running text");
            });
    assertThat(readWhole("a.mhtml", "no message").onlyRejection().reason())
        .isEqualTo(Reason.INVALID_FILE);
  }
}
