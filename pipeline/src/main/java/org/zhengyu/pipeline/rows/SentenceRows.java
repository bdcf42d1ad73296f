package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.StringListColumn;
import org.zhengyu.output.Table;
import org.zhengyu.output.TextPool;
import org.zhengyu.transforms.counting.SentenceTerms;
import org.zhengyu.transforms.model.PackedSentences;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;

/** Rows of {@code sentences}. */
public final class SentenceRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  /** Between the two terms of a pair: it stands in none, for in a lexicon it divides variants. */
  private static final char BETWEEN = '|';

  private static final Table.Builder COLUMNS =
      Table.named("sentences", "sentence of a counted document", "计入统计的文档中的每个句子");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final StringColumn ZONE = SharedColumns.zone(COLUMNS).ofStrings();
  private static final LongColumn PARAGRAPH = SharedColumns.paragraph(COLUMNS).ofLongs();
  private static final LongColumn SENTENCE = SharedColumns.sentence(COLUMNS).key().ofLongs();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();
  private static final StringColumn TEXT =
      COLUMNS
          .column(
              "text", "the sentence as written, without the line breaks inside it", "原文句子，句内的换行已去除")
          .mostlyDistinct()
          .ofStrings();
  private static final StringListColumn TERMS =
      COLUMNS
          .column(
              "terms",
              "the terms that are present, each once, in the order of the text: all words, and the"
                  + " phrases used inside or across them",
              "句中出现的词，各列一次，按原文先后：包括所有的词，以及在词内或跨词使用的短语")
          .formula("sentences")
          .ofStringLists();
  private static final StringListColumn SHARED_PAIRS =
      COLUMNS
          .column(
              "shared_pairs",
              "pairs of these terms, as `term_a|term_b`, that only share characters here, and so do"
                  + " not co-occur",
              "其中仅因共用汉字而同现、不算共现的词对，写作 `term_a|term_b`")
          .formula("sentences")
          .ofStringLists();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SentenceTerms present = new SentenceTerms();
    DocumentGroups.forEach(
        runs, (docId, packed) -> new Sentences(docId, packed, present, out).write());
  }

  /** Sentences of one document that were packed together. */
  private static final class Sentences {
    private final byte[] docId;
    private final PackedSentences.Reader sentences;
    private final SentenceTerms present;
    private final RowWriter out;
    private final List<byte[]> terms = new ArrayList<>();
    private final TextPool termPool = new TextPool();
    private final TextPool pairPool = new TextPool();

    Sentences(String docId, PackedReader packed, SentenceTerms present, RowWriter out) {
      this.docId = docId.getBytes(UTF_8);
      this.sentences = new PackedSentences.Reader(packed, this::addTerm);
      this.present = present;
      this.out = out;
    }

    private void addTerm(byte[] term) {
      terms.add(term);
      termPool.add(term);
    }

    void write() throws IOException {
      while (sentences.next()) {
        out.setString(DOC_ID, docId, 0, docId.length);
        out.setString(ZONE, sentences.zone().toString());
        out.setLong(PARAGRAPH, sentences.paragraph());
        out.setLong(SENTENCE, sentences.sentence());
        out.setLong(BEGIN_OFFSET, sentences.begin());
        out.setLong(END_OFFSET, sentences.end());
        out.setString(TEXT, sentences.textArray(), sentences.textBegin(), sentences.textLength());
        present.load(sentences.words(), sentences.size(), sentences.uses(), terms.size());
        out.setStrings(TERMS, termPool, present.terms(), present.count());
        setSharedPairs();
        out.endRow();
      }
    }

    private void setSharedPairs() {
      byte[][] pairs = new byte[present.sharedPairs()][];
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = pair(terms.get(present.sharedFirst(i)), terms.get(present.sharedSecond(i)));
      }
      Arrays.sort(pairs, Arrays::compareUnsigned);
      int[] numbers = new int[pairs.length];
      for (int i = 0; i < pairs.length; i++) {
        numbers[i] = pairPool.add(pairs[i]);
      }
      out.setStrings(SHARED_PAIRS, pairPool, numbers, pairs.length);
    }

    private static byte[] pair(byte[] one, byte[] other) {
      boolean inOrder = Arrays.compareUnsigned(one, other) < 0;
      ByteArrayOutputStream pair = new ByteArrayOutputStream(one.length + 1 + other.length);
      pair.writeBytes(inOrder ? one : other);
      pair.write(BETWEEN);
      pair.writeBytes(inOrder ? other : one);
      return pair.toByteArray();
    }
  }
}
