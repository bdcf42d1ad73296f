package org.zhengyu.transforms.structure;

/**
 * Decides whether a line goes on in the next one, from what the two lines and the whole document
 * show. A wrong join glues a heading to a paragraph and a missed one cuts a term in two; without
 * evidence lines stay apart.
 */
final class LineJoiner {
  /** Below this a line is too short to be prose that a page break cut. */
  private static final int MIN_PROSE = 20;

  private static final int MIN_ARTICLE = 16;
  private static final int MAX_PAGE_BREAK_BLANKS = 2;
  private static final int INDENT = 3;

  private final String text;
  private final PhysicalLines lines;
  private final WrapWidth wrap;
  private final int firstArticle;

  /** Whether a sentence has ended within the paragraph so far. */
  private boolean paragraphHasEnd;

  LineJoiner(String text, PhysicalLines lines) {
    this.text = text;
    this.lines = lines;
    this.wrap = WrapWidth.of(text, lines);
    this.firstArticle = firstArticle(lines);
  }

  private static int firstArticle(PhysicalLines lines) {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.kind(i) == LineKind.ARTICLE) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /**
   * Whether line {@code next} continues the line before it.
   *
   * @param first the first line of the paragraph that holds the line before
   */
  boolean continuesInto(int first, int next) {
    if (first == next - 1) {
      paragraphHasEnd = false;
    }
    paragraphHasEnd |= lines.hasInnerEnd(next - 1);
    boolean joined = continues(first, next);
    paragraphHasEnd |= joined && lines.isFinished(next - 1);
    return joined;
  }

  private boolean continues(int first, int next) {
    int line = next - 1;
    if (standsAlone(line) || standsAlone(next)) {
      return false;
    }
    boolean adjacent = lines.blankLinesBefore(next) == 0 && !lines.isAfterFurniture(next);
    boolean full = wrap.isFull(line);
    boolean wrapped = full || (!lines.isFinished(line) && wrap.isNearlyFull(line));
    boolean marked = lines.kind(next) != LineKind.PLAIN;
    if (wrapped && adjacent && !wrap.isIndented(next)) {
      return !(marked && lines.isFinished(line));
    }
    if (lines.isFinished(line)) {
      return false;
    }
    if (continuesByPunctuation(next)) {
      return true;
    }
    if (marked) {
      return false;
    }
    if (full && !wrap.isIndented(next)) {
      return true;
    }
    if (lines.isUnclosed(line) || endsOpen(line)) {
      return true;
    }
    return isCutProse(first, line, next);
  }

  private boolean standsAlone(int line) {
    LineKind kind = lines.kind(line);
    return kind == LineKind.MARKDOWN || kind == LineKind.TABLE || kind == LineKind.DATE;
  }

  /** No paragraph begins with a comma or a closing mark. */
  private boolean continuesByPunctuation(int next) {
    char first = text.charAt(lines.begin(next));
    return "，。、；：！？％".indexOf(first) >= 0
        || (CharClasses.isClosing(first) && CharClasses.isCjk(first));
  }

  /** Whether the line ends with something that only stands before something else. */
  private boolean endsOpen(int line) {
    int begin = lines.begin(line);
    int end = lines.end(line);
    char last = text.charAt(end - 1);
    char before = end - 1 > begin ? text.charAt(end - 2) : ' ';
    if (last == '，' || last == '、' || CharClasses.isOpening(last)) {
      return true;
    }
    if (last == '的') {
      return before != '目' && before != '标';
    }
    if (last == '和') {
      return "共总缓饱温调平祥谦暖柔随".indexOf(before) < 0;
    }
    if (end - begin <= 4 && (last == '是' || last == '要')) {
      return LineKind.isNumeral(before);
    }
    // One character behind a comma is no clause: …本作品不适用于该法，在
    return CharClasses.isCjk(last)
        && !CharClasses.isClosing(last)
        && (before == '，' || before == '、' || before == '。' || before == '；');
  }

  private boolean isCutProse(int first, int line, int next) {
    if (!goesOn(line, next)
        || isSalutation(next)
        || lines.indent(next) - lines.indent(line) >= INDENT) {
      return false;
    }
    int length = lines.end(line) - lines.begin(first);
    LineKind kind = lines.kind(first);
    if (lines.isAfterFurniture(next) && length >= MIN_PROSE) {
      return true;
    }
    if (lines.blankLinesBefore(next) > MAX_PAGE_BREAK_BLANKS) {
      return false;
    }
    if (paragraphHasEnd && length >= MIN_PROSE) {
      return true;
    }
    // In a statute prose has no number of its own or one of an article or item; titles are short
    // or numbered 一、.
    return line >= firstArticle
        && length >= MIN_ARTICLE
        && (kind == LineKind.ARTICLE
            || (lines.isFinished(next)
                && !isFormula(line)
                && (kind == LineKind.PLAIN || kind == LineKind.PARENTHESISED)));
  }

  /** The rest of a paragraph ends like a sentence, or is long, or is half of a number or word. */
  private boolean goesOn(int line, int next) {
    return lines.isFinished(next)
        || lines.length(next) >= MIN_PROSE
        || (CharClasses.isAlphanumeric(text.charAt(lines.end(line) - 1))
            && CharClasses.isAlphanumeric(text.charAt(lines.begin(next))));
  }

  private boolean isSalutation(int line) {
    int begin = lines.begin(line);
    return text.startsWith("各位", begin)
        || text.startsWith("同志们", begin)
        || text.startsWith("尊敬的", begin);
  }

  private boolean isFormula(int line) {
    for (int i = lines.begin(line); i < lines.end(line); i++) {
      if (text.charAt(i) == '＝' || text.charAt(i) == '=') {
        return true;
      }
    }
    return false;
  }

  /** Whether the line break before {@code next} stands for a space between two Latin words. */
  boolean needsSpace(int next) {
    char last = text.charAt(lines.end(next - 1) - 1);
    char first = text.charAt(lines.begin(next));
    if (!CharClasses.isAlphanumeric(first)) {
      return false;
    }
    boolean whiteBefore =
        CharClasses.isWhite(text.charAt(lines.end(next - 1)))
            && !CharClasses.isLineBreak(text.charAt(lines.end(next - 1)));
    if (LineKind.isDigit(first)) {
      return whiteBefore && CharClasses.isAlphanumeric(last);
    }
    return ",;:.!?)".indexOf(last) >= 0
        || (CharClasses.isAlphanumeric(last) && (whiteBefore || !LineKind.isDigit(last)));
  }
}
