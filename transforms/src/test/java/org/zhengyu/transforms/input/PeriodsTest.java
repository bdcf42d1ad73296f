package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Precision;
import org.zhengyu.transforms.model.KnownDate.Source;

/** Periods of the calendar and of a file. */
class PeriodsTest {
  /** With a gap in 2021. */
  private static final String PLANS =
      "十二五,2011,2015\n十三五,2016-01-01,2020-12-31\n十四五,2022年3月,2025\n";

  private static NamedPeriods parse(String text) throws InputFileException {
    return PeriodsFile.parse(text.getBytes(UTF_8), "plans.csv");
  }

  private static @Nullable String nameOf(Periods periods, String date) {
    String key = periods.keyOf(Dates.parse(date, Source.FIELD));
    return key == null ? null : periods.name(key);
  }

  @ParameterizedTest
  @CsvSource({
    "2011-01-01, 十二五",
    "2015-12-31, 十二五",
    "2016, 十三五",
    "2020年第四季度, 十三五",
    "2022年3月, 十四五",
    "2025-12-31, 十四五",
    "2010-12-31, ",
    "2021-06-01, ",
    "2022, ",
    "2022年第一季度, ",
    "2026-01-01, ",
  })
  void aDocumentIsInThePeriodThatHoldsItsWholeSpan(String date, @Nullable String period)
      throws InputFileException {
    assertThat(nameOf(parse(PLANS), date)).isEqualTo(period);
  }

  @Test
  void standsInTheOrderOfTimeWhateverTheNames() throws InputFileException {
    NamedPeriods periods = parse("十四五,2021,2025\n十二五,2011,2015\n十三五,2016,2020\n");
    assertThat(periods.names()).containsExactly("十二五", "十三五", "十四五");
    assertThat(periods.between("2011-01-01", "2016-01-01"))
        .containsExactly("2011-01-01", "2016-01-01");
    assertThat(periods.firstDay("2016-01-01")).isEqualTo(LocalDate.of(2016, 1, 1));
    assertThat(periods.lastDay("2016-01-01")).isEqualTo(LocalDate.of(2020, 12, 31));
    assertThat(periods.middle("2016-01-01")).isEqualTo(2018.5);
    assertThat(periods.label()).isEqualTo("period");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "名称,起,止\n十三五,2016,2020\n",
        "name,first,last\n十三五,2016-01-01,2020-12-31\n",
        "last day; period; first day\n2020; 十三五; 2016\n",
        "届次\t开始日期\t结束日期\r\n十三五\t2016/1/1\t2020/12/31\r\n",
        "# 五年规划\n\n十三五，2016年1月1日，2020年12月31日  # 规划\n",
        "\"十三五\",\"2016\",\"2020\",,\n",
      })
  void readsAnyPlainLayout(String text) throws InputFileException {
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"))) {
      NamedPeriods read = PeriodsFile.parse(text.getBytes(charset), "plans.csv");
      assertThat(read.names()).containsExactly("十三五");
      assertThat(read.firstDay("2016-01-01")).isEqualTo(LocalDate.of(2016, 1, 1));
      assertThat(read.lastDay("2016-01-01")).isEqualTo(LocalDate.of(2020, 12, 31));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "十三五,2016 | 1 | a period is a name, its first day and its last: 十三五,2016-01-01,2020-12-31",
        "十三五,2016,2020,x | 1 | a period is a name",
        ",2016,2020 | 1 | a period is a name",
        "# 空 | 1 | no period in this file",
        "十三五,2016,2020\\n十四五,2021,明年 | 2 | “明年” is no date",
        "名称,起\\n十三五,2016 | 1 | a period is a name",
        "十三五,2020,2016 | 1 | “十三五” ends on 2016-12-31, before it begins",
        "甲,2016,2020\\n\\n甲,2021,2025 | 3 | “甲” stands in line 1 already",
        "甲,2021,2025\\n乙,2016,2021-01-01 | 2 | “乙” shares 2021-01-01 with “甲” of line 1",
        "甲,2011,2025\\n乙,2016,2020 | 2 | “乙” shares 2016-01-01 with “甲” of line 1",
      })
  void namesTheLineThatIsWrong(String text, int line, String problem) {
    assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
        .isInstanceOf(InputFileException.class)
        .hasMessageStartingWith("plans.csv:" + line + ": " + problem);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1000, 1, 1).toEpochDay(), LocalDate.of(2999, 11, 30).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static KnownDate known(LocalDate day) {
    return new KnownDate(day, day, Precision.DAY, Source.FIELD);
  }

  /** Years and months leave no day out, hold each once, and stand in the order of time. */
  @Property
  void theCalendarDividesAllDays(@ForAll("days") LocalDate day, @ForAll CalendarPeriods periods) {
    String key = periods.keyOf(known(day));
    assertThat(day).isBetween(periods.firstDay(key), periods.lastDay(key));
    String next = periods.keyOf(known(periods.lastDay(key).plusDays(1)));
    assertThat(periods.firstDay(next)).isEqualTo(periods.lastDay(key).plusDays(1));
    assertThat(next).isGreaterThan(key);
    assertThat(periods.between(key, next)).containsExactly(key, next);
    assertThat(periods.middle(next) - periods.middle(key))
        .isCloseTo(periods == CalendarPeriods.YEAR ? 1 : 1 / 12.0, within(0.01));
  }

  @ParameterizedTest
  @EnumSource(CalendarPeriods.class)
  void theCalendarIsKnownByItsLabels(CalendarPeriods periods) {
    assertThat(CalendarPeriods.named(periods.label())).isEqualTo(periods);
    assertThat(CalendarPeriods.named("quarter")).isNull();
  }
}
