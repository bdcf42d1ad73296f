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
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

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
            ParDo.of(new Describe(admissions))
                .withSideInputs(admissions)
                .withOutputTags(DOCUMENTS, TupleTagList.of(REJECTIONS).and(FACTS)));
    described.get(DOCUMENTS).setCoder(GatherRuns.runCoder());
    described.get(REJECTIONS).setCoder(GatherRuns.runCoder());
    described.get(FACTS).setCoder(RunFact.coder());
    return described;
  }

  private static final class Describe extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Admissions> view;

    Describe(PCollectionView<Admissions> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Admissions admissions = context.sideInput(view);
      SortedRunBuilder documents = new SortedRunBuilder();
      SortedRunBuilder rejections = new SortedRunBuilder();
      PackedWriter value = new PackedWriter();
      long accepted = 0;
      long duplicated = 0;
      long empty = 0;
      long characters = 0;
      long refused = 0;
      SortedRunCursor cursor = context.element().getValue().cursor();
      while (cursor.next()) {
        long key = cursor.keyReader().getLong();
        DocumentRecord record = DocumentRecord.unpack(cursor.value());
        value.clear();
        String sameId = admissions.refusedFor(key);
        if (sameId != null) {
          refused++;
          refuse(record, sameId).pack(value);
          rejections.add(cursor.key(), value);
          continue;
        }
        String original = admissions.originalOf(key);
        (original == null ? record : record.asDuplicateOf(original)).pack(value);
        documents.add(cursor.key(), value);
        accepted++;
        characters += record.chars();
        duplicated += original == null ? 0 : 1;
        empty += record.tokens() == 0 ? 1 : 0;
      }
      int split = context.element().getKey();
      context.output(KV.of(split, documents.build()));
      context.output(FACTS, new RunFact.Documents(accepted, duplicated, empty, characters));
      if (refused > 0) {
        context.output(REJECTIONS, KV.of(split, rejections.build()));
        context.output(FACTS, new RunFact.Rejections(Rejection.Reason.DUPLICATE_ID, refused));
      }
    }

    private static Rejection refuse(DocumentRecord record, String sameId) {
      return new Rejection(
          record.uri(),
          record.id(),
          Rejection.Reason.DUPLICATE_ID,
          "an earlier document has this id, in " + sameId,
          record.bytes());
    }
  }
}
