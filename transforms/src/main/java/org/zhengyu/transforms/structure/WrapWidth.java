package org.zhengyu.transforms.structure;

/**
 * The width at which a document's lines were broken, if they were: in a newspaper column or a text
 * extracted from pages most lines are about as long as the longest, break off in mid-sentence, and
 * hold prose. A list of names has lines of one length too, but no commas.
 */
final class WrapWidth {
  private static final int MIN_LINES = 6;
  private static final int MIN_COLUMNS = 20;
  private static final int MAX_COLUMNS = 200;

  /** Line breaking rules pull a punctuation mark or a number to the other line. */
  private static final int SLACK = 6;

  private static final int INDENT = 3;
  private static final int LONGEST_WORD = 20;

  private final String text;
  private final PhysicalLines lines;
  private final int columns;
  private final int indent;
  private final boolean paragraphsMarked;

  private WrapWidth(String text, PhysicalLines lines, int columns, int indent, boolean marked) {
    this.text = text;
    this.lines = lines;
    this.columns = columns;
    this.indent = indent;
    this.paragraphsMarked = marked;
  }

  static WrapWidth of(String text, PhysicalLines lines) {
    int[] histogram = new int[MAX_COLUMNS + 2];
    for (int i = 0; i < lines.count(); i++) {
      histogram[Math.min(lines.columns(i), MAX_COLUMNS + 1)]++;
    }
    int wider = 0;
    int width = MAX_COLUMNS + 1;
    // The widest but for one line in fifty.
    while (width > 0 && (wider + histogram[width]) * 50L <= lines.count()) {
      wider += histogram[width--];
    }
    if (lines.count() < MIN_LINES) {
      return ofFew(text, lines);
    }
    boolean wrapped = width >= MIN_COLUMNS && width <= MAX_COLUMNS;
    if (!wrapped) {
      return new WrapWidth(text, lines, Integer.MAX_VALUE, 0, false);
    }
    int full = 0;
    int unfinished = 0;
    int prose = 0;
    int[] indents = new int[Byte.MAX_VALUE + 1];
    for (int i = 0; i < lines.count(); i++) {
      if (lines.columns(i) >= width - SLACK) {
        full++;
        unfinished += lines.isFinished(i) ? 0 : 1;
        prose += lines.hasPause(i) ? 1 : 0;
        indents[lines.indent(i)]++;
      }
    }
    boolean holds =
        full * 5L >= lines.count() * 2L && unfinished * 2L >= full && prose * 10L >= full * 3L;
    if (!holds) {
      return new WrapWidth(text, lines, Integer.MAX_VALUE, 0, false);
    }
    int indent = mode(indents);
    return new WrapWidth(text, lines, width, indent, marksParagraphs(lines, width, indent));
  }

  /**
   * The width of a text of a few lines: one paragraph, of which all lines but the last are about as
   * long as the longest, and most break off. A title is shorter than what follows it, and has no
   * comma.
   */
  private static WrapWidth ofFew(String text, PhysicalLines lines) {
    int last = lines.count() - 1;
    int width = 0;
    for (int i = 0; i <= last; i++) {
      width = Math.max(width, lines.columns(i));
    }
    boolean holds = last > 0 && width >= MIN_COLUMNS && width <= MAX_COLUMNS;
    int unfinished = 0;
    int prose = 0;
    for (int i = 0; i < last && holds; i++) {
      boolean full = lines.columns(i) >= width - SLACK;
      boolean adjacent = lines.blankLinesBefore(i + 1) == 0;
      holds = full && adjacent && lines.kind(i + 1) == LineKind.PLAIN;
      unfinished += lines.isFinished(i) ? 0 : 1;
      prose += lines.hasPause(i) ? 1 : 0;
    }
    holds &= unfinished * 2 > last && prose * 2 >= last;
    return holds && lines.isFinished(last) && lines.kind(0) != LineKind.TABLE
        ? new WrapWidth(text, lines, width, lines.indent(last), true)
        : new WrapWidth(text, lines, Integer.MAX_VALUE, 0, false);
  }

  /**
   * Whether the line behind a short one that ends a sentence, which surely begins a paragraph, is
   * mostly indented or behind a blank line.
   */
  private static boolean marksParagraphs(PhysicalLines lines, int width, int indent) {
    int starts = 0;
    int marked = 0;
    for (int i = 1; i < lines.count(); i++) {
      if (lines.isFinished(i - 1) && lines.columns(i - 1) < width - 2 * SLACK) {
        starts++;
        boolean blank = lines.blankLinesBefore(i) > 0;
        marked += blank || lines.indent(i) - indent >= INDENT ? 1 : 0;
      }
    }
    return marked * 5 >= starts * 4;
  }

  private static int mode(int[] counts) {
    int mode = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[mode]) {
        mode = i;
      }
    }
    return mode;
  }

  /**
   * Whether the line was broken for want of room; never true of a document without a width. If
   * nothing marks its paragraphs, a sentence end at the very margin is taken for the middle of one.
   */
  boolean isFull(int line) {
    if (columns == Integer.MAX_VALUE) {
      return false;
    }
    int slack = paragraphsMarked || !lines.isFinished(line) ? SLACK : 2;
    return lines.columns(line) + firstWord(line + 1) >= columns - slack;
  }

  /** Whether the line is too long for a heading: digits and Latin letters vary in width. */
  boolean isNearlyFull(int line) {
    return columns != Integer.MAX_VALUE && lines.columns(line) * 3 >= columns * 2;
  }

  /** Whether the line is indented against most others, as the first of a paragraph. */
  boolean isIndented(int line) {
    return lines.indent(line) - indent >= INDENT;
  }

  /** Columns of the Latin word or number that begins a line: it was not broken. */
  private int firstWord(int line) {
    int begin = lines.begin(line);
    int i = begin;
    while (i < lines.end(line)
        && i - begin < LONGEST_WORD
        && CharClasses.isAlphanumeric(text.charAt(i))) {
      i++;
    }
    return i - begin;
  }
}
