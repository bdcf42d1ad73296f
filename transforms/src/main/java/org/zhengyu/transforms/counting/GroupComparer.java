package org.zhengyu.transforms.counting;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/** Compares the use of the terms of one bucket between the groups of documents, by every field. */
public final class GroupComparer {
  private GroupComparer() {}

  /**
   * Passes on a {@link Comparison} for each facet, value and term of the vocabulary that either
   * side has.
   *
   * @param counted the merged terms
   * @param totals the sizes of all groups, resampled by the same seed
   * @param vocabulary the terms to compare
   * @param referenceGroup the value to compare all others with; null for the rest of each
   * @param hiddenIn which terms of a group, by its value, are compared only and not shown
   * @param seed of the bootstrap
   * @param out takes the comparisons of a group into one bucket, under the facet's number (a byte),
   *     the value and the term
   * @return how many of them are not to be shown
   */
  public static long compare(
      TermBlock counted,
      GroupTotals totals,
      Vocabulary vocabulary,
      @Nullable String referenceGroup,
      Function<String, HiddenTerms> hiddenIn,
      long seed,
      BucketWriter out) {
    DocumentWeights weights = new DocumentWeights(seed, counted.documents());
    return compare(
        counted,
        totals,
        vocabulary,
        referenceGroup,
        hiddenIn,
        (facet, groupOfDocument) -> weights.resampling(groupOfDocument),
        out);
  }

  /**
   * The same for terms whose documents are summed up.
   *
   * @param resampled what {@link GroupResampler} says of all their shards
   */
  public static long compare(
      TermBlock counted,
      Iterable<SortedRun> resampled,
      GroupTotals totals,
      Vocabulary vocabulary,
      @Nullable String referenceGroup,
      Function<String, HiddenTerms> hiddenIn,
      BucketWriter out) {
    ResampledRuns runs = new ResampledRuns(resampled);
    return compare(
        counted,
        totals,
        vocabulary,
        referenceGroup,
        hiddenIn,
        (facet, groupOfDocument) -> runs.ofFacet(facet),
        out);
  }

  private static long compare(
      TermBlock counted,
      GroupTotals totals,
      Vocabulary vocabulary,
      @Nullable String referenceGroup,
      Function<String, HiddenTerms> hiddenIn,
      BiFunction<Integer, int[], Resampling> resampling,
      BucketWriter out) {
    DocumentList documents = counted.documents();
    long hidden = 0;
    for (int facet = Grouping.FIRST_FIELD_FACET; facet < totals.facets().size(); facet++) {
      FacetTotals groups = totals.facet(facet);
      GroupComparison comparison = GroupComparison.of(groups, referenceGroup);
      if (comparison != null) {
        int[] groupOfDocument = GroupNumbers.ofDocuments(documents, facet, groups);
        hidden +=
            new FacetComparer(
                    groups,
                    comparison,
                    groups.values().stream().map(hiddenIn).toList(),
                    documents,
                    groupOfDocument,
                    resampling.apply(facet, groupOfDocument))
                .compare(facet, counted, vocabulary, out);
      }
    }
    out.passAll();
    return hidden;
  }
}
