package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Finds which shingles of a bucket stand in several documents, and tells each of them to the splits
 * that have it. Where one always stands behind the same word no passage begins: with that word it
 * has as many occurrences. Only one shingle is looked at, at a time.
 */
public final class ShingleMerge {
  private ShingleMerge() {}

  /** Merges the blocks of a bucket. */
  public static void merge(Iterable<ShingleBlock> blocks, SplitWriter out) {
    PriorityQueue<ShingleBlock.Cursor> heads =
        new PriorityQueue<>(Comparator.comparingLong(ShingleBlock.Cursor::hash));
    for (ShingleBlock block : blocks) {
      push(block.cursor(), heads);
    }
    List<ShingleBlock.Cursor> same = new ArrayList<>();
    while (!heads.isEmpty()) {
      long hash = heads.peek().hash();
      same.clear();
      boolean several = false;
      long left = heads.peek().left();
      while (!heads.isEmpty() && heads.peek().hash() == hash) {
        ShingleBlock.Cursor head = heads.poll();
        several |= head.isInSeveral() || !same.isEmpty();
        left = left == head.left() ? left : ShingleBlock.VARIES;
        same.add(head);
      }
      if (several) {
        tell(hash, left == ShingleBlock.VARIES, same, out);
      }
      same.forEach(head -> push(head, heads));
    }
    out.passAll();
  }

  private static void push(ShingleBlock.Cursor cursor, PriorityQueue<ShingleBlock.Cursor> heads) {
    if (cursor.next()) {
      heads.add(cursor);
    }
  }

  private static void tell(
      long hash, boolean mayBegin, List<ShingleBlock.Cursor> having, SplitWriter out) {
    PackedWriter key = JoinedSplit.startKey(new PackedWriter(16)).putLong(hash);
    PackedWriter value = new PackedWriter(1).putBoolean(mayBegin);
    having.stream()
        .mapToLong(ShingleBlock.Cursor::split)
        .distinct()
        .forEach(split -> out.add(split, key, value));
  }
}
