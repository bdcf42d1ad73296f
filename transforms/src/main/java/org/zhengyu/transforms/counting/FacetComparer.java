package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.DispersionAccumulator;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.KeynessCounts;
import org.zhengyu.transforms.stats.ReplicateSums;

/** Compares the groups of one facet, term by term. */
final class FacetComparer {
  private final List<String> values;
  private final GroupComparison comparison;
  private final List<HiddenTerms> hiddenInGroups;

  private final int[] groupOfDocument;
  private final Resampling resampling;
  private final DocumentList documents;
  private final GroupCounts counts;

  /** The documents of each group that have the current term. */
  private final DispersionAccumulator[] occupied;

  private final boolean anyResampled;

  /** Tokens of each replicate, in each group and in what it is compared with. */
  private final long[][] resampledTokens;

  private final long[][] resampledOtherTokens;

  /** Occurrences of the current term in each replicate, by group and in all. */
  private final ReplicateSums[] sums;

  private final long[][] resampled;
  private final long[] resampledInAll = new long[Bootstrap.REPLICATES];

  FacetComparer(
      FacetTotals totals,
      GroupComparison comparison,
      List<HiddenTerms> hiddenInGroups,
      DocumentList documents,
      int[] groupOfDocument,
      Resampling resampling) {
    this.values = totals.values();
    this.comparison = comparison;
    this.hiddenInGroups = hiddenInGroups;
    this.documents = documents;
    this.groupOfDocument = groupOfDocument;
    this.resampling = resampling;
    int groups = comparison.groups();
    counts = new GroupCounts(groups);
    occupied = new DispersionAccumulator[groups];
    Arrays.setAll(occupied, group -> new DispersionAccumulator());
    resampledTokens =
        totals.sizes().stream().map(GroupSize::resampledTokens).toArray(long[][]::new);
    long[] allTokens = new long[Bootstrap.REPLICATES];
    for (long[] tokens : resampledTokens) {
      addAll(allTokens, tokens);
    }
    resampledOtherTokens = new long[groups][];
    for (int group = 0; group < groups; group++) {
      if (comparison.isTarget(group) && comparison.isResampled(group)) {
        resampledOtherTokens[group] = comparison.resampledOther(group, resampledTokens, allTokens);
      }
    }
    anyResampled = comparison.anyResampled();
    sums = new ReplicateSums[anyResampled ? groups : 0];
    Arrays.setAll(sums, group -> new ReplicateSums());
    resampled = new long[sums.length][];
  }

  /** Passes on the comparisons, and tells how many of them are not to be shown. */
  long compare(int facet, TermBlock counted, Vocabulary vocabulary, BucketWriter out) {
    long hidden = 0;
    TermEntry entry = new TermEntry();
    PackedWriter key = new PackedWriter();
    PackedWriter value = new PackedWriter();
    int[] bucketOf = bucketsOfGroups(facet, out.buckets());
    SortedRunCursor cursor = counted.entries().cursor();
    while (cursor.next()) {
      byte[] term = cursor.key();
      entry.read(cursor.value());
      if (!vocabulary.holds(term, entry)) {
        continue;
      }
      GroupNumbers.count(entry, groupOfDocument, counts);
      long frequency = counts.frequency();
      long documentFrequency = counts.documentFrequency();
      gatherParts(entry);
      if (anyResampled && frequency > 0) {
        resample(term, entry);
      }
      boolean isPhrase = entry.phrase() >= 0;
      String text = new String(term, UTF_8);
      for (int group = 0; group < counts.groups(); group++) {
        if (!comparison.isTarget(group)) {
          continue;
        }
        KeynessCounts compared = comparison.counts(group, counts, frequency);
        if (compared.f1() + compared.f2() == 0) {
          continue;
        }
        key.clear();
        key.putByte(facet).putString(values.get(group)).putRaw(term, 0, term.length);
        value.clear();
        Comparison.Documents both = comparison.documents(group, counts, documentFrequency);
        boolean isHidden = hiddenInGroups.get(group).hide(text, entry.tag(), isPhrase);
        hidden += isHidden ? 1 : 0;
        new Comparison(
                entry.tag(),
                isPhrase,
                isHidden,
                compared,
                both,
                Dispersion.DP_NORM.of(occupied[group].within(comparison.size(group).parts())),
                interval(group, both.df()))
            .pack(value);
        out.add(bucketOf[group], key, value);
      }
    }
    return hidden;
  }

  private int[] bucketsOfGroups(int facet, int buckets) {
    int[] bucketOf = new int[values.size()];
    for (int group = 0; group < bucketOf.length; group++) {
      bucketOf[group] =
          Buckets.of(
              new PackedWriter().putByte(facet).putString(values.get(group)).toByteArray(),
              buckets);
    }
    return bucketOf;
  }

  private void gatherParts(TermEntry entry) {
    for (DispersionAccumulator ofGroup : occupied) {
      ofGroup.clear();
    }
    for (int i = 0; i < entry.postings(); i++) {
      int document = entry.document(i);
      int group = groupOfDocument[document];
      if (group != GroupNumbers.NONE) {
        occupied[group].add(entry.frequency(i), documents.tokens(document), entry.times(i));
      }
    }
  }

  private void resample(byte[] term, TermEntry entry) {
    for (ReplicateSums ofGroup : sums) {
      ofGroup.clear();
    }
    resampling.addTo(sums, term, entry);
    Arrays.fill(resampledInAll, 0);
    for (int group = 0; group < sums.length; group++) {
      resampled[group] = sums[group].sums();
      addAll(resampledInAll, resampled[group]);
    }
  }

  private Interval interval(int group, long documents) {
    if (resampledOtherTokens[group] == null) {
      return new Interval(Double.NaN, Double.NaN);
    }
    return Keyness.logRatioBootstrap(
        resampled[group],
        resampledTokens[group],
        comparison.resampledOther(group, resampled, resampledInAll),
        resampledOtherTokens[group],
        documents);
  }

  private static void addAll(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }
}
