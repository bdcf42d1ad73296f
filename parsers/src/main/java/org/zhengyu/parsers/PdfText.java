package org.zhengyu.parsers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * The text of a PDF: its glyphs become lines, the lines of a page are put in reading order, what
 * the pages repeat at their edges is left out, and lines are joined to paragraphs.
 */
final class PdfText {
  /** Fewer characters a page are what a stamp or a page number leaves on an image. */
  private static final int FEW_CHARS = 10;

  /** Where more of the characters have no meaning, the text cannot be read. */
  private static final double MOST_UNKNOWN = 0.3;

  private PdfText() {}

  /**
   * The text of a document.
   *
   * @param mostChars the longest text
   */
  static String of(byte[] document, int mostChars)
      throws IOException, RefusedDocumentException, TextLimitException {
    try (PDDocument pdf =
        Loader.loadPDF(
            document, "", null, null, MemoryUsageSetting.setupMixed(1L << 27).streamCache)) {
      List<List<PdfLine>> pages = new ArrayList<>();
      PdfGlyphs glyphs = new PdfGlyphs(mostChars);
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        pages.add(PdfLine.of(glyphs.read(pdf, page)));
      }
      requireText(glyphs, pages.size());
      return Paragraphs.of(RunningHeads.without(pages).stream().map(ReadingOrder::of).toList());
    } catch (InvalidPasswordException e) {
      throw new RefusedDocumentException(Reason.PROTECTED_FILE, "the document wants a password");
    }
  }

  private static void requireText(PdfGlyphs glyphs, int pages) throws RefusedDocumentException {
    if (glyphs.known() <= (long) FEW_CHARS * pages && glyphs.unknown() == 0 && glyphs.hasImages()) {
      throw new RefusedDocumentException(
          Reason.IMAGES_ONLY, pages + " pages are images without text");
    }
    if (glyphs.unknown() > MOST_UNKNOWN * (glyphs.known() + glyphs.unknown())) {
      throw new RefusedDocumentException(
          Reason.NO_TEXT,
          glyphs.unknown() + " characters of the document do not say which they are");
    }
  }
}
