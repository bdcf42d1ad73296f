package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.Column;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.passages.Reuse;

/** Rows of {@code reuse}. */
public final class ReuseRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("reuse", "document that counts", "计入统计的每篇文档");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final LongColumn TOKENS =
      COLUMNS
          .column("tokens", "its tokens", "词次数")
          .unit(Quantity.TOKENS)
          .formula(LineageRows.FORMULA)
          .ofLongs();
  private static final LongColumn COPIED =
      dated("copied", "tokens in passages that stood earlier elsewhere", "所在语段此前已见于他篇的词次")
          .unit(Quantity.TOKENS)
          .ofLongs();
  private static final LongColumn UNSOURCED =
      dated("unsourced", "copied tokens without a certain source", "其中无法确定最早出处的词次")
          .unit(Quantity.TOKENS)
          .ofLongs();
  private static final LongColumn ADAPTED =
      dated("adapted", "tokens of adapted sentences that are not copied", "改写句中未照录的词次")
          .unit(Quantity.TOKENS)
          .ofLongs();
  private static final LongColumn OWN =
      dated("own", "tokens that are neither copied nor adapted", "既非照录亦非改写的词次")
          .unit(Quantity.TOKENS)
          .ofLongs();
  private static final LongColumn ADAPTED_SENTENCES =
      dated(
              "adapted_sentences",
              "sentences of which a third or more of the tokens, but not all, are copied",
              "改写句数：照录词次达三分之一而非全部的句子")
          .unit(Quantity.SENTENCES)
          .ofLongs();
  private static final DoubleColumn COPIED_SHARE =
      share("copied_share", "share of its tokens that are copied", "照录词次的比例").ofDoubles();
  private static final DoubleColumn ADAPTED_SHARE =
      share("adapted_share", "share of its tokens that are adapted", "改写词次的比例").ofDoubles();
  private static final DoubleColumn OWN_SHARE =
      share("own_share", "share of its tokens that are its own", "自有词次的比例").ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private static Column.Builder dated(String name, String english, String chinese) {
    return COLUMNS
        .column(name, english, chinese)
        .nullable("where its date is not known", "日期不详时")
        .formula(LineageRows.FORMULA);
  }

  private static Column.Builder share(String name, String english, String chinese) {
    return COLUMNS
        .column(name, english, chinese)
        .nullable("where its date is not known, and without a token", "日期不详或没有词时")
        .formula(LineageRows.FORMULA);
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        write(Reuse.unpack(merge.value()), out);
      }
    }
  }

  private static void write(Reuse reuse, RowWriter out) throws IOException {
    out.setString(DOC_ID, reuse.docId());
    out.setLong(TOKENS, reuse.tokens());
    if (reuse.isDated()) {
      out.setLong(COPIED, reuse.copied());
      out.setLong(UNSOURCED, reuse.unsourced());
      out.setLong(ADAPTED, reuse.adapted());
      out.setLong(OWN, reuse.own());
      out.setLong(ADAPTED_SENTENCES, reuse.adaptedSentences());
      if (reuse.tokens() > 0) {
        double tokens = reuse.tokens();
        out.setDouble(COPIED_SHARE, reuse.copied() / tokens);
        out.setDouble(ADAPTED_SHARE, reuse.adapted() / tokens);
        out.setDouble(OWN_SHARE, reuse.own() / tokens);
      }
    }
    out.endRow();
  }
}
