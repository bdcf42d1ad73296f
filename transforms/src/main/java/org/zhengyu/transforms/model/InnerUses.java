package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The uses of phrases in one sentence that are no tokens of it, because they lie inside a longer
 * token or share characters with another phrase; by where they begin. Nearly every sentence has
 * none. A buffer, used again for each sentence. Not thread-safe.
 */
public final class InnerUses {
  private int[] types = new int[8];
  private int[] firsts = new int[8];
  private int[] lasts = new int[8];
  private int[] begins = new int[8];
  private int[] ends = new int[8];
  private int size;

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The type of the phrase. */
  public int type(int use) {
    return types[use];
  }

  /** The place among the words of the sentence of the first that it shares characters with. */
  public int first(int use) {
    return firsts[use];
  }

  /** The place of the last word that it shares characters with. */
  public int last(int use) {
    return lasts[use];
  }

  /** Where it begins, in characters of the sentence. */
  public int begin(int use) {
    return begins[use];
  }

  /** Where it ends (exclusive). */
  public int end(int use) {
    return ends[use];
  }

  /** Removes all. */
  public void clear() {
    size = 0;
  }

  /** Adds one that begins where the last one does, or behind that. */
  public void add(int type, int first, int last, int begin, int end) {
    if (size == types.length) {
      int capacity = 2 * size;
      types = Arrays.copyOf(types, capacity);
      firsts = Arrays.copyOf(firsts, capacity);
      lasts = Arrays.copyOf(lasts, capacity);
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    types[size] = type;
    firsts[size] = first;
    lasts[size] = last;
    begins[size] = begin;
    ends[size++] = end;
  }

  /** Appends the packed form. */
  void pack(PackedWriter out) {
    out.putVarint(size);
    for (int i = 0; i < size; i++) {
      out.putVarint(types[i])
          .putVarint(firsts[i])
          .putVarint(lasts[i] - firsts[i])
          .putVarint(begins[i])
          .putVarint(ends[i] - begins[i]);
    }
  }

  /** Reads the packed form in place of what there was. */
  void read(PackedReader in) {
    clear();
    int count = in.getCount();
    for (int i = 0; i < count; i++) {
      int type = in.getCount();
      int first = in.getCount();
      int last = first + in.getCount();
      int begin = in.getCount();
      add(type, first, last, begin, begin + in.getCount());
    }
  }
}
