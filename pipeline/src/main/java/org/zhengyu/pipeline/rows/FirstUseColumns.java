package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Column;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.FirstDocuments;

/** The columns that say which document was the first to use something. */
final class FirstUseColumns {
  /** Where their meaning stands in the documentation. */
  static final String FORMULA = "first-use-phrases-categories-candidates-diffusion-passages";

  private final DateColumn date;
  private final DateColumn dateLast;
  private final StringColumn docId;
  private final LongColumn ties;

  private FirstUseColumns(Table.Builder table, UnaryOperator<Column.Builder> nullable) {
    date =
        nullable
            .apply(
                table.column(
                    "first_date",
                    "`date` of the first document with a use: the first day of what is known",
                    "首个使用它的文档的 `date`：所知日期的第一天"))
            .ofDates();
    dateLast =
        nullable
            .apply(
                table.column(
                    "first_date_last",
                    "`date_last` of that document: the last day of what is known",
                    "该文档的 `date_last`：所知日期的最后一天"))
            .ofDates();
    docId =
        nullable
            .apply(
                table.column(
                    "first_doc_id",
                    "that document: of those that no other precedes, the first in document order",
                    "该文档：在没有更早者的各文档中按文档顺序的第一篇"))
            .references(DocumentRows.DOC_ID)
            .ofStrings();
    ties =
        nullable
            .apply(
                table.column(
                    "first_ties",
                    "how many documents no other precedes for certain: 1 where it is sure which was first",
                    "没有确定更早者的文档数；为 1 时首个文档确定无疑"))
            .unit(Quantity.DOCUMENTS)
            .ofLongs();
  }

  /** Adds the columns to a table of what may be used in no document with a date. */
  static FirstUseColumns ifAny(Table.Builder table) {
    return new FirstUseColumns(
        table,
        column ->
            column
                .nullable("where no document with a use has a known date", "使用它的文档均无已知日期时")
                .formula(FORMULA));
  }

  /** Adds the columns to a table of what is used in a document with a date. */
  static FirstUseColumns always(Table.Builder table) {
    return new FirstUseColumns(table, column -> column.formula(FORMULA));
  }

  /** Fills them; with nothing where no document has a known date. */
  void set(@Nullable FirstDocuments first, RowWriter out) throws IOException {
    if (first == null) {
      return;
    }
    FirstDocuments.Dated document = first.document();
    out.setDate(date, document.date().first());
    out.setDate(dateLast, document.date().last());
    out.setString(docId, document.id());
    out.setLong(ties, first.ties());
  }
}
