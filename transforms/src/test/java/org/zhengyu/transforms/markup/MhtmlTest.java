package org.zhengyu.transforms.markup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The page of a message; the messages are written out as RFC 2557 and RFC 2045 show them. */
class MhtmlTest {
  private static Mhtml parse(String message) throws IOException {
    return Mhtml.of(message.replace("\n", "\r\n").getBytes(US_ASCII));
  }

  private static String related(String parts) {
    return "MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"--b\"\n\n"
        + parts
        + "\n----b--\n";
  }

  @Test
  void takesTheFirstPartInHtml() throws IOException {
    Mhtml page =
        parse(
            related(
                "----b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBOR\n"
                    + "----b\nContent-Type: text/html; charset=\"gb2312\"\n\n<p>a</p>\n"
                    + "----b\nContent-Type: text/html\n\n<p>frame</p>"));

    assertThat(page.html()).asString(US_ASCII).isEqualTo("<p>a</p>");
    assertThat(page.charset()).isEqualTo("gb2312");
  }

  @Test
  void undoesQuotedPrintableAndBase64() throws IOException {
    assertThat(
            parse(
                    "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "<p>=E6=94=BF=\n=E7=AD=96</p>")
                .html())
        .asString(UTF_8)
        .isEqualTo("<p>政策</p>");
    assertThat(
            parse(
                    related(
                        "----b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
                            + Base64.getMimeEncoder().encodeToString("<p>政策</p>".getBytes(UTF_8))))
                .html())
        .asString(UTF_8)
        .isEqualTo("<p>政策</p>");
  }

  @Test
  void refusesWhatHoldsNoPage() {
    assertThatIOException()
        .isThrownBy(() -> parse("Content-Type: text/plain\n\ntext"))
        .withMessageContaining("no part in HTML");
    assertThatIOException().isThrownBy(() -> parse(""));
    assertThatIOException().isThrownBy(() -> parse(related("----b\nContent-Type: te")));
  }
}
