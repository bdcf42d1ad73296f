package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Some of a, b, c and d, of which b and c are usual, c is asked for, and d is not possible unless
 * it is named.
 */
class SelectionTest {
  private static final ValueType<Selection<String>> TYPE =
      ValueTypes.selection(List.of("a", "b", "c", "d"), name -> name);

  @ParameterizedTest
  @CsvSource({
    "'a', 'a,c'",
    "'c,a', 'a,c'",
    "'+a', 'a,b,c'",
    "'-b', 'c'",
    "'+d,-b', 'c,d'",
    "'-b,+b', 'b,c'",
    "'all', 'a,b,c'",
    "'all,-a', 'b,c'",
    "'all,-c', 'a,b'",
    "'ALL,d', 'a,b,c,d'",
    "'-all,a', 'a'",
    "'a,+b', 'a,b,c'",
  })
  void addsToTheUsualOnesOrNamesThem(String text, String selected) throws WrongValueException {
    assertThat(TYPE.parse(text).of(List.of("b", "c"), List.of("c"), List.of("a", "b", "c")))
        .containsExactlyElementsOf(List.of(selected.split(",", -1)));
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatExceptionOfType(WrongValueException.class).isThrownBy(() -> TYPE.parse("+e"));
    assertThatExceptionOfType(WrongValueException.class).isThrownBy(() -> TYPE.parse("a,,b"));
  }
}
