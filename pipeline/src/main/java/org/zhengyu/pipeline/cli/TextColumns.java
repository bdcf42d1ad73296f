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
            .map(cell -> DisplayWidth.most(rows.stream().map(row -> row.get(cell)).toList()))
            .toArray();
    int before = indent + IntStream.of(widths).sum() + GAP * last;
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(" ".repeat(indent));
      for (int cell = 0; cell < last; cell++) {
        text.append(DisplayWidth.padEnd(row.get(cell), widths[cell] + GAP));
      }
      String margin = System.lineSeparator() + " ".repeat(before);
      text.append(String.join(margin, lines(row.get(last), LINE - before)));
      text.append(System.lineSeparator());
    }
    return text.toString();
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
      width += DisplayWidth.of(points[i]);
      if (width > most && points[i] != ' ' && lastBreak > start) {
        lines.add(new String(points, start, lastBreak - start).stripTrailing());
        start = lastBreak;
        width = IntStream.rangeClosed(start, i).map(at -> DisplayWidth.of(points[at])).sum();
      }
    }
    lines.add(new String(points, start, points.length - start));
    return lines;
  }

  /** Whether a line may end between two characters: after blanks, and beside a wide one. */
  private static boolean mayBreak(int before, int after) {
    boolean isBorder = before == ' ' || DisplayWidth.isWide(before) || DisplayWidth.isWide(after);
    return isBorder && after != ' ' && NOT_FIRST.indexOf(after) < 0 && NOT_LAST.indexOf(before) < 0;
  }
}
