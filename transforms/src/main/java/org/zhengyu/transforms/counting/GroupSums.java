package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.PeriodTotals;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/**
 * The sizes of the groups of some documents, by period and in all; those of fields in all in every
 * bootstrap replicate too.
 */
public final class GroupSums {
  private final long seed;
  private final List<SortedMap<String, GroupSum>> facets = new ArrayList<>();

  /** Of each facet the groups, and of each group the periods. */
  private final List<SortedMap<String, SortedMap<String, GroupSum>>> periods = new ArrayList<>();

  private final ReplicateWeights weights = new ReplicateWeights();

  /** Sums of no documents, to be resampled by this seed. */
  public GroupSums(long seed) {
    this.seed = seed;
  }

  /** Adds a document to its group of every facet; one without tokens counts nowhere. */
  public void add(CountedDocument document) {
    if (document.tokens() == 0) {
      return;
    }
    List<String> groups = document.groups();
    if (groups.size() > Grouping.FIRST_FIELD_FACET) {
      weights.draw(seed, document.id());
    }
    for (int facet = 0; facet < groups.size(); facet++) {
      if (facet == facets.size()) {
        facets.add(new TreeMap<>());
        periods.add(new TreeMap<>());
      }
      String value = groups.get(facet);
      if (!value.equals(Grouping.UNKNOWN)) {
        boolean isField = facet >= Grouping.FIRST_FIELD_FACET;
        add(facets.get(facet), value, isField, document);
        String period = groups.get(Grouping.PERIOD_FACET);
        if (!period.equals(Grouping.UNKNOWN)) {
          String group = isField ? value : Grouping.ALL;
          add(
              periods.get(facet).computeIfAbsent(group, all -> new TreeMap<>()),
              period,
              false,
              document);
        }
      }
    }
  }

  private void add(
      SortedMap<String, GroupSum> sums,
      String value,
      boolean isResampled,
      CountedDocument document) {
    sums.computeIfAbsent(value, group -> new GroupSum(isResampled)).add(document.tokens(), weights);
  }

  /** The sums so far. */
  public GroupTotals totals() {
    return new GroupTotals(
        facets.stream().map(GroupSums::totals).toList(),
        periods.stream().map(GroupSums::totalsByPeriod).toList());
  }

  private static PeriodTotals totalsByPeriod(
      SortedMap<String, SortedMap<String, GroupSum>> groups) {
    SortedMap<String, FacetTotals> totals = new TreeMap<>();
    groups.forEach((value, periods) -> totals.put(value, totals(periods)));
    return new PeriodTotals(totals);
  }

  private static FacetTotals totals(SortedMap<String, GroupSum> groups) {
    SortedMap<String, GroupSize> sizes = new TreeMap<>();
    groups.forEach((value, sum) -> sizes.put(value, sum.size()));
    return new FacetTotals(sizes);
  }

  /** The size of one group. */
  private static final class GroupSum {
    private final @Nullable ReplicateSums resampled;
    private long documents;
    private long tokens;
    private long minTokens = Long.MAX_VALUE;

    GroupSum(boolean isResampled) {
      resampled = isResampled ? new ReplicateSums() : null;
    }

    void add(long tokensOfDocument, ReplicateWeights weights) {
      documents++;
      tokens += tokensOfDocument;
      minTokens = Math.min(minTokens, tokensOfDocument);
      if (resampled != null) {
        resampled.add(weights, tokensOfDocument);
      }
    }

    GroupSize size() {
      return resampled == null
          ? new GroupSize(documents, tokens, minTokens)
          : new GroupSize(documents, tokens, minTokens, resampled.sums());
    }
  }
}
