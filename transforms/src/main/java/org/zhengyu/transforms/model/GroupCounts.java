package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How often one term occurs in each group of a facet. Reusable: {@link #clear} and {@link #read}
 * start over. Not thread-safe.
 */
public final class GroupCounts {
  private final long[] termFrequency;
  private final long[] documentFrequency;

  /** Counts of 0 for so many groups. */
  public GroupCounts(int groups) {
    termFrequency = new long[groups];
    documentFrequency = new long[groups];
  }

  /** Sets all counts to 0. */
  public void clear() {
    for (int group = 0; group < termFrequency.length; group++) {
      termFrequency[group] = 0;
      documentFrequency[group] = 0;
    }
  }

  /** Counts a document of a group in which the term occurs so often. */
  public void add(int group, long frequency) {
    termFrequency[group] += frequency;
    documentFrequency[group]++;
  }

  /** The number of groups. */
  public int groups() {
    return termFrequency.length;
  }

  /** The occurrences of the term in a group. */
  public long termFrequency(int group) {
    return termFrequency[group];
  }

  /** The documents of a group that have the term. */
  public long documentFrequency(int group) {
    return documentFrequency[group];
  }

  /** The occurrences of the term in all groups together. */
  public long termFrequency() {
    long sum = 0;
    for (long frequency : termFrequency) {
      sum += frequency;
    }
    return sum;
  }

  /** The documents of all groups together that have the term. */
  public long documentFrequency() {
    long sum = 0;
    for (long frequency : documentFrequency) {
      sum += frequency;
    }
    return sum;
  }

  /** Appends the packed form: the groups with the term. */
  public void pack(PackedWriter out) {
    int previous = 0;
    for (int group = 0; group < termFrequency.length; group++) {
      if (documentFrequency[group] > 0) {
        out.putVarint(group - previous)
            .putVarint(termFrequency[group])
            .putVarint(documentFrequency[group]);
        previous = group;
      }
    }
  }

  /** Reads the packed form to its end in place of what was counted. */
  public void read(PackedReader in) {
    clear();
    int group = 0;
    while (in.hasMore()) {
      group += in.getCount();
      termFrequency[group] = in.getVarint();
      documentFrequency[group] = in.getVarint();
    }
  }
}
