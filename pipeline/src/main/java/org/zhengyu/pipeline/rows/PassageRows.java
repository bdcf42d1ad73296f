package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.passages.PassageId;
import org.zhengyu.transforms.passages.PassageSummary;

/** Rows of {@code passages}, in the order of their ids. */
public final class PassageRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;
  static final String FORMULA = "passages-passage_occurrences";

  private static final Table.Builder COLUMNS =
      Table.named("passages", "word sequence that several documents share", "多篇文档共有的语段");
  static final StringColumn PASSAGE_ID =
      COLUMNS
          .column(
              "passage_id",
              "its name: made of its words, so the same in every result",
              "语段编号：由其中的词算出，各次结果相同")
          .key()
          .ofStrings();
  private static final LongColumn TOKENS =
      COLUMNS.column("tokens", "its words", "词数").unit(Quantity.TOKENS).formula(FORMULA).ofLongs();
  private static final LongColumn DOCUMENTS =
      COLUMNS
          .column("documents", "documents that have it", "含有它的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn OCCURRENCES =
      COLUMNS
          .column("occurrences", "places where it stands", "出现的次数")
          .unit(Quantity.OCCURRENCES)
          .formula(FORMULA)
          .ofLongs();
  private static final FirstUseColumns FIRST_USE = FirstUseColumns.ifAny(COLUMNS);
  private static final StringColumn EXAMPLE =
      COLUMNS
          .column(
              "example",
              "its first occurrence in the order of the input, as counted",
              "按输入顺序的首次出现处的文字（统计所用文本）")
          .ofStrings();
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).ofStrings();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      PassageSummary passage = PassageSummary.unpack(merge.value());
      while (merge.nextValue()) {
        passage = passage.plus(PassageSummary.unpack(merge.value()));
      }
      out.setString(PASSAGE_ID, PassageId.toString(merge.key()));
      out.setLong(TOKENS, passage.tokens());
      out.setLong(DOCUMENTS, passage.documents());
      out.setLong(OCCURRENCES, passage.occurrences());
      FIRST_USE.set(passage.first(), out);
      PassageSummary.Example example = passage.example();
      out.setString(EXAMPLE, example.text());
      out.setString(DOC_ID, example.docId());
      out.setLong(BEGIN_OFFSET, example.begin());
      out.setLong(END_OFFSET, example.end());
      out.endRow();
    }
  }
}
