package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.expressions.CandidateLimits;
import org.zhengyu.transforms.expressions.ExpressionMerge;
import org.zhengyu.transforms.expressions.ExpressionSketch;
import org.zhengyu.transforms.expressions.ExpressionTally;
import org.zhengyu.transforms.expressions.SelectedExpressions;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Counts the expressions that may be a phrase, one by one, and selects those that are looked at
 * closely: the second reading of the tokens on the way to candidates. The choice is exact, for a
 * bucket proposes as many expressions as there may be in all.
 */
public final class SelectExpressions
    extends PTransform<PCollection<SegmentedSplit>, PCollectionView<SelectedExpressions>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final SegmentationSettings settings;
  private final PCollectionView<ExpressionSketch> sketch;
  private final PCollectionView<Vocabulary> vocabulary;
  private final int buckets;

  private SelectExpressions(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<ExpressionSketch> sketch,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    this.admissions = admissions;
    this.settings = settings;
    this.sketch = sketch;
    this.vocabulary = vocabulary;
    this.buckets = buckets;
  }

  /**
   * Selects expressions.
   *
   * @param admissions which documents count
   * @param settings how they were segmented
   * @param sketch which expressions may be frequent
   * @param vocabulary terms that are no candidates
   * @param buckets into how many buckets expressions are dealt
   */
  public static SelectExpressions of(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<ExpressionSketch> sketch,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    return new SelectExpressions(admissions, settings, sketch, vocabulary, buckets);
  }

  @Override
  public PCollectionView<SelectedExpressions> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("CountExpressions", CountInSplits.by(admissions, sketch, buckets, tallies()))
        .apply("Merge", ParDo.of(new Merge(this)).withSideInputs(vocabulary))
        .setCoder(SortedRun.coder())
        .apply("NeverEmpty", NeverEmpty.with(SortedRun.EMPTY))
        .apply("Expressions", Combine.globally(new Select()).asSingletonView());
  }

  private CountInSplits.TallyMaker<ExpressionSketch> tallies() {
    SegmentationSettings ofWorker = settings;
    return () -> new ExpressionTally(ofWorker.stopWords(), ofWorker.newSegmenter())::count;
  }

  private static final class Merge extends DoFn<KV<Integer, Iterable<SortedRun>>, SortedRun> {
    private static final long serialVersionUID = 1L;

    private final SelectExpressions transform;
    private transient @Nullable Set<String> forms;

    Merge(SelectExpressions transform) {
      this.transform = transform;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      Lexicon lexicon = transform.settings.lexicon().lexicon();
      forms = new HashSet<>();
      for (int phrase = 0; phrase < lexicon.size(); phrase++) {
        forms.add(lexicon.phrase(phrase));
        forms.addAll(lexicon.variants(phrase));
      }
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary listed = context.sideInput(transform.vocabulary);
      context.output(
          ExpressionMerge.merge(
              context.element().getValue(),
              CandidateLimits.minTf(listed.totals().tokens()),
              text -> forms.contains(text) || listed.find(text.getBytes(UTF_8)) >= 0));
    }
  }

  private static final class Select
      extends Combine.CombineFn<SortedRun, List<SortedRun>, SelectedExpressions> {
    private static final long serialVersionUID = 1L;

    /** So many proposals are held before the best of them are chosen. */
    private static final int MOST_HELD = 32;

    @Override
    public List<SortedRun> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<SortedRun> addInput(List<SortedRun> held, SortedRun proposed) {
      held.add(proposed);
      if (held.size() < MOST_HELD) {
        return held;
      }
      List<SortedRun> best = createAccumulator();
      best.add(ExpressionMerge.best(held));
      return best;
    }

    @Override
    public List<SortedRun> mergeAccumulators(Iterable<List<SortedRun>> parts) {
      List<SortedRun> held = createAccumulator();
      for (List<SortedRun> part : parts) {
        for (SortedRun proposed : part) {
          held = addInput(held, proposed);
        }
      }
      return held;
    }

    @Override
    public SelectedExpressions extractOutput(List<SortedRun> held) {
      return new SelectedExpressions(ExpressionMerge.best(held));
    }

    @Override
    public Coder<List<SortedRun>> getAccumulatorCoder(
        CoderRegistry registry, Coder<SortedRun> inputCoder) {
      return ListCoder.of(SortedRun.coder());
    }

    @Override
    public Coder<SelectedExpressions> getDefaultOutputCoder(
        CoderRegistry registry, Coder<SortedRun> inputCoder) {
      return PackedCoder.of(
          SelectedExpressions.class, SelectedExpressions::pack, SelectedExpressions::unpack);
    }
  }
}
