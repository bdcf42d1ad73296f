package org.zhengyu.transforms.counting;

import java.util.Arrays;
import org.zhengyu.transforms.model.ContextUnit;

/**
 * Counts pairs of terms that meet in contexts of one unit; a term does not meet itself. Contexts
 * are collected, and then, for one term after another, all that stands near it is counted in an
 * array with a counter for each term: the product of a sparse matrix with its transpose, row by
 * row. Nothing is hashed, and a row's counters stay in the cache. Where two terms only share
 * characters they are counted with the others, and taken off at the end: those are few.
 *
 * <p>Gustavson (1978).
 */
public final class PairCounter implements Contexts.Receiver {
  /** The bytes that contexts take, with their order by term, before their pairs are counted. */
  private static final int CAPACITY = 32 << 20;

  /** Stands between contexts. */
  private static final int BORDER = -1;

  /** Takes the pairs in the order of their first, then their second number. */
  public interface Receiver {
    /**
     * A pair, its smaller number first.
     *
     * @param count how often the two met
     * @param shared how often they only shared characters; at least one of both is not 0
     */
    void pair(int first, int second, long count, long shared);

    /** All pairs have come; they may come again in counts of what is added from now on. */
    default void end() {}
  }

  private final boolean inWindows;
  private final int window;
  private final int terms;
  private final int most;
  private final Receiver receiver;
  private final RowCounter row;

  /** The terms of all contexts, those of a set ascending, between borders. */
  private int[] numbers = new int[1 << 12];

  /** In windows, the place of each number in its sentence. */
  private int[] places;

  private int size;

  /** Pairs that only share characters, once for each context in which they do. */
  private final PairBag shared = new PairBag();

  /**
   * Counts in contexts of a unit.
   *
   * @param unit the only one that may be added
   * @param window how many places apart terms meet at most in a {@link ContextUnit#WINDOW}
   * @param terms numbers of terms are smaller than this
   * @param receiver takes the pairs
   */
  public PairCounter(ContextUnit unit, int window, int terms, Receiver receiver) {
    this(unit, window, terms, receiver, CAPACITY);
  }

  PairCounter(ContextUnit unit, int window, int terms, Receiver receiver, int capacity) {
    this.inWindows = unit == ContextUnit.WINDOW;
    this.window = window;
    this.terms = terms;
    this.most = capacity / (inWindows ? 3 : 2) / Integer.BYTES;
    this.receiver = receiver;
    this.row = new RowCounter(terms);
    this.places = new int[inWindows ? numbers.length : 0];
    clear();
  }

  @Override
  public void set(ContextUnit unit, int[] present, int count) {
    if (count > 1) {
      makeRoom(count);
      System.arraycopy(present, 0, numbers, size, count);
      Arrays.sort(numbers, size, size + count);
      endContext(count);
    }
  }

  @Override
  public void sequence(int[] sequence, int[] placesOfTerms, int count, int length) {
    if (count > 1) {
      makeRoom(count);
      System.arraycopy(sequence, 0, numbers, size, count);
      System.arraycopy(placesOfTerms, 0, places, size, count);
      endContext(count);
    }
  }

  @Override
  public void shared(int first, int second, int distance) {
    if (distance <= window) {
      shared.add(first, second);
    }
  }

  /** Makes room for a context, before which others may have to be counted. */
  private void makeRoom(int count) {
    if (size >= most) {
      flush();
    }
    if (size + count >= numbers.length) {
      int length = Math.max(2 * numbers.length, size + count + 1);
      numbers = Arrays.copyOf(numbers, length);
      if (inWindows) {
        places = Arrays.copyOf(places, length);
      }
    }
  }

  private void endContext(int count) {
    size += count;
    numbers[size++] = BORDER;
  }

  /** Counts what was added, hands over all pairs, and forgets them. */
  public void flush() {
    int[] ends = new int[terms];
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= 0) {
        ends[numbers[i]]++;
      }
    }
    int count = 0;
    for (int term = 0; term < terms; term++) {
      int begin = count;
      count += ends[term];
      ends[term] = begin;
    }
    shared.sort();
    int[] order = new int[count];
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= 0) {
        order[ends[numbers[i]]++] = i;
      }
    }
    int begin = 0;
    for (int term = 0; term < terms; term++) {
      for (int i = begin; i < ends[term]; i++) {
        if (inWindows) {
          countAround(order[i], term);
        } else {
          countBehind(order[i]);
        }
      }
      begin = ends[term];
      row.drain(term, shared, receiver);
    }
    receiver.end();
    clear();
  }

  /**
   * Counts the rest of a set, whose terms ascend: so each pair is counted from its smaller term.
   */
  private void countBehind(int at) {
    int[] near = numbers;
    for (int i = at + 1; near[i] != BORDER; i++) {
      row.count(near[i]);
    }
  }

  /**
   * Counts the terms with larger numbers in the window around a term, but not those in its place.
   */
  private void countAround(int at, int term) {
    int[] near = numbers;
    int[] placeOf = places;
    int place = placeOf[at];
    int first = place - window;
    int last = place + window;
    int before = at - 1;
    while (near[before] != BORDER && placeOf[before] == place) {
      before--;
    }
    int behind = at + 1;
    while (near[behind] != BORDER && placeOf[behind] == place) {
      behind++;
    }
    for (int i = before; near[i] != BORDER && placeOf[i] >= first; i--) {
      if (near[i] > term) {
        row.count(near[i]);
      }
    }
    for (int i = behind; near[i] != BORDER && placeOf[i] <= last; i++) {
      if (near[i] > term) {
        row.count(near[i]);
      }
    }
  }

  private void clear() {
    numbers[0] = BORDER;
    size = 1;
    shared.clear();
  }

  /**
   * The counters of one row. Two levels of bits remember which are not zero, so that they are found
   * in order without sorting, and a row costs no more than it holds.
   */
  static final class RowCounter {
    final long[] counts;
    private final long[] counted;
    private final long[] countedWords;

    RowCounter(int terms) {
      counts = new long[terms];
      counted = new long[(terms >>> 6) + 1];
      countedWords = new long[(terms >>> 12) + 1];
    }

    void count(int term) {
      if (counts[term]++ == 0) {
        counted[term >>> 6] |= 1L << term;
        countedWords[term >>> 12] |= 1L << (term >>> 6);
      }
    }

    /** Yields the pairs of a term, and takes those off that only share characters. */
    void drain(int first, PairBag shared, Receiver receiver) {
      for (int i = first >>> 12; i < countedWords.length; i++) {
        for (; countedWords[i] != 0; countedWords[i] &= countedWords[i] - 1) {
          int word = (i << 6) + Long.numberOfTrailingZeros(countedWords[i]);
          for (; counted[word] != 0; counted[word] &= counted[word] - 1) {
            int second = (word << 6) + Long.numberOfTrailingZeros(counted[word]);
            int onlyShared = shared.take(first, second);
            receiver.pair(first, second, counts[second] - onlyShared, onlyShared);
            counts[second] = 0;
          }
        }
      }
    }
  }
}
