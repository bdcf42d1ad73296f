package org.zhengyu.parsers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a line on a page: glyphs on one baseline without a wide gap.
 *
 * @param text what it says
 * @param left its left edge, in points
 * @param right its right edge
 * @param y its baseline, downwards from the top of the page
 * @param size the size of its font
 * @param column a number of the column it stands in, the same on all pages; 0 for the whole width
 */
record PdfLine(String text, float left, float right, float y, float size, int column) {
  /** Glyphs whose baselines differ by less than this part of their size share a line. */
  private static final float SAME_LINE = 0.5f;

  /** A gap of so many sizes parts a line into pieces. */
  private static final float WIDE_GAP = 1.8f;

  /**
   * A gap of this part of a size is a blank: between letters, and between wide characters, where
   * justified text has gaps too, with a blank written in it or without.
   */
  private static final float BLANK = 0.2f;

  private static final float WRITTEN_BLANK_BETWEEN_WIDE = 0.15f;
  private static final float BLANK_BETWEEN_WIDE = 0.9f;

  /** The pieces of a page, from top to bottom and from left to right. */
  static List<PdfLine> of(List<PdfGlyph> glyphs) {
    List<PdfGlyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparing(PdfGlyph::y));
    List<PdfLine> lines = new ArrayList<>();
    List<PdfGlyph> row = new ArrayList<>();
    for (PdfGlyph glyph : sorted) {
      if (!row.isEmpty()
          && glyph.y() - row.get(0).y() > SAME_LINE * Math.min(glyph.size(), row.get(0).size())) {
        addPieces(row, lines);
        row.clear();
      }
      row.add(glyph);
    }
    addPieces(row, lines);
    return lines;
  }

  private static void addPieces(List<PdfGlyph> row, List<PdfLine> lines) {
    row.sort(Comparator.comparing(PdfGlyph::x));
    Piece piece = new Piece();
    for (PdfGlyph glyph : row) {
      if (!glyph.isBlank() && piece.isFarFrom(glyph)) {
        lines.add(piece.line());
        piece = new Piece();
      }
      piece.add(glyph);
    }
    if (!piece.text.isEmpty()) {
      lines.add(piece.line());
    }
  }

  private static final class Piece {
    private final StringBuilder text = new StringBuilder();
    private float left;
    private float right;
    private float y;
    private float size;
    private boolean blank;

    boolean isFarFrom(PdfGlyph glyph) {
      return !text.isEmpty() && glyph.x() - right > WIDE_GAP * glyph.size();
    }

    void add(PdfGlyph glyph) {
      if (glyph.isBlank()) {
        blank = true;
        return;
      }
      if (text.isEmpty()) {
        left = glyph.x();
      } else if (glyph.x() - right > leastBlank(glyph.text().charAt(0)) * glyph.size()) {
        text.append(' ');
      }
      text.append(glyph.text());
      right = Math.max(right, glyph.right());
      y = glyph.y();
      size = Math.max(size, glyph.size());
      blank = false;
    }

    private float leastBlank(char next) {
      if (!isWide(text.charAt(text.length() - 1)) || !isWide(next)) {
        return BLANK;
      }
      return blank ? WRITTEN_BLANK_BETWEEN_WIDE : BLANK_BETWEEN_WIDE;
    }

    PdfLine line() {
      return new PdfLine(text.toString(), left, right, y, size, 0);
    }
  }

  /** The same in a column. */
  PdfLine in(int number) {
    return new PdfLine(text, left, right, y, size, number);
  }

  /** The pieces in rows of the same height. */
  static List<List<PdfLine>> rows(List<PdfLine> pieces) {
    List<List<PdfLine>> rows = new ArrayList<>();
    for (PdfLine piece : pieces) {
      if (rows.isEmpty() || !piece.isBeside(rows.get(rows.size() - 1).get(0))) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(piece);
    }
    return rows;
  }

  /** Whether a character takes the width of a Chinese one, beside which no blank is written. */
  static boolean isWide(char c) {
    return c >= '\u2E80' || "“”‘’—…·".indexOf(c) >= 0;
  }

  /** Whether it lies on one height with the other. */
  private boolean isBeside(PdfLine other) {
    return Math.abs(y - other.y) <= SAME_LINE * Math.min(size, other.size);
  }
}
