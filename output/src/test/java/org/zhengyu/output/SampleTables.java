package org.zhengyu.output;

import java.util.List;

/** Two small tables, one of which refers to the other. */
final class SampleTables {
  private static final Table.Builder WORD_COLUMNS = Table.named("words", "word", "每个词");
  static final StringColumn WORD = WORD_COLUMNS.column("word", "the word", "词").key().ofStrings();
  static final LongColumn LENGTH =
      WORD_COLUMNS
          .column("length", "its length", "词长")
          .unit(new Wording("code points", "码位"))
          .ofLongs();
  static final Table WORDS = WORD_COLUMNS.build();

  private static final Table.Builder COUNT_COLUMNS =
      Table.named("counts", "document and word", "每篇文档中的每个词");
  static final StringColumn DOC_ID =
      COUNT_COLUMNS.column("doc_id", "the document", "文档").key().ofStrings();
  static final StringColumn COUNTED =
      COUNT_COLUMNS.column("word", "the word", "词").key().references(WORD).ofStrings();
  static final LongColumn TF = COUNT_COLUMNS.column("tf", "how often", "次数").ofLongs();
  static final DoubleColumn SHARE =
      COUNT_COLUMNS
          .column("share", "of all words", "所占比例")
          .nullable("in an empty document", "文档为空时")
          .formula("counts")
          .ofDoubles();
  static final StringColumn STYLE =
      COUNT_COLUMNS.column("style", "how", "风格").oneOf(List.of("plain", "bold")).ofStrings();
  static final DateColumn DAY =
      COUNT_COLUMNS.column("day", "when", "日期").nullable("where unknown", "日期不详时").ofDates();
  static final BooleanColumn IS_NEW =
      COUNT_COLUMNS.column("is_new", "whether it is new", "是否为新词").ofBooleans();
  static final Table COUNTS = COUNT_COLUMNS.build();

  private SampleTables() {}
}
