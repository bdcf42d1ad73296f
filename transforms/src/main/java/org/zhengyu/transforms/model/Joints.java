package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What stands between the words of a sentence, and where they stand in the decoded document. Only
 * the joints that are not bare are packed: where one word follows the other at once, and is as long
 * as its term, there is nothing to say. A buffer: {@link #read} overwrites it.
 */
public final class Joints {
  /** The gap between two words without anything between them. */
  public static final long BARE = 0;

  /** Any gap of more than {@value #MOST_CHARS} chars, which are not told. */
  public static final long LONG = 1;

  private static final int MOST_CHARS = 3;

  private long[] gaps = new long[256];
  private int[] begins = new int[256];
  private int[] ends = new int[256];
  private int place;

  /** The gap that these chars of a text are: a number that is made of them. */
  public static long gapOf(String text, int begin, int end) {
    if (end - begin > MOST_CHARS) {
      return LONG;
    }
    long gap = BARE;
    for (int i = end - 1; i >= begin; i--) {
      gap = gap << Character.SIZE | text.charAt(i);
    }
    return gap;
  }

  /** The chars of a gap that is not {@link #LONG}. */
  public static String charsOf(long gap) {
    if (gap == BARE) {
      return "";
    }
    StringBuilder chars = new StringBuilder(MOST_CHARS);
    for (long rest = gap; rest != 0; rest >>>= Character.SIZE) {
      chars.append((char) rest);
    }
    return chars.toString();
  }

  /**
   * Packs one joint.
   *
   * @param skipped the words since the last joint of the sentence that was packed
   * @param gap see {@link #gapOf}
   * @param longer how many code points more than its term the word before it takes
   * @param between the code points between that word and the next one, of whatever sentence
   */
  public static void pack(PackedWriter out, int skipped, long gap, int longer, int between) {
    out.putVarint(skipped + 1L).putVarint(gap).putVarint(zigzag(longer)).putVarint(between);
  }

  /** Ends the joints of a sentence. */
  public static void endSentence(PackedWriter out) {
    out.putVarint(0);
  }

  private static long zigzag(int number) {
    return Integer.toUnsignedLong(number << 1 ^ number >> 31);
  }

  private static int fromZigzag(long packed) {
    return (int) (packed >>> 1) ^ -(int) (packed & 1);
  }

  /** Starts on another document. */
  public void startDocument() {
    place = 0;
  }

  /**
   * Reads the joints of the next sentence of the document.
   *
   * @param types its words
   * @param count how many there are
   * @param lengths of every type the code points of its term
   */
  public void read(PackedReader in, int[] types, int count, int[] lengths) {
    if (count >= gaps.length) {
      gaps = Arrays.copyOf(gaps, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int next = 0;
    for (int skip = in.getCount(); skip > 0; skip = in.getCount()) {
      passWords(next, next + skip - 1, types, lengths);
      next += skip - 1;
      long gap = in.getVarint();
      place += fromZigzag(in.getVarint());
      if (next > 0) {
        ends[next - 1] = place;
      }
      place += in.getCount();
      gaps[next] = gap;
      if (next == count) {
        next++;
        continue;
      }
      begins[next] = place;
      place += lengths[types[next]];
      ends[next] = place;
      next++;
    }
    if (next <= count) {
      passWords(next, count, types, lengths);
      gaps[count] = BARE;
    }
  }

  /** Words that follow each other at once. */
  private void passWords(int from, int to, int[] types, int[] lengths) {
    for (int i = from; i < to; i++) {
      gaps[i] = BARE;
      begins[i] = place;
      place += lengths[types[i]];
      ends[i] = place;
    }
  }

  /** What stands before a word; behind the last one for their number. */
  public long gap(int word) {
    return gaps[word];
  }

  /** Where a word begins in the decoded document, in code points. */
  public int begin(int word) {
    return begins[word];
  }

  /** Where a word ends, excluded. */
  public int end(int word) {
    return ends[word];
  }
}
