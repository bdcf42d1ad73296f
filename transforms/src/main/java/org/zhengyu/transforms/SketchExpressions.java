package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.expressions.CandidateLimits;
import org.zhengyu.transforms.expressions.ExpressionSketch;
import org.zhengyu.transforms.expressions.ExpressionTally;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedCoder;

/**
 * Finds out which expressions cannot be frequent, so that those need not be counted one by one: the
 * first reading of the tokens on the way to candidates.
 */
public final class SketchExpressions
    extends PTransform<PCollection<SegmentedSplit>, PCollectionView<ExpressionSketch>> {
  private static final long serialVersionUID = 1L;

  private static final Coder<ExpressionSketch.Piece> PIECE_CODER =
      PackedCoder.of(
          ExpressionSketch.Piece.class,
          ExpressionSketch.Piece::pack,
          ExpressionSketch.Piece::unpack);

  private final PCollectionView<Admissions> admissions;
  private final SegmentationSettings settings;

  private final PCollectionView<Vocabulary> vocabulary;

  private SketchExpressions(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<Vocabulary> vocabulary) {
    this.admissions = admissions;
    this.settings = settings;
    this.vocabulary = vocabulary;
  }

  /**
   * Sketches expressions.
   *
   * @param admissions which documents count
   * @param settings how they were segmented
   * @param vocabulary says how many tokens the corpus has
   */
  public static SketchExpressions of(
      PCollectionView<Admissions> admissions,
      SegmentationSettings settings,
      PCollectionView<Vocabulary> vocabulary) {
    return new SketchExpressions(admissions, settings, vocabulary);
  }

  @Override
  public PCollectionView<ExpressionSketch> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Sketch", ParDo.of(new Sketch(this)).withSideInputs(admissions))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("GatherPieces", GroupByKey.create())
        .apply("SumPieces", ParDo.of(new SumPieces(this)).withSideInputs(vocabulary))
        .setCoder(PIECE_CODER)
        .apply("NeverEmpty", NeverEmpty.with(ExpressionSketch.Piece.NONE))
        .apply("Sketch of all", Combine.globally(new Join()).asSingletonView());
  }

  private static final class Sketch extends DoFn<SegmentedSplit, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final SketchExpressions transform;
    private transient @Nullable ExpressionTally tally;
    private transient ExpressionSketch.@Nullable Builder sketch;

    Sketch(SketchExpressions transform) {
      this.transform = transform;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      SegmentationSettings settings = transform.settings;
      tally = new ExpressionTally(settings.stopWords(), settings.newSegmenter());
      sketch = new ExpressionSketch.Builder();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      tally.sketch(context.element(), context.sideInput(transform.admissions)::counts, sketch);
      sketch.deal((piece, counts) -> context.output(KV.of(piece, counts)));
    }
  }

  private static final class SumPieces
      extends DoFn<KV<Integer, Iterable<byte[]>>, ExpressionSketch.Piece> {
    private static final long serialVersionUID = 1L;

    private final SketchExpressions transform;

    SumPieces(SketchExpressions transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long tokens = context.sideInput(transform.vocabulary).totals().tokens();
      context.output(
          ExpressionSketch.Piece.sum(
              context.element().getKey(),
              context.element().getValue(),
              CandidateLimits.minTf(tokens)));
    }
  }

  private static final class Join
      extends Combine.CombineFn<
          ExpressionSketch.Piece, List<ExpressionSketch.Piece>, ExpressionSketch> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<ExpressionSketch.Piece> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<ExpressionSketch.Piece> addInput(
        List<ExpressionSketch.Piece> all, ExpressionSketch.Piece piece) {
      all.add(piece);
      return all;
    }

    @Override
    public List<ExpressionSketch.Piece> mergeAccumulators(
        Iterable<List<ExpressionSketch.Piece>> parts) {
      List<ExpressionSketch.Piece> all = createAccumulator();
      parts.forEach(all::addAll);
      return all;
    }

    @Override
    public ExpressionSketch extractOutput(List<ExpressionSketch.Piece> all) {
      return ExpressionSketch.of(all, CandidateLimits.MOST_COUNTED);
    }

    @Override
    public Coder<List<ExpressionSketch.Piece>> getAccumulatorCoder(
        CoderRegistry registry, Coder<ExpressionSketch.Piece> inputCoder) {
      return ListCoder.of(PIECE_CODER);
    }

    @Override
    public Coder<ExpressionSketch> getDefaultOutputCoder(
        CoderRegistry registry, Coder<ExpressionSketch.Piece> inputCoder) {
      return PackedCoder.of(
          ExpressionSketch.class, ExpressionSketch::pack, ExpressionSketch::unpack);
    }
  }
}
