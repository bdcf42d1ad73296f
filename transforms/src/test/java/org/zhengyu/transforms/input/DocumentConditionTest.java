package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.input.DocumentCondition.InvalidConditionException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate.Source;

class DocumentConditionTest {
  private static final Description REPORT =
      new Fields()
          .put("title", "“十四五”规划纲要")
          .put("date", "2021年3月")
          .put("region", "北京")
          .put("level", "province")
          .put("pages", "12")
          .put("发文 类别", "规划")
          .describe(Source.FIELD)
          .build();

  private static boolean fits(String condition) throws InvalidConditionException {
    return DocumentCondition.parse(condition).fits(REPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "year>=2020 and level='province' | true",
        "year >= 2022 or level = 'city' | false",
        "YEAR = 2021 AND NOT (Level = 'city' OR level = 'county') | true",
        "year between 2019 and 2021 | true",
        "year not between 2019 and 2021 | false",
        "year <> 2021 | false",
        "year != 2020 | true",
        "2020 < year | true",
        "year = '2021' | true",
        "date >= '2021-03-01' | true",
        "date > '2021-03-01' | false",
        "date_last = '2021-03-31' | true",
        "pages < 100 | true",
        "pages < '100' | false",
        "pages > 11.5 | true",
        "pages > -1 | true",
        "level in ('national', 'province') | true",
        "level not in ('national', 'province') | false",
        "title like '%规划%' | true",
        "title like '规划%' | false",
        "title not like '%决定' | true",
        "title LIKE '%划%' and level Like 'pro%' | true",
        "level <> 'like' and level <> 'a ''like'' b' | true",
        "level like 'p_ovince' | true",
        "level like 'p.*' | false",
        "region = '北京' | true",
        "region = '北京市' | true",
        "地区 in ('上海', '北京') | true",
        "region_level = 'province' | true",
        "\"发文 类别\" = '规划' | true",
        "date = date_last | false",
        "level = 'O''Brien' | false",
      })
  void comparesFields(String condition, boolean isTrue) throws InvalidConditionException {
    assertThat(fits(condition)).isEqualTo(isTrue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "issuer = '国务院' | false",
        "issuer <> '国务院' | false",
        "not issuer = '国务院' | false",
        "issuer not in ('国务院') | false",
        "issuer not like '国%' | false",
        "issuer is null | true",
        "issuer is not null | false",
        "level is not null | true",
        "issuer = '国务院' or year = 2021 | true",
        "issuer = '国务院' and year = 2020 | false",
        "not (issuer = '国务院' and year = 2020) | true",
        "title > 5 | false",
        "not title > 5 | false",
      })
  void knowsNothingOfWhatADocumentHasNot(String condition, boolean isTrue)
      throws InvalidConditionException {
    assertThat(fits(condition)).isEqualTo(isTrue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "year >=",
        "year",
        "2020",
        "'province'",
        "year = 2020 and",
        "level = 'province",
        "upper(level) = 'PROVINCE'",
        "year + 1 = 2021",
        "year = (select 1)",
        "year in (select 1)",
        "exists (select 1)",
        "level ilike 'p%'",
        "level like 'p!%' escape '!'",
        "case when year = 1 then true else false end",
        "year = 2020; drop table documents",
        "level regexp 'p'",
        "year = ?",
        "year = :year",
        "year = 1e400"
      })
  void refusesWhatIsNoComparison(String condition) {
    assertThatExceptionOfType(InvalidConditionException.class)
        .isThrownBy(() -> DocumentCondition.parse(condition))
        .satisfies(e -> assertThat(e.part()).isNotBlank());
  }

  @Test
  void travels() throws InvalidConditionException {
    DocumentCondition condition = DocumentCondition.parse("year = 2021");
    DocumentCondition copy = SerializableUtils.clone(condition);
    assertThat(copy).isEqualTo(condition).hasSameHashCodeAs(condition).hasToString("year = 2021");
    assertThat(copy.fits(REPORT)).isTrue();
    assertThat(copy.fits(Description.NONE)).isFalse();
  }
}
