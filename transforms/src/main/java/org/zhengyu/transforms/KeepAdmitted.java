package org.zhengyu.transforms;

import java.util.function.LongPredicate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.packed.SortedRun;

/** Keeps what belongs to admitted documents, or to counted ones only. */
public final class KeepAdmitted
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollection<KV<Integer, SortedRun>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final boolean countedOnly;

  private KeepAdmitted(PCollectionView<Admissions> admissions, boolean countedOnly) {
    this.admissions = admissions;
    this.countedOnly = countedOnly;
  }

  /** Keeps entries of documents that are admitted, repeated texts among them. */
  public static KeepAdmitted admitted(PCollectionView<Admissions> admissions) {
    return new KeepAdmitted(admissions, false);
  }

  /** Keeps entries of documents that count. */
  public static KeepAdmitted counted(PCollectionView<Admissions> admissions) {
    return new KeepAdmitted(admissions, true);
  }

  @Override
  public PCollection<KV<Integer, SortedRun>> expand(PCollection<KV<Integer, SortedRun>> runs) {
    return runs.apply("Keep", ParDo.of(new Keep(this)).withSideInputs(admissions))
        .setCoder(GatherRuns.runCoder());
  }

  private static final class Keep extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final KeepAdmitted transform;

    Keep(KeepAdmitted transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Admissions admissions = context.sideInput(transform.admissions);
      LongPredicate wanted =
          transform.countedOnly ? admissions::counts : key -> admissions.refusedFor(key) == null;
      SortedRun kept = context.element().getValue().whereKey(wanted);
      if (!kept.isEmpty()) {
        context.output(KV.of(context.element().getKey(), kept));
      }
    }
  }
}
