package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.DocumentDescriber;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Completes the records of documents by what was decided about them: names the original of a
 * repeated text, and turns a document with a repeated id into a rejection.
 */
public final class DescribeDocuments
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** From a document's key to its complete {@link DocumentRecord}. */
  public static final TupleTag<KV<Integer, SortedRun>> DOCUMENTS = new TupleTag<>("documents") {};

  /** From a document's key to the {@link Rejection} of its repeated id. */
  public static final TupleTag<KV<Integer, SortedRun>> REJECTIONS = new TupleTag<>("rejections") {};

  /** How many there are of each, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private static final TellApart SMALL =
      TellApart.of(REJECTIONS, GatherRuns.runCoder()).and(FACTS, RunFact.coder());

  private final PCollectionView<Admissions> admissions;

  private DescribeDocuments(PCollectionView<Admissions> admissions) {
    this.admissions = admissions;
  }

  /** Completes records by these decisions. */
  public static DescribeDocuments with(PCollectionView<Admissions> admissions) {
    return new DescribeDocuments(admissions);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, SortedRun>> records) {
    PCollectionTuple described =
        records.apply(
            "Describe",
            ParDo.of(new Describe(this))
                .withSideInputs(admissions)
                .withOutputTags(DOCUMENTS, TupleTagList.of(TellApart.TOGETHER)));
    return SMALL
        .kindsOf(described)
        .and(DOCUMENTS, described.get(DOCUMENTS).setCoder(GatherRuns.runCoder()));
  }

  private static final class Describe extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final DescribeDocuments transform;

    Describe(DescribeDocuments transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      DocumentDescriber describer = new DocumentDescriber(context.sideInput(transform.admissions));
      describer.describe(context.element().getValue());
      int split = context.element().getKey();
      context.output(KV.of(split, describer.documents()));
      SMALL.output(context, FACTS, describer.counts());
      if (!describer.joinedMetadata().rows().isEmpty()) {
        SMALL.output(context, FACTS, describer.joinedMetadata());
      }
      describer.notices().forEach(notice -> SMALL.output(context, FACTS, notice));
      if (describer.refused() > 0) {
        SMALL.output(context, REJECTIONS, KV.of(split, describer.rejections()));
        SMALL.output(
            context,
            FACTS,
            new RunFact.Rejections(Rejection.Reason.DUPLICATE_ID, describer.refused()));
      }
    }
  }
}
