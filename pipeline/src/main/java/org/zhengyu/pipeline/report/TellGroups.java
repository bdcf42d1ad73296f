package org.zhengyu.pipeline.report;

import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.counting.GroupShifts;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.RunFact;

/**
 * Tells into which groups the documents fall, and where their shares shift in time. Of a facet with
 * too many values to be compared only their number is told.
 */
public final class TellGroups extends PTransform<PCollection<GroupTotals>, PCollection<RunFact>> {
  private static final long serialVersionUID = 1L;

  private final Grouping grouping;

  private TellGroups(Grouping grouping) {
    this.grouping = grouping;
  }

  /** Tells the groups of a grouping as facts. */
  public static TellGroups of(Grouping grouping) {
    return new TellGroups(grouping);
  }

  @Override
  public PCollection<RunFact> expand(PCollection<GroupTotals> totals) {
    return totals.apply("Tell", ParDo.of(new Tell(grouping))).setCoder(RunFact.coder());
  }

  private static final class Tell extends DoFn<GroupTotals, RunFact> {
    private static final long serialVersionUID = 1L;

    private final Grouping grouping;

    Tell(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(@Element GroupTotals totals, OutputReceiver<RunFact> facts) {
      for (int i = 0; i < totals.facets().size(); i++) {
        int facet = i;
        FacetTotals groups = totals.facet(facet);
        int values = groups.groups().size();
        long documents = groups.sizes().stream().mapToLong(GroupSize::documents).sum();
        facts.output(new RunFact.Facet(facet, values, documents));
        if (values <= GroupComparison.MOST_GROUPS) {
          groups
              .groups()
              .forEach(
                  (value, size) -> facts.output(new RunFact.Group(facet, value, size.documents())));
          // That documents of a year stand in no other is no shift.
          List<GroupShifts.Shift> shifts =
              grouping.isTime(facet) ? List.of() : GroupShifts.of(totals.periods().get(facet));
          if (!shifts.isEmpty()) {
            facts.output(fact(facet, shifts.get(0), shifts.size() - 1));
          }
        }
      }
    }

    private RunFact.Shift fact(int facet, GroupShifts.Shift shift, int others) {
      return new RunFact.Shift(
          facet,
          shift.value(),
          grouping.periods().name(shift.period()),
          shift.documents(),
          shift.all(),
          shift.documentsBefore(),
          shift.allBefore(),
          others);
    }
  }
}
