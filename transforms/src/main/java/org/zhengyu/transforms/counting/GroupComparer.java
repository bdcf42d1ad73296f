package org.zhengyu.transforms.counting;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;

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
   * @param seed of the bootstrap
   * @param out takes the comparisons of a group into one bucket, under the facet's number (a byte),
   *     the value and the term
   */
  public static void compare(
      TermBlock counted,
      GroupTotals totals,
      Vocabulary vocabulary,
      @Nullable String referenceGroup,
      long seed,
      BucketWriter out) {
    List<CountedDocument> documents = counted.documents();
    DocumentWeights weights = new DocumentWeights(seed, documents);
    for (int facet = Grouping.FIRST_FIELD_FACET; facet < totals.facets().size(); facet++) {
      FacetTotals groups = totals.facet(facet);
      GroupComparison comparison = GroupComparison.of(groups, referenceGroup);
      if (comparison != null) {
        int[] groupOfDocument = GroupNumbers.ofDocuments(documents, facet, groups);
        new FacetComparer(groups, comparison, documents, groupOfDocument, weights)
            .compare(facet, counted, vocabulary, out);
      }
    }
    out.passAll();
  }
}
