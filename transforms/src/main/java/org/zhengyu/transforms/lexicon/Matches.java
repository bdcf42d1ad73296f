package org.zhengyu.transforms.lexicon;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The occurrences of lexicon phrases in one sentence, by begin, and where two begin together the
 * longer first. A buffer: {@link PhraseMatcher#find} overwrites it, so that a run over many
 * sentences needs one. Not thread-safe.
 */
public final class Matches {

  private int[] begins = new int[16];
  private int[] ends = new int[16];
  private int[] phrases = new int[16];
  private boolean[] guarded = new boolean[16];
  private boolean[] loose = new boolean[16];
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

  /**
   * Whether the characters around cut the occurrence out of a longer number, 第[六个城市], or it lies
   * within an exclusion of its phrase.
   */
  public boolean guarded(int i) {
    return guarded[i];
  }

  /** Whether it is the literal part of a glob that does not end, or begin, where a word does. */
  public boolean loose(int i) {
    return loose[i];
  }

  /** Removes all occurrences. */
  public void clear() {
    size = 0;
  }

  /** Adds an occurrence of a literal form behind those added before. */
  public void add(int begin, int end, int phrase, boolean isGuarded) {
    add(begin, end, phrase, isGuarded, false);
  }

  private void add(int begin, int end, int phrase, boolean isGuarded, boolean isLoose) {
    if (size == begins.length) {
      int capacity = 2 * size;
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
      phrases = Arrays.copyOf(phrases, capacity);
      guarded = Arrays.copyOf(guarded, capacity);
      loose = Arrays.copyOf(loose, capacity);
    }
    begins[size] = begin;
    ends[size] = end;
    phrases[size] = phrase;
    guarded[size] = isGuarded;
    loose[size] = isLoose;
    size++;
  }

  /**
   * Adds an occurrence in its place; of two in one place the phrase that is first in the lexicon.
   */
  public void insert(int begin, int end, int phrase, boolean isGuarded, boolean isLoose) {
    add(begin, end, phrase, isGuarded, isLoose);
    for (int i = size - 1; i > 0 && isBefore(i, i - 1); i--) {
      swap(i, i - 1);
    }
  }

  private boolean isBefore(int i, int j) {
    if (begins[i] != begins[j]) {
      return begins[i] < begins[j];
    }
    return ends[i] != ends[j] ? ends[i] > ends[j] : phrases[i] < phrases[j];
  }

  /** Moves the occurrences that fit behind those of another buffer. */
  public void moveTo(Matches other, IntPredicate fits) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (fits.test(i)) {
        other.add(begins[i], ends[i], phrases[i], guarded[i], loose[i]);
      } else {
        swap(i, kept);
        kept++;
      }
    }
    size = kept;
  }

  /** Puts an occurrence into the place of an earlier one, or leaves it where it is. */
  public void move(int from, int to) {
    begins[to] = begins[from];
    ends[to] = ends[from];
    phrases[to] = phrases[from];
    guarded[to] = guarded[from];
    loose[to] = loose[from];
  }

  /** Removes all occurrences from {@code newSize} on. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** Turns round the order of the occurrences from {@code from} on, which begin together. */
  void reverseFrom(int from) {
    for (int i = from, j = size - 1; i < j; i++, j--) {
      swap(i, j);
    }
  }

  private void swap(int i, int j) {
    int begin = begins[i];
    begins[i] = begins[j];
    begins[j] = begin;
    int end = ends[i];
    ends[i] = ends[j];
    ends[j] = end;
    int phrase = phrases[i];
    phrases[i] = phrases[j];
    phrases[j] = phrase;
    boolean isGuarded = guarded[i];
    guarded[i] = guarded[j];
    guarded[j] = isGuarded;
    boolean isLoose = loose[i];
    loose[i] = loose[j];
    loose[j] = isLoose;
  }
}
