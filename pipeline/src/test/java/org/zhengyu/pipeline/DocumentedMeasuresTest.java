package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.transforms.stats.Description;
import org.zhengyu.transforms.stats.Measure;

/** docs/measures.md says of every measure what the registry says, in both languages. */
class DocumentedMeasuresTest {
  static Stream<Arguments> measures() {
    return MeasureFormulas.TABLES.entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream().map(measure -> Arguments.of(table.getKey(), measure)));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void isExplainedWithItsSourceAndWhereItIsNull(String table, Measure<?> measure) {
    Description description = measure.description();
    String row = MeasureFormulas.of(table).rows().get(measure.column());
    assertThat(row).as("row of %s.%s", table, measure.column()).isNotNull();
    assertThat(row).contains("(" + description.source());
    Optional<Description.Words> nullCase = description.nullCase();
    if (nullCase.isPresent()) {
      assertThat(row).contains("null " + nullCase.get().english() + " |");
    } else {
      assertThat(row).doesNotContain("; null ");
    }
  }

  @ParameterizedTest
  @MethodSource("measures")
  void isExplainedInChineseWithTheSameSource(String table, Measure<?> measure) {
    assertThat(MeasureFormulas.inChinese(table).rows().get(measure.column()))
        .as("row of %s.%s", table, measure.column())
        .contains("（" + measure.description().source());
  }

  @ParameterizedTest
  @MethodSource("measures")
  void isDescribedInBothLanguages(String table, Measure<?> measure) {
    Description description = measure.description();
    assertThat(List.of(description.meaning().english(), description.source()))
        .as("%s.%s", table, measure.column())
        .allMatch(text -> !text.isBlank());
    assertThat(description.meaning().chinese()).matches(".*\\p{IsHan}.*");
    assertThat(description.nullCase().map(Description.Words::chinese).orElse("时")).endsWith("时");
  }

  @Test
  void theDefaultOnesComeFirst() {
    MeasureFormulas.TABLES.forEach(
        (table, measures) -> {
          List<String> documented =
              MeasureFormulas.of(table).rows().keySet().stream()
                  .filter(Measures.names()::contains)
                  .toList();
          assertThat(documented)
              .as(table)
              .containsExactlyElementsOf(measures.stream().map(Measure::column).toList());
        });
  }
}
