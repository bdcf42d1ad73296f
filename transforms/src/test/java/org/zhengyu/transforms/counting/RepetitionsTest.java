package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.SampleIdentities.ALL;
import static org.zhengyu.transforms.SampleIdentities.DUPLICATES;
import static org.zhengyu.transforms.SampleIdentities.EMPTY;
import static org.zhengyu.transforms.SampleIdentities.EMPTY_TOO;
import static org.zhengyu.transforms.SampleIdentities.REFUSED;
import static org.zhengyu.transforms.SampleIdentities.run;

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
import org.zhengyu.transforms.packed.SortedRun;

class RepetitionsTest {

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
