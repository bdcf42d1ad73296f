package org.zhengyu.transforms.structure;

import java.util.Arrays;

/**
 * The lines of a document that have ink and are no page furniture, as they stand in the file, in
 * parallel arrays: a document may have millions of them.
 */
final class PhysicalLines {
  private static final int INNER_END = 1;
  private static final int PAUSE = 2;
  private static final int UNCLOSED = 4;
  private static final int TABLE = 8;
  private static final int FINISHED = 16;
  private static final int AFTER_FURNITURE = 32;

  private static final int MAX_NOTE = 60;

  private final String text;
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private int[] codePoints = new int[64];
  private short[] columns = new short[64];
  private byte[] indents = new byte[64];
  private byte[] blanks = new byte[64];
  private byte[] flags = new byte[64];
  private LineKind[] kinds = new LineKind[64];
  private int count;

  private PhysicalLines(String text) {
    this.text = text;
  }

  /** Reads the document once, from the first character to the last. */
  static PhysicalLines of(String text) {
    PhysicalLines lines = new PhysicalLines(text);
    lines.scan();
    for (boolean[] heads = RunningHeads.find(text, lines);
        heads != null;
        heads = RunningHeads.find(text, lines)) {
      lines.drop(heads);
    }
    return lines;
  }

  int count() {
    return count;
  }

  /** The first char that is neither white space nor furniture nor a markdown mark. */
  int begin(int line) {
    return begins[line];
  }

  /** The char behind the last one that is neither white space nor furniture. */
  int end(int line) {
    return ends[line];
  }

  int length(int line) {
    return ends[line] - begins[line];
  }

  /** Offset of {@link #begin} in code points. */
  int codePoint(int line) {
    return codePoints[line];
  }

  /** Width in print with the indentation, capped at 32,767. */
  int columns(int line) {
    return columns[line];
  }

  /** Width of the white space before the line, capped at 127. */
  int indent(int line) {
    return indents[line];
  }

  /** Blank lines directly before the line, capped at 127. */
  int blankLinesBefore(int line) {
    return blanks[line];
  }

  /** Whether furniture was dropped between the line before and this one. */
  boolean isAfterFurniture(int line) {
    return has(line, AFTER_FURNITURE);
  }

  LineKind kind(int line) {
    return kinds[line];
  }

  /** Whether a sentence ends inside the line, and more follows. */
  boolean hasInnerEnd(int line) {
    return has(line, INNER_END);
  }

  /** Whether the line has a comma, a colon or an end mark: lists of names have none. */
  boolean hasPause(int line) {
    return has(line, PAUSE);
  }

  /** Whether a title mark, bracket or quote that opens behind the first character stays open. */
  boolean isUnclosed(int line) {
    return has(line, UNCLOSED);
  }

  /** Whether the line ends like a sentence, or with a colon. */
  boolean isFinished(int line) {
    return has(line, FINISHED);
  }

  private boolean has(int line, int flag) {
    return (flags[line] & flag) != 0;
  }

  private void scan() {
    int length = text.length();
    int pairs = 0;
    int blank = 0;
    boolean furniture = false;
    int i = 0;
    while (i < length) {
      int indent = 0;
      char c = text.charAt(i);
      while (CharClasses.isWhite(c) && !CharClasses.isLineBreak(c)) {
        indent += c == '\t' ? 4 : CharClasses.columns(c);
        if (++i == length) {
          return;
        }
        c = text.charAt(i);
      }
      if (CharClasses.isLineBreak(c)) {
        blank++;
        furniture |= c == '\f';
        i = behindBreak(i);
        continue;
      }
      int begin = i;
      int codePoint = begin - pairs;
      int end = begin;
      int column = indent;
      int endColumn = indent;
      int lastEndMark = -1;
      int titles = 0;
      int rounds = 0;
      int quotes = 0;
      int flag = 0;
      boolean tab = false;
      for (; i < length; i++) {
        c = text.charAt(i);
        if (CharClasses.isPlainIdeograph(c)) {
          column += 2;
          end = i + 1;
          endColumn = column;
          flag |= tab ? TABLE : 0;
          continue;
        }
        column += CharClasses.columns(c);
        if (CharClasses.isWhite(c)) {
          if (CharClasses.isLineBreak(c)) {
            break;
          }
          tab |= c == '\t';
          continue;
        }
        end = i + 1;
        endColumn = column;
        flag |= tab ? TABLE : 0;
        if (CharClasses.isSentenceEnd(c)) {
          lastEndMark = i;
          flag |= PAUSE;
        } else if (CharClasses.isPause(c)) {
          flag |= PAUSE;
        } else if (CharClasses.isOpening(c)) {
          titles += c == '《' || c == '〈' ? 1 : 0;
          rounds += c == '（' ? 1 : 0;
          quotes += c == '“' && i > begin ? 1 : 0;
        } else if (CharClasses.isClosing(c)) {
          titles -= (c == '》' || c == '〉') && titles > 0 ? 1 : 0;
          rounds -= (c == '）' || c == ')') && rounds > 0 ? 1 : 0;
          quotes -= c == '”' && quotes > 0 ? 1 : 0;
        } else if (Character.isLowSurrogate(c)
            && i > begin
            && Character.isHighSurrogate(text.charAt(i - 1))) {
          pairs++;
        }
      }
      boolean pageEnds = i < length && text.charAt(i) == '\f';
      if (i < length) {
        i = behindBreak(i);
      }
      if (titles > 0 || rounds > 0 || quotes > 0) {
        flag |= UNCLOSED;
      }
      if (PageFurniture.isWholeLine(text, begin, end)) {
        furniture = true;
        continue;
      }
      int shownEnd = trimEnd(begin, PageFurniture.cutEnd(text, begin, end));
      int shownBegin = trimStart(PageFurniture.cutStart(text, begin, shownEnd), shownEnd);
      if (shownBegin >= shownEnd) {
        furniture = true;
        continue;
      }
      LineKind kind =
          (flag & TABLE) != 0 ? LineKind.TABLE : LineKind.of(text, shownBegin, shownEnd);
      int textBegin = shownBegin;
      if (kind == LineKind.MARKDOWN) {
        textBegin = trimStart(LineKind.hashesEnd(text, shownBegin, shownEnd), shownEnd);
      }
      furniture |= shownBegin > begin;
      flag |= furniture ? AFTER_FURNITURE : 0;
      flag |= lastEndMark >= 0 && lastEndMark + 1 < inkEnd(shownBegin, shownEnd) ? INNER_END : 0;
      flag |= isFinished(shownBegin, shownEnd) ? FINISHED : 0;
      add(
          textBegin,
          shownEnd,
          codePoint + text.codePointCount(begin, textBegin),
          endColumn,
          indent,
          blank,
          flag,
          kind);
      furniture = pageEnds || shownEnd < end;
      blank = 0;
    }
  }

  /** Drops lines as furniture. */
  private void drop(boolean[] dropped) {
    int kept = 0;
    boolean furniture = false;
    for (int i = 0; i < count; i++) {
      if (dropped[i]) {
        furniture = true;
        continue;
      }
      begins[kept] = begins[i];
      ends[kept] = ends[i];
      codePoints[kept] = codePoints[i];
      columns[kept] = columns[i];
      indents[kept] = indents[i];
      blanks[kept] = blanks[i];
      flags[kept] = (byte) (flags[i] | (furniture ? AFTER_FURNITURE : 0));
      kinds[kept] = kinds[i];
      kept++;
      furniture = false;
    }
    count = kept;
  }

  private int behindBreak(int at) {
    boolean crLf = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return at + (crLf ? 2 : 1);
  }

  private int trimEnd(int begin, int end) {
    int i = end;
    while (i > begin && CharClasses.isWhite(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private int trimStart(int begin, int end) {
    int i = begin;
    while (i < end && CharClasses.isWhite(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The char behind the last one that is no closing bracket or quote. */
  private int inkEnd(int begin, int end) {
    int i = end;
    while (i > begin && isCloser(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isCloser(char c) {
    return CharClasses.isClosing(c) || c == '"';
  }

  private boolean isFinished(int begin, int end) {
    int last = inkEnd(begin, end) - 1;
    if (last < begin) {
      return false;
    }
    if (endsSentence(begin, last)) {
      return true;
    }
    // A note behind the last sentence ends the paragraph: ……费用。（2010年12月23日删除）
    if (text.charAt(end - 1) == '）') {
      int limit = Math.max(begin, end - MAX_NOTE);
      for (int i = end - 2; i > limit; i--) {
        if (text.charAt(i) == '（') {
          return endsSentence(begin, i - 1);
        }
      }
    }
    return false;
  }

  private boolean endsSentence(int begin, int last) {
    char c = text.charAt(last);
    return CharClasses.isSentenceEnd(c)
        || CharClasses.isEllipsis(c)
        || "：:!?;".indexOf(c) >= 0
        || (c == '.' && last > begin && CharClasses.isCjk(text.charAt(last - 1)));
  }

  private void add(
      int begin,
      int end,
      int codePoint,
      int column,
      int indent,
      int blank,
      int flag,
      LineKind kind) {
    if (count == begins.length) {
      int capacity = count + (count >> 1);
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
      codePoints = Arrays.copyOf(codePoints, capacity);
      columns = Arrays.copyOf(columns, capacity);
      indents = Arrays.copyOf(indents, capacity);
      blanks = Arrays.copyOf(blanks, capacity);
      flags = Arrays.copyOf(flags, capacity);
      kinds = Arrays.copyOf(kinds, capacity);
    }
    begins[count] = begin;
    ends[count] = end;
    codePoints[count] = codePoint;
    columns[count] = (short) Math.min(column, Short.MAX_VALUE);
    indents[count] = (byte) Math.min(indent, Byte.MAX_VALUE);
    blanks[count] = (byte) Math.min(blank, Byte.MAX_VALUE);
    flags[count] = (byte) flag;
    kinds[count] = kind;
    count++;
  }
}
