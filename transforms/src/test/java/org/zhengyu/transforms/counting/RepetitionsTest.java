package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

class RepetitionsTest {
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void letsTheFirstOfAnIdAndOfATextStandInWhateverOrderTheyCome(long seed) {
    List<Identity> shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = (int) seed;
    List<SortedRun> byText = new ArrayList<>();
    Map<Long, String> refused =
        Repetitions.ofIds(
            List.of(run(shuffled.subList(0, cut)), run(shuffled.subList(cut, shuffled.size()))),
            new BucketWriter(1, (bucket, part) -> byText.add(part)));
    assertThat(refused).isEqualTo(REFUSED);
    assertThat(Repetitions.ofTexts(byText)).isEqualTo(DUPLICATES);
  }

  @Test
  void takesTheLowestRankForTheOriginalOfATextAndNotTheFirst() {
    List<SortedRun> byText = new ArrayList<>();
    Identity copy = new Identity(10, "a (1).txt", "a (1).txt", "aa", 9);
    Identity original = new Identity(20, "a.txt", "a.txt", "aa", 5);
    BucketWriter admitted = new BucketWriter(1, (bucket, part) -> byText.add(part));
    assertThat(Repetitions.ofIds(List.of(run(List.of(copy, original))), admitted)).isEmpty();
    assertThat(Repetitions.ofTexts(byText)).isEqualTo(Map.of(10L, "a.txt"));
  }

  @Test
  void takesNoTwoTextsWithoutWordsForTheSame() {
    List<SortedRun> byText = new ArrayList<>();
    BucketWriter admitted = new BucketWriter(2, (bucket, part) -> byText.add(part));
    assertThat(Repetitions.ofIds(List.of(run(List.of(EMPTY, EMPTY_TOO))), admitted)).isEmpty();
    assertThat(byText).isEmpty();
  }
}
