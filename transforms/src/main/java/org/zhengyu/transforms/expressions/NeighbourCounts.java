package org.zhengyu.transforms.expressions;

import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.NewWords;

/**
 * How often a type stands on a side of an expression in one split: open addressing, no objects. A
 * side is twice the number of the expression, and one more on the right.
 */
final class NeighbourCounts {
  /** Places without a neighbour: punctuation, the end of a sentence, or a word that divides. */
  private final long[] edges;

  private long[] keys = new long[1 << 14];
  private int[] counts = new int[1 << 14];
  private int size;

  /** Once all is counted, the slots of each side, one side behind the other, and their ends. */
  private int[] slotsBySide = {};

  private int[] ends = {};

  NeighbourCounts(int sides) {
    edges = new long[sides];
  }

  void addEdge(int side) {
    edges[side]++;
  }

  void add(int side, int type) {
    long key = (long) side << Integer.SIZE | type;
    int slot = slotOf(key);
    if (counts[slot]++ == 0) {
      keys[slot] = key;
      size++;
      if (2 * size > keys.length) {
        grow();
      }
    }
  }

  private int slotOf(long key) {
    int slot = (int) ExpressionSketch.spread(key) & (keys.length - 1);
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Ends counting, so that sides can be packed. */
  void arrange() {
    ends = new int[edges.length + 1];
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        ends[sideOf(slot) + 1]++;
      }
    }
    for (int side = 0; side < edges.length; side++) {
      ends[side + 1] += ends[side];
    }
    slotsBySide = new int[size];
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        slotsBySide[ends[sideOf(slot)]++] = slot;
      }
    }
  }

  private int sideOf(int slot) {
    return (int) (keys[slot] >>> Integer.SIZE);
  }

  /** Appends the counts of a side, from which {@link Sum#addPacked} reads them. */
  void pack(int side, SplitWords words, PackedWriter out) {
    int begin = side == 0 ? 0 : ends[side - 1];
    out.putVarint(edges[side]).putVarint(ends[side] - begin);
    for (int i = begin; i < ends[side]; i++) {
      int slot = slotsBySide[i];
      out.putBytes(words.term((int) keys[slot])).putVarint(counts[slot]);
    }
  }

  /** What all splits counted on one side of an expression. */
  static final class Sum {
    private long edges;
    private final SortedMap<String, Long> words = new TreeMap<>();

    void addPacked(PackedReader in) {
      edges += in.getVarint();
      for (int left = in.getCount(); left > 0; left--) {
        words.merge(in.getString(), in.getVarint(), Long::sum);
      }
    }

    double entropy() {
      return NewWords.entropy(edges, words.values().stream().mapToLong(Long::longValue).toArray());
    }
  }
}
