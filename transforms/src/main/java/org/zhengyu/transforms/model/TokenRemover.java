package org.zhengyu.transforms.model;

import java.util.BitSet;
import java.util.function.LongFunction;
import org.zhengyu.transforms.packed.PackedWriter;

/** Writes the documents of a split again, see {@link SegmentedSplit#without}. */
final class TokenRemover implements SegmentedSplit.Visitor {
  private final int noTerm;
  private final LongFunction<BitSet> leftOut;
  private final PackedWriter heads = new PackedWriter();
  private final PackedWriter stream = new PackedWriter(1 << 16);
  private final PackedWriter document = new PackedWriter();
  private final PackedWriter paragraph = new PackedWriter();
  private final InnerUses kept = new InnerUses();
  private int documents;
  private CountedDocument current;
  private BitSet ofDocument;
  private int paragraphs;
  private int sentences;
  private int tokens;

  /**
   * Removes tokens.
   *
   * @param noTerm the type that takes their places
   * @param leftOut by the key of a document their places in it
   */
  TokenRemover(int noTerm, LongFunction<BitSet> leftOut) {
    this.noTerm = noTerm;
    this.leftOut = leftOut;
  }

  @Override
  public void beginDocument(CountedDocument begun) {
    current = begun;
    ofDocument = leftOut.apply(begun.key());
    paragraphs = 0;
    tokens = 0;
  }

  @Override
  public void sentence(int[] types, int count, InnerUses uses) {
    keep(uses);
    boolean hasUses = kept.size() > 0;
    paragraph.putVarint((long) count << 1 | (hasUses ? 1 : 0));
    for (int i = 0; i < count; i++) {
      paragraph.putVarint(ofDocument.get(tokens + i) ? noTerm : types[i]);
    }
    if (hasUses) {
      kept.pack(paragraph);
    }
    sentences++;
    tokens += count;
  }

  private void keep(InnerUses uses) {
    kept.clear();
    for (int i = 0; i < uses.size(); i++) {
      int next = ofDocument.nextSetBit(tokens + uses.first(i));
      if (next < 0 || next > tokens + uses.last(i)) {
        kept.add(uses.type(i), uses.first(i), uses.last(i), uses.begin(i), uses.end(i));
      }
    }
  }

  @Override
  public void endParagraph() {
    document.putVarint(sentences).putRaw(paragraph.array(), 0, paragraph.size());
    paragraph.clear();
    sentences = 0;
    paragraphs++;
  }

  @Override
  public void endDocument() {
    documents++;
    long rest = current.tokens() - ofDocument.cardinality();
    new CountedDocument(current.key(), current.id(), rest, current.groups()).pack(heads);
    heads.putVarint(paragraphs).putVarint(document.size()).putVarint(0);
    stream.putRaw(document.array(), 0, document.size());
    document.clear();
  }

  /** Appends the documents: their number, what is known of them, no joints, and their tokens. */
  void pack(PackedWriter out) {
    out.putVarint(documents)
        .putBytes(heads.array(), 0, heads.size())
        .putVarint(0)
        .putRaw(stream.array(), 0, stream.size());
  }
}
