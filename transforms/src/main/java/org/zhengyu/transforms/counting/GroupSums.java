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
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/** The sizes of the groups of some documents, those of fields in every bootstrap replicate too. */
public final class GroupSums {
  private final long seed;
  private final List<SortedMap<String, GroupSum>> facets = new ArrayList<>();
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
      }
      if (!groups.get(facet).equals(Grouping.UNKNOWN)) {
        boolean isResampled = facet >= Grouping.FIRST_FIELD_FACET;
        facets
            .get(facet)
            .computeIfAbsent(groups.get(facet), group -> new GroupSum(isResampled))
            .add(document.tokens(), weights);
      }
    }
  }

  /** The sums so far. */
  public GroupTotals totals() {
    return new GroupTotals(facets.stream().map(GroupSums::totals).toList());
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

    GroupSum(boolean isResampled) {
      resampled = isResampled ? new ReplicateSums() : null;
    }

    void add(long tokensOfDocument, ReplicateWeights weights) {
      documents++;
      tokens += tokensOfDocument;
      if (resampled != null) {
        resampled.add(weights, tokensOfDocument);
      }
    }

    GroupSize size() {
      return resampled == null
          ? new GroupSize(documents, tokens)
          : new GroupSize(documents, tokens, resampled.sums());
    }
  }
}
