package org.zhengyu.transforms.counting;

import java.util.Arrays;

/**
 * Meetings of two terms that only share characters there, by the first term and the document. They
 * are taken off document by document, for where there is no other meeting the document has none.
 * Not thread-safe.
 */
final class SharedMeetings {
  private int[] firsts = new int[16];
  private int[] seconds = new int[16];
  private int[] documents = new int[16];
  private boolean[] inLong = new boolean[16];
  private int size;

  /** The meetings by their first terms, those of one term in the order of the text. */
  private int[] order = {};

  /** The next of these that was not taken off. */
  private int next;

  /** Of the meetings of the current document how often their terms were counted before it. */
  private long[] before = new long[16];

  /** Of each second term the meetings of the current document, and those in long sentences. */
  private final int[] times;

  private final int[] timesInLong;

  /** None; numbers of terms are smaller than this. */
  SharedMeetings(int terms) {
    times = new int[terms];
    timesInLong = new int[terms];
  }

  /** Adds a meeting of the document that is the current one, or a later one. */
  void add(int first, int second, int document, boolean isLong) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
      documents = Arrays.copyOf(documents, 2 * size);
      inLong = Arrays.copyOf(inLong, 2 * size);
    }
    firsts[size] = first;
    seconds[size] = second;
    documents[size] = document;
    inLong[size++] = isLong;
  }

  /** Puts the meetings in order. */
  void sort() {
    order = new int[size];
    next = 0;
    if (size == 0) {
      return;
    }
    int[] ends = new int[times.length + 1];
    for (int i = 0; i < size; i++) {
      ends[firsts[i] + 1]++;
    }
    for (int term = 0; term < times.length; term++) {
      ends[term + 1] += ends[term];
    }
    for (int i = 0; i < size; i++) {
      order[ends[firsts[i]]++] = i;
    }
  }

  /** Remembers the counts of a row before a document is counted. */
  void remember(int first, int document, RowCounter row) {
    for (int i = next; isOf(i, first, document); i++) {
      if (i - next == before.length) {
        before = Arrays.copyOf(before, 2 * before.length);
      }
      before[i - next] = row.count(seconds[order[i]]);
    }
  }

  /** Takes the meetings of the document that was counted off the row. */
  void takeOff(int first, int document, RowCounter row) {
    int begin = next;
    while (isOf(next, first, document)) {
      next++;
    }
    for (int i = begin; i < next; i++) {
      int meeting = order[i];
      times[seconds[meeting]]++;
      timesInLong[seconds[meeting]] += inLong[meeting] ? 1 : 0;
    }
    for (int i = begin; i < next; i++) {
      int second = seconds[order[i]];
      if (times[second] > 0) {
        boolean isAll = row.count(second) - before[i - begin] == times[second];
        row.takeOff(second, times[second], timesInLong[second], isAll);
        times[second] = 0;
        timesInLong[second] = 0;
      }
    }
  }

  private boolean isOf(int i, int first, int document) {
    return i < size && firsts[order[i]] == first && documents[order[i]] == document;
  }

  /** Forgets all meetings. */
  void clear() {
    size = 0;
  }
}
