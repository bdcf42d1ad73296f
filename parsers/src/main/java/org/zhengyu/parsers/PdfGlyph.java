package org.zhengyu.parsers;

import java.text.Normalizer;
import java.util.Set;
import org.apache.pdfbox.text.TextPosition;

/**
 * A character on a page, in points from the top left corner.
 *
 * @param text what it says
 * @param x its left edge
 * @param y its baseline
 * @param width how far the next one is
 * @param size the size of its font, in points as shown
 */
record PdfGlyph(String text, float x, float y, float width, float size) {
  /** Places that are no further apart than this part of the size, or twice of it, are the same. */
  private static final float CELL = 0.08f;

  static PdfGlyph of(TextPosition glyph) {
    float size = Math.max(1, glyph.getYScale());
    return new PdfGlyph(
        plain(glyph.getUnicode()),
        glyph.getXDirAdj(),
        glyph.getYDirAdj(),
        glyph.getWidthDirAdj(),
        size);
  }

  /** Fonts name some characters by their twins among radicals and compatibility forms. */
  private static String plain(String text) {
    int c = text.codePointAt(0);
    boolean isTwin =
        (c >= 0x2E80 && c <= 0x2FDF)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFB00 && c <= 0xFB06);
    return isTwin ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
  }

  /** Where it ends. */
  float right() {
    return x + width;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** Whether it stands on top of an earlier glyph that says the same: a seen one is remembered. */
  boolean isRepeatedIn(Set<String> seen) {
    float cell = CELL * size;
    int column = Math.round(x / cell);
    int row = Math.round(y / cell);
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (seen.contains(text + (column + dx) + ":" + (row + dy))) {
          return true;
        }
      }
    }
    seen.add(text + column + ":" + row);
    return false;
  }
}
