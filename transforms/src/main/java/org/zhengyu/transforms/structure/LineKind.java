package org.zhengyu.transforms.structure;

/** What the first characters of a line say about it. */
enum LineKind {
  /** Nothing: prose, or a title. */
  PLAIN,
  /** # to ######, as markdown marks a heading. */
  MARKDOWN,
  /** 第三章, 第二节, 第一编, 第四部分. */
  CHAPTER,
  /** 第十二条, 第五款. */
  ARTICLE,
  /** 一、 or 第一，. */
  NUMERAL,
  /** （一） or (3). */
  PARENTHESISED,
  /** 1. or 1、 or 1) or ①. */
  NUMBERED,
  /** - or * or •. */
  BULLET,
  /** □ and ■ and ◎, with which newspapers begin a byline. */
  BYLINE_MARK,
  /** A dash, before a kicker or an item. */
  DASH,
  /** A row of a table. */
  TABLE,
  /** A date and nothing else. */
  DATE;

  private static final String NUMERALS = "一二三四五六七八九十百千零〇○两";
  private static final int MAX_DATE = 24;

  /** The kind of the line from char {@code begin} to {@code end}, which has ink at both ends. */
  static LineKind of(String text, int begin, int end) {
    char first = text.charAt(begin);
    switch (first) {
      case '#':
        return hashesEnd(text, begin, end) > begin ? MARKDOWN : PLAIN;
      case '|':
        return TABLE;
      case '第':
        return ordinal(text, begin, end);
      case '（':
      case '(':
        return isParenthesisedNumber(text, begin, end) ? PARENTHESISED : PLAIN;
      case '—':
      case '―':
        return DASH;
      case '-':
      case '*':
        if (begin + 1 < end && first == '-' && text.charAt(begin + 1) == '-') {
          return DASH;
        }
        return begin + 1 < end && CharClasses.isWhite(text.charAt(begin + 1)) ? BULLET : PLAIN;
      case '•':
      case '●':
      case '▪':
      case '◆':
      case '★':
        return BULLET;
      case '□':
      case '■':
      case '◎':
        return BYLINE_MARK;
      default:
        return isNumeral(first) || isDigit(first) ? numbered(text, begin, end) : circled(first);
    }
  }

  /** Where the marks of a markdown heading end, or {@code begin} if it is none. */
  static int hashesEnd(String text, int begin, int end) {
    int i = begin;
    while (i < end && text.charAt(i) == '#') {
      i++;
    }
    return i - begin <= 6 && i < end && CharClasses.isWhite(text.charAt(i)) ? i : begin;
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  static boolean isNumeral(char c) {
    return NUMERALS.indexOf(c) >= 0;
  }

  private static int numberEnd(String text, int begin, int end) {
    int i = begin;
    while (i < end && i - begin < 9 && (isNumeral(text.charAt(i)) || isDigit(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private static LineKind ordinal(String text, int begin, int end) {
    int number = begin + 1;
    while (number < end && CharClasses.isWhite(text.charAt(number))) {
      number++;
    }
    int i = numberEnd(text, number, end);
    if (i == number) {
      return PLAIN;
    }
    while (i < end && CharClasses.isWhite(text.charAt(i))) {
      i++;
    }
    if (i == end) {
      return PLAIN;
    }
    switch (text.charAt(i)) {
      case '章':
      case '节':
      case '編':
      case '编':
      case '篇':
      case '節':
        return CHAPTER;
      case '部':
        return text.startsWith("部分", i) ? CHAPTER : PLAIN;
      case '条':
      case '條':
      case '款':
        return ARTICLE;
      case '，':
      case '、':
        return NUMERAL;
      default:
        return PLAIN;
    }
  }

  private static boolean isParenthesisedNumber(String text, int begin, int end) {
    int i = numberEnd(text, begin + 1, end);
    return i > begin + 1 && i - begin <= 5 && i < end && "）)".indexOf(text.charAt(i)) >= 0;
  }

  private static LineKind numbered(String text, int begin, int end) {
    int i = numberEnd(text, begin, end);
    boolean numeral = isNumeral(text.charAt(begin));
    if (i < end && i - begin <= (numeral ? 5 : 3)) {
      char mark = text.charAt(i);
      boolean decimal = i + 1 < end && isDigit(text.charAt(i + 1));
      if (numeral ? "、．.".indexOf(mark) >= 0 : "、）)".indexOf(mark) >= 0) {
        return numeral ? NUMERAL : NUMBERED;
      }
      if (!numeral && "．.".indexOf(mark) >= 0 && !decimal) {
        return NUMBERED;
      }
    }
    return isDate(text, begin, end) ? DATE : PLAIN;
  }

  private static boolean isDate(String text, int begin, int end) {
    if (end - begin > MAX_DATE) {
      return false;
    }
    boolean year = false;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && !isNumeral(c) && !CharClasses.isWhite(c) && "年月日".indexOf(c) < 0) {
        return false;
      }
      year |= c == '年';
    }
    return year;
  }

  private static LineKind circled(char first) {
    return first >= '①' && first <= '⒛' ? NUMBERED : PLAIN;
  }
}
