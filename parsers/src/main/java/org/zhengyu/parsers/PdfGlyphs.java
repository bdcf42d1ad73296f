package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The glyphs of pages, upright as the page is read, each once. */
final class PdfGlyphs extends PDFTextStripper {
  private static final Writer NOWHERE =
      new OutputStreamWriter(OutputStream.nullOutputStream(), UTF_8);

  private final int mostChars;
  private final List<TextPosition> glyphs = new ArrayList<>();
  private long known;
  private long unknown;
  private boolean hasImages;

  PdfGlyphs(int mostChars) {
    this.mostChars = mostChars;
  }

  /** The glyphs of a page, numbered from 1, that stand in the direction of most. */
  List<PdfGlyph> read(PDDocument document, int page) throws IOException, TextLimitException {
    glyphs.clear();
    setStartPage(page);
    setEndPage(page);
    writeText(document, NOWHERE);
    if (known > mostChars) {
      throw new TextLimitException();
    }
    return upright();
  }

  /** How many characters are known. */
  long known() {
    return known;
  }

  /** How many glyphs do not say which character they are. */
  long unknown() {
    return unknown;
  }

  /** Whether a page draws something besides text. */
  boolean hasImages() {
    return hasImages;
  }

  @Override
  protected void processTextPosition(TextPosition glyph) {
    String text = glyph.getUnicode();
    if (text == null || text.isEmpty() || isUnknown(text.codePointAt(0))) {
      unknown++;
    } else if (known <= mostChars) {
      known += text.isBlank() ? 0 : text.length();
      glyphs.add(glyph);
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    hasImages |=
        operator.getName().equals(OperatorName.DRAW_OBJECT)
            || operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE);
    super.processOperator(operator, operands);
  }

  private static boolean isUnknown(int c) {
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE || (c < ' ' && c != '\t');
  }

  private List<PdfGlyph> upright() {
    Map<Float, Integer> directions = new HashMap<>();
    glyphs.forEach(glyph -> directions.merge(glyph.getDir(), 1, Integer::sum));
    float most =
        directions.entrySet().stream()
            .max(
                Map.Entry.<Float, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(0f);
    Set<String> seen = new HashSet<>();
    List<PdfGlyph> upright = new ArrayList<>();
    for (TextPosition glyph : glyphs) {
      if (glyph.getDir() == most) {
        PdfGlyph placed = PdfGlyph.of(glyph);
        // Programs write a glyph twice to make it bold.
        if (placed.isBlank() || !placed.isRepeatedIn(seen)) {
          upright.add(placed);
        }
      }
    }
    return upright;
  }
}
