package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Precision;
import org.zhengyu.transforms.model.KnownDate.Source;

class DatesTest {
  @Test
  void readsEveryDayInEveryWayOfWritingIt() {
    String[] patterns = {
      "yyyy-MM-dd",
      "yyyy/MM/dd",
      "yyyy.MM.dd",
      "yyyyMMdd",
      "yyyy年MM月dd日",
      "yyyy年M月d日",
      "yyyy 年 M 月 d 日",
      "yyyy-M-d",
      "yyyy/M/d",
      "yyyy年M月d",
      "yyyy年M月d号",
      "yyyy-MM-dd'T00:00:00Z'",
      "yyyy-MM-dd' 09:30'",
      "yyyyMMdd'T0930'",
      "yyyyMMdd'093000'",
      "yyyy年M月d日'星期六'",
      "yyyy年M月d日'（周六） 10:30'",
      "'成文日期：'yyyy年M月d日",
      "'（'yyyy年M月d日'）'",
      "' 'yyyy年M月d日' '"
    };
    for (String pattern : patterns) {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      for (LocalDate day = LocalDate.of(1999, 12, 1); day.getYear() < 2002; day = day.plusDays(1)) {
        String text = format.format(day);
        assertThat(Dates.parse(text, Source.FIELD))
            .as(text)
            .isEqualTo(new KnownDate(day, day, Precision.DAY, Source.FIELD));
      }
    }
  }

  /** Spreadsheets: 44625 is 5 March 2022 in the calendar of 1900; pandas: milliseconds. */
  @ParameterizedTest
  @CsvSource({
    "２０２２年３月５日, 2022-03-05, 2022-03-05, DAY",
    "二〇二二年三月五日, 2022-03-05, 2022-03-05, DAY",
    "二○二二年十二月三十一日, 2022-12-31, 2022-12-31, DAY",
    "二零二二年十月二十日, 2022-10-20, 2022-10-20, DAY",
    "一九四九年十月一日, 1949-10-01, 1949-10-01, DAY",
    "44625, 2022-03-05, 2022-03-05, DAY",
    "44625.75, 2022-03-05, 2022-03-05, DAY",
    "1646438400000, 2022-03-05, 2022-03-05, DAY",
    "20220305.0, 2022-03-05, 2022-03-05, DAY",
    "2022年3月上旬, 2022-03-01, 2022-03-10, TEN_DAYS",
    "2022年3月中旬, 2022-03-11, 2022-03-20, TEN_DAYS",
    "2024年2月下旬, 2024-02-21, 2024-02-29, TEN_DAYS",
    "2022-05, 2022-05-01, 2022-05-31, MONTH",
    "2022/5, 2022-05-01, 2022-05-31, MONTH",
    "2022.03, 2022-03-01, 2022-03-31, MONTH",
    "202205, 2022-05-01, 2022-05-31, MONTH",
    "2022年5月, 2022-05-01, 2022-05-31, MONTH",
    "2022年5月份, 2022-05-01, 2022-05-31, MONTH",
    "2022 年 5 月, 2022-05-01, 2022-05-31, MONTH",
    "二〇二二年五月, 2022-05-01, 2022-05-31, MONTH",
    "2022年第一季度, 2022-01-01, 2022-03-31, QUARTER",
    "2022年四季度, 2022-10-01, 2022-12-31, QUARTER",
    "2022年第3季度, 2022-07-01, 2022-09-30, QUARTER",
    "2022Q2, 2022-04-01, 2022-06-30, QUARTER",
    "2022-Q2, 2022-04-01, 2022-06-30, QUARTER",
    "2022年上半年, 2022-01-01, 2022-06-30, YEAR",
    "2022年下半年, 2022-07-01, 2022-12-31, YEAR",
    "2022, 2022-01-01, 2022-12-31, YEAR",
    "2022.0, 2022-01-01, 2022-12-31, YEAR",
    "２０２２年, 2022-01-01, 2022-12-31, YEAR",
    "2022年度, 2022-01-01, 2022-12-31, YEAR",
    "二〇二二年, 2022-01-01, 2022-12-31, YEAR",
  })
  void readsADateAtItsPrecision(String text, LocalDate first, LocalDate last, Precision precision) {
    assertThat(Dates.parse(text, Source.METADATA))
        .isEqualTo(new KnownDate(first, last, precision, Source.METADATA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "去年",
        "22-11-28",
        "0999",
        "3000",
        "2022-13",
        "2022-00",
        "2022-02-29",
        "2022-11-31",
        "20221131",
        "20221",
        "2022111",
        "2022-111",
        "2022年1128",
        "202211-28",
        "2022-11-28日报",
        "2022-11-",
        "2022-11-28-",
        "2022至2023",
        "2021-2025",
        "2022年第五季度",
        "2022年3月末旬",
        "9999",
        "80000",
        "〇",
        "年月日"
      })
  void guessesNothing(String text) {
    assertThat(Dates.parse(text, Source.FIELD)).isNull();
  }
}
