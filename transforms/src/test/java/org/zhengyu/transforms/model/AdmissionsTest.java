package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
  private final Admissions refusal = new Admissions(Map.of(1L, "a.txt"), Map.of(), false);
  private final Admissions repetition = new Admissions(Map.of(), Map.of(2L, "原文"), false);
  private final Admissions keptRepetition = new Admissions(Map.of(), Map.of(2L, "原文"), true);

  @Test
  void countsWhatIsNeitherRefusedNorARepetition() {
    Admissions both = refusal.plus(repetition);

    assertThat(both.counts(0)).isTrue();
    assertThat(both.counts(1)).isFalse();
    assertThat(both.counts(2)).isFalse();
    assertThat(both.refusedFor(1)).isEqualTo("a.txt");
    assertThat(both.refusedFor(2)).isNull();
    assertThat(both.originalOf(2)).isEqualTo("原文");
    assertThat(both.originalOf(1)).isNull();
  }

  @Test
  void countsRepetitionsButNoRefusedDocumentWhereRepetitionsAreKept() {
    Admissions both = refusal.plus(keptRepetition);

    assertThat(both.counts(1)).isFalse();
    assertThat(both.counts(2)).isTrue();
    assertThat(both.originalOf(2)).isEqualTo("原文");
  }

  @Test
  void unitesInAnyOrderAndChangesNeitherPart() {
    assertThat(refusal.plus(keptRepetition)).isEqualTo(keptRepetition.plus(refusal));
    assertThat(refusal.plus(Admissions.ALL)).isEqualTo(refusal);
    assertThat(refusal).isEqualTo(new Admissions(Map.of(1L, "a.txt"), Map.of(), false));
    assertThat(Admissions.ALL).isEqualTo(new Admissions(Map.of(), Map.of(), false));
    assertThat(refusal).isNotEqualTo(repetition);
    assertThat(keptRepetition).isNotEqualTo(repetition);
  }

  @Test
  void doesNotChangeWithTheMapsItWasMadeFrom() {
    Map<Long, String> refused = new TreeMap<>(Map.of(1L, "a.txt"));
    Admissions admissions = new Admissions(refused, Map.of(), false);
    refused.clear();
    assertThat(admissions).isEqualTo(refusal);
  }
}
