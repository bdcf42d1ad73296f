package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @Test
  void readsEveryDayInEveryWayOfWritingIt() {
    String[] patterns = {
      "yyyy-MM-dd",
      "yyyy/MM/dd",
      "yyyy.MM.dd",
      "yyyyMMdd",
      "yyyy年MM月dd日",
      "yyyy年M月d日",
      "yyyy-M-d",
      "yyyy/M/d",
      "yyyy年M月d",
      "yyyy-MM-dd'T00:00:00Z'",
      "yyyy-MM-dd' 09:30'",
      "yyyyMMdd'T0930'",
      "' 'yyyy年M月d日' '"
    };
    for (String pattern : patterns) {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      for (LocalDate day = LocalDate.of(1999, 12, 1); day.getYear() < 2002; day = day.plusDays(1)) {
        String text = format.format(day);
        assertThat(PartialDate.parse(text))
            .as(text)
            .isEqualTo(new PartialDate(day, YearMonth.from(day), day));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-05", "2022/5", "2022.05", "202205", "2022年5月", "2022年05", "2022年5"})
  void readsAMonthAsItsFirstDay(String text) {
    assertThat(PartialDate.parse(text))
        .isEqualTo(new PartialDate(null, YearMonth.of(2022, 5), LocalDate.of(2022, 5, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022", "2022年", " 2022 "})
  void readsAYearAsItsFirstDay(String text) {
    assertThat(PartialDate.parse(text))
        .isEqualTo(new PartialDate(null, null, LocalDate.of(2022, 1, 1)));
  }

  @ParameterizedTest
  @NullSource
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
        "２０２２"
      })
  void guessesNothing(String text) {
    assertThat(PartialDate.parse(text)).isNull();
  }

  @Test
  void knowsLeapYears() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    assertThat(PartialDate.parse("2024年2月29日"))
        .isEqualTo(new PartialDate(day, YearMonth.from(day), day));
  }
}
