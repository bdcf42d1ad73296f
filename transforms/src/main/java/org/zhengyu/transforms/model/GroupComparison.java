package org.zhengyu.transforms.model;

import java.util.List;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.KeynessCounts;

/**
 * Which groups of one facet are compared with which others: each with all the rest of them
 * together, or each with one that was named. Documents without a value are on neither side.
 */
public final class GroupComparison {
  /** A facet with more values groups nothing, and would make a row of every term and value. */
  public static final int MOST_GROUPS = 1000;

  private static final int THE_REST = -1;

  private final List<GroupSize> sizes;
  private final int reference;
  private final long documents;
  private final long tokens;

  private GroupComparison(FacetTotals totals, @Nullable String referenceGroup) {
    sizes = totals.sizes();
    reference = referenceGroup == null ? THE_REST : totals.values().indexOf(referenceGroup);
    documents = sizes.stream().mapToLong(GroupSize::documents).sum();
    tokens = sizes.stream().mapToLong(GroupSize::tokens).sum();
  }

  /**
   * How the groups of a facet are compared; null when they are not: there are fewer than two or too
   * many, or the reference is not among them.
   *
   * @param referenceGroup the value to compare with; null for all the rest
   */
  public static @Nullable GroupComparison of(FacetTotals totals, @Nullable String referenceGroup) {
    int groups = totals.groups().size();
    if (groups < 2
        || groups > MOST_GROUPS
        || (referenceGroup != null && !totals.groups().containsKey(referenceGroup))) {
      return null;
    }
    return new GroupComparison(totals, referenceGroup);
  }

  /** The size of a group. */
  public GroupSize size(int group) {
    return sizes.get(group);
  }

  /** The number of groups. */
  public int groups() {
    return sizes.size();
  }

  /** Whether a group is compared with others, and not what all others are compared with. */
  public boolean isTarget(int group) {
    return group != reference;
  }

  /** Whether both sides have documents enough for a bootstrap interval. */
  public boolean isResampled(int group) {
    return Math.min(sizes.get(group).documents(), otherDocuments(group)) >= Bootstrap.MIN_DOCUMENTS;
  }

  /** Whether any group that is compared with others has an interval. */
  public boolean anyResampled() {
    return IntStream.range(0, groups()).anyMatch(group -> isTarget(group) && isResampled(group));
  }

  private long otherDocuments(int group) {
    return reference == THE_REST
        ? documents - sizes.get(group).documents()
        : sizes.get(reference).documents();
  }

  /** The documents of a group, and of what that is compared with, and those that have a term. */
  public Comparison.Documents documents(int group, GroupCounts term, long documentFrequency) {
    long df1 = term.documentFrequency(group);
    return new Comparison.Documents(
        df1,
        sizes.get(group).documents(),
        reference == THE_REST ? documentFrequency - df1 : term.documentFrequency(reference),
        otherDocuments(group));
  }

  /**
   * The frequencies of a term in a group and in what that is compared with.
   *
   * @param frequency of the term in all groups together
   */
  public KeynessCounts counts(int group, GroupCounts term, long frequency) {
    long f1 = term.frequency(group);
    long n1 = sizes.get(group).tokens();
    return reference == THE_REST
        ? new KeynessCounts(f1, n1, frequency - f1, tokens - n1)
        : new KeynessCounts(f1, n1, term.frequency(reference), sizes.get(reference).tokens());
  }

  /**
   * Of sums by group and replicate, those of what a group is compared with.
   *
   * @param byGroup the sums of each group
   * @param all the sums of all groups together
   */
  public long[] resampledOther(int group, long[][] byGroup, long[] all) {
    if (reference != THE_REST) {
      return byGroup[reference];
    }
    long[] rest = new long[all.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = all[i] - byGroup[group][i];
    }
    return rest;
  }
}
