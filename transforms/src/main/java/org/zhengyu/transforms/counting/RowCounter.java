package org.zhengyu.transforms.counting;

/**
 * The counters of one row of pairs, those of one term with each other. Two levels of bits remember
 * which are not zero, so that they are found in order without sorting, and a row costs no more than
 * it holds.
 */
final class RowCounter {
  /** The bits of a number of documents; above them is the last of these. */
  private static final long DOCUMENTS = 0xFFFF_FFFFL;

  /** Of each partner its count, and beside that, for both are changed at once, its documents. */
  final long[] counts;

  private final long[] inLong;
  private final long[] shared;
  private final long[] counted;
  private final long[] countedWords;

  RowCounter(int terms) {
    counts = new long[2 * terms];
    inLong = new long[terms];
    shared = new long[terms];
    counted = new long[(terms >>> 6) + 1];
    countedWords = new long[(terms >>> 12) + 1];
  }

  /**
   * Counts a meeting in a document.
   *
   * @param document its number, not below that of the last meeting
   */
  void count(int term, int document) {
    long[] all = counts;
    int at = 2 * term;
    if (all[at]++ == 0) {
      counted[term >>> 6] |= 1L << term;
      countedWords[term >>> 12] |= 1L << (term >>> 6);
    }
    long documents = all[at + 1];
    if (documents >>> Integer.SIZE != document + 1) {
      all[at + 1] = (document + 1L) << Integer.SIZE | ((documents & DOCUMENTS) + 1);
    }
  }

  void count(int term, int document, boolean isLong) {
    count(term, document);
    if (isLong) {
      countLong(term);
    }
  }

  /** Says of a meeting that was counted that it was in a long sentence. */
  void countLong(int term) {
    inLong[term]++;
  }

  /** How often the term was counted. */
  long count(int term) {
    return counts[2 * term];
  }

  /**
   * Takes off meetings of one document in which the two only shared characters.
   *
   * @param times how many there were
   * @param timesInLong of these, those in long sentences
   * @param isAll whether these were all meetings in the document
   */
  void takeOff(int term, long times, long timesInLong, boolean isAll) {
    shared[term] += times;
    inLong[term] -= timesInLong;
    counts[2 * term + 1] -= isAll ? 1 : 0;
  }

  /** Yields the pairs of a term, and forgets them. */
  void drain(int first, PairCounter.Receiver receiver) {
    for (int i = first >>> 12; i < countedWords.length; i++) {
      for (; countedWords[i] != 0; countedWords[i] &= countedWords[i] - 1) {
        int word = (i << 6) + Long.numberOfTrailingZeros(countedWords[i]);
        for (; counted[word] != 0; counted[word] &= counted[word] - 1) {
          int second = (word << 6) + Long.numberOfTrailingZeros(counted[word]);
          int at = 2 * second;
          receiver.pair(
              first,
              second,
              counts[at] - shared[second],
              shared[second],
              counts[at + 1] & DOCUMENTS,
              inLong[second]);
          counts[at] = 0;
          counts[at + 1] = 0;
          shared[second] = 0;
          inLong[second] = 0;
        }
      }
    }
  }
}
