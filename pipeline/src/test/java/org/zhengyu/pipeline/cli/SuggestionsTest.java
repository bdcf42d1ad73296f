package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> NAMES =
      List.of("input", "output", "window", "stopWords", "minTermFrequency", "minJointFrequency");

  @ParameterizedTest
  @CsvSource({
    "inputs, input", // one letter more
    "inpt, input", // one less
    "imput, input", // another
    "widnow, window", // two in the wrong order
    "stopwords, stopWords",
    "stop-words, stopWords",
    "MIN_TERM_FREQUENCY, minTermFrequency",
    "minTermFreq, minTermFrequency"
  })
  void namesWhatWasMeant(String typed, String meant) {
    assertThat(Suggestions.of(typed, NAMES)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"fast", "in", "frequency", "outermost"})
  void saysNothingOfWhatIsLikeNoName(String typed) {
    assertThat(Suggestions.of(typed, NAMES)).isEmpty();
  }

  @Test
  void namesTheNearestFirstAndThreeAtMost() {
    assertThat(Suggestions.of("term", List.of("tern", "terms", "term", "germs", "teem")))
        .containsExactly("term", "teem", "terms");
  }
}
