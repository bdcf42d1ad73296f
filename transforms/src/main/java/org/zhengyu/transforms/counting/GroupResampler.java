package org.zhengyu.transforms.counting;

import java.util.Arrays;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.ReplicateSums;

/**
 * Resamples the terms of one shard of the documents. The weights of a document hang on its name, so
 * that this must be done where its postings are, while all else that is compared can be told from
 * sums, see {@link TermSummary}.
 */
public final class GroupResampler {
  private GroupResampler() {}

  /**
   * Passes on how often the terms of the vocabulary are in each replicate of the shard.
   *
   * @param shard the postings of one bucket
   * @param totals the sizes of all groups, resampled by the same seed
   * @param vocabulary the terms to compare
   * @param referenceGroup the value to compare all others with; null for the rest of each
   * @param seed of the bootstrap
   * @param out takes the sums in the order that {@link ResampledRuns} reads
   */
  public static void resample(
      TermBlock shard,
      GroupTotals totals,
      Vocabulary vocabulary,
      @Nullable String referenceGroup,
      long seed,
      Consumer<SortedRun> out) {
    DocumentList documents = shard.documents();
    DocumentWeights weights = new DocumentWeights(seed, documents);
    BucketWriter writer = new BucketWriter(1, (bucket, run) -> out.accept(run));
    for (int facet = Grouping.FIRST_FIELD_FACET; facet < totals.facets().size(); facet++) {
      FacetTotals groups = totals.facet(facet);
      GroupComparison comparison = GroupComparison.of(groups, referenceGroup);
      if (comparison != null && comparison.anyResampled()) {
        int[] groupOfDocument = GroupNumbers.ofDocuments(documents, facet, groups);
        resample(
            facet,
            shard,
            vocabulary,
            comparison.groups(),
            weights.resampling(groupOfDocument),
            writer);
      }
    }
    writer.passAll();
  }

  private static void resample(
      int facet,
      TermBlock shard,
      Vocabulary vocabulary,
      int groups,
      Resampling resampling,
      BucketWriter out) {
    ReplicateSums[] sums = new ReplicateSums[groups];
    Arrays.setAll(sums, group -> new ReplicateSums());
    TermEntry entry = new TermEntry();
    PackedWriter value = new PackedWriter();
    SortedRunCursor cursor = shard.entries().cursor();
    while (cursor.next()) {
      byte[] term = cursor.key();
      entry.read(cursor.value());
      if (entry.postings() > 0 && vocabulary.holds(term, entry)) {
        for (ReplicateSums ofGroup : sums) {
          ofGroup.clear();
        }
        resampling.addTo(sums, term, entry);
        value.clear();
        for (int group = 0; group < groups; group++) {
          if (!sums[group].isZero()) {
            value.putVarint(group);
            for (long inReplicate : sums[group].sums()) {
              value.putVarint(inReplicate);
            }
          }
        }
        out.add(0, ResampledRuns.key(facet, term), value);
      }
    }
  }
}
