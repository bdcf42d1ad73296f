package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Table;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.NamedPeriods;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.stats.Bootstrap;

/** What a reader of the result should know and could not be known before the run. */
public final class Warnings {
  /** How many terms a warning names. */
  private static final int NAMED = 5;

  /** The tables for which documents are grouped. */
  private static final List<Table> BY_GROUP =
      List.of(Tables.TRENDS, Tables.TREND_TESTS, Tables.BURSTS, Tables.KEYNESS);

  private final RunReport report;
  private final Grouping grouping;
  private final @Nullable String referenceGroup;
  private final List<Wording> warnings = new ArrayList<>();

  private Warnings(RunReport report, Grouping grouping, @Nullable String referenceGroup) {
    this.report = report;
    this.grouping = grouping;
    this.referenceGroup = referenceGroup;
  }

  /**
   * The warnings of a run, each a sentence that ends with what to do.
   *
   * @param report what the workers found out
   * @param tables the tables that were written
   * @param grouping by what documents were grouped
   * @param referenceGroup the value that all others were compared with; null without
   */
  public static List<Wording> of(
      RunReport report, List<Table> tables, Grouping grouping, @Nullable String referenceGroup) {
    Warnings warnings = new Warnings(report, grouping, referenceGroup);
    if (report.countedDocuments() == 0) {
      warnings.noWords();
      return List.copyOf(warnings.warnings);
    }
    warnings.traditional();
    if (report.sentencesLeftOut() > 0) {
      warnings.add(RunMessage.OTHER_ZONES, report.sentencesLeftOut());
    }
    if (report.lexiconUse().found() == 0) {
      warnings.add(RunMessage.NO_PHRASE);
    }
    if (grouping.periods() instanceof NamedPeriods
        && BY_GROUP.stream().anyMatch(tables::contains)) {
      warnings.outsidePeriods();
    }
    if (tables.contains(Tables.TRENDS) || tables.contains(Tables.BURSTS)) {
      if (grouping.periods() instanceof CalendarPeriods) {
        warnings.missing(Grouping.PERIOD_FACET, "date", RunMessage.TRENDS_AND_BURSTS.with());
      }
      for (int facet = Grouping.FIRST_FIELD_FACET; facet < grouping.facets(); facet++) {
        warnings.followed(facet);
      }
    }
    for (int facet = Grouping.FIRST_FIELD_FACET; facet < grouping.facets(); facet++) {
      if (warnings.hasTooMany(facet)) {
        warnings.add(
            RunMessage.MANY_VALUES,
            grouping.facet(facet),
            report.groups(facet),
            GroupComparison.MOST_GROUPS);
      }
    }
    if (tables.contains(Tables.KEYNESS)) {
      for (int facet = Grouping.FIRST_FIELD_FACET; facet < grouping.facets(); facet++) {
        warnings.compared(facet);
      }
      if (report.hiddenComparisons() > 0) {
        warnings.add(RunMessage.HIDDEN, report.hiddenComparisons());
      }
    }
    if (tables.contains(Tables.NETWORK_EDGES)
        && report.countedDocuments() < Bootstrap.MIN_DOCUMENTS) {
      warnings.add(RunMessage.FEW_DOCUMENTS, report.countedDocuments(), Bootstrap.MIN_DOCUMENTS);
    }
    warnings.networks();
    return List.copyOf(warnings.warnings);
  }

  private void noWords() {
    long documents = report.documents().accepted();
    if (documents > 0) {
      add(RunMessage.NO_WORDS, documents);
    }
  }

  private void traditional() {
    long traditional = report.traditionalDocuments();
    if (traditional > 0) {
      long documents = report.documents().accepted();
      add(RunMessage.TRADITIONAL, traditional, documents, 100.0 * traditional / documents);
    }
  }

  private void outsidePeriods() {
    long documents = report.countedDocuments();
    long inside = report.groupedDocuments(Grouping.PERIOD_FACET);
    if (inside < documents) {
      add(RunMessage.OUTSIDE_PERIODS, documents - inside, documents);
    }
  }

  /**
   * Warns of documents of which a facet is not known; of those in no named period once for all.
   *
   * @param column in which metadata would say it
   * @param tables what is without them
   */
  private boolean missing(int facet, String column, Wording tables) {
    long documents = report.countedDocuments();
    long grouped = report.groupedDocuments(facet);
    if (grouping.isNamedPeriods(facet)) {
      return grouped == 0;
    }
    String name = grouping.facet(facet);
    if (grouped == 0) {
      add(RunMessage.NONE_KNOWN, name, tables, column);
    } else if (grouped < documents) {
      add(RunMessage.SOME_UNKNOWN, documents - grouped, documents, name, tables, column);
    }
    return grouped == 0;
  }

  private void followed(int facet) {
    report
        .shift(facet)
        .ifPresent(
            shift ->
                add(
                    RunMessage.SHIFT,
                    grouping.facet(facet),
                    shift.value(),
                    shift.documents(),
                    shift.all(),
                    shift.period(),
                    shift.documentsBefore(),
                    shift.allBefore(),
                    shift.others()));
  }

  private boolean hasTooMany(int facet) {
    return report.groups(facet) > GroupComparison.MOST_GROUPS;
  }

  private void compared(int facet) {
    String name = grouping.facet(facet);
    String column = grouping.isTime(facet) ? "date" : name;
    if (missing(facet, column, RunMessage.ROWS_OF_KEYNESS.with())) {
      return;
    }
    if (hasTooMany(facet)) {
      return;
    }
    long values = report.groups(facet);
    if (values == 1) {
      add(RunMessage.ONE_VALUE, name);
    } else if (referenceGroup != null && !groups(facet).contains(referenceGroup)) {
      add(RunMessage.NO_REFERENCE, referenceGroup, name);
    } else {
      long small =
          report.documentsByGroup(facet).values().stream()
              .filter(documents -> documents < Bootstrap.MIN_DOCUMENTS)
              .count();
      if (small > 0) {
        add(RunMessage.SMALL_GROUPS, small, values, name, Bootstrap.MIN_DOCUMENTS);
      }
    }
  }

  /** Warns of terms that networks were to be about, once for all units where none can have them. */
  private void networks() {
    Map<String, Set<String>> unknown = new TreeMap<>();
    Map<String, Map<ContextUnit, Set<String>>> alone = new TreeMap<>();
    for (RunFact.Missing missing : report.missing()) {
      Set<String> terms =
          missing.isInVocabulary()
              ? alone
                  .computeIfAbsent(missing.network(), any -> new TreeMap<>())
                  .computeIfAbsent(missing.unit(), any -> new TreeSet<>())
              : unknown.computeIfAbsent(missing.network(), any -> new TreeSet<>());
      terms.add(missing.term());
    }
    unknown.forEach(
        (network, terms) ->
            add(RunMessage.NOT_IN_VOCABULARY, network, terms.size(), firstOf(terms)));
    alone.forEach(
        (network, byUnit) ->
            byUnit.forEach(
                (unit, terms) ->
                    add(RunMessage.NO_EDGE, network, unit.label(), terms.size(), firstOf(terms))));
  }

  private static String firstOf(Set<String> terms) {
    return terms.stream().limit(NAMED).collect(Collectors.joining("、"))
        + (terms.size() > NAMED ? "…" : "");
  }

  private List<String> groups(int facet) {
    return List.copyOf(report.documentsByGroup(facet).keySet());
  }

  private void add(RunMessage warning, Object... values) {
    warnings.add(warning.with(values));
  }
}
