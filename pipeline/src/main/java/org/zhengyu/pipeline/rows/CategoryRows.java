package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Categories;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.CategoryCounts;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * Rows of {@code categories}: every category of the lexicon at each of its levels, in the order of
 * the lexicon, also where none of its phrases occurred.
 */
public final class CategoryRows implements RowEncoder<SortedRun> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("categories", "category of the lexicon, at each level", "词典的每个类别（逐级列出）");
  static final StringColumn CATEGORY =
      COLUMNS
          .column("category", "the category, behind those that it lies in", "类别（含其上级）")
          .key()
          .ofStrings();
  private static final LongColumn LEVEL =
      COLUMNS.column("level", "how deep it lies, from 1", "层级，从 1 起").ofLongs();
  private static final LongColumn PHRASES =
      COLUMNS
          .column("phrases", "its phrases, with those of the categories within it", "短语数（含下级类别）")
          .ofLongs();
  private static final LongColumn USES =
      COLUMNS
          .column("uses", "places where one of them is used", "其中任一短语被使用的处数")
          .unit(Quantity.OCCURRENCES)
          .formula("categories")
          .ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents with such a place", "有其使用的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("categories")
          .ofLongs();
  private static final FirstUseColumns FIRST_USE = FirstUseColumns.ifAny(COLUMNS);

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;

  /** Rows of the categories of this lexicon. */
  public CategoryRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(SortedRun ledger, RowWriter out) throws IOException {
    Categories categories = lexicon.categories();
    SortedRunCursor cursor = ledger.cursor();
    int next = cursor.next() ? cursor.keyReader().getInt() : -1;
    for (int category = 0; category < categories.size(); category++) {
      CategoryCounts counts = CategoryCounts.NONE;
      if (category == next) {
        counts = CategoryCounts.unpack(cursor.value());
        next = cursor.next() ? cursor.keyReader().getInt() : -1;
      }
      out.setString(CATEGORY, categories.name(category));
      out.setLong(LEVEL, categories.level(category));
      out.setLong(PHRASES, categories.phrases(category));
      out.setLong(USES, counts.uses());
      out.setLong(DF, counts.df());
      FIRST_USE.set(counts.first(), out);
      out.endRow();
    }
  }
}
