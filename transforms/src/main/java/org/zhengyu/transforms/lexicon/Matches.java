package org.zhengyu.transforms.lexicon;

import java.util.Arrays;

/**
 * The literal occurrences of lexicon phrases in one sentence, by begin, and where two begin
 * together the longer first. A buffer: {@link PhraseMatcher#find} overwrites it, so that a run over
 * many sentences needs one. Not thread-safe.
 */
public final class Matches {

  private int[] begins = new int[16];
  private int[] ends = new int[16];
  private int[] phrases = new int[16];
  private boolean[] guarded = new boolean[16];
  private int size;

  /** Number of occurrences. */
  public int size() {
    return size;
  }

  /** Where occurrence {@code i} begins, as a char index into the sentence. */
  public int begin(int i) {
    return begins[i];
  }

  /** Where occurrence {@code i} ends (exclusive), as a char index into the sentence. */
  public int end(int i) {
    return ends[i];
  }

  /** The lexicon's index of the phrase that occurs. */
  public int phrase(int i) {
    return phrases[i];
  }

  /** Whether the characters around cut the occurrence out of a longer number: 第[六个城市]. */
  public boolean guarded(int i) {
    return guarded[i];
  }

  /** Removes all occurrences. */
  public void clear() {
    size = 0;
  }

  /** Adds an occurrence behind those added before. */
  public void add(int begin, int end, int phrase, boolean isGuarded) {
    if (size == begins.length) {
      int capacity = 2 * size;
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
      phrases = Arrays.copyOf(phrases, capacity);
      guarded = Arrays.copyOf(guarded, capacity);
    }
    begins[size] = begin;
    ends[size] = end;
    phrases[size] = phrase;
    guarded[size] = isGuarded;
    size++;
  }

  /** Turns round the order of the occurrences from {@code from} on, which begin together. */
  void reverseFrom(int from) {
    for (int i = from, j = size - 1; i < j; i++, j--) {
      int end = ends[i];
      ends[i] = ends[j];
      ends[j] = end;
      int phrase = phrases[i];
      phrases[i] = phrases[j];
      phrases[j] = phrase;
      boolean isGuarded = guarded[i];
      guarded[i] = guarded[j];
      guarded[j] = isGuarded;
    }
  }
}
