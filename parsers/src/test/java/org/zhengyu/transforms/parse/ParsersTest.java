package org.zhengyu.transforms.parse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Processes, real ones: what one of them meets is the answer to its document and to no other. */
class ParsersTest {
  private static final int LIMIT = 1 << 20;
  private static final byte[] DOCUMENT = "{\\rtf1 one\\par two\\par}".getBytes(US_ASCII);

  @Test
  void takesDocumentsOneAfterTheOther() {
    Parsers parsers = new Parsers(ParserLimits.DEFAULT);
    assertThat(parsers.text(DOCUMENT, LIMIT)).isEqualTo(ParserAnswer.text("one\ntwo"));
    assertThat(parsers.text(new byte[100], LIMIT).reason()).isEqualTo(Reason.INVALID_FILE);
    assertThat(parsers.text(DOCUMENT, 3).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(parsers.text(DOCUMENT, LIMIT)).isEqualTo(ParserAnswer.text("one\ntwo"));
  }

  @Test
  void goesOnAfterADocumentThatTookTooMuchMemory() {
    Parsers parsers = new Parsers(new ParserLimits(Duration.ofMinutes(1), 32));
    assertThat(parsers.text(new byte[64 << 20], LIMIT))
        .isEqualTo(ParserAnswer.refused(Reason.MEMORY_LIMIT, "not done with 32 MB of memory"));
    assertThat(parsers.text(DOCUMENT, LIMIT)).isEqualTo(ParserAnswer.text("one\ntwo"));
  }

  @Test
  void endsAProcessThatTakesTooLong() {
    Parsers parsers = new Parsers(new ParserLimits(Duration.ZERO, 64));
    ParserAnswer late = ParserAnswer.refused(Reason.TIME_LIMIT, "not done after 0 seconds");
    assertThat(parsers.text(new byte[1 << 20], LIMIT)).isEqualTo(late);
    assertThat(parsers.text(new byte[1 << 20], LIMIT)).isEqualTo(late);
  }
}
