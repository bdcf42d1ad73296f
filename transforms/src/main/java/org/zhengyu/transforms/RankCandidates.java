package org.zhengyu.transforms;

import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.expressions.Candidate;
import org.zhengyu.transforms.expressions.CandidateMerge;
import org.zhengyu.transforms.expressions.CandidateRanking;
import org.zhengyu.transforms.expressions.CandidateTally;
import org.zhengyu.transforms.expressions.SelectedExpressions;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Counts all that speaks for or against the selected expressions, with the words beside them, and
 * ranks them: the third reading of the tokens on the way to candidates. The one list of the
 * candidates, the best first, has the key 0.
 */
public final class RankCandidates
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Integer, List<Candidate>>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final SegmentationSettings settings;
  private final PCollectionView<SelectedExpressions> selected;
  private final PCollectionView<Vocabulary> vocabulary;
  private final int buckets;

  private RankCandidates(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<SelectedExpressions> selected,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    this.admissions = admissions;
    this.settings = settings;
    this.selected = selected;
    this.vocabulary = vocabulary;
    this.buckets = buckets;
  }

  /**
   * Ranks candidates.
   *
   * @param admissions which documents count
   * @param settings how they were segmented
   * @param selected the expressions
   * @param vocabulary says how many tokens the corpus has
   * @param buckets into how many buckets expressions are dealt
   */
  public static RankCandidates of(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<SelectedExpressions> selected,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    return new RankCandidates(admissions, settings, selected, vocabulary, buckets);
  }

  @Override
  public PCollection<KV<Integer, List<Candidate>>> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("CountCandidates", CountInSplits.by(admissions, selected, buckets, tallies()))
        .apply("Merge", ParDo.of(new Merge()))
        .setCoder(GatherRuns.runCoder())
        .apply("GatherAll", GroupByKey.create())
        .apply("Rank", ParDo.of(new Rank(this)).withSideInputs(selected, vocabulary))
        .setCoder(
            KvCoder.of(
                VarIntCoder.of(),
                ListCoder.of(PackedCoder.of(Candidate.class, Candidate::pack, Candidate::unpack))));
  }

  private CountInSplits.TallyMaker<SelectedExpressions> tallies() {
    SegmentationSettings ofWorker = settings;
    return () -> new CandidateTally(ofWorker.stopWords(), ofWorker.newSegmenter())::count;
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<SortedRun>> bucket,
        OutputReceiver<KV<Integer, SortedRun>> merged) {
      merged.output(KV.of(0, CandidateMerge.merge(bucket.getValue())));
    }
  }

  private static final class Rank
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, List<Candidate>>> {
    private static final long serialVersionUID = 1L;

    private final RankCandidates transform;

    Rank(RankCandidates transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<Candidate> ranked =
          CandidateRanking.rank(
              context.sideInput(transform.selected),
              context.element().getValue(),
              context.sideInput(transform.vocabulary).totals().tokens());
      context.output(KV.of(context.element().getKey(), ranked));
    }
  }
}
