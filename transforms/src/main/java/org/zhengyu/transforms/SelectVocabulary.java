package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.Run;
import org.zhengyu.transforms.packed.RunCursor;

/**
 * Selects the vocabulary from what the buckets propose: every phrase that occurs, and of the
 * content terms the most frequent. The choice is exact, for a bucket proposes as many terms as the
 * whole vocabulary may have.
 */
public final class SelectVocabulary
    extends PTransform<PCollectionTuple, PCollectionView<Vocabulary>> {
  private static final long serialVersionUID = 1L;

  private final VocabularyLimits limits;

  private SelectVocabulary(VocabularyLimits limits) {
    this.limits = limits;
  }

  /** Selects within these limits. */
  public static SelectVocabulary within(VocabularyLimits limits) {
    return new SelectVocabulary(limits);
  }

  /** Takes {@link MergeTerms#PHRASES} and {@link MergeTerms#CONTENT_TERMS}. */
  @Override
  public PCollectionView<Vocabulary> expand(PCollectionTuple proposals) {
    PCollectionView<List<Run>> phrases =
        proposals
            .get(MergeTerms.PHRASES)
            .apply("GatherPhrases", Combine.globally(new Gather()).asSingletonView());
    PCollection<List<Run>> content =
        proposals
            .get(MergeTerms.CONTENT_TERMS)
            .apply("GatherContentTerms", Combine.globally(new Gather()));
    return content
        .apply("Select", ParDo.of(new Select(phrases, limits)).withSideInputs(phrases))
        .setCoder(Vocabulary.coder())
        .apply("Vocabulary", View.asSingleton());
  }

  private static final class Select extends DoFn<List<Run>, Vocabulary> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<List<Run>> phrases;
    private final VocabularyLimits limits;

    Select(PCollectionView<List<Run>> phrases, VocabularyLimits limits) {
      this.phrases = phrases;
      this.limits = limits;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<Member> content = members(context.element());
      content.sort(VocabularyLimits.MOST_FREQUENT_FIRST);
      List<Member> selected =
          new ArrayList<>(content.subList(0, Math.min(limits.size(), content.size())));
      selected.addAll(members(context.sideInput(phrases)));
      selected.sort(VocabularyLimits.BY_CODE_POINTS);
      context.output(new Vocabulary(selected));
    }

    private static List<Member> members(List<Run> runs) {
      List<Member> members = new ArrayList<>();
      for (Run run : runs) {
        RunCursor cursor = run.cursor();
        while (cursor.next()) {
          members.add(Member.unpack(cursor.value()));
        }
      }
      return members;
    }
  }

  private static final class Gather extends Combine.CombineFn<Run, List<Run>, List<Run>> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Run> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<Run> addInput(List<Run> runs, Run run) {
      runs.add(run);
      return runs;
    }

    @Override
    public List<Run> mergeAccumulators(Iterable<List<Run>> parts) {
      List<Run> all = new ArrayList<>();
      parts.forEach(all::addAll);
      return all;
    }

    @Override
    public List<Run> extractOutput(List<Run> runs) {
      return runs;
    }

    @Override
    public Coder<List<Run>> getAccumulatorCoder(CoderRegistry registry, Coder<Run> inputCoder) {
      return ListCoder.of(Run.coder());
    }

    @Override
    public Coder<List<Run>> getDefaultOutputCoder(CoderRegistry registry, Coder<Run> inputCoder) {
      return ListCoder.of(Run.coder());
    }
  }
}
