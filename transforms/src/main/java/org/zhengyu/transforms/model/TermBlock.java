package org.zhengyu.transforms.model;

import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * The terms of one bucket with their counts and postings, as one split has them or, merged, the
 * whole corpus: a run from the term to a {@link TermEntry}, whose postings number the documents
 * listed beside it. The list stays packed until it is asked for: a runner copies a block many times
 * and looks into none.
 */
public final class TermBlock {
  /** No terms of no documents. */
  public static final TermBlock NONE =
      of(CorpusTotals.NONE, new DocumentListBuilder(), SortedRun.EMPTY);

  private final CorpusTotals totals;
  private final byte[] documents;
  private final SortedRun entries;

  private TermBlock(CorpusTotals totals, byte[] documents, SortedRun entries) {
    this.totals = totals;
    this.documents = documents;
    this.entries = entries;
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
    return new TermBlock(totals, documents.pack(), entries);
  }

  /** The sizes of the split or, in a merged block, of the corpus. */
  public CorpusTotals totals() {
    return totals;
  }

  /** The documents of the postings in the order of their keys, looked through at each call. */
  public DocumentList documents() {
    return DocumentList.unpack(documents);
  }

  /** From the term in UTF-8 to its packed {@link TermEntry}. */
  public SortedRun entries() {
    return entries;
  }

  /** The packed length in bytes, about. */
  public long size() {
    return (long) documents.length + entries.size();
  }

  /**
   * The same terms and their margins without their postings, or their postings without margins: one
   * of them added to the other is the whole.
   *
   * @param withPostings which of the two
   */
  public TermBlock half(boolean withPostings) {
    SortedRunBuilder halves = new SortedRunBuilder();
    TermEntry entry = new TermEntry();
    PackedWriter packed = new PackedWriter();
    SortedRunCursor cursor = entries.cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      if (withPostings) {
        entry.clearMargins();
      } else {
        entry.clearPostings();
      }
      packed.clear();
      entry.pack(packed);
      halves.add(cursor.key(), packed);
    }
    return withPostings
        ? new TermBlock(CorpusTotals.NONE, documents, halves.build())
        : TermBlock.of(totals, new DocumentListBuilder(), halves.build());
  }

  /** The coder. */
  public static Coder<TermBlock> coder() {
    return PackedCoder.of(TermBlock.class, TermBlock::pack, TermBlock::unpack);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermBlock that
        && totals.equals(that.totals)
        && Arrays.equals(documents, that.documents)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(totals, Arrays.hashCode(documents), entries);
  }

  void pack(PackedWriter out) {
    totals.pack(out);
    out.putBytes(documents);
    entries.packInto(out);
  }

  static TermBlock unpack(PackedReader in) {
    return new TermBlock(CorpusTotals.unpack(in), in.getBytes(), SortedRun.unpackRest(in));
  }
}
