package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.ElementBytes;
import org.zhengyu.transforms.packed.ElementCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * The terms of one bucket with their counts and postings, as one split has them or, merged, the
 * whole corpus: a run from the term to a {@link TermEntry}, whose postings number the documents
 * listed beside it. All stays packed until it is asked for: a runner copies a block many times and
 * looks into none.
 */
public final class TermBlock {
  /** No terms of no documents. */
  public static final TermBlock NONE =
      of(CorpusTotals.NONE, new DocumentListBuilder(), SortedRun.EMPTY);

  private static final ElementCoder<TermBlock> CODER =
      ElementCoder.of(TermBlock.class, TermBlock::size, TermBlock::packed, TermBlock::new);

  /** One of them is there from the start, the other when it was asked for. */
  private volatile @Nullable Parts parts;

  private volatile @Nullable ElementBytes packed;

  private static final class Parts {
    final CorpusTotals totals;
    final byte[] documents;
    final SortedRun entries;

    Parts(CorpusTotals totals, byte[] documents, SortedRun entries) {
      this.totals = totals;
      this.documents = documents;
      this.entries = entries;
    }

    static Parts unpack(PackedReader in) {
      return new Parts(CorpusTotals.unpack(in), in.getBytes(), SortedRun.unpackRest(in));
    }
  }

  private TermBlock(Parts parts) {
    this.parts = parts;
  }

  private TermBlock(ElementBytes packed) {
    this.packed = packed;
  }

  /**
   * A block.
   *
   * @param totals the sizes of what was counted, of which this bucket has a part of the terms
   * @param documents those of the postings and no others, in the order of their keys
   * @param entries from the term in UTF-8 to its packed entry
   */
  public static TermBlock of(
      CorpusTotals totals, DocumentListBuilder documents, SortedRun entries) {
    return new TermBlock(new Parts(totals, documents.pack(), entries));
  }

  /** The sizes of the split or, in a merged block, of the corpus. */
  public CorpusTotals totals() {
    return parts().totals;
  }

  /** The documents of the postings in the order of their keys, looked through at each call. */
  public DocumentList documents() {
    return DocumentList.unpack(parts().documents);
  }

  /** From the term in UTF-8 to its packed {@link TermEntry}. */
  public SortedRun entries() {
    return parts().entries;
  }

  /** The packed length in bytes, about. */
  public long size() {
    ElementBytes whole = packed;
    if (whole != null) {
      return whole.length();
    }
    Parts known = parts();
    return (long) known.documents.length + known.entries.size();
  }

  /** The same terms and their margins without their postings. */
  public TermBlock margins() {
    SortedRunBuilder margins = new SortedRunBuilder();
    TermEntry entry = new TermEntry();
    PackedWriter out = new PackedWriter();
    SortedRunCursor cursor = entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      entry.clearPostings();
      out.clear();
      entry.pack(out);
      margins.add(cursor.key(), out);
    }
    return TermBlock.of(totals(), new DocumentListBuilder(), margins.build());
  }

  /** The coder. */
  public static Coder<TermBlock> coder() {
    return CODER;
  }

  private Parts parts() {
    Parts known = parts;
    if (known == null) {
      known = Parts.unpack(new PackedReader(packed.get()));
      parts = known;
    }
    return known;
  }

  private ElementBytes packed() {
    ElementBytes known = packed;
    if (known == null) {
      PackedWriter out = new PackedWriter((int) size());
      pack(out);
      known = ElementBytes.of(out.toByteArray());
      packed = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermBlock that && packed().equals(that.packed());
  }

  @Override
  public int hashCode() {
    return packed().hashCode();
  }

  void pack(PackedWriter out) {
    Parts known = parts();
    known.totals.pack(out);
    out.putBytes(known.documents);
    known.entries.packInto(out);
  }

  static TermBlock unpack(PackedReader in) {
    return new TermBlock(Parts.unpack(in));
  }
}
