package org.zhengyu.pipeline.contrast;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhengyu.output.CsvLine;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.cli.TextColumns;
import org.zhengyu.pipeline.cli.Visible;

/** The contrast of two terms as it is printed. */
public final class ContrastTable {
  private static final int INDENT = 2;
  private static final String UNKNOWN = "–";

  private final Contrast contrast;
  private final List<Partner> partners;
  private final String a;
  private final String b;
  private final Language language;

  /** A table of what stands beside two terms. */
  public ContrastTable(Contrast contrast, String a, String b, Language language) {
    this.contrast = contrast;
    this.partners = contrast.partners();
    this.a = a;
    this.b = b;
    this.language = language;
  }

  /**
   * Prints for a terminal what is beside both, beside the first only, and beside the second only.
   *
   * @param most how many terms of each kind
   */
  public void printTo(PrintStream out, int most) {
    out.println(
        Visible.of(
            ContrastMessage.SENTENCES.in(
                language,
                a,
                contrast.sentencesOfA(),
                b,
                contrast.sentencesOfB(),
                contrast.together())));
    for (Partner.With with : Partner.With.values()) {
      List<Partner> of = partners.stream().filter(partner -> partner.with() == with).toList();
      out.println();
      out.println(Visible.of(title(with, of.size())));
      if (of.isEmpty()) {
        out.println(" ".repeat(INDENT) + ContrastMessage.NOTHING.in(language));
      } else {
        out.print(TextColumns.of(lines(of.subList(0, Math.min(most, of.size()))), INDENT));
      }
    }
    out.println();
    out.println(ContrastMessage.HOW_TO_READ.in(language));
  }

  private String title(Partner.With with, int size) {
    return switch (with) {
      case BOTH -> ContrastMessage.BESIDE_BOTH.in(language, size);
      case A -> ContrastMessage.BESIDE_ONE.in(language, a, b, size);
      case B -> ContrastMessage.BESIDE_ONE.in(language, b, a, size);
    };
  }

  private List<List<String>> lines(List<Partner> some) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            ContrastMessage.TERM.in(language),
            Visible.of(ContrastMessage.WITH.in(language, a)),
            Visible.of(ContrastMessage.WITH.in(language, b)),
            ContrastMessage.RATIO.in(language),
            ContrastMessage.INTERVAL.in(language)));
    for (Partner partner : some) {
      lines.add(
          List.of(
              Visible.of(partner.term()),
              share(partner.a(), contrast.sentencesOfA()),
              share(partner.b(), contrast.sentencesOfB()),
              ratio(partner.logRatio()),
              Double.isNaN(partner.interval().lower())
                  ? UNKNOWN
                  : String.format(
                      Locale.ROOT,
                      "%.2f … %.2f",
                      partner.interval().lower(),
                      partner.interval().upper())));
    }
    return lines;
  }

  private static String share(Partner.Side side, long sentences) {
    return String.format(
        Locale.ROOT, "%,d (%.1f %%)", side.joint(), 100.0 * side.joint() / sentences);
  }

  private static String ratio(double ratio) {
    return Double.isInfinite(ratio) ? UNKNOWN : String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** Prints all as CSV, with a header. */
  public void printCsvTo(PrintStream out) {
    out.print(
        CsvLine.MARK
            + CsvLine.of(
                List.of(
                    "term",
                    "beside",
                    "o11_a",
                    "sentences_a",
                    "g2_a",
                    "o11_b",
                    "sentences_b",
                    "g2_b",
                    "documents",
                    "log_ratio",
                    "log_ratio_ci_low",
                    "log_ratio_ci_high")));
    for (Partner partner : partners) {
      out.print(
          CsvLine.of(
              List.of(
                  partner.term(),
                  beside(partner),
                  String.valueOf(partner.a().joint()),
                  String.valueOf(contrast.sentencesOfA()),
                  measure(partner.a().g2()),
                  String.valueOf(partner.b().joint()),
                  String.valueOf(contrast.sentencesOfB()),
                  measure(partner.b().g2()),
                  String.valueOf(partner.documents()),
                  measure(partner.logRatio()),
                  measure(partner.interval().lower()),
                  measure(partner.interval().upper()))));
    }
    out.flush();
  }

  private String beside(Partner partner) {
    return switch (partner.with()) {
      case BOTH -> "both";
      case A -> a;
      case B -> b;
    };
  }

  /** A number as text; nothing where it is none or infinite. */
  private static String measure(double value) {
    return Double.isFinite(value) ? String.valueOf(value) : "";
  }
}
