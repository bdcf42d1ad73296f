package org.zhengyu.parsers;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the pieces of lines on a page are read. Rows between which one gutter runs
 * free from top to bottom are columns, read one after the other; pieces of one row elsewhere are
 * cells of a table, with tabs between.
 */
final class ReadingOrder {
  /** A gutter is at least so many sizes of the font wide. */
  private static final float GUTTER = 1.2f;

  /** Columns have at least so many rows each, of so many characters on average. */
  private static final int LEAST_ROWS = 3;

  private static final int LEAST_CHARS = 8;

  /** Gutters that are less than so many points apart are the same; no page has so many places. */
  private static final float PLACES = 20;

  private static final int MOST_PLACES = 1000;

  private ReadingOrder() {}

  /** The lines of a page in their order. */
  static List<PdfLine> of(List<PdfLine> pieces) {
    List<List<PdfLine>> rows = PdfLine.rows(pieces);
    List<PdfLine> ordered = new ArrayList<>();
    int row = 0;
    while (row < rows.size()) {
      Gutter gutter = Gutter.from(rows, row);
      if (gutter != null) {
        ordered.addAll(of(gutter.leftOf(rows)));
        ordered.addAll(of(gutter.rightOf(rows)));
        row = gutter.to;
      } else {
        ordered.add(joined(rows.get(row)));
        row++;
      }
    }
    return ordered;
  }

  private static PdfLine joined(List<PdfLine> row) {
    if (row.size() == 1) {
      return row.get(0);
    }
    PdfLine last = row.get(row.size() - 1);
    return new PdfLine(
        String.join("\t", row.stream().map(PdfLine::text).toList()),
        row.get(0).left(),
        last.right(),
        last.y(),
        last.size(),
        last.column());
  }

  /** A strip without ink between two columns, from one row to before another. */
  private static final class Gutter {
    private final int from;
    private int to;
    private float left;
    private float right;

    private Gutter(int from, float left, float right) {
      this.from = from;
      this.to = from + 1;
      this.left = left;
      this.right = right;
    }

    /** The gutter of the most rows that begins with a row; null when none parts columns. */
    static Gutter from(List<List<PdfLine>> rows, int from) {
      List<PdfLine> row = rows.get(from);
      Gutter best = null;
      for (int i = 1; i < row.size(); i++) {
        Gutter gutter =
            new Gutter(from, /* left= */ row.get(i - 1).right(), /* right= */ row.get(i).left());
        gutter.extend(rows);
        if (gutter.partsColumns(rows) && (best == null || gutter.to > best.to)) {
          best = gutter;
        }
      }
      return best;
    }

    private void extend(List<List<PdfLine>> rows) {
      while (to < rows.size() && narrow(rows.get(to))) {
        to++;
      }
    }

    /** Takes in a row that leaves enough of the strip free. */
    private boolean narrow(List<PdfLine> row) {
      float newLeft = left;
      float newRight = right;
      for (PdfLine piece : row) {
        boolean isLeft = piece.left() + piece.right() < newLeft + newRight;
        newLeft = isLeft ? Math.max(newLeft, piece.right()) : newLeft;
        newRight = isLeft ? newRight : Math.min(newRight, piece.left());
      }
      if (newRight - newLeft < GUTTER * row.get(0).size()) {
        return false;
      }
      left = newLeft;
      right = newRight;
      return true;
    }

    private boolean partsColumns(List<List<PdfLine>> rows) {
      return isColumn(leftOf(rows)) && isColumn(rightOf(rows));
    }

    private static boolean isColumn(List<PdfLine> pieces) {
      return pieces.size() >= LEAST_ROWS
          && pieces.stream().mapToInt(piece -> piece.text().length()).sum()
              >= LEAST_CHARS * pieces.size();
    }

    List<PdfLine> leftOf(List<List<PdfLine>> rows) {
      return side(rows, true);
    }

    List<PdfLine> rightOf(List<List<PdfLine>> rows) {
      return side(rows, false);
    }

    /**
     * A number for one side of the gutter, which stays that of a gutter in about the same place.
     */
    private int column(int within, boolean isLeft) {
      int place = Math.round((left + right) / (2 * PLACES));
      return 1 + 2 * (place + MOST_PLACES * within) + (isLeft ? 0 : 1);
    }

    private List<PdfLine> side(List<List<PdfLine>> rows, boolean isLeft) {
      return rows.subList(from, to).stream()
          .flatMap(List::stream)
          .filter(piece -> (piece.right() <= left) == isLeft)
          .map(piece -> piece.in(column(piece.column(), isLeft)))
          .toList();
    }
  }
}
