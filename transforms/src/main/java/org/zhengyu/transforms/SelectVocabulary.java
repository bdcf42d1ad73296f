package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.counting.VocabularySelection;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.Vocabulary;

/**
 * Selects the vocabulary from what the buckets propose: every phrase that occurs, and of the
 * content terms the most frequent. The choice is exact, for a bucket proposes as many terms as the
 * whole vocabulary may have. Of an empty corpus the vocabulary is empty.
 */
public final class SelectVocabulary
    extends PTransform<PCollection<ProposedTerms>, PCollectionView<Vocabulary>> {
  private static final long serialVersionUID = 1L;

  private final VocabularyLimits limits;

  private SelectVocabulary(VocabularyLimits limits) {
    this.limits = limits;
  }

  /** Selects within these limits. */
  public static SelectVocabulary within(VocabularyLimits limits) {
    return new SelectVocabulary(limits);
  }

  @Override
  public PCollectionView<Vocabulary> expand(PCollection<ProposedTerms> proposed) {
    return proposed
        .apply("NeverEmpty", NeverEmpty.with(ProposedTerms.NONE))
        .apply("Vocabulary", Combine.globally(new Select(this)).asSingletonView());
  }

  private static final class Select
      extends Combine.CombineFn<ProposedTerms, List<ProposedTerms>, Vocabulary> {
    private static final long serialVersionUID = 1L;

    private final SelectVocabulary transform;

    Select(SelectVocabulary transform) {
      this.transform = transform;
    }

    @Override
    public List<ProposedTerms> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<ProposedTerms> addInput(List<ProposedTerms> all, ProposedTerms proposed) {
      all.add(proposed);
      return all;
    }

    @Override
    public List<ProposedTerms> mergeAccumulators(Iterable<List<ProposedTerms>> parts) {
      List<ProposedTerms> all = new ArrayList<>();
      parts.forEach(all::addAll);
      return all;
    }

    @Override
    public Vocabulary extractOutput(List<ProposedTerms> all) {
      return VocabularySelection.of(all, transform.limits);
    }

    @Override
    public Coder<List<ProposedTerms>> getAccumulatorCoder(
        CoderRegistry registry, Coder<ProposedTerms> inputCoder) {
      return ListCoder.of(ProposedTerms.coder());
    }

    @Override
    public Coder<Vocabulary> getDefaultOutputCoder(
        CoderRegistry registry, Coder<ProposedTerms> inputCoder) {
      return Vocabulary.coder();
    }
  }
}
