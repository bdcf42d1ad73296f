package org.zhengyu.pipeline.kwic;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.pipeline.cli.DisplayWidth;
import org.zhengyu.pipeline.cli.Visible;

/** A concordance as lines for a terminal, with what was found in one column. */
public final class ConcordanceLines {
  /** A longer form is shown in part, so that one does not move all others to the side. */
  private static final int WIDEST_FORM = 32;

  private static final String GAP = "  ";
  private static final String UNKNOWN = "–";

  private final List<Hit> hits;
  private final int width;
  private final boolean namesResult;

  /**
   * Lines for these hits.
   *
   * @param width the places on either side of a hit
   * @param namesResult whether a line says of which result it is
   */
  public ConcordanceLines(Concordance concordance, HitOrder order, int width, boolean namesResult) {
    this.hits = concordance.sorted(order);
    this.width = width;
    this.namesResult = namesResult;
  }

  /** Prints all lines. */
  public void printTo(PrintStream out) {
    print(hits, out);
  }

  /** Prints them by the value of a field of their documents, those without one last. */
  public void printGroupsTo(PrintStream out, String field) {
    Map<String, List<Hit>> groups =
        new TreeMap<>(
            Comparator.comparing((String value) -> value.equals(UNKNOWN))
                .thenComparing(Comparator.naturalOrder()));
    for (Hit hit : hits) {
      String group = hit.document().group();
      groups.computeIfAbsent(group == null ? UNKNOWN : group, key -> new ArrayList<>()).add(hit);
    }
    groups.forEach(
        (value, of) -> {
          out.println(Visible.of(field + " " + value + ": " + of.size()));
          print(of, out);
          out.println();
        });
  }

  private void print(List<Hit> some, PrintStream out) {
    int widest =
        Math.min(
            WIDEST_FORM,
            DisplayWidth.most(some.stream().map(hit -> Visible.of(hit.form())).toList()));
    for (Hit hit : some) {
      out.println(
          DisplayWidth.padStart(Visible.of(hit.left()), width)
              + GAP
              + DisplayWidth.padEnd(Visible.of(hit.form()), widest)
              + GAP
              + DisplayWidth.padEnd(Visible.of(hit.right()), width)
              + GAP
              + source(hit.document()));
    }
  }

  private String source(FoundDocument document) {
    String date = document.date().isEmpty() ? "" : GAP + document.date();
    String result = namesResult ? document.result() + GAP : "";
    return Visible.of(result + document.id() + date);
  }
}
