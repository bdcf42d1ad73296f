package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;

/** The columns that say of which documents a row is: of all, or of those of a group. */
final class GroupColumns {
  private final StringColumn facet;
  private final StringColumn value;

  /** Adds the columns to a table, to its key. */
  GroupColumns(Table.Builder table) {
    facet =
        table
            .column(
                "facet",
                "the field by which documents are grouped; `corpus` for the whole corpus",
                "分组所依的字段；全部文档为 `corpus`")
            .key()
            .ofStrings();
    value =
        table
            .column(
                "value",
                "the documents that have this value of it; `all` for the whole corpus",
                "该字段取此值的文档；全部文档为 `all`")
            .key()
            .ofStrings();
  }

  /** Fills them. */
  void set(Grouping grouping, int number, String group, RowWriter out) throws IOException {
    out.setString(
        facet, number == Grouping.PERIOD_FACET ? Grouping.CORPUS : grouping.facet(number));
    out.setString(value, group);
  }
}
