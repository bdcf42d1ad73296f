package org.zhengyu.pipeline.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhengyu.output.Dataset;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;

/** What a run prints when it is complete. */
public final class Summary {
  private Summary() {}

  /** Prints the summary. */
  public static void print(
      RunReport report,
      List<String> warnings,
      Manifest manifest,
      Dataset dataset,
      List<Table> tables,
      List<ContextUnit> units,
      double seconds,
      PrintStream out) {
    Manifest.Documents documents = report.documents();
    Manifest.Totals totals = report.totals();
    line(
        out,
        "%,d documents (%,d rejected, %,d repeated, %,d empty)",
        documents.accepted(),
        documents.rejected(),
        documents.duplicated(),
        documents.empty());
    line(
        out,
        "%,d characters, %,d tokens, %,d types in %.1f s (%,.0f characters a second)",
        report.characters(),
        totals.tokens(),
        totals.types(),
        seconds,
        report.characters() / seconds);
    report.rejections().forEach((reason, count) -> line(out, "  rejected: %,d %s", count, reason));
    leftOut(manifest.remarks().skipped())
        .forEach((reason, count) -> line(out, "  left out: %,d %s", count, reason));
    warnings.forEach(warning -> line(out, "  warning: %s", warning));
    printPhrases(report.topPhrases(), out);
    for (ContextUnit unit : units) {
      printPairs(unit, report.topPairs(unit), out);
    }
    line(out, "");
    line(out, "Tables");
    for (Table table : tables) {
      line(out, "  %,12d rows  %s", manifest.rows(table), dataset.tableFolder(table));
    }
    Table first = tables.contains(Tables.PHRASES) ? Tables.PHRASES : tables.get(0);
    line(out, "");
    line(out, "Open one in DuckDB:");
    line(
        out,
        "  SELECT * FROM read_parquet('%s*.parquet') LIMIT 10;",
        dataset.tableFolder(first).replace("'", "''"));
    line(out, "");
    line(out, "%s", lexicon(manifest.lexicon().phrases(), report.lexiconUse()));
  }

  /** How many files and folders were not read, by the reason, which stands last of each. */
  private static SortedMap<String, Long> leftOut(List<String> skipped) {
    return skipped.stream()
        .map(file -> file.substring(file.lastIndexOf(": ") + 2))
        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
  }

  /** How much of the lexicon was found, and in which categories nothing was. */
  private static String lexicon(long phrases, RunFact.LexiconUse use) {
    String found =
        String.format(Locale.ROOT, "lexicon: %,d phrases, %,d found", phrases, use.found());
    if (use.unusedCategories().isEmpty()) {
      return found;
    }
    String more =
        use.moreUnused() == 0
            ? ""
            : String.format(Locale.ROOT, " and %,d other categories", use.moreUnused());
    return found + "; none of " + String.join(", ", use.unusedCategories()) + more;
  }

  private static void printPhrases(List<RunFact.TopPhrase> phrases, PrintStream out) {
    if (!phrases.isEmpty()) {
      line(out, "");
      line(out, "Most frequent phrases");
      for (RunFact.TopPhrase phrase : phrases) {
        line(out, "  %,8d  %s", phrase.frequency(), phrase.phrase());
      }
    }
  }

  private static void printPairs(ContextUnit unit, List<RunFact.TopPair> pairs, PrintStream out) {
    if (!pairs.isEmpty()) {
      line(out, "");
      line(out, "Strongest pairs by G² (%s)", unit.label());
      for (RunFact.TopPair pair : pairs) {
        line(
            out,
            "  %,8d  %s – %s  (G² %,.1f)",
            pair.count(),
            pair.termA(),
            pair.termB(),
            pair.g2());
      }
    }
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // It is annotated by being private and called here only.
  private static void line(PrintStream out, String format, Object... values) {
    out.println(Visible.of(String.format(Locale.ROOT, format, values)));
  }
}
