package org.zhengyu.pipeline.report;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.output.Dataset;
import org.zhengyu.output.Language;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.Table;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.plan.InputMessage;
import org.zhengyu.pipeline.plan.LeftOut;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;

/**
 * What a run prints when it is complete: its sizes, then what was asked about, the phrases and what
 * they go with, then what is doubtful, and where all of it is.
 */
public final class Summary {
  private static final String INDENT = "  ";

  private final RunReport report;
  private final Manifest manifest;
  private final Language language;
  private final PrintStream out;

  private Summary(RunReport report, Manifest manifest, Language language, PrintStream out) {
    this.report = report;
    this.manifest = manifest;
    this.language = language;
    this.out = out;
  }

  /**
   * A summary to print.
   *
   * @param language to print it in
   */
  public static Summary of(
      RunReport report, Manifest manifest, Language language, PrintStream out) {
    return new Summary(report, manifest, language, out);
  }

  /** Prints the sizes of what was read, and the time that took. */
  public void printSizes(double seconds) {
    Manifest.Documents documents = report.documents();
    Manifest.Totals totals = report.totals();
    line(
        RunMessage.DOCUMENTS,
        documents.accepted(),
        documents.rejected(),
        documents.duplicated(),
        documents.empty());
    line(
        RunMessage.SIZES,
        report.characters(),
        totals.tokens(),
        totals.types(),
        seconds,
        report.characters() / seconds);
  }

  /** Prints the most frequent phrases, and the pairs in which phrases are, unit by unit. */
  public void printPhrases(List<ContextUnit> units) {
    List<RunFact.TopPhrase> phrases = report.topPhrases();
    if (!phrases.isEmpty()) {
      line();
      line(RunMessage.PHRASES);
      phrases.forEach(each -> item(RunMessage.PHRASE, each.frequency(), each.phrase()));
    }
    for (ContextUnit unit : units) {
      printPairs(RunMessage.PAIRS_OF_PHRASES, unit, report.topPairs(unit, true));
      printPairs(RunMessage.PAIRS_WITH_TERMS, unit, report.topPairs(unit, false));
      long doubtful = report.pairs(unit).doubtful();
      if (doubtful > 0) {
        line();
        line(RunMessage.PAIRS_LEFT_OUT, doubtful, shared(unit));
      }
    }
  }

  private void printPairs(RunMessage title, ContextUnit unit, List<RunFact.TopPair> pairs) {
    if (!pairs.isEmpty()) {
      line();
      line(title, shared(unit));
      pairs.forEach(
          pair -> item(RunMessage.PAIR, pair.count(), pair.termA(), pair.termB(), pair.g2()));
    }
  }

  private String shared(ContextUnit unit) {
    return RunMessage.valueOf("UNIT_" + unit.name()).in(language);
  }

  /** Prints what was refused or left out, and what a reader should know. */
  public void printDoubts(List<LeftOut> leftOut, List<Wording> warnings) {
    Map<InputMessage, Long> reasons = new EnumMap<>(InputMessage.class);
    leftOut.forEach(each -> reasons.merge(each.reason(), 1L, Long::sum));
    if (report.rejections().isEmpty() && reasons.isEmpty() && warnings.isEmpty()) {
      return;
    }
    line();
    report.rejections().forEach((reason, count) -> item(RunMessage.REJECTED, count, reason));
    reasons.forEach((reason, count) -> item(RunMessage.LEFT_OUT, count, reason.with()));
    warnings.forEach(warning -> item(RunMessage.WARNING, warning));
  }

  /** Prints where the tables are, and how much of the lexicon was found. */
  public void printTables(List<Table> tables, Dataset dataset) {
    line();
    line(RunMessage.TABLES);
    tables.forEach(
        table -> item(RunMessage.TABLE, manifest.rows(table), dataset.tableFolder(table)));
    Table first = tables.contains(Tables.PHRASES) ? Tables.PHRASES : tables.get(0);
    line();
    line(RunMessage.OPEN_ONE);
    out.println(
        Visible.of(
            "  SELECT * FROM read_parquet('"
                + dataset.tableFolder(first).replace("'", "''")
                + "*.parquet') LIMIT 10;"));
    line();
    out.println(Visible.of(lexicon()));
  }

  /** How much of the lexicon was found, and in which categories nothing was. */
  private String lexicon() {
    RunFact.LexiconUse use = report.lexiconUse();
    String found = RunMessage.LEXICON.in(language, manifest.lexicon().phrases(), use.found());
    if (use.unusedCategories().isEmpty()) {
      return found;
    }
    String unused = String.join(", ", use.unusedCategories());
    return RunMessage.UNUSED.in(
        language,
        found,
        use.moreUnused() == 0
            ? unused
            : RunMessage.MORE_UNUSED.in(language, unused, use.moreUnused()));
  }

  private void line() {
    out.println();
  }

  private void line(RunMessage message, Object... values) {
    out.println(Visible.of(message.in(language, values)));
  }

  private void item(RunMessage message, Object... values) {
    out.println(INDENT + Visible.of(message.in(language, values)));
  }
}
