package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

class AdmitDocumentsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final Identity FIRST = new Identity(10, "甲", "a.txt", "aa", 5);
  private static final Identity OTHER_TEXT_SAME_ID = new Identity(20, "甲", "b.txt", "bb", 5);
  private static final Identity SAME_TEXT = new Identity(30, "乙", "c.txt", "aa", 5);
  private static final Identity SAME_BOTH = new Identity(40, "乙", "d.txt", "aa", 5);
  private static final Identity TEXT_OF_THE_REFUSED = new Identity(50, "丙", "e.txt", "bb", 5);
  private static final Identity TEXT_AGAIN = new Identity(60, "丁", "f.txt", "aa", 5);
  private static final Identity EMPTY = new Identity(70, "戊", "g.txt", "", 5);
  private static final Identity EMPTY_TOO = new Identity(80, "己", "h.txt", "", 5);
  private static final Identity EMPTY_SAME_ID = new Identity(90, "己", "i.txt", "", 5);

  private static final Map<Long, String> REFUSED = Map.of(20L, "a.txt", 40L, "c.txt", 90L, "h.txt");

  /** 丙 repeats a refused document only, which is not there to be repeated. */
  private static final Map<Long, String> DUPLICATES = Map.of(30L, "甲", 60L, "甲");

  private static final List<Identity> ALL =
      List.of(
          FIRST,
          OTHER_TEXT_SAME_ID,
          SAME_TEXT,
          SAME_BOTH,
          TEXT_OF_THE_REFUSED,
          TEXT_AGAIN,
          EMPTY,
          EMPTY_TOO,
          EMPTY_SAME_ID);

  private static SortedRun run(List<Identity> identities) {
    SortedRunBuilder run = new SortedRunBuilder();
    for (Identity identity : identities) {
      PackedWriter packed = new PackedWriter();
      identity.pack(packed);
      run.add(identity.id().getBytes(UTF_8), packed);
    }
    return run.build();
  }

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
