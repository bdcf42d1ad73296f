package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.passages.Stretches.Before;
import org.zhengyu.transforms.passages.Stretches.Place;

/**
 * Finds the passages that begin with the shingles of a bucket, and tells each to the splits that
 * have it. A passage is a word sequence that stands in two documents at least, and in more
 * documents than any longer sequence that it lies in. All sequences that begin alike lie in one
 * bucket, so it is enough to look whether one word more, before or behind, leaves as many
 * documents.
 *
 * <p>The stretches come in the order of their bytes, and with them the sequences form a tree, of
 * which only the way to the current stretch is held: a sequence with one continuation alone is no
 * passage, so only the sequences count at which stretches part or end. Not thread-safe.
 */
public final class PassageMerge {
  /** A sequence of words at which stretches part or end. */
  private static final class Node {
    /** Its length in bytes. */
    private final int bytes;

    /** The documents that have it. */
    private long documents;

    /** The most documents that have it and the same word behind it. */
    private long mostBehind;

    /** Of the documents that have it; null where no date is known, or descent is not traced. */
    private @Nullable EarliestDocument earliest;

    /** By the word before it, the documents that have both. */
    private Map<String, Long> before = new HashMap<>();

    /** By the splits that have it, where it first stands in each. */
    private Map<Long, Place> places = new HashMap<>();

    Node(int bytes) {
      this.bytes = bytes;
    }

    void addBefore(Map<String, Long> others) {
      others.forEach((word, count) -> before.merge(word, count, Long::sum));
    }

    void addPlace(long split, Place place) {
      places.merge(split, place, Place::firstOf);
    }

    /** Adds a longer sequence that begins with this one. */
    void addLonger(Node longer) {
      documents += longer.documents;
      mostBehind = Math.max(mostBehind, longer.documents);
      Map<String, Long> others = longer.before;
      if (others.size() > before.size()) {
        others = before;
        before = longer.before;
      }
      addBefore(others);
      earliest = EarliestDocument.ofBoth(earliest, longer.earliest);
      Map<Long, Place> otherPlaces = longer.places;
      if (otherPlaces.size() > places.size()) {
        otherPlaces = places;
        places = longer.places;
      }
      otherPlaces.forEach(this::addPlace);
    }

    boolean isPassage() {
      return documents > 1
          && mostBehind < documents
          && before.values().stream().allMatch(count -> count < documents);
    }
  }

  private final int length;
  private final SplitWriter out;
  private final List<Node> path = new ArrayList<>();
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();
  private byte[] words = {};

  private PassageMerge(int length, SplitWriter out) {
    this.length = length;
    this.out = out;
  }

  /**
   * Merges the runs of a bucket.
   *
   * @param length the tokens of the shortest passage
   */
  public static void merge(Iterable<SortedRun> runs, int length, SplitWriter out) {
    new PassageMerge(length, out).merge(SortedRunMerge.of(runs));
    out.passAll();
  }

  private void merge(SortedRunMerge stretches) {
    while (stretches.nextKey()) {
      byte[] stretch = stretches.key();
      int end = Stretches.wordsIn(stretch);
      leaveFor(stretch, end);
      Node node = path.get(path.size() - 1);
      Before before = Stretches.beforeIn(stretch, end);
      while (stretches.nextValue()) {
        Stretches.Weight value = Stretches.Weight.unpack(stretches.value());
        node.documents += value.weight();
        if (before == Before.WORD) {
          node.before.merge(Stretches.wordIn(stretch, end), value.weight(), Long::sum);
        }
        node.addPlace(value.split(), value.first());
        node.earliest = EarliestDocument.ofBoth(node.earliest, value.earliest());
      }
    }
    leave(0, /* isLong= */ false);
  }

  /** Goes from the current stretch to the next one. */
  private void leaveFor(byte[] stretch, int end) {
    int same = Arrays.mismatch(words, 0, words.length, stretch, 0, end);
    same = same < 0 ? end : same;
    while (same > 0 && (stretch[same - 1] & 0xFF) != TermsOfSplit.END) {
      same--;
    }
    leave(same, TermsOfSplit.count(stretch, same) >= length);
    if (path.isEmpty() || path.get(path.size() - 1).bytes < end) {
      path.add(new Node(end));
    }
    words = Arrays.copyOf(stretch, end);
  }

  /**
   * Ends all sequences that are longer than what stays the same, which may be long enough itself.
   */
  private void leave(int bytes, boolean isLong) {
    while (!path.isEmpty() && path.get(path.size() - 1).bytes > bytes) {
      Node ended = path.remove(path.size() - 1);
      if (ended.isPassage()) {
        tell(ended);
      }
      if (isLong && (path.isEmpty() || path.get(path.size() - 1).bytes < bytes)) {
        path.add(new Node(bytes));
      }
      if (!path.isEmpty()) {
        path.get(path.size() - 1).addLonger(ended);
      }
    }
  }

  private void tell(Node passage) {
    int tokens = TermsOfSplit.count(words, passage.bytes);
    long first = passage.places.values().stream().mapToLong(Place::document).min().orElseThrow();
    value.clear();
    value.putLong(first).putNullable(passage.earliest, EarliestDocument::pack);
    passage.places.forEach(
        (split, place) -> {
          JoinedSplit.startKey(key).putLong(place.document()).putInt(place.token()).putInt(tokens);
          out.add(split, key, value);
        });
  }
}
