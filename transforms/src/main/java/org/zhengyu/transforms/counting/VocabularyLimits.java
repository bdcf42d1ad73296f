package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import org.zhengyu.transforms.model.Vocabulary.Member;

/**
 * Which terms enter the vocabulary besides the phrases.
 *
 * @param size how many content terms at most, the most frequent first
 * @param minTermFrequency in how many units a term must occur, unless it or its partner is a phrase
 * @param minJointFrequency how often two terms must occur together to be kept as a pair, unless
 *     both are phrases
 */
public record VocabularyLimits(int size, long minTermFrequency, long minJointFrequency)
    implements Serializable {

  /** By the code points of the term: the order of its bytes in UTF-8. */
  public static final Comparator<Member> BY_CODE_POINTS =
      Comparator.comparing(member -> member.term().getBytes(UTF_8), Arrays::compareUnsigned);

  /** By sentence frequency, the highest first, then by code points. */
  public static final Comparator<Member> MOST_FREQUENT_FIRST =
      Comparator.comparingLong((Member member) -> -member.margins().sentences())
          .thenComparing(BY_CODE_POINTS);
}
