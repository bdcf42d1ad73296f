package org.zhengyu.transforms;

import static org.zhengyu.transforms.SampleIdentities.ALL;
import static org.zhengyu.transforms.SampleIdentities.DUPLICATES;
import static org.zhengyu.transforms.SampleIdentities.EMPTY;
import static org.zhengyu.transforms.SampleIdentities.EMPTY_TOO;
import static org.zhengyu.transforms.SampleIdentities.FIRST;
import static org.zhengyu.transforms.SampleIdentities.REFUSED;
import static org.zhengyu.transforms.SampleIdentities.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.packed.SortedRun;

class AdmitDocumentsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private void expect(List<SortedRun> runs, int buckets, boolean keep, Admissions expected) {
    PAssert.that(
            check.valueOf(
                check.of("Runs", runs, SortedRun.coder()).apply(AdmitDocuments.of(buckets, keep)),
                Admissions.coder()))
        .containsInAnyOrder(expected);
    check.run();
  }

  static Stream<Arguments> orders() {
    return Stream.of(1, 2, 7).flatMap(b -> Stream.of(1L, 2L, 3L).map(s -> Arguments.of(b, s)));
  }

  @ParameterizedTest(name = "{0} buckets, order {1}")
  @MethodSource("orders")
  void admitsTheFirstOfAnIdAndCountsTheFirstOfATextInWhateverOrderTheyCome(int buckets, long seed) {
    List<Identity> shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = (int) seed * 2;
    expect(
        List.of(run(shuffled.subList(0, cut)), run(shuffled.subList(cut, shuffled.size()))),
        buckets,
        false,
        new Admissions(REFUSED, DUPLICATES, false));
  }

  @Test
  void countsRepeatedTextsWhereTheyAreKept() {
    expect(List.of(run(ALL)), 3, true, new Admissions(REFUSED, DUPLICATES, true));
  }

  @Test
  void takesNoTwoTextsWithoutWordsForTheSame() {
    expect(List.of(run(List.of(EMPTY, EMPTY_TOO))), 2, false, Admissions.ALL);
  }

  @Test
  void admitsAllOfACorpusWithoutRepetitions() {
    expect(List.of(run(List.of(FIRST)), run(List.of(EMPTY))), 2, false, Admissions.ALL);
  }

  @Test
  void admitsAllOfAnEmptyCorpus() {
    expect(List.of(), 2, false, Admissions.ALL);
  }
}
