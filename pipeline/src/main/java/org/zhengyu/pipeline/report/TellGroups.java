package org.zhengyu.pipeline.report;

import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.RunFact;

/**
 * Tells into which groups the documents fall, as lines of {@link RunFact}. Of a facet with too many
 * values to be compared only their number is told.
 */
public final class TellGroups extends PTransform<PCollection<GroupTotals>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  private TellGroups() {}

  /** Tells groups as facts. */
  public static TellGroups asFacts() {
    return new TellGroups();
  }

  @Override
  public PCollection<String> expand(PCollection<GroupTotals> totals) {
    return totals.apply("Tell", ParDo.of(new Tell())).setCoder(StringUtf8Coder.of());
  }

  private static final class Tell extends DoFn<GroupTotals, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element GroupTotals totals, OutputReceiver<String> facts) {
      for (int facet = 0; facet < totals.facets().size(); facet++) {
        String name = String.valueOf(facet);
        FacetTotals groups = totals.facet(facet);
        int values = groups.groups().size();
        long documents = groups.sizes().stream().mapToLong(GroupSize::documents).sum();
        facts.output(RunFact.of(RunFact.Kind.GROUPS, name, values).toLine());
        facts.output(RunFact.of(RunFact.Kind.GROUPED, name, documents).toLine());
        if (values <= GroupComparison.MOST_GROUPS) {
          groups
              .groups()
              .forEach(
                  (value, size) ->
                      facts.output(
                          RunFact.of(RunFact.Kind.GROUP, name + "\t" + value, size.documents())
                              .toLine()));
        }
      }
    }
  }
}
