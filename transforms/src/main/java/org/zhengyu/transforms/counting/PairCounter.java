package org.zhengyu.transforms.counting;

import java.util.Arrays;
import java.util.BitSet;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CountedDocument;

/**
 * Counts pairs of terms that meet in contexts of one unit; a term does not meet itself. Contexts
 * are collected, and then, for one term after another, all that stands near it is counted in an
 * array with a counter for each term: the product of a sparse matrix with its transpose, row by
 * row. Nothing is hashed, and a row's counters stay in the cache. Where two terms only share
 * characters they are counted with the others, and taken off at the end of their document: those
 * are few.
 *
 * <p>Gustavson (1978).
 */
public final class PairCounter implements Contexts.Receiver {
  /**
   * The bytes that contexts take, with their order by term, before their pairs are counted at the
   * end of a document.
   */
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
     * @param documents in how many documents they met
     * @param inLong how often they met in long sentences
     */
    void pair(int first, int second, long count, long shared, long documents, long inLong);

    /** All pairs have come; they may come again in counts of what is added from now on. */
    default void end() {}
  }

  private final boolean inWindows;
  private final int window;
  private final int longSentence;
  private final int terms;
  private final int most;
  private final Receiver receiver;
  private final RowCounter row;

  /** The terms of all contexts, those of a set ascending, between borders. */
  private int[] numbers = new int[1 << 12];

  /** In windows, the place of each number in its sentence. */
  private int[] places;

  private int size;

  /** Where the numbers of each document that has any begin. */
  private int[] documentBegins = new int[64];

  private int documents;

  /** Whether the current sentence is long, and which numbers stand in such sentences. */
  private boolean isLong;

  private final BitSet inLong = new BitSet();

  private final SharedMeetings shared;

  /**
   * Counts in contexts of a unit.
   *
   * @param unit the only one that may be added
   * @param window how many places apart terms meet at most in a {@link ContextUnit#WINDOW}
   * @param longSentence the words of a sentence above which it is long; of the units that may have
   *     several sentences none is
   * @param terms numbers of terms are smaller than this
   * @param receiver takes the pairs
   */
  public PairCounter(ContextUnit unit, int window, int longSentence, int terms, Receiver receiver) {
    this(unit, window, longSentence, terms, receiver, CAPACITY);
  }

  PairCounter(
      ContextUnit unit, int window, int longSentence, int terms, Receiver receiver, int capacity) {
    this.inWindows = unit == ContextUnit.WINDOW;
    this.window = window;
    this.longSentence = unit.isWithinSentence() ? longSentence : Integer.MAX_VALUE;
    this.terms = terms;
    this.most = capacity / (inWindows ? 3 : 2) / Integer.BYTES;
    this.receiver = receiver;
    this.row = new RowCounter(terms);
    this.shared = new SharedMeetings(terms);
    this.places = new int[inWindows ? numbers.length : 0];
    clear();
  }

  @Override
  public void beginDocument(CountedDocument document) {
    if (size >= most) {
      flush();
    }
    if (documentBegins[documents - 1] == size) {
      return;
    }
    if (documents == documentBegins.length) {
      documentBegins = Arrays.copyOf(documentBegins, 2 * documents);
    }
    documentBegins[documents++] = size;
  }

  @Override
  public void beginSentence(int length) {
    isLong = length > longSentence;
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
      shared.add(first, second, documents - 1, isLong);
    }
  }

  private void makeRoom(int count) {
    if (size + count >= numbers.length) {
      int length = Math.max(2 * numbers.length, size + count + 1);
      numbers = Arrays.copyOf(numbers, length);
      if (inWindows) {
        places = Arrays.copyOf(places, length);
      }
    }
  }

  private void endContext(int count) {
    if (isLong) {
      inLong.set(size, size + count);
    }
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
      countRow(term, order, begin, ends[term]);
      begin = ends[term];
      row.drain(term, receiver);
    }
    receiver.end();
    clear();
  }

  /** Counts what stands near the occurrences of a term. */
  private void countRow(int term, int[] order, int begin, int end) {
    int document = -1;
    int endOfDocument = 0;
    for (int i = begin; i < end; i++) {
      int at = order[i];
      if (at >= endOfDocument) {
        shared.takeOff(term, document, row);
        document = documentOf(at, document + 1);
        endOfDocument = document + 1 < documents ? documentBegins[document + 1] : size;
        shared.remember(term, document, row);
      }
      if (inWindows) {
        countAround(at, term, document);
      } else {
        countBehind(at, document);
      }
    }
    shared.takeOff(term, document, row);
  }

  /** The document of a number, which is this one or a later one. */
  private int documentOf(int at, int from) {
    int found = Arrays.binarySearch(documentBegins, from, documents, at);
    return found < 0 ? -found - 2 : found;
  }

  /**
   * Counts the rest of a set, whose terms ascend: so each pair is counted from its smaller term.
   */
  private void countBehind(int at, int document) {
    int[] near = numbers;
    int end = at + 1;
    for (; near[end] != BORDER; end++) {
      row.count(near[end], document);
    }
    if (inLong.get(at)) {
      for (int i = at + 1; i < end; i++) {
        row.countLong(near[i]);
      }
    }
  }

  /**
   * Counts the terms with larger numbers in the window around a term, but not those in its place.
   */
  private void countAround(int at, int term, int document) {
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
    boolean isLongHere = inLong.get(at);
    for (int i = before; near[i] != BORDER && placeOf[i] >= first; i--) {
      if (near[i] > term) {
        row.count(near[i], document, isLongHere);
      }
    }
    for (int i = behind; near[i] != BORDER && placeOf[i] <= last; i++) {
      if (near[i] > term) {
        row.count(near[i], document, isLongHere);
      }
    }
  }

  private void clear() {
    numbers[0] = BORDER;
    size = 1;
    documentBegins[0] = 0;
    documents = 1;
    inLong.clear();
    shared.clear();
  }
}
