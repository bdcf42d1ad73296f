package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.stats.Bootstrap;

/** What a reader of the result should know and could not be known before the run. */
public final class Warnings {
  private final RunReport report;
  private final Grouping grouping;
  private final @Nullable String referenceGroup;
  private final List<String> warnings = new ArrayList<>();

  private Warnings(RunReport report, Grouping grouping, @Nullable String referenceGroup) {
    this.report = report;
    this.grouping = grouping;
    this.referenceGroup = referenceGroup;
  }

  /**
   * The warnings of a run, each a sentence.
   *
   * @param report what the workers found out
   * @param tables the tables that were written
   * @param grouping by what documents were grouped
   * @param referenceGroup the value that all others were compared with; null without
   */
  public static List<String> of(
      RunReport report, List<Table> tables, Grouping grouping, @Nullable String referenceGroup) {
    Warnings warnings = new Warnings(report, grouping, referenceGroup);
    if (report.countedDocuments() == 0) {
      return List.of();
    }
    warnings.traditional();
    if (report.lexiconUse().found() == 0) {
      warnings.add(
          "no phrase of the lexicon is found: see in the table phrases how it was read, and in"
              + " documents.encoding how the documents were");
    }
    if (tables.contains(Tables.TRENDS) || tables.contains(Tables.BURSTS)) {
      warnings.missing(Grouping.PERIOD_FACET, "trends and bursts");
    }
    if (tables.contains(Tables.KEYNESS)) {
      for (int facet = Grouping.FIRST_FIELD_FACET; facet < grouping.facets(); facet++) {
        warnings.compared(facet);
      }
    }
    if (tables.contains(Tables.NETWORK_EDGES)
        && report.countedDocuments() < Bootstrap.MIN_DOCUMENTS) {
      warnings.add(
          "%d documents are too few to resample (%d): network_edges has no intervals",
          report.countedDocuments(), Bootstrap.MIN_DOCUMENTS);
    }
    return List.copyOf(warnings.warnings);
  }

  private void traditional() {
    long traditional = report.traditionalDocuments();
    if (traditional > 0) {
      long documents = report.documents().accepted();
      add(
          "%d of %d documents (%.0f %%) are in traditional characters, which match no simplified ones:"
              + " with --foldTraditional both count as the same",
          traditional, documents, 100.0 * traditional / documents);
    }
  }

  private boolean missing(int facet, String tables) {
    long documents = report.countedDocuments();
    long grouped = report.groupedDocuments(facet);
    if (grouped == 0) {
      add("no document has a known %s: %s stay empty", grouping.facet(facet), tables);
    } else if (grouped < documents) {
      add(
          "%d of %d documents have no known %s: %s leave them out",
          documents - grouped, documents, grouping.facet(facet), tables);
    }
    return grouped == 0;
  }

  private void compared(int facet) {
    String name = grouping.facet(facet);
    if (missing(facet, "the rows of keyness by it")) {
      return;
    }
    long values = report.groups(facet);
    if (values == 1) {
      add("all documents have the same %s: keyness has nothing to compare", name);
    } else if (values > GroupComparison.MOST_GROUPS) {
      add(
          "%s has %d values, more than %d: keyness leaves it out",
          name, values, GroupComparison.MOST_GROUPS);
    } else if (referenceGroup != null && !groups(facet).contains(referenceGroup)) {
      add("no document has %s as its %s: keyness leaves it out", referenceGroup, name);
    } else {
      long small =
          report.documentsByGroup(facet).values().stream()
              .filter(documents -> documents < Bootstrap.MIN_DOCUMENTS)
              .count();
      if (small > 0) {
        add(
            "%d of %d values of %s have fewer than %d documents, too few to resample: their rows of"
                + " keyness have no intervals",
            small, values, name, Bootstrap.MIN_DOCUMENTS);
      }
    }
  }

  private List<String> groups(int facet) {
    return List.copyOf(report.documentsByGroup(facet).keySet());
  }

  @SuppressWarnings("AnnotateFormatMethod") // It is private and called here only.
  private void add(String sentence, Object... values) {
    warnings.add(String.format(Locale.ROOT, sentence, values));
  }
}
