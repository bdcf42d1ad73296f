package org.zhengyu.transforms.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Merges sorted runs into one ascending sequence of keys, each with all its values, without copying
 * any run. The values of a key come in the order of their bytes, whatever the order of the runs.
 *
 * <pre>{@code
 * SortedRunMerge merge = SortedRunMerge.of(runs);
 * while (merge.nextKey()) {
 *   byte[] key = merge.key();
 *   while (merge.nextValue()) {
 *     PackedReader value = merge.value();
 *   }
 * }
 * }</pre>
 */
public final class SortedRunMerge {
  /** A cursor and the place of its run among those merged. */
  private record Head(SortedRunCursor cursor, int source) {}

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>((a, b) -> a.cursor().compareTo(b.cursor()));
  private @Nullable Head current;
  private byte @Nullable [] key;

  private SortedRunMerge(List<SortedRun> runs) {
    for (int i = 0; i < runs.size(); i++) {
      push(new Head(runs.get(i).cursor(), i));
    }
  }

  /** A merge of the runs, read once. */
  public static SortedRunMerge of(Iterable<SortedRun> runs) {
    List<SortedRun> list = new ArrayList<>();
    runs.forEach(list::add);
    return new SortedRunMerge(list);
  }

  /** Steps to the next key, past values of this one that were not read; false at the end. */
  public boolean nextKey() {
    while (nextValue()) {
      // Values that the caller did not ask for are passed over.
    }
    if (heads.isEmpty()) {
      return false;
    }
    key = heads.peek().cursor().key();
    return true;
  }

  /** The key, shared until the next step. */
  public byte[] key() {
    return key;
  }

  /** Steps to the next value of this key; false when there is none. */
  public boolean nextValue() {
    if (current != null) {
      Head done = current;
      current = null;
      push(done);
    }
    Head head = heads.peek();
    if (head == null || key == null || !head.cursor().hasKey(key)) {
      return false;
    }
    current = heads.poll();
    return true;
  }

  /** A reader of the value, valid until the next step. */
  public PackedReader value() {
    return current.cursor().value();
  }

  /** Which of the runs, by its place in the argument of {@link #of}, this value comes from. */
  public int source() {
    return current.source();
  }

  private void push(Head head) {
    if (head.cursor().next()) {
      heads.add(head);
    }
  }
}
