package org.zhengyu.transforms.model;

import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The sizes of the counted corpus. A document, paragraph or sentence counts when it has at least
 * one token.
 *
 * @param documents documents
 * @param paragraphs paragraphs
 * @param sentences sentences
 * @param slots ordered pairs of positions at most the window apart in one sentence; 0 when no
 *     window was asked for
 * @param tokens tokens
 * @param minTokens the tokens of the smallest document; {@link Long#MAX_VALUE} without documents
 */
public record CorpusTotals(
    long documents, long paragraphs, long sentences, long slots, long tokens, long minTokens)
    implements Serializable {

  /** Nothing counted. */
  public static final CorpusTotals NONE = new CorpusTotals(0, 0, 0, 0, 0, Long.MAX_VALUE);

  /** The totals of two disjoint parts of a corpus together. */
  public CorpusTotals plus(CorpusTotals other) {
    return new CorpusTotals(
        documents + other.documents,
        paragraphs + other.paragraphs,
        sentences + other.sentences,
        slots + other.slots,
        tokens + other.tokens,
        Math.min(minTokens, other.minTokens));
  }

  /** The size of the event space of a unit: N of its contingency tables. */
  public long of(ContextUnit unit) {
    return switch (unit) {
      case SENTENCE -> sentences;
      case PARAGRAPH -> paragraphs;
      case DOCUMENT -> documents;
      case WINDOW -> slots;
    };
  }

  /** The coder. */
  public static Coder<CorpusTotals> coder() {
    return PackedCoder.of(CorpusTotals.class, CorpusTotals::pack, CorpusTotals::unpack);
  }

  void pack(PackedWriter out) {
    out.putVarint(documents)
        .putVarint(paragraphs)
        .putVarint(sentences)
        .putVarint(slots)
        .putVarint(tokens)
        .putVarint(minTokens);
  }

  static CorpusTotals unpack(PackedReader in) {
    return new CorpusTotals(
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint());
  }
}
