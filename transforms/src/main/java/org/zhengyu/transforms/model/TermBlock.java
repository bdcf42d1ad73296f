package org.zhengyu.transforms.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.Run;

/**
 * The terms of one bucket with their counts and postings: a run from the term to a {@link
 * TermEntry}, whose postings number the documents listed beside it.
 *
 * @param documents in the order of their keys
 * @param entries from the term in UTF-8 to its packed entry
 */
public record TermBlock(List<CountedDocument> documents, Run entries) {
  /** Copies the list. */
  public TermBlock {
    documents = List.copyOf(documents);
  }

  /**
   * A document with at least one token.
   *
   * @param key its place in the input
   * @param id its name
   * @param tokens its length in tokens
   */
  public record CountedDocument(long key, String id, long tokens) {}

  /** The coder. */
  public static Coder<TermBlock> coder() {
    return new BlockCoder();
  }

  void pack(PackedWriter out) {
    out.putVarint(documents.size());
    for (CountedDocument document : documents) {
      out.putLong(document.key).putString(document.id).putVarint(document.tokens);
    }
    entries.packInto(out);
  }

  static TermBlock unpack(PackedReader in) {
    int count = in.getCount();
    List<CountedDocument> documents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      documents.add(new CountedDocument(in.getLong(), in.getString(), in.getVarint()));
    }
    return new TermBlock(documents, Run.unpackRest(in));
  }

  private static final class BlockCoder extends PackedCoder<TermBlock> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(TermBlock block, PackedWriter out) {
      block.pack(out);
    }

    @Override
    protected TermBlock unpack(PackedReader in) {
      return TermBlock.unpack(in);
    }
  }
}
