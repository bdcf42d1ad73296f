package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How often one term occurs in each group of a facet; see {@link TermEntry} for the three ways of
 * saying that. Reusable: {@link #clear} and {@link #read} start over. Not thread-safe.
 */
public final class GroupCounts {
  private final long[] frequency;
  private final long[] tokens;
  private final long[] uses;
  private final long[] documentFrequency;

  /** Counts of 0 for so many groups. */
  public GroupCounts(int groups) {
    frequency = new long[groups];
    tokens = new long[groups];
    uses = new long[groups];
    documentFrequency = new long[groups];
  }

  /** Sets all counts to 0. */
  public void clear() {
    Arrays.fill(frequency, 0);
    Arrays.fill(tokens, 0);
    Arrays.fill(uses, 0);
    Arrays.fill(documentFrequency, 0);
  }

  /** Counts the documents of a group for which one of the postings of the term stands. */
  public void add(int group, TermEntry term, int posting) {
    long times = term.times(posting);
    frequency[group] += term.frequency(posting) * times;
    tokens[group] += term.tokens(posting) * times;
    uses[group] += term.uses(posting) * times;
    documentFrequency[group] += times;
  }

  /** The number of groups. */
  public int groups() {
    return frequency.length;
  }

  /** In how many tokens of a group a use of the term begins. */
  public long frequency(int group) {
    return frequency[group];
  }

  /** The tokens of a group that are the term. */
  public long tokens(int group) {
    return tokens[group];
  }

  /** The uses of the term in a group. */
  public long uses(int group) {
    return uses[group];
  }

  /** The documents of a group that have the term. */
  public long documentFrequency(int group) {
    return documentFrequency[group];
  }

  /** In how many tokens of all groups together a use of the term begins. */
  public long frequency() {
    long sum = 0;
    for (long inGroup : frequency) {
      sum += inGroup;
    }
    return sum;
  }

  /** The documents of all groups together that have the term. */
  public long documentFrequency() {
    return documentFrequency(0, documentFrequency.length);
  }

  /** The documents of some successive groups that have the term. */
  public long documentFrequency(int from, int to) {
    long sum = 0;
    for (int group = from; group < to; group++) {
      sum += documentFrequency[group];
    }
    return sum;
  }

  /** Appends the packed form of some successive groups, as if there were no others. */
  public void pack(int from, int to, PackedWriter out) {
    int previous = from;
    for (int group = from; group < to; group++) {
      if (documentFrequency[group] > 0) {
        out.putVarint(group - previous)
            .putVarint(frequency[group])
            .putVarint(frequency[group] - tokens[group])
            .putVarint(uses[group] - frequency[group])
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
      frequency[group] = in.getVarint();
      tokens[group] = frequency[group] - in.getVarint();
      uses[group] = frequency[group] + in.getVarint();
      documentFrequency[group] = in.getVarint();
    }
  }
}
