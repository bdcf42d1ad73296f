package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a lexicon file, of which is known what stands in quotation marks. A field is in
 * quotation marks if it begins with one, and writes one of its own twice; between them a
 * spreadsheet may write line breaks, too. A {@code #} with a blank on either side, or behind a
 * separator, begins a comment, which is left out here.
 */
final class LexiconLine {
  /** Whatever may stand between fields or between variants. */
  static final String SEPARATORS = "\t,;，；、|｜";

  /** Stands for each character in quotation marks; no file has it that can be read. */
  private static final char HIDDEN = '\0';

  /** A field and whether it was put in quotation marks. */
  record Field(String text, boolean quoted) {}

  private final int number;
  private final String text;
  private final String visible;

  /**
   * @param number its number, from 1
   * @param written all of the line
   */
  LexiconLine(int number, String written) {
    this.number = number;
    String masked = mask(written);
    int end = commentIn(masked);
    int from = 0;
    while (from < end && InputText.isSpace(written.charAt(from))) {
      from++;
    }
    while (end > from && InputText.isSpace(written.charAt(end - 1))) {
      end--;
    }
    this.text = written.substring(from, end);
    this.visible = masked.substring(from, end);
  }

  /**
   * The line behind a row: the next one, or where a field in quotation marks goes on in the lines
   * that follow, the one behind that in which it closes. Marks that never close, or within a field,
   * join no lines.
   *
   * @param lines all of a file
   * @param first the line in which the row begins
   */
  static int endOfRow(List<String> lines, int first) {
    boolean isOpen = opensQuotation(lines.get(first));
    for (int at = first + 1; isOpen && at < lines.size(); at++) {
      String line = lines.get(at);
      int close = closing(line, -1);
      if (close >= 0) {
        String rest = line.substring(close + 1);
        if (!rest.isBlank() && !isBorder(rest.charAt(0))) {
          return first + 1;
        }
        isOpen = opensQuotation(rest);
        if (!isOpen) {
          return at + 1;
        }
      }
    }
    return first + 1;
  }

  /** Whether a field begins with a quotation mark that does not close. */
  private static boolean opensQuotation(String text) {
    if (text.indexOf('"') < 0) {
      return false;
    }
    String visible = new LexiconLine(1, text).visible();
    boolean beginsField = true;
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (c == '"' && beginsField) {
        return true;
      }
      beginsField = SEPARATORS.indexOf(c) >= 0 || (beginsField && InputText.isSpace(c));
    }
    return false;
  }

  /** Where the line stands, from 1. */
  int number() {
    return number;
  }

  /** The line without comment and without white space around it. */
  String text() {
    return text;
  }

  /** The same with something that means nothing for every character in quotation marks. */
  String visible() {
    return visible;
  }

  /** Whether the line says anything: separators alone are what a spreadsheet leaves of a row. */
  boolean isBlank() {
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      if (!InputText.isSpace(c) && SEPARATORS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** How often a character stands outside of quotation marks. */
  int count(char c) {
    return (int) visible.chars().filter(other -> other == c).count();
  }

  /** The fields between these separators, at least one, without white space around them. */
  List<Field> fields(char separator) {
    List<Field> fields = new ArrayList<>(4);
    int begin = 0;
    for (int at = visible.indexOf(separator); at >= 0; at = visible.indexOf(separator, begin)) {
      fields.add(field(begin, at));
      begin = at + 1;
    }
    fields.add(field(begin, visible.length()));
    return fields;
  }

  private Field field(int begin, int end) {
    String written = InputText.strip(text.substring(begin, end));
    String shown = InputText.strip(visible.substring(begin, end));
    if (!written.startsWith("\"") || !shown.chars().allMatch(c -> c == HIDDEN)) {
      return new Field(written, false);
    }
    String inner = written.substring(1, written.length() - 1).replace("\"\"", "\"");
    return new Field(InputText.strip(inner), true);
  }

  private static String mask(String text) {
    if (text.indexOf('"') < 0) {
      return text;
    }
    char[] masked = text.toCharArray();
    boolean beginsField = true;
    for (int i = 0; i < masked.length; i++) {
      char c = masked[i];
      if (c == '"' && beginsField) {
        int close = closing(text, i);
        if (close < 0) {
          break;
        }
        Arrays.fill(masked, i, close + 1, HIDDEN);
        i = close;
      }
      beginsField = SEPARATORS.indexOf(c) >= 0 || (beginsField && InputText.isSpace(c));
    }
    return new String(masked);
  }

  /** Where the quotation closes that opens there, or -1. */
  private static int closing(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Where the comment begins, or the end. */
  private static int commentIn(String visible) {
    int length = visible.length();
    for (int i = 0; i < length; i++) {
      if (isHash(visible.charAt(i))
          && (i == 0
              || isBorder(visible.charAt(i - 1))
              || (i + 1 < length && InputText.isSpace(visible.charAt(i + 1))))) {
        return i;
      }
    }
    return length;
  }

  private static boolean isBorder(char c) {
    return InputText.isSpace(c) || SEPARATORS.indexOf(c) >= 0;
  }

  private static boolean isHash(char c) {
    return c == '#' || c == '＃';
  }
}
