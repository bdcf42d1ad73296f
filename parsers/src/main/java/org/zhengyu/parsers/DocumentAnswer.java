package org.zhengyu.parsers;

import java.io.IOException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.parse.ParserAnswer;

/** What is answered for a document: what was found in it, or why that is nothing. */
final class DocumentAnswer {
  private DocumentAnswer() {}

  /** Finds something in a document. */
  @FunctionalInterface
  interface Finding {
    String find(byte[] document, int mostChars)
        throws IOException, TikaException, RefusedDocumentException, TextLimitException;
  }

  /**
   * The answer.
   *
   * @param mostChars the longest text
   * @param finding gives the text; a blank one is none
   */
  static ParserAnswer of(byte[] document, int mostChars, Finding finding) {
    try {
      String text = finding.find(document, mostChars);
      if (text.isBlank() && !Damage.hasEnd(document)) {
        return refused(Damage.CUT_OFF.refusal());
      }
      if (text.isBlank()) {
        return ParserAnswer.refused(Reason.NO_TEXT, "the document has no text");
      }
      return text.length() > mostChars ? tooLong(mostChars) : ParserAnswer.text(text);
    } catch (RefusedDocumentException e) {
      return refused(e);
    } catch (TextLimitException e) {
      return tooLong(mostChars);
    } catch (EncryptedDocumentException e) {
      return ParserAnswer.refused(Reason.PROTECTED_FILE, "the document is encrypted");
    } catch (IOException | TikaException | RuntimeException | StackOverflowError e) {
      return refused(Damage.of(document, e));
    }
  }

  private static ParserAnswer tooLong(int mostChars) {
    return ParserAnswer.refused(
        Reason.TOO_LARGE, "a text of more than " + mostChars + " characters");
  }

  private static ParserAnswer refused(RefusedDocumentException why) {
    return ParserAnswer.refused(why.reason(), String.valueOf(why.getMessage()));
  }
}
