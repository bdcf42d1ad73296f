package org.zhengyu.transforms.segment;

/**
 * What stands in a text as one, and of which the dictionary knows but the parts: numbers, ordinals,
 * dates, Latin strings, addresses and markup. Not thread-safe.
 *
 * <ul>
 *   <li>Number: 346，938，000; 1.2; 2000亿; 三十五; 一点五万; 三分之二; 数千.
 *   <li>Ordinal: 第 and a number.
 *   <li>Date: 1998年; 1998年1月; 1月1日; 12月份; 一九九八年; 1日; 2023-05-01. A number of years is none: 40年.
 *   <li>Latin string: letters, with digits and marks that join them: COVID-19, PM2.5, P2P, 5G.
 *   <li>Address: https://www.gov.cn/a.html; 12345@gov.cn.
 *   <li>Markup: a tag or an entity of HTML; it is no word.
 * </ul>
 */
final class Compounds {
  /** What a compound is. */
  enum Kind {
    NUMBER("m"),
    ORDINAL("m"),
    DATE("t"),
    LATIN("nx"),
    ADDRESS("xu"),
    MARKUP("x");

    private final int tag;

    Kind(String tag) {
      this.tag = PartOfSpeech.named(tag).code();
    }

    /** The code of its part of speech. */
    int tag() {
      return tag;
    }
  }

  /** What {@link #cut} returns where no word is cut. */
  static final int NONE = -1;

  private static final char LAST_LETTER = '\u052F';

  private static final String FIGURES = "〇○零一二三四五六七八九";
  private static final String POWERS = "十百千万亿兆";
  private static final String OTHER_NUMERALS = "两廿卅";

  /** What a character is, in bits. */
  private static final byte[] CLASSES = new byte[Character.MAX_VALUE + 1];

  private static final int DIGIT = 1;
  private static final int LETTER = 2;
  private static final int NUMERAL = 4;
  private static final int FIGURE = 8;
  private static final int POWER = 16;
  private static final int SOME = 32;
  private static final int OTHER_FIRST = 64;
  private static final int GOES_ON = 128;
  private static final int BEGINS = GOES_ON - 1;

  static {
    classify(FIGURES, NUMERAL | FIGURE);
    classify(POWERS, POWER);
    classify("十百千万亿", NUMERAL);
    classify(OTHER_NUMERALS, NUMERAL);
    classify("几数", SOME);
    classify("第<&", OTHER_FIRST);
    classify("0123456789", DIGIT);
    classify("年月日份分之点,，.·:-/_'’&#@", GOES_ON);
    for (char c = 0; c <= LAST_LETTER; c++) {
      CLASSES[c] |= (byte) (isLetter(c) ? LETTER : 0);
    }
  }

  /** Marks between letters or digits that belong to both. */
  private static final String JOINING = "-._'’&·";

  private static final String IN_ADDRESSES = "-._~/?#@!$&'()*+,;=%:";

  private static final int LONGEST_TAG = 300;
  private static final int LONGEST_ENTITY = 10;

  private char[] text = {};
  private int length;

  /** The ends of a date, of its year, its month and its day. */
  private final int[] dateEnds = new int[3];

  private int dateParts;

  private Kind kind = Kind.NUMBER;
  private int cut = NONE;

  private static void classify(String characters, int bits) {
    for (int i = 0; i < characters.length(); i++) {
      CLASSES[characters.charAt(i)] |= (byte) bits;
    }
  }

  /** Whether it is a letter of the Latin, Greek or Cyrillic alphabet. */
  static boolean isLetter(char c) {
    return c <= LAST_LETTER && Character.isLetter(c);
  }

  /**
   * Answers for most words at once that no compound of two or more begins with them.
   *
   * @param first their first character
   * @param behind the character behind them
   */
  static boolean mayBegin(char first, char behind) {
    return is(first, BEGINS) && is(behind, DIGIT | LETTER | NUMERAL | POWER | GOES_ON);
  }

  /**
   * Finds the longest compound of two or more words.
   *
   * @param words the words of a sentence
   * @param first the word that it begins with
   * @param begin where that begins
   * @return the last of its words, or {@code first} if there is none
   */
  int find(WordLattice words, int first, int begin) {
    text = words.text();
    length = words.length();
    char c = text[begin];
    int last = first;
    cut = NONE;
    if (c == '<' || c == '&') {
      last = wordThatEnds(words, first, markup(begin));
      kind = Kind.MARKUP;
    } else if (c == '第') {
      int end = number(begin + 1);
      last = lastWordWithin(words, first, end);
      cut = words.end(last) < end ? end : NONE;
      kind = Kind.ORDINAL;
    } else {
      if (is(c, DIGIT | NUMERAL)) {
        last = date(words, first, begin);
        kind = Kind.DATE;
      }
      if (last == first) {
        last = lastWordWithin(words, first, number(begin));
        kind = Kind.NUMBER;
      }
      int joined = is(c, LETTER | DIGIT) ? joined(begin) : begin;
      int address = joined > begin ? address(begin, joined) : begin;
      boolean isString = address > joined || hasLetter(begin, joined);
      if (isString && address > words.end(last)) {
        last = lastWordWithin(words, first, address);
        kind = address > joined ? Kind.ADDRESS : Kind.LATIN;
      }
    }
    return last;
  }

  /**
   * Where the ordinal ends that was found last if the word behind those found begins with a part of
   * it: 第十一 in 第|十一届; or {@link #NONE}.
   */
  int cut() {
    return cut;
  }

  /** What was found last, if anything. */
  Kind kind() {
    return kind;
  }

  private static int lastWordWithin(WordLattice words, int first, int end) {
    int last = first;
    while (last + 1 < words.size() && words.end(last + 1) <= end) {
      last++;
    }
    return last;
  }

  /** The word that ends there, or the first if none does. */
  private static int wordThatEnds(WordLattice words, int first, int end) {
    int last = lastWordWithin(words, first, end);
    return words.end(last) == end ? last : first;
  }

  private char at(int place) {
    return place < length ? text[place] : 0;
  }

  /** Whether a character is one that years are written with: 一九九八. */
  static boolean isFigure(char c) {
    return is(c, FIGURE);
  }

  private static boolean is(char c, int bits) {
    return (CLASSES[c] & bits) != 0;
  }

  /** Where characters of a class end that begin there. */
  private int run(int begin, int bits) {
    int end = begin;
    while (is(at(end), bits)) {
      end++;
    }
    return end;
  }

  /** Where the number ends that begins there. */
  private int number(int begin) {
    char c = at(begin);
    if (is(c, DIGIT)) {
      return run(fraction(thousands(begin)), POWER);
    }
    if (is(c, SOME) && is(at(begin + 1), POWER)) {
      return run(begin + 1, POWER);
    }
    int end = run(begin, NUMERAL);
    if (end > begin && at(end) == '分' && at(end + 1) == '之' && is(at(end + 2), NUMERAL)) {
      return run(end + 2, NUMERAL);
    }
    if (end > begin && at(end) == '点' && is(at(run(end + 1, FIGURE)), POWER)) {
      return run(run(end + 1, FIGURE), POWER);
    }
    return end;
  }

  /** Digits, in groups of three with commas between, or without. */
  private int thousands(int begin) {
    int end = run(begin, DIGIT);
    if (end - begin <= 3) {
      while ((at(end) == ',' || at(end) == '，') && run(end + 1, DIGIT) == end + 4) {
        end += 4;
      }
    }
    return end;
  }

  private int fraction(int begin) {
    int end = begin;
    while ((at(end) == '.' || at(end) == '·') && is(at(end + 1), DIGIT)) {
      end = run(end + 1, DIGIT);
    }
    return end;
  }

  private int date(WordLattice words, int first, int begin) {
    findDate(begin);
    int last = first;
    for (int part = dateParts - 1; part >= 0 && last == first; part--) {
      last = wordThatEnds(words, first, dateEnds[part]);
    }
    return last;
  }

  private void findDate(int begin) {
    dateParts = 0;
    int numeric = numericDate(begin);
    if (numeric > begin) {
      dateEnds[dateParts++] = numeric;
      return;
    }
    int month = begin;
    int end = amount(begin);
    if (at(end) == '年') {
      if (!isYear(begin, end)) {
        return;
      }
      month = end + 1;
      if (end - begin == 4) {
        dateEnds[dateParts++] = month;
      }
      end = amount(month);
    }
    if (at(end) == '月' && isWithin(month, end, 12)) {
      int day = end + 1;
      dateEnds[dateParts++] = at(day) == '份' ? day + 1 : day;
      end = amount(day);
      if (at(end) == '日' && isWithin(day, end, 31)) {
        dateEnds[dateParts++] = end + 1;
      }
    } else if (at(end) == '日' && month == begin && isDayOfMonth(begin, end)) {
      dateEnds[dateParts++] = end + 1;
    }
  }

  /** 2023-05-01, or with full stops or strokes. */
  private int numericDate(int begin) {
    int year = run(begin, DIGIT);
    char mark = at(year);
    if (year - begin != 4 || (mark != '-' && mark != '.' && mark != '/')) {
      return begin;
    }
    int month = run(year + 1, DIGIT);
    int day = run(month + 1, DIGIT);
    boolean isDate =
        at(month) == mark && isWithin(year + 1, month, 12) && isWithin(month + 1, day, 31);
    return isDate && at(day) != mark ? day : begin;
  }

  private int amount(int begin) {
    return is(at(begin), DIGIT) ? run(begin, DIGIT) : run(begin, NUMERAL);
  }

  /** Four figures from 1 or 2 on; or two, if a month follows: 40年 is none. */
  private boolean isYear(int begin, int end) {
    boolean figures = run(begin, DIGIT) == end || run(begin, FIGURE) == end;
    char c = text[begin];
    return figures
        && (end - begin == 4
            ? c == '1' || c == '2' || c == '一' || c == '二'
            : end - begin == 2 && at(amount(end + 1)) == '月' && amount(end + 1) > end + 1);
  }

  /** 1日, but not 30日内, which is a number of days, as 三十日 may be. */
  private boolean isDayOfMonth(int begin, int end) {
    char next = at(end + 1);
    return is(text[begin], DIGIT) && isWithin(begin, end, 31) && next != '内' && next != '以';
  }

  /** Whether a number of digits or numerals is from 1 to a limit below 100. */
  private boolean isWithin(int begin, int end, int limit) {
    if (end == begin || end - begin > 3) {
      return false;
    }
    int value = 0;
    int last = 0;
    for (int i = begin; i < end; i++) {
      char c = text[i];
      if (is(c, DIGIT)) {
        last = 10 * last + c - '0';
      } else if (c == '十') {
        value = 10 * Math.max(1, last);
        last = 0;
      } else if (c == '廿' || c == '卅') {
        value = c == '廿' ? 20 : 30;
      } else if (last == 0 && is(c, FIGURE)) {
        last = Math.max(0, FIGURES.indexOf(c) - 2);
      } else {
        return false;
      }
    }
    value += last;
    return value >= 1 && value <= limit;
  }

  /** Where letters and digits end that marks may join. */
  private int joined(int begin) {
    int end = begin;
    while (is(at(end), LETTER | DIGIT)
        || (JOINING.indexOf(at(end)) >= 0 && is(at(end + 1), LETTER | DIGIT))) {
      end++;
    }
    return end;
  }

  private boolean hasLetter(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (is(text[i], LETTER)) {
        return true;
      }
    }
    return false;
  }

  /** Where an address ends that begins with such a string, or where that ends if it is none. */
  private int address(int begin, int end) {
    if (at(end) == '@') {
      int domain = joined(end + 1);
      return hasDot(end + 1, domain) ? domain : end;
    }
    boolean www = text[begin] == 'w' && at(begin + 1) == 'w' && at(begin + 2) == 'w';
    boolean protocol = startsWith(end, "://");
    if (!protocol && !(www && at(begin + 3) == '.')) {
      return end;
    }
    int last = end;
    for (int i = end; isAscii(at(i)) || IN_ADDRESSES.indexOf(at(i)) >= 0; i++) {
      last = isAscii(text[i]) ? i + 1 : last;
    }
    return last;
  }

  private boolean hasDot(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (text[i] == '.') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(char c) {
    return is(c, DIGIT) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean startsWith(int begin, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (at(begin + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where a tag or an entity ends, or the begin if it is none. */
  private int markup(int begin) {
    return text[begin] == '<' ? tag(begin) : entity(begin);
  }

  private int tag(int begin) {
    int name = at(begin + 1) == '/' ? begin + 2 : begin + 1;
    if (!isAscii(at(name)) || is(at(name), DIGIT)) {
      return begin;
    }
    for (int i = name; i < length && i < begin + LONGEST_TAG && text[i] != '<'; i++) {
      if (text[i] == '>') {
        return i + 1;
      }
    }
    return begin;
  }

  private int entity(int begin) {
    int end = at(begin + 1) == '#' ? begin + 2 : begin + 1;
    while (isAscii(at(end)) && end < begin + LONGEST_ENTITY) {
      end++;
    }
    if (end > begin + 1 && at(end) == ';') {
      return end + 1;
    }
    return startsWith(begin, "&nbsp") ? begin + 5 : begin;
  }
}
