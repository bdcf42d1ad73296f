package org.zhengyu.output;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of CSV that spreadsheets open as they are meant: in UTF-8 behind a {@link #MARK}, with
 * quotes as in RFC 4180, and without a cell that would be run as a formula.
 */
public final class CsvLine {

  /** What leads a file, or Excel takes its bytes for those of another encoding. */
  public static final String MARK = "\uFEFF";

  private static final String END = "\r\n";

  /** What a formula begins with, also behind blanks, and in the width of Chinese characters. */
  private static final String FORMULA = "=+-@＝＋－＠";

  /** What a spreadsheet may pass over before a formula, if anything is behind it. */
  private static final Pattern FIRST = Pattern.compile("[\\p{Z}\\p{C}]*(?=[^\\p{Z}\\p{C}])");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private CsvLine() {}

  /** A line of cells, with its end; those that look like formulas are led by an apostrophe. */
  public static String of(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(cells.get(i), line);
    }
    return line.append(END).toString();
  }

  private static void append(String cell, StringBuilder line) {
    String harmless = isFormula(cell) ? "'" + cell : cell;
    if (harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      line.append('"').append(harmless.replace("\"", "\"\"")).append('"');
    } else {
      line.append(harmless);
    }
  }

  /** Whether a spreadsheet may run a text: a number alone is none, negative ones too. */
  private static boolean isFormula(String cell) {
    Matcher first = FIRST.matcher(cell);
    return first.lookingAt()
        && FORMULA.indexOf(cell.charAt(first.end())) >= 0
        && !NUMBER.matcher(cell).matches();
  }
}
