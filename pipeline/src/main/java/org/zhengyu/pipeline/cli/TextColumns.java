package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets texts in columns for a terminal, where a Chinese character takes two places. The last column
 * takes what is left of the line and breaks where it must.
 */
public final class TextColumns {
  private static final int LINE = 100;
  private static final int GAP = 2;

  /** From here on characters are wide, as far as the texts of this program go. */
  private static final int FIRST_WIDE = 0x2E80;

  private static final String NOT_FIRST = "，。；：、！？）》”’";
  private static final String NOT_LAST = "（《“‘";

  private TextColumns() {}

  /**
   * Sets rows in columns.
   *
   * @param rows as many cells each
   * @param indent the blanks before the first column
   * @return lines, each with its end
   */
  public static String of(List<List<String>> rows, int indent) {
    int last = rows.get(0).size() - 1;
    int[] widths =
        IntStream.range(0, last)
            .map(cell -> rows.stream().mapToInt(row -> width(row.get(cell))).max().orElse(0))
            .toArray();
    int before = indent + IntStream.of(widths).sum() + GAP * last;
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(" ".repeat(indent));
      for (int cell = 0; cell < last; cell++) {
        int padding = widths[cell] + GAP - width(row.get(cell));
        text.append(row.get(cell)).append(" ".repeat(padding));
      }
      String margin = System.lineSeparator() + " ".repeat(before);
      text.append(String.join(margin, lines(row.get(last), LINE - before)));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  private static int width(int codePoint) {
    return codePoint < FIRST_WIDE ? 1 : 2;
  }

  private static List<String> lines(String text, int most) {
    List<String> lines = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    int start = 0;
    int lastBreak = 0;
    int width = 0;
    for (int i = 0; i < points.length; i++) {
      if (i > start && mayBreak(points[i - 1], points[i])) {
        lastBreak = i;
      }
      width += width(points[i]);
      if (width > most && points[i] != ' ' && lastBreak > start) {
        lines.add(new String(points, start, lastBreak - start).stripTrailing());
        start = lastBreak;
        width = IntStream.rangeClosed(start, i).map(at -> width(points[at])).sum();
      }
    }
    lines.add(new String(points, start, points.length - start));
    return lines;
  }

  /** Whether a line may end between two characters: after blanks, and beside a wide one. */
  private static boolean mayBreak(int before, int after) {
    boolean isBorder = before == ' ' || before >= FIRST_WIDE || after >= FIRST_WIDE;
    return isBorder && after != ' ' && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0;
  }
}
