package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.Remark;

/**
 * The records of delimited text: by RFC 4180 where they follow it, and as a spreadsheet would take
 * them where they do not.
 *
 * <p>A quotation mark that neither closes its field nor is doubled is a fault. The fields before it
 * are then read from the left and those behind it from the right, and what lies between is the
 * field with the fault, if it ends with a quotation mark: {@code 2,"他说"好"。"}. The record ends at
 * the first line end where that comes out with as many fields as there are columns, and at the
 * latest before a line with which a sound record begins. In a table with tabs, a line with as many
 * fields as there are columns is a record whatever its quotation marks are. A record that cannot be
 * read even so is left out, and the next begins behind it.
 */
final class DelimitedRecords {
  /** A delimiter that stands in no text: a line is one field. */
  static final char NONE = '\0';

  /** Looking for the end of broken records takes at most so many steps for each character. */
  private static final int LOOK_AHEAD = 8;

  private final String text;
  private final char delimiter;
  private final boolean escapes;
  private int columns;
  private long lookAhead;
  private int soundKind = -1;
  private int next;
  private long nextLine;

  private int begin;
  private long line;
  private List<String> fields = List.of();

  /** Fields from a place on; if a fault ends them, that of the field that begins there. */
  private record Scan(List<String> fields, int end, boolean faulty) {}

  /**
   * Records from a place of a text on.
   *
   * @param delimiter the character between two fields
   * @param escapes whether a backslash takes its meaning from the character behind it
   * @param from where the first record begins
   * @param line its line, from 1
   */
  DelimitedRecords(String text, char delimiter, boolean escapes, int from, long line) {
    this.text = text;
    this.delimiter = delimiter;
    this.escapes = escapes;
    this.next = from;
    this.nextLine = line;
    this.lookAhead = (long) text.length() * LOOK_AHEAD;
  }

  /** Says how many fields a sound record has. */
  void expect(int count) {
    columns = count;
  }

  /** The place behind the record. */
  int next() {
    return next;
  }

  /** The line of the place behind the record. */
  long nextLine() {
    return nextLine;
  }

  /** Where the record begins. */
  int begin() {
    return begin;
  }

  /** Its line. */
  long line() {
    return line;
  }

  /** Its fields. */
  List<String> fields() {
    return fields;
  }

  /**
   * Steps to the next record of which not all fields are blank; false at the end.
   *
   * @throws InvalidCsvException when there is one that cannot be read; the next step goes on behind
   *     it
   */
  boolean step() throws InvalidCsvException {
    do {
      begin = next;
      line = nextLine;
      if (begin >= text.length()) {
        return false;
      }
      read();
    } while (fields.stream().allMatch(String::isBlank));
    return true;
  }

  private void read() throws InvalidCsvException {
    Scan scan = scan(begin, escapes);
    int lineEnd = endOfLine(begin);
    if (scan.faulty()) {
      Scan escaped = escapes ? scan : scan(begin, true);
      if (!escaped.faulty() && escaped.fields().size() == columns) {
        take(escaped.fields(), escaped.end());
      } else {
        repair(scan);
      }
    } else if (scan.end() > behindBreak(lineEnd) && hidesRecords(lineEnd, scan.end())) {
      take(literal(begin, lineEnd), behindBreak(lineEnd));
    } else if (!escapes
        && columns > 0
        && scan.fields().size() > columns
        && escapesDelimiter(scan)) {
      Scan escaped = scan(begin, true);
      take(escaped.fields(), escaped.end());
    } else {
      take(scan.fields(), scan.end());
    }
  }

  private boolean escapesDelimiter(Scan scan) {
    int escape = text.indexOf("\\" + delimiter, begin);
    return escape >= 0 && escape < scan.end() && scan(begin, true).fields().size() == columns;
  }

  private void take(List<String> found, int end) {
    fields = Collections.unmodifiableList(found);
    soundKind = found.size() == columns ? kindOf(text.charAt(begin)) : soundKind;
    next = end;
    nextLine = line + lineBreaks(begin, end);
  }

  private Scan scan(int from, boolean escaped) {
    List<String> found = new ArrayList<>();
    int i = from;
    while (true) {
      int quote = behindBlanks(i);
      if (quote < text.length() && text.charAt(quote) == '"') {
        int close = closing(quote, escaped);
        int behind = close < 0 ? -1 : behindBlanks(close + 1);
        if (behind < 0 || !endsField(behind)) {
          return new Scan(found, quote, true);
        }
        found.add(unquoted(quote + 1, close, escaped));
        i = behind;
      } else {
        int end = endOfPlain(i, escaped);
        found.add(plain(i, end, escaped));
        i = end;
      }
      if (i == text.length() || isLineBreak(i)) {
        return new Scan(found, behindBreak(i), false);
      }
      i++;
    }
  }

  /** Whether lines that a quotation of a table with tabs spans are records by themselves. */
  private boolean hidesRecords(int lineEnd, int end) {
    if (delimiter != '\t' || columns < 2 || literal(begin, lineEnd).size() != columns) {
      return false;
    }
    for (int i = behindBreak(lineEnd); i < end; i = behindBreak(endOfLine(i))) {
      if (literal(i, endOfLine(i)).size() == columns) {
        return true;
      }
    }
    return false;
  }

  private void repair(Scan scan) throws InvalidCsvException {
    int firstEnd = endOfLine(scan.end());
    int end = firstEnd;
    while (true) {
      int behind = behindBreak(end);
      boolean sound = startsRecord(behind);
      boolean last = sound || behind >= text.length();
      boolean oneLine = end == endOfLine(begin);
      List<String> found = null;
      if (oneLine && last && delimiter == '\t') {
        found = ifComplete(literal(begin, end));
      }
      if (found == null) {
        found = between(scan, end, last);
      }
      if (found == null && oneLine && last && quotes(begin, end) % 2 == 0) {
        found = ifComplete(literal(begin, end));
      }
      if (found != null) {
        take(found, behind);
        return;
      }
      if (last || lookAhead <= 0) {
        leaveOut(scan.fields().size() + 1, sound ? end : firstEnd);
      }
      end = endOfLine(behind);
      lookAhead -= end - behind;
    }
  }

  private @Nullable List<String> ifComplete(List<String> found) {
    return found.size() == columns ? found : null;
  }

  private void leaveOut(int field, int end) throws InvalidCsvException {
    long records = 1;
    for (int i = behindBreak(endOfLine(begin)); i < end; i = behindBreak(endOfLine(i))) {
      records += columns > 1 && literal(i, endOfLine(i)).size() == columns ? 1 : 0;
    }
    take(List.of(), behindBreak(end));
    Remark then =
        text.substring(next).isBlank()
            ? new Remark("to the end of the text", "直至文末")
            : Remark.of("reading went on in line %d", "自第 %d 行继续读取", nextLine);
    Remark left =
        Remark.of(
            "the quotation marks of field %1$d do not match: %2$d %3$s left out, %4$s",
            "第 %1$d 个字段的引号没有配对：略去 %2$d 条记录，%4$s",
            field,
            records,
            records == 1 ? "record" : "records",
            then);
    throw new InvalidCsvException(line, left, text.substring(begin, end).getBytes(UTF_8).length);
  }

  /**
   * Whether a record seems to begin at a place: with a character of the same kind as this one or
   * the last sound one, and with as many fields as there are columns. Of a single column only a
   * quotation can be told.
   */
  private boolean startsRecord(int place) {
    int from = place;
    while (from < text.length() && isLineBreak(from)) {
      from = behindBreak(from);
    }
    if (from >= text.length()) {
      return false;
    }
    int kind = kindOf(text.charAt(from));
    if (kind != kindOf(text.charAt(begin)) && kind != soundKind) {
      return false;
    }
    if (columns > 1 && literal(from, endOfLine(from)).size() == columns) {
      return true;
    }
    Scan scan = scan(from, escapes);
    lookAhead -= scan.end() - from;
    boolean told = columns > 1 || text.charAt(from) == '"';
    return told && !scan.faulty() && scan.fields().size() == columns;
  }

  /** Digits are of one kind, letters of another, ideographs of a third; others are their own. */
  private static int kindOf(char c) {
    if (c >= '0' && c <= '9') {
      return '0';
    }
    if (Character.isIdeographic(c)) {
      return '字';
    }
    return Character.isLetter(c) ? 'a' : c;
  }

  /**
   * The fields of a record with a fault, if it ends at a place: those before the fault, what lies
   * between, those behind it. A quotation that is open still goes on, unless the record is at its
   * end.
   */
  private @Nullable List<String> between(Scan scan, int end, boolean last) {
    int behind = columns - scan.fields().size() - 1;
    if (behind < 0) {
      return null;
    }
    List<String> tail = new ArrayList<>();
    int right = end;
    for (int i = 0; i < behind; i++) {
      int close = beforeBlanks(right) - 1;
      int open = close > scan.end() && text.charAt(close) == '"' ? opening(scan.end(), close) : -1;
      int from = open >= 0 ? beforeBlanks(open) : text.lastIndexOf(delimiter, right - 1) + 1;
      if (from - 1 <= scan.end()) {
        return null;
      }
      tail.add(open >= 0 ? unquoted(open + 1, close, escapes) : plain(from, right, escapes));
      right = from - 1;
    }
    int close = beforeBlanks(right) - 1;
    boolean closed = close > scan.end() && text.charAt(close) == '"';
    if (!closed) {
      return null;
    }
    lookAhead -= close - scan.end();
    if (!last && quotes(scan.end(), close + 1) % 2 != 0) {
      return null;
    }
    List<String> found = new ArrayList<>(scan.fields());
    found.add(unquoted(scan.end() + 1, close, escapes));
    Collections.reverse(tail);
    found.addAll(tail);
    return found;
  }

  /** The quotation mark that opens the field that another closes; -1 where none does. */
  private int opening(int after, int close) {
    for (int i = close - 1; i > after; i--) {
      boolean doubled = i + 1 < close && text.charAt(i + 1) == '"';
      if (text.charAt(i) == '"' && !doubled && text.charAt(beforeBlanks(i) - 1) == delimiter) {
        return i;
      }
    }
    return -1;
  }

  /** The fields of a line, of which only those are quotations that are sound. */
  private List<String> literal(int from, int lineEnd) {
    List<String> found = new ArrayList<>();
    int i = from;
    while (true) {
      int end = Math.min(endOfPlain(i, escapes), lineEnd);
      int quote = behindBlanks(i);
      int close = beforeBlanks(end) - 1;
      boolean quoted = quote < close && text.charAt(quote) == '"';
      found.add(
          quoted && closing(quote, escapes) == close
              ? unquoted(quote + 1, close, escapes)
              : plain(i, end, escapes));
      if (end >= lineEnd) {
        return found;
      }
      i = end + 1;
    }
  }

  private long quotes(int from, int to) {
    return text.substring(from, to).chars().filter(c -> c == '"').count();
  }

  /** The quotation mark that closes what another opens; -1 where none does. */
  private int closing(int quote, boolean escaped) {
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && escaped) {
        i++;
      } else if (c == '"') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private int endOfPlain(int from, boolean escaped) {
    int i = from;
    while (i < text.length() && !endsField(i)) {
      boolean pair = escaped && text.charAt(i) == '\\' && i + 1 < text.length();
      i += pair && text.charAt(i + 1) != '\r' ? 2 : 1;
    }
    return i;
  }

  private boolean endsField(int i) {
    return i == text.length() || text.charAt(i) == delimiter || isLineBreak(i);
  }

  private boolean isLineBreak(int i) {
    char c = text.charAt(i);
    return c == '\n' || c == '\r';
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < text.length() && !isLineBreak(i)) {
      i++;
    }
    return i;
  }

  private int behindBreak(int i) {
    if (i >= text.length()) {
      return text.length();
    }
    boolean crLf = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    return i + (crLf ? 2 : 1);
  }

  private long lineBreaks(int from, int to) {
    long count = 0;
    for (int i = endOfLine(from); i < to; i = endOfLine(behindBreak(i))) {
      count++;
    }
    return count;
  }

  private boolean isBlank(int i) {
    char c = text.charAt(i);
    return (c == ' ' || c == '\t') && c != delimiter;
  }

  private int behindBlanks(int from) {
    int i = from;
    while (i < text.length() && isBlank(i)) {
      i++;
    }
    return i;
  }

  private int beforeBlanks(int to) {
    int i = to;
    while (i > begin && isBlank(i - 1)) {
      i--;
    }
    return i;
  }

  private String plain(int from, int to, boolean escaped) {
    String field = text.substring(from, to);
    if (!escaped) {
      return field;
    }
    return field.equals("\\N") ? "" : unescaped(field);
  }

  private String unquoted(int from, int to, boolean escaped) {
    String field = text.substring(from, to);
    return escaped ? unescaped(field) : field.replace("\"\"", "\"");
  }

  private static String unescaped(String field) {
    StringBuilder unescaped = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean pair = i + 1 < field.length();
      if (c == '\\' && pair) {
        i++;
        unescaped.append(meaning(field.charAt(i)));
      } else {
        unescaped.append(c);
        i += c == '"' && pair && field.charAt(i + 1) == '"' ? 1 : 0;
      }
    }
    return unescaped.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
