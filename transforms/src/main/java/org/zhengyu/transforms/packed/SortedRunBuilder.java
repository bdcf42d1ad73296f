package org.zhengyu.transforms.packed;

import java.util.Arrays;

/** Collects entries in any order and packs them as a {@link SortedRun}. Not thread-safe. */
public final class SortedRunBuilder {
  private final PackedWriter data = new PackedWriter(4096);
  private int[] offsets = new int[64];
  private int count;
  private boolean sorted = true;

  /** An empty builder. */
  public SortedRunBuilder() {}

  /** Adds an entry; the arguments are copied. */
  public SortedRunBuilder add(byte[] key, PackedWriter value) {
    return add(key, 0, key.length, value.array(), 0, value.size());
  }

  /** Adds an entry; the arguments are copied. */
  public SortedRunBuilder add(PackedWriter key, PackedWriter value) {
    return add(key.array(), 0, key.size(), value.array(), 0, value.size());
  }

  SortedRunBuilder add(
      byte[] key, int keyOffset, int keyLength, byte[] value, int valueOffset, int valueLength) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    int offset = data.size();
    data.putBytes(key, keyOffset, keyLength).putBytes(value, valueOffset, valueLength);
    offsets[count] = offset;
    sorted = sorted && (count == 0 || compare(offsets[count - 1], offset) <= 0);
    count++;
    return this;
  }

  /** Forgets what was added. */
  public void clear() {
    data.clear();
    count = 0;
    sorted = true;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The bytes collected so far. */
  public int size() {
    return data.size();
  }

  /** The run of what was added; equal keys are in the order of their values' bytes. */
  public SortedRun build() {
    if (sorted) {
      return SortedRun.ofSorted(data.toByteArray());
    }
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      order[i] = offsets[i];
    }
    Arrays.sort(order, this::compare);
    PackedWriter out = new PackedWriter(data.size());
    PackedReader entry = new PackedReader(data.array(), 0, data.size());
    for (int offset : order) {
      entry.reset(data.array(), offset, data.size() - offset);
      entry.skip(entry.getCount());
      entry.skip(entry.getCount());
      out.putRaw(data.array(), offset, entry.position() - offset);
    }
    return SortedRun.ofSorted(out.toByteArray());
  }

  private int compare(int left, int right) {
    byte[] bytes = data.array();
    PackedReader a = new PackedReader(bytes, left, data.size() - left);
    PackedReader b = new PackedReader(bytes, right, data.size() - right);
    int byKey = compareNext(a, b);
    return byKey != 0 ? byKey : compareNext(a, b);
  }

  private static int compareNext(PackedReader a, PackedReader b) {
    int lengthA = a.getCount();
    int lengthB = b.getCount();
    int order =
        Arrays.compareUnsigned(
            a.array(),
            a.position(),
            a.position() + lengthA,
            b.array(),
            b.position(),
            b.position() + lengthB);
    a.skip(lengthA);
    b.skip(lengthB);
    return order;
  }
}
