package org.zhengyu.transforms.structure;

/**
 * Splits a paragraph into sentences.
 *
 * <p>A sentence ends
 *
 * <ul>
 *   <li>after 。 ！ ？ ；, and after an ellipsis of two or more … that no 、 ， or ： follows;
 *   <li>after a . or ．between Chinese characters, where it is the full stop of the paragraph: it
 *       has no 。, or ends with a dot. Four characters or more stand before it in the sentence, so
 *       that 卡尔.马克思 and a number at the beginning are whole;
 *   <li>after an ASCII ! ? or ; that follows a Chinese character, or follows a digit, % or closing
 *       mark and precedes a Chinese character, white space or the end, so that 3.5, a URL or an
 *       English sentence is never split.
 * </ul>
 *
 * Further end marks and the closing quotes and brackets behind an end belong to the sentence. There
 * is no end inside a title mark (《路在何方？》), or inside a bracket that opened within the sentence, if
 * they opened within the last {@value #MAX_BRACKET} characters; nor before a quotation's 的 or comma
 * (“走在前。”的要求).
 *
 * <p>A span begins and ends with a character that is not white space. A sentence of more than
 * {@value #MAX_LENGTH} characters is cut behind its last ， 、 ： or space before the limit, or else
 * at the limit, never inside a surrogate pair: whoever segments a sentence needs a bound.
 */
public final class SentenceSplitter {
  /** The longest span, in UTF-16 code units. */
  public static final int MAX_LENGTH = 1000;

  private static final int MAX_BRACKET = 80;

  /** Before a dot that ends a sentence: less is a part of a name, or a number. */
  private static final int MIN_BEFORE_DOT = 4;

  private SentenceSplitter() {}

  /** Takes the sentences of a paragraph in order. */
  @FunctionalInterface
  public interface SpanConsumer {
    /** Takes the sentence from char {@code begin} up to, but not including, char {@code end}. */
    void accept(int begin, int end);
  }

  /**
   * Gives the sentences of {@code paragraph} to {@code sentences}, in order. The spans are disjoint
   * and hold every character that is not white space.
   */
  public static void split(String paragraph, SpanConsumer sentences) {
    int length = paragraph.length();
    int start = firstInk(paragraph, 0);
    int depth = 0;
    int openedAt = 0;
    boolean inAsciiQuote = false;
    boolean dotsEnd = endsWithDots(paragraph);
    int i = start;
    while (i < length) {
      char c = paragraph.charAt(i);
      if (CharClasses.isPlainIdeograph(c)) {
        i++;
        continue;
      }
      if (depth > 0 && i - openedAt > MAX_BRACKET) {
        depth = 0;
      }
      boolean isDot = c == '.' && dotsEnd && isFullStop(paragraph, start, i);
      if (!isDot && !isEndMark(c)) {
        if (isBracketOpening(c)) {
          if (depth == 0) {
            openedAt = i;
          }
          depth++;
        } else if (depth > 0 && isBracketClosing(c)) {
          depth--;
        } else if (c == '"') {
          inAsciiQuote = !inAsciiQuote;
        }
        i++;
        continue;
      }
      int marksEnd = isDot ? i + 1 : endOfMarks(paragraph, i);
      boolean inBracket = depth > 0 && (openedAt > start || inTitle(paragraph, openedAt, i));
      if (inBracket || (!isDot && !isSentenceEnd(paragraph, i, marksEnd))) {
        i = marksEnd;
        continue;
      }
      int end = marksEnd;
      while (end < length) {
        char next = paragraph.charAt(end);
        if (next == '"' && inAsciiQuote) {
          inAsciiQuote = false;
        } else if (!CharClasses.isClosing(next) && !isEndMark(next)) {
          break;
        }
        end++;
      }
      depth = 0;
      i = end;
      if (end == length || !continues(paragraph, marksEnd, end)) {
        emit(paragraph, start, end, sentences);
        start = firstInk(paragraph, end);
        i = start;
      }
    }
    emit(paragraph, start, length, sentences);
  }

  private static boolean isBracketOpening(char c) {
    return c == '《' || c == '（' || c == '(' || c == '〈';
  }

  private static boolean isBracketClosing(char c) {
    return c == '》' || c == '）' || c == ')' || c == '〉';
  }

  /** Whether a title mark that opened closes behind an index, so that this lies in a title. */
  private static boolean inTitle(String text, int openedAt, int index) {
    char open = text.charAt(openedAt);
    if (open != '《' && open != '〈') {
      return false;
    }
    int limit = Math.min(text.length(), openedAt + MAX_BRACKET);
    return text.substring(index, Math.max(index, limit)).indexOf(open == '《' ? '》' : '〉') >= 0;
  }

  /** Whether the full stops of a paragraph are dots. */
  private static boolean endsWithDots(String text) {
    int last = text.length() - 1;
    while (last > 0
        && (CharClasses.isWhite(text.charAt(last)) || CharClasses.isClosing(text.charAt(last)))) {
      last--;
    }
    return last > 0 && (text.charAt(last) == '.' || text.indexOf('。') < 0);
  }

  private static boolean isFullStop(String text, int start, int dot) {
    if (dot - start < MIN_BEFORE_DOT) {
      return false;
    }
    char before = text.charAt(dot - 1);
    char after = dot + 1 < text.length() ? text.charAt(dot + 1) : ' ';
    boolean chinese =
        Character.isIdeographic(before) || CharClasses.isClosing(before) || before == '%';
    return chinese
        && (CharClasses.isWhite(after) || CharClasses.isCjk(after) || CharClasses.isClosing(after));
  }

  private static boolean isEndMark(char c) {
    return CharClasses.isSentenceEnd(c)
        || CharClasses.isEllipsis(c)
        || c == '!'
        || c == '?'
        || c == ';';
  }

  private static int endOfMarks(String text, int from) {
    int end = from;
    while (end < text.length() && isEndMark(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether the run of end marks between the two indices ends a sentence. */
  private static boolean isSentenceEnd(String text, int from, int end) {
    int ellipses = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (CharClasses.isSentenceEnd(c)) {
        return true;
      }
      ellipses += CharClasses.isEllipsis(c) ? 1 : 0;
    }
    if (ellipses > 0) {
      return ellipses > 1 && (end == text.length() || !CharClasses.isPause(text.charAt(end)));
    }
    return endsChinese(text, from, end);
  }

  private static boolean endsChinese(String text, int from, int end) {
    if (from == 0) {
      return false;
    }
    char before = text.charAt(from - 1);
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean open = CharClasses.isCjk(after) || CharClasses.isWhite(after) || after == '"';
    if (CharClasses.isCjk(before)) {
      return open || CharClasses.isClosing(after) || Character.isDigit(after);
    }
    boolean solid =
        (before >= '0' && before <= '9') || before == '%' || CharClasses.isClosing(before);
    return solid && open;
  }

  /** Whether the clause goes on behind the quotation that closes between the two indices. */
  private static boolean continues(String text, int marksEnd, int end) {
    char next = text.charAt(end);
    return end > marksEnd && (CharClasses.isPause(next) || next == '的');
  }

  private static int firstInk(String text, int from) {
    int i = from;
    while (i < text.length() && CharClasses.isWhite(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static void emit(String text, int from, int to, SpanConsumer sentences) {
    int begin = from;
    while (begin < to) {
      while (begin < to && CharClasses.isWhite(text.charAt(begin))) {
        begin++;
      }
      int limit = begin + MAX_LENGTH;
      int cut = to - begin <= MAX_LENGTH ? to : cut(text, begin, limit);
      int end = cut;
      while (end > begin && CharClasses.isWhite(text.charAt(end - 1))) {
        end--;
      }
      if (end > begin) {
        sentences.accept(begin, end);
      }
      begin = cut;
    }
  }

  private static int cut(String text, int begin, int limit) {
    for (int i = limit - 1; i > begin; i--) {
      char c = text.charAt(i);
      if (c == '，' || c == '、' || c == '：' || CharClasses.isWhite(c)) {
        return i + 1;
      }
    }
    return Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit))
        ? limit - 1
        : limit;
  }
}
