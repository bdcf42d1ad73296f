package org.zhengyu.pipeline.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengyu.output.CsvLine;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.cli.TextColumns;
import org.zhengyu.pipeline.cli.Visible;

/** The comparison of two results as it is printed. */
public final class ComparisonTable {
  private static final int INDENT = 2;
  private static final int NAMED = 5;
  private static final String NONE = "–";
  private static final String BETWEEN = " → ";

  private final Comparison comparison;
  private final String first;
  private final String second;
  private final Language language;

  /**
   * A table of what changed.
   *
   * @param first what the first result is called
   * @param second what the second is called
   */
  public ComparisonTable(Comparison comparison, String first, String second, Language language) {
    this.comparison = comparison;
    this.first = first;
    this.second = second;
    this.language = language;
  }

  /**
   * Prints for a terminal what differs in the making, and what changed.
   *
   * @param most how many changes of each kind
   */
  public void printTo(PrintStream out, int most) throws IOException {
    printTexts(out);
    for (Making.Difference difference : comparison.differences()) {
      say(
          out,
          CompareMessage.DIFFERS.in(
              language,
              difference.what(),
              orNone(difference.first()),
              orNone(difference.second())));
    }
    if (comparison.differences().isEmpty()) {
      say(out, CompareMessage.SAME_MAKING.in(language));
    }
    if (!comparison.obstacles().isEmpty()) {
      say(out, CompareMessage.NO_KEYNESS.in(language, String.join(", ", comparison.obstacles())));
    }
    for (Kind kind : Kind.values()) {
      out.println();
      printChanges(out, kind, most);
    }
  }

  private void printTexts(PrintStream out) throws IOException {
    Optional<Texts> found = comparison.texts();
    if (found.isEmpty()) {
      say(out, CompareMessage.NO_TEXTS.in(language));
      return;
    }
    Texts texts = found.get();
    say(
        out,
        CompareMessage.TEXTS.in(
            language,
            texts.inBoth(),
            texts.onlyFirst().size(),
            first,
            texts.onlySecond().size(),
            second));
    printOnly(out, first, texts.onlyFirst());
    printOnly(out, second, texts.onlySecond());
  }

  private void printOnly(PrintStream out, String result, List<String> documents) {
    if (!documents.isEmpty()) {
      String named = String.join(", ", documents.subList(0, Math.min(NAMED, documents.size())));
      String more = documents.size() > NAMED ? " …" : "";
      say(out, " ".repeat(INDENT) + CompareMessage.ONLY_IN.in(language, result, named + more));
    }
  }

  private void printChanges(PrintStream out, Kind kind, int most) {
    if (!comparison.isCompared(kind)) {
      say(out, CompareMessage.NOT_COMPARED.in(language, kind.table(), kind.table(), kind.count()));
      return;
    }
    List<Change> changes = comparison.changes(kind);
    CompareMessage heading =
        switch (kind) {
          case PHRASE -> CompareMessage.PHRASES;
          case TERM -> CompareMessage.TERMS;
          case PAIR -> CompareMessage.PAIRS;
        };
    say(
        out,
        heading.in(
            language,
            count(changes, Change.Status.NEW),
            count(changes, Change.Status.GONE),
            count(changes, Change.Status.CHANGED),
            comparison.unchanged(kind)));
    if (!changes.isEmpty()) {
      List<List<String>> lines = new ArrayList<>();
      lines.add(heading());
      changes.stream().limit(most).map(this::line).forEach(lines::add);
      out.print(TextColumns.of(lines, INDENT));
    }
  }

  private static long count(List<Change> changes, Change.Status status) {
    return changes.stream().filter(change -> change.status() == status).count();
  }

  private boolean hasKeyness() {
    return comparison.obstacles().isEmpty();
  }

  private List<String> heading() {
    List<String> heading =
        new ArrayList<>(
            List.of(
                "",
                CompareMessage.STATUS.in(language),
                CompareMessage.COUNTS.in(language),
                CompareMessage.RANKS.in(language)));
    if (hasKeyness()) {
      heading.add("G²");
      heading.add(CompareMessage.RATIO.in(language));
    }
    return heading;
  }

  private List<String> line(Change change) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Visible.of(String.join(" – ", change.names())),
                status(change.status()),
                number(change.first().count()) + BETWEEN + number(change.second().count()),
                number(change.first().rank()) + BETWEEN + number(change.second().rank())));
    if (hasKeyness()) {
      line.add(String.format(Locale.ROOT, "%.1f", change.ll()));
      line.add(
          Double.isInfinite(change.logRatio())
              ? NONE
              : String.format(Locale.ROOT, "%.2f", change.logRatio()));
    }
    return line;
  }

  private String status(Change.Status status) {
    return switch (status) {
      case NEW -> CompareMessage.NEW.in(language);
      case GONE -> CompareMessage.GONE.in(language);
      case CHANGED -> CompareMessage.CHANGED.in(language);
    };
  }

  private static String number(long number) {
    return number == 0 ? NONE : String.format(Locale.ROOT, "%,d", number);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private static void say(PrintStream out, String line) {
    out.println(Visible.of(line));
  }

  /** Prints all changes as CSV, with a header. */
  public void printCsvTo(PrintStream out) {
    out.print(
        CsvLine.MARK
            + CsvLine.of(
                List.of(
                    "kind",
                    "status",
                    "term_a",
                    "term_b",
                    "count_1",
                    "count_2",
                    "n_1",
                    "n_2",
                    "rank_1",
                    "rank_2",
                    "ll",
                    "log_ratio")));
    for (Kind kind : Kind.values()) {
      for (Change change : comparison.changes(kind)) {
        out.print(
            CsvLine.of(
                List.of(
                    kind.name().toLowerCase(Locale.ROOT),
                    change.status().name().toLowerCase(Locale.ROOT),
                    change.names().get(0),
                    change.names().size() > 1 ? change.names().get(1) : "",
                    String.valueOf(change.first().count()),
                    String.valueOf(change.second().count()),
                    String.valueOf(change.keyness().n2()),
                    String.valueOf(change.keyness().n1()),
                    rank(change.first().rank()),
                    rank(change.second().rank()),
                    hasKeyness() ? String.valueOf(change.ll()) : "",
                    hasKeyness() && Double.isFinite(change.logRatio())
                        ? String.valueOf(change.logRatio())
                        : "")));
      }
    }
    out.flush();
  }

  private static String rank(long rank) {
    return rank == 0 ? "" : String.valueOf(rank);
  }
}
