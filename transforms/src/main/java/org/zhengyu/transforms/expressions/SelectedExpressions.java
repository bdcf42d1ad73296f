package org.zhengyu.transforms.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * The expressions that are looked at closely, numbered from 0 in the order of their code points,
 * and behind them the parts of which their words make them up, whose counts their cohesion asks
 * for.
 */
public final class SelectedExpressions {
  private static final int HASHES = 1 << 20;

  private final SortedRun selected;
  private final List<String> texts = new ArrayList<>();
  private final List<ExpressionCounts> counts = new ArrayList<>();
  private final int candidates;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By hash, each number and one more, or 0 where free; at most a quarter full. */
  private final int[] slots;

  private final long[] hashes;

  /**
   * The last bits of all hashes, and of those of all that a text begins with and goes on behind.
   */
  private final long[] hereBits = new long[HASHES / Long.SIZE];

  private final long[] onBits = new long[HASHES / Long.SIZE];

  /** What {@link ExpressionMerge#best} selected. */
  public SelectedExpressions(SortedRun selected) {
    this.selected = selected;
    SortedRunCursor cursor = selected.cursor();
    while (cursor.next()) {
      add(new String(cursor.key(), UTF_8));
      counts.add(ExpressionCounts.unpack(cursor.value()));
    }
    candidates = texts.size();
    for (int number = 0; number < candidates; number++) {
      String text = texts.get(number);
      for (int border : borders(number)) {
        add(text.substring(0, border));
        add(text.substring(border));
      }
    }
    slots = new int[Math.max(64, Integer.highestOneBit(texts.size()) * 8)];
    hashes = new long[texts.size()];
    for (int number = 0; number < hashes.length; number++) {
      String text = texts.get(number);
      long hash = 0;
      for (int i = 0; i < text.length(); i++) {
        hash = SplitWords.hash(hash, text.charAt(i));
        int place = placeOf(hash);
        (i < text.length() - 1 ? onBits : hereBits)[place >>> 6] |= 1L << place;
      }
      hashes[number] = hash;
      int slot = slotOf(hashes[number]);
      while (slots[slot] != 0) {
        slot = next(slot);
      }
      slots[slot] = number + 1;
    }
  }

  private void add(String text) {
    if (numbers.putIfAbsent(text, texts.size()) == null) {
      texts.add(text);
    }
  }

  /** How many expressions there are; their parts have larger numbers. */
  int candidates() {
    return candidates;
  }

  /** How many numbers there are. */
  int size() {
    return texts.size();
  }

  String text(int number) {
    return texts.get(number);
  }

  /** The counts of an expression in the whole corpus, as far as they were wanted for selecting. */
  ExpressionCounts selectedFor(int number) {
    return counts.get(number);
  }

  /** The number of a text, or -1. */
  int find(String text) {
    return numbers.getOrDefault(text, -1);
  }

  /** Whether a text may go on behind one of this hash. */
  boolean mayGoOn(long hash) {
    return has(onBits, placeOf(hash));
  }

  private static boolean has(long[] bits, int place) {
    return (bits[place >>> 6] & 1L << place) != 0;
  }

  private static int placeOf(long hash) {
    return (int) ExpressionSketch.spread(hash) & (HASHES - 1);
  }

  /** The number of a run of a sentence, or -1. */
  int find(ExpressionFinder.Sentence sentence, int from, int to, long hash) {
    if (!has(hereBits, placeOf(hash))) {
      return -1;
    }
    for (int slot = slotOf(hash); slots[slot] != 0; slot = next(slot)) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && sentence.spells(from, to, texts.get(number))) {
        return number;
      }
    }
    return -1;
  }

  /** The borders of words that all occurrences of an expression share, as places in its text. */
  List<Integer> borders(int number) {
    int mask = counts.get(number).borders();
    List<Integer> borders = new ArrayList<>();
    if (mask == ExpressionCounts.ANY_BORDERS) {
      return borders;
    }
    int length = Math.min(texts.get(number).length(), ExpressionFinder.MOST_BORDERS);
    for (int place = 1; place < length; place++) {
      if ((mask & 1 << (place - 1)) != 0) {
        borders.add(place);
      }
    }
    return borders;
  }

  /** How many of its two ends are a verb wherever it occurs. */
  int verbs(int number) {
    return counts.get(number).verbs();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SelectedExpressions that && selected.equals(that.selected);
  }

  @Override
  public int hashCode() {
    return selected.hashCode();
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    selected.packInto(out);
  }

  /** Reads the packed form. */
  public static SelectedExpressions unpack(PackedReader in) {
    return new SelectedExpressions(SortedRun.unpackRest(in));
  }

  private int slotOf(long hash) {
    return (int) ExpressionSketch.spread(hash) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
