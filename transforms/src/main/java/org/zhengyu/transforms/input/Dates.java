package org.zhengyu.transforms.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Precision;
import org.zhengyu.transforms.model.KnownDate.Source;

/**
 * Reads dates as people and programs write them: 2022-03-05, 2022/3/5, 2022.03, 20220305,
 * 2022年3月5日星期六, ２０２２ 年 ３ 月, 二〇二二年三月五日, 2022年3月上旬, 2022年第一季度, 2022Q1, 2022年上半年, 2022, also with a
 * time behind them; the day numbers of spreadsheets (44625) and milliseconds since 1970.
 */
public final class Dates {
  /** Day 0 of the numbers by which spreadsheets count days from March 1900 on. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final int FIRST_SERIAL = 10_000;
  private static final int LAST_SERIAL = 73_050;

  /** 20221 may be a slip of the pen, and not 12 May 1955. */
  private static final int FIRST_YEAR = 1949;

  private static final int LAST_YEAR = 2030;

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  private static final String WEEKDAY = "[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?";
  private static final String TIME = "[T ]?\\d{1,2}[:：时点].*";
  private static final String BEHIND = " ?(?:" + WEEKDAY + ")? ?(?:" + TIME + ")?";

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?" + BEHIND);
  private static final Pattern TEN_DAYS = Pattern.compile("(\\d{4})年(\\d{1,2})月([上中下])旬");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?(?:份|初|中|底|末)?");
  private static final Pattern QUARTER =
      Pattern.compile("(\\d{4})(?:年?第?([1-4])季度?|[-年 ]?[Qq]([1-4]))");
  private static final Pattern HALF = Pattern.compile("(\\d{4})年?([上下])半年");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度?)?(?:\\.0)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(?:(\\d{2})(?:[T ].*|\\d{6}|\\.0)?)?");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

  /** A label before a date, which has no digit of its own. */
  private static final Pattern LABEL = Pattern.compile("^[^\\d〇零○一二三四五六七八九十:：]{1,8}[:：] ?");

  private static final Pattern BLANKS_AROUND_UNITS = Pattern.compile(" ?([年月日号第季度旬上中下]) ?");
  private static final Pattern BLANKS_BETWEEN_NUMBERS = Pattern.compile(" ?([-/.]) ?");
  private static final Pattern CHINESE_YEAR = Pattern.compile("[〇零○Ｏ一二三四五六七八九]{4}(?=年)");
  private static final Pattern CHINESE_NUMBER =
      Pattern.compile("(?:[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])(?=[月日号季])");

  private Dates() {}

  /**
   * The date that a text names; null when it is none, or no such day exists.
   *
   * @param source where the text comes from
   */
  public static @Nullable KnownDate parse(String text, Source source) {
    String plain = plain(text);
    try {
      Matcher day = DAY.matcher(plain);
      if (day.matches()) {
        return day(source, day.group(1), day.group(2), day.group(3));
      }
      Matcher compact = COMPACT.matcher(plain);
      if (compact.matches()) {
        return compact.group(3) == null
            ? month(source, compact.group(1), compact.group(2))
            : day(source, compact.group(1), compact.group(2), compact.group(3));
      }
      Matcher year = YEAR.matcher(plain);
      if (year.matches()) {
        LocalDate first = LocalDate.of(Integer.parseInt(year.group(1)), 1, 1);
        return known(first, first.plusYears(1), Precision.YEAR, source);
      }
      Matcher month = MONTH.matcher(plain);
      if (month.matches()) {
        return month(source, month.group(1), month.group(2));
      }
      return parseRest(plain, source);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable KnownDate parseRest(String plain, Source source) {
    Matcher tenDays = TEN_DAYS.matcher(plain);
    if (tenDays.matches()) {
      YearMonth month = yearMonth(tenDays.group(1), tenDays.group(2));
      int third = "上中下".indexOf(tenDays.group(3));
      LocalDate end = third == 2 ? month.atEndOfMonth().plusDays(1) : month.atDay(third * 10 + 11);
      return known(month.atDay(third * 10 + 1), end, Precision.TEN_DAYS, source);
    }
    Matcher quarter = QUARTER.matcher(plain);
    if (quarter.matches()) {
      String number = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
      int month = Integer.parseInt(number) * 3 - 2;
      LocalDate first = LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1);
      return known(first, first.plusMonths(3), Precision.QUARTER, source);
    }
    Matcher half = HALF.matcher(plain);
    if (half.matches()) {
      int month = half.group(2).equals("上") ? 1 : 7;
      LocalDate first = LocalDate.of(Integer.parseInt(half.group(1)), month, 1);
      return known(first, first.plusMonths(6), Precision.YEAR, source);
    }
    Matcher serial = SERIAL.matcher(plain);
    if (serial.matches()) {
      int days = Integer.parseInt(serial.group(1));
      LocalDate first = SERIAL_ZERO.plusDays(days);
      boolean isYearAndDigit = days / 10 >= FIRST_YEAR && days / 10 <= LAST_YEAR;
      boolean likely = days >= FIRST_SERIAL && days <= LAST_SERIAL && !isYearAndDigit;
      return likely ? known(first, first.plusDays(1), Precision.DAY, source) : null;
    }
    if (MILLISECONDS.matcher(plain).matches()) {
      Instant instant = Instant.ofEpochMilli(Long.parseLong(plain));
      LocalDate first = LocalDate.ofInstant(instant, ZoneOffset.UTC);
      return known(first, first.plusDays(1), Precision.DAY, source);
    }
    return null;
  }

  private static KnownDate day(Source source, String year, String month, String day) {
    LocalDate first = yearMonth(year, month).atDay(Integer.parseInt(day));
    return known(first, first.plusDays(1), Precision.DAY, source);
  }

  private static KnownDate month(Source source, String year, String month) {
    LocalDate first = yearMonth(year, month).atDay(1);
    return known(first, first.plusMonths(1), Precision.MONTH, source);
  }

  private static YearMonth yearMonth(String year, String month) {
    return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
  }

  /** Years before 1000 and after 2999 are other numbers. */
  private static @Nullable KnownDate known(
      LocalDate first, LocalDate behind, Precision precision, Source source) {
    boolean likely = first.getYear() >= 1000 && first.getYear() < 3000;
    return likely ? new KnownDate(first, behind.minusDays(1), precision, source) : null;
  }

  /** The text in digits of ASCII, without blanks around units and without a label. */
  private static String plain(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '！' && c <= '～') {
        narrow.append((char) (c - '！' + '!'));
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        if (narrow.length() > 0 && narrow.charAt(narrow.length() - 1) != ' ') {
          narrow.append(' ');
        }
      } else {
        narrow.append(c == '—' || c == '–' ? '-' : c);
      }
    }
    String plain = narrow.toString().strip();
    if (plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")")) {
      plain = plain.substring(1, plain.length() - 1).strip();
    }
    plain = LABEL.matcher(plain).replaceFirst("");
    plain = BLANKS_AROUND_UNITS.matcher(plain).replaceAll("$1");
    plain = BLANKS_BETWEEN_NUMBERS.matcher(plain).replaceAll("$1");
    plain = CHINESE_YEAR.matcher(plain).replaceAll(year -> digits(year.group()));
    return CHINESE_NUMBER.matcher(plain).replaceAll(number -> number(number.group()));
  }

  private static String digits(String chinese) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < chinese.length(); i++) {
      digits.append(Math.max(0, CHINESE_DIGITS.indexOf(chinese.charAt(i))));
    }
    return digits.toString();
  }

  private static String number(String chinese) {
    String full = chinese.replace("廿", "二十").replace("卅", "三十");
    int ten = full.indexOf('十');
    if (ten < 0) {
      return String.valueOf(CHINESE_DIGITS.indexOf(full));
    }
    int tens = ten == 0 ? 1 : CHINESE_DIGITS.indexOf(full.charAt(0));
    int ones = ten == full.length() - 1 ? 0 : CHINESE_DIGITS.indexOf(full.charAt(ten + 1));
    return String.valueOf(tens * 10 + ones);
  }
}
