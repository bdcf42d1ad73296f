package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.Descent;
import org.zhengyu.transforms.passages.JoinedSplit;
import org.zhengyu.transforms.passages.LeftOutTokens;
import org.zhengyu.transforms.passages.PassageFinder;
import org.zhengyu.transforms.passages.PassageMerge;
import org.zhengyu.transforms.passages.PassageOccurrences;
import org.zhengyu.transforms.passages.PassageSummary;
import org.zhengyu.transforms.passages.PassageUse;
import org.zhengyu.transforms.passages.Reuse;
import org.zhengyu.transforms.passages.ShingleBlock;
import org.zhengyu.transforms.passages.ShingleMerge;
import org.zhengyu.transforms.passages.ShingleTally;
import org.zhengyu.transforms.passages.SplitWriter;
import org.zhengyu.transforms.passages.StretchTally;

/**
 * Finds the passages that several documents share, where they stand, and what documents have from
 * earlier ones. Three times buckets learn something from all splits: which shingles are shared,
 * what follows on them, and where passages are; and in between the splits are told what is theirs,
 * joined with their tokens by a grouping.
 */
public final class FindPassages extends PTransform<PCollection<SegmentedSplit>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** From the ids of passages to a {@link PassageSummary} for each split. */
  public static final TupleTag<KV<Integer, SortedRun>> PASSAGES = new TupleTag<>("passages") {};

  /** From the ids of passages and the keys of documents to {@link PassageOccurrences}. */
  public static final TupleTag<KV<Integer, SortedRun>> OCCURRENCES =
      new TupleTag<>("passageOccurrences") {};

  /** The splits without the tokens that do not count; there only where not all do. */
  public static final TupleTag<SegmentedSplit> COUNTED = new TupleTag<>("counted") {};

  /** The splits without the tokens of passages; there only where they are kept. */
  public static final TupleTag<SegmentedSplit> OUTSIDE = new TupleTag<>("outside") {};

  private static final Coder<ShingleBlock> BLOCK_CODER =
      PackedCoder.of(ShingleBlock.class, ShingleBlock::pack, ShingleBlock::unpack)
          .withSize(ShingleBlock::size);

  /** From the keys of documents to {@link Reuse}s. */
  public static final TupleTag<KV<Integer, SortedRun>> REUSES = new TupleTag<>("reuses") {};

  /** From the keys of documents and of their sources to {@link Descent}s. */
  public static final TupleTag<KV<Integer, SortedRun>> DESCENTS = new TupleTag<>("descents") {};

  /** Documents that are mostly in another, all in one bucket: see {@link ClusterDuplicates}. */
  public static final TupleTag<KV<Integer, SortedRun>> EXCERPTS = new TupleTag<>("excerpts") {};

  private static final TellApart LARGE =
      TellApart.of(PASSAGES, GatherRuns.runCoder())
          .and(OCCURRENCES, GatherRuns.runCoder())
          .and(COUNTED, SegmentedSplit.coder());

  /** Of these there is little beside the others. */
  private static final TellApart SMALL =
      TellApart.of(REUSES, GatherRuns.runCoder())
          .and(DESCENTS, GatherRuns.runCoder())
          .and(EXCERPTS, GatherRuns.runCoder())
          .and(OUTSIDE, SegmentedSplit.coder());

  private final PCollectionView<Admissions> admissions;
  private final transient PCollection<KV<Long, SortedRun>> chunks;
  private final int length;
  private final PassageUse use;
  private final int buckets;
  private final Set<TupleTag<KV<Integer, SortedRun>>> asked;
  private final boolean keepsOutside;

  private FindPassages(
      PCollectionView<Admissions> admissions,
      PCollection<KV<Long, SortedRun>> chunks,
      int length,
      PassageUse use,
      int buckets,
      Set<TupleTag<KV<Integer, SortedRun>>> asked,
      boolean keepsOutside) {
    this.admissions = admissions;
    this.chunks = chunks;
    this.length = length;
    this.use = use;
    this.buckets = buckets;
    this.asked = asked;
    this.keepsOutside = keepsOutside;
  }

  /**
   * Finds passages.
   *
   * @param admissions which documents count
   * @param chunks the tokens of the splits, see {@link CutTokens}
   * @param length the tokens of the shortest passage
   * @param use what becomes of their tokens in what is counted
   * @param buckets into how many buckets shingles and passages are dealt
   */
  public static FindPassages of(
      PCollectionView<Admissions> admissions,
      PCollection<KV<Long, SortedRun>> chunks,
      int length,
      PassageUse use,
      int buckets) {
    return new FindPassages(
        admissions, chunks, length, use, buckets, /* asked= */ Set.of(), /* keepsOutside= */ false);
  }

  /**
   * The same, which passes on what was found.
   *
   * @param kinds what is asked for; there are no other outputs
   */
  public FindPassages telling(Set<TupleTag<KV<Integer, SortedRun>>> kinds) {
    return new FindPassages(
        admissions, chunks, length, use, buckets, Set.copyOf(kinds), keepsOutside);
  }

  /** The same, which keeps the splits {@link #OUTSIDE} of passages if that is asked for. */
  public FindPassages keepingOutside(boolean isAsked) {
    return new FindPassages(admissions, chunks, length, use, buckets, asked, isAsked);
  }

  private boolean tracesDescent() {
    return !Collections.disjoint(asked, Set.of(REUSES, DESCENTS, EXCERPTS));
  }

  @Override
  public PCollectionTuple expand(PCollection<SegmentedSplit> splits) {
    PCollection<KV<Long, SortedRun>> shared =
        splits
            .apply("TallyShingles", ParDo.of(new TallyShingles(this)).withSideInputs(admissions))
            .setCoder(KvCoder.of(VarIntCoder.of(), BLOCK_CODER))
            .apply("GatherShingles", GroupByKey.create())
            .apply("MergeShingles", ParDo.of(new MergeShingles()))
            .setCoder(TellSplits.toldCoder());
    PCollection<KV<Long, SortedRun>> passages =
        shared
            .apply("TellShingles", TellSplits.of(chunks))
            .apply("TallyStretches", ParDo.of(new TallyStretches(this)).withSideInputs(admissions))
            .setCoder(GatherRuns.runCoder())
            .apply("GatherStretches", GroupByKey.create())
            .apply("MergeStretches", ParDo.of(new MergeStretches(this)))
            .setCoder(TellSplits.toldCoder());
    TellApart large = LARGE.only(wanted());
    TellApart small = SMALL.only(wanted());
    List<TupleTag<?>> tags = new ArrayList<>(large.kinds());
    if (!small.kinds().isEmpty()) {
      tags.add(TellApart.TOGETHER);
    }
    PCollectionTuple outputs =
        passages
            .apply("TellPassages", TellSplits.of(chunks))
            .apply(
                "FindOccurrences",
                ParDo.of(new FindOccurrences(this))
                    .withSideInputs(admissions)
                    .withOutputTags(
                        TellApart.untyped(tags.get(0)),
                        TupleTagList.of(tags.subList(1, tags.size()))));
    PCollectionTuple found =
        small.kinds().isEmpty()
            ? PCollectionTuple.empty(splits.getPipeline())
            : small.kindsOf(outputs);
    return large.addTo(found, outputs);
  }

  /** What is put out. */
  private Set<TupleTag<?>> wanted() {
    Set<TupleTag<?>> wanted = new HashSet<>(asked);
    if (use != PassageUse.COUNT) {
      wanted.add(COUNTED);
    }
    if (keepsOutside) {
      wanted.add(OUTSIDE);
    }
    return wanted;
  }

  private static final class TallyShingles extends DoFn<SegmentedSplit, KV<Integer, ShingleBlock>> {
    private static final long serialVersionUID = 1L;

    private final FindPassages transform;
    private transient @Nullable ShingleTally tally;

    TallyShingles(FindPassages transform) {
      this.transform = transform;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      tally = new ShingleTally(transform.length, transform.buckets);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      tally.count(
          context.element(),
          context.sideInput(transform.admissions)::counts,
          (bucket, block) -> context.output(KV.of(bucket, block)));
    }
  }

  private static final class MergeShingles
      extends DoFn<KV<Integer, Iterable<ShingleBlock>>, KV<Long, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<ShingleBlock>> bucket,
        OutputReceiver<KV<Long, SortedRun>> told) {
      ShingleMerge.merge(
          bucket.getValue(), new SplitWriter((split, run) -> told.output(KV.of(split, run))));
    }
  }

  private static final class TallyStretches
      extends DoFn<KV<Long, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final FindPassages transform;

    TallyStretches(FindPassages transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StretchTally.count(
          transform.length,
          JoinedSplit.of(context.element().getValue()),
          context.sideInput(transform.admissions)::counts,
          transform.tracesDescent(),
          transform.buckets,
          (bucket, run) -> context.output(KV.of(bucket, run)));
    }
  }

  private static final class MergeStretches
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Long, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final FindPassages transform;

    MergeStretches(FindPassages transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<SortedRun>> bucket,
        OutputReceiver<KV<Long, SortedRun>> told) {
      PassageMerge.merge(
          bucket.getValue(),
          transform.length,
          new SplitWriter((split, run) -> told.output(KV.of(split, run))));
    }
  }

  private static final class FindOccurrences extends DoFn<KV<Long, Iterable<SortedRun>>, Object> {
    private static final long serialVersionUID = 1L;

    private final FindPassages transform;
    private final TellApart small;

    FindOccurrences(FindPassages transform) {
      this.transform = transform;
      this.small = SMALL.only(transform.wanted());
    }

    @ProcessElement
    public void process(ProcessContext context) {
      JoinedSplit joined = JoinedSplit.of(context.element().getValue());
      LeftOutTokens uncounted = new LeftOutTokens(transform.use);
      LeftOutTokens inPassages =
          new LeftOutTokens(transform.keepsOutside ? PassageUse.EXCLUDE : PassageUse.COUNT);
      PassageFinder.find(
          transform.length,
          List.of(uncounted, inPassages),
          joined,
          context.sideInput(transform.admissions)::counts,
          new PassageFinder.Writers(
              writer(PASSAGES, context),
              writer(OCCURRENCES, context),
              writer(REUSES, context),
              writer(DESCENTS, context),
              writer(EXCERPTS, context)));
      if (transform.use != PassageUse.COUNT) {
        output(context, COUNTED, uncounted.takenFrom(joined.split()));
      }
      if (transform.keepsOutside) {
        output(context, OUTSIDE, inPassages.takenFrom(joined.split()));
      }
    }

    private @Nullable BucketWriter writer(
        TupleTag<KV<Integer, SortedRun>> kind, ProcessContext context) {
      if (!transform.asked.contains(kind)) {
        return null;
      }
      return new BucketWriter(
          kind.equals(EXCERPTS) ? 1 : transform.buckets,
          (bucket, run) -> output(context, kind, KV.of(bucket, run)));
    }

    private <T> void output(ProcessContext context, TupleTag<T> kind, T value) {
      if (small.kinds().contains(kind)) {
        small.output(context, kind, value);
      } else {
        context.output(kind, value);
      }
    }
  }
}
