package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.InnerUses;

/** 全面深化改革 is 0, 改革开放 is 1, 开放 is 2, 扩大 is 3. */
class SentenceTermsTest {
  private final SentenceTerms present = new SentenceTerms();
  private final InnerUses uses = new InnerUses();

  private List<Integer> terms() {
    return Arrays.stream(present.terms(), 0, present.count()).boxed().toList();
  }

  private List<String> shared() {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < present.sharedPairs(); i++) {
      pairs.add(present.sharedFirst(i) + "|" + present.sharedSecond(i));
    }
    return pairs;
  }

  @Test
  void areEachOnceInTheOrderOfTheText() {
    present.load(new int[] {3, 2, 3, 0, 2, 9}, 5, uses, 10);
    assertThat(terms()).containsExactly(3, 2, 0);
    assertThat(shared()).isEmpty();
  }

  /** 全面深化改革|开放: a use of 改革开放 begins in the first word and shares with both. */
  @Test
  void includeUsesInsideAndAcrossWordsWhereTheyBegin() {
    uses.add(1, 0, 1, 4, 8);
    present.load(new int[] {0, 2}, 2, uses, 4);
    assertThat(terms()).containsExactly(0, 1, 2);
    assertThat(shared()).containsExactlyInAnyOrder("0|1", "1|2");
  }

  /** 全面深化改革|开放|扩大|开放: the second 开放 stands apart from 改革开放, and they co-occur. */
  @Test
  void shareNothingButCharactersOnlyIfNoTwoStandApart() {
    uses.add(1, 0, 1, 4, 8);
    present.load(new int[] {0, 2, 3, 2}, 4, uses, 4);
    assertThat(terms()).containsExactly(0, 1, 2, 3);
    assertThat(shared()).containsExactly("0|1");
  }

  @Test
  void forgetTheSentenceBefore() {
    uses.add(1, 0, 1, 4, 8);
    present.load(new int[] {0, 2}, 2, uses, 4);
    uses.clear();
    present.load(new int[] {2}, 1, uses, 5000);
    assertThat(terms()).containsExactly(2);
    assertThat(shared()).isEmpty();
    uses.add(4999, 0, 0, 0, 1);
    present.load(new int[] {2}, 1, uses, 5000);
    assertThat(terms()).containsExactly(2, 4999);
    assertThat(shared()).containsExactly("2|4999");
  }
}
