package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.SortedRun;

/** Splits counted as the transforms count them, one after another, without a pipeline. */
final class CountedCorpus {
  private final List<SegmentedSplit> splits;
  private final LongPredicate counts;
  private final int window;
  private final int buckets;
  private final VocabularyLimits limits;
  private final List<TermMerge> terms = new ArrayList<>();
  private final Vocabulary vocabulary;

  CountedCorpus(
      List<SegmentedSplit> splits,
      LongPredicate counts,
      int window,
      int buckets,
      VocabularyLimits limits) {
    this.splits = splits;
    this.counts = counts;
    this.window = window;
    this.buckets = buckets;
    this.limits = limits;
    List<List<TermBlock>> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      blocks.add(new ArrayList<>());
    }
    for (SegmentedSplit split : splits) {
      TermTally tally = TermTally.of(split, counts, window);
      if (!tally.isEmpty()) {
        tally.deal(buckets, (bucket, block) -> blocks.get(bucket).add(block));
      }
    }
    blocks.forEach(ofBucket -> terms.add(new TermMerge(ofBucket, limits)));
    vocabulary = VocabularySelection.of(terms.stream().map(TermMerge::proposals).toList(), limits);
  }

  /** The merged terms, bucket by bucket. */
  List<TermMerge> terms() {
    return terms;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The merged pairs, bucket by bucket. */
  List<PairMerge> pairs(ContextUnit unit, NetworkPlan networks, BitSet phrases) {
    List<List<SortedRun>> stripes = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      stripes.add(new ArrayList<>());
    }
    for (SegmentedSplit split : splits) {
      PairCounter pairs =
          new PairCounter(
              unit,
              window,
              /* longSentence= */ 80,
              vocabulary.size(),
              new StripeWriter(buckets, (bucket, run) -> stripes.get(bucket).add(run)));
      split.visit(
          counts,
          new Contexts(
              EnumSet.of(unit), vocabulary.numbersOf(split.types()), vocabulary.size(), pairs));
      pairs.flush();
    }
    List<PairMerge> merges = new ArrayList<>();
    for (List<SortedRun> ofBucket : stripes) {
      PairMerge merge = new PairMerge(unit, vocabulary, phrases, limits, 1, false, networks);
      merge.merge(ofBucket);
      merges.add(merge);
    }
    return merges;
  }

  /** The kept pairs as {@link Samples} writes them. */
  List<String> lines(ContextUnit unit) {
    List<String> lines = new ArrayList<>();
    pairs(unit, new NetworkPlan(List.of(), 1), new BitSet())
        .forEach(merge -> lines.addAll(Samples.lines(merge.pairs())));
    assertThat(lines).as("each pair in one bucket").doesNotHaveDuplicates();
    return lines;
  }
}
