package org.zhengyu.pipeline.report;

import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.RunFact;

/** Tells the sizes of the counted corpus as lines of {@link RunFact}. */
public final class TellTotals extends PTransform<PCollection<CorpusTotals>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  static final String TOKENS = "tokens";

  private TellTotals() {}

  /** Tells totals as facts. */
  public static TellTotals asFacts() {
    return new TellTotals();
  }

  @Override
  public PCollection<String> expand(PCollection<CorpusTotals> totals) {
    return totals.apply("Tell", ParDo.of(new Tell())).setCoder(StringUtf8Coder.of());
  }

  private static final class Tell extends DoFn<CorpusTotals, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element CorpusTotals totals, OutputReceiver<String> facts) {
      tell(TOKENS, totals.tokens(), facts);
      for (ContextUnit unit : ContextUnit.values()) {
        tell(unit.label(), totals.of(unit), facts);
      }
    }

    private static void tell(String name, long count, OutputReceiver<String> facts) {
      facts.output(RunFact.of(RunFact.Kind.TOTALS, name, count).toLine());
    }
  }
}
