package org.zhengyu.pipeline.kwic;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.CsvLine;

/**
 * A concordance as a table for people who code what they read: whole sentences, and room to write.
 */
public final class ConcordanceTable {
  private static final List<String> DOCUMENT = List.of("result", "doc_id", "title", "date");
  private static final List<String> SENTENCE =
      List.of("sentence", "begin_offset", "end_offset", "context_left", "form", "context_right");
  private static final List<String> CODERS = List.of("coder_1", "coder_2");

  private final List<Hit> hits;
  private final @Nullable String field;

  /**
   * A table of these hits.
   *
   * @param field by what documents are grouped, a column more; or null
   */
  public ConcordanceTable(Concordance concordance, HitOrder order, @Nullable String field) {
    this.hits = concordance.sorted(order);
    this.field = field;
  }

  /** Prints the table as CSV, with its header. */
  public void printTo(PrintStream out) {
    List<String> header = new ArrayList<>(DOCUMENT);
    if (field != null) {
      header.add(field);
    }
    header.addAll(SENTENCE);
    header.addAll(CODERS);
    out.print(CsvLine.MARK + CsvLine.of(header));
    for (Hit hit : hits) {
      out.print(CsvLine.of(row(hit)));
    }
    out.flush();
  }

  private List<String> row(Hit hit) {
    FoundDocument document = hit.document();
    List<String> row = new ArrayList<>();
    row.add(document.result());
    row.add(document.id());
    row.add(orEmpty(document.title()));
    row.add(document.date());
    if (field != null) {
      row.add(orEmpty(document.group()));
    }
    row.add(String.valueOf(hit.sentence()));
    row.add(String.valueOf(hit.begin()));
    row.add(String.valueOf(hit.end()));
    row.add(hit.left());
    row.add(hit.form());
    row.add(hit.right());
    CODERS.forEach(coder -> row.add(""));
    return row;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
