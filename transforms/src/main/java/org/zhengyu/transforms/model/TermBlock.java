package org.zhengyu.transforms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * The terms of one bucket with their counts and postings, as one split has them or, merged, the
 * whole corpus: a run from the term to a {@link TermEntry}, whose postings number the documents
 * listed beside it. The list stays packed until it is asked for: a runner copies a block many times
 * and looks into none.
 */
public final class TermBlock {
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
      CorpusTotals totals, List<CountedDocument> documents, SortedRun entries) {
    return new TermBlock(totals, packed(documents), entries);
  }

  /** The sizes of the split or, in a merged block, of the corpus. */
  public CorpusTotals totals() {
    return totals;
  }

  /** The documents of the postings in the order of their keys, unpacked at each call. */
  public List<CountedDocument> documents() {
    return unpacked(new PackedReader(documents));
  }

  /** From the term in UTF-8 to its packed {@link TermEntry}. */
  public SortedRun entries() {
    return entries;
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

  private static byte[] packed(List<CountedDocument> documents) {
    PackedWriter out = new PackedWriter();
    out.putVarint(documents.size());
    Map<String, Integer> groupsSeen = new HashMap<>();
    for (CountedDocument document : documents) {
      out.putLong(document.key()).putString(document.id()).putVarint(document.tokens());
      out.putVarint(document.groups().size());
      for (String group : document.groups()) {
        packGroup(group, groupsSeen, out);
      }
    }
    return out.toByteArray();
  }

  private static List<CountedDocument> unpacked(PackedReader in) {
    int count = in.getCount();
    List<CountedDocument> documents = new ArrayList<>(count);
    List<String> groupsSeen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long key = in.getLong();
      String id = in.getString();
      long tokens = in.getVarint();
      int groupCount = in.getCount();
      List<String> groups = new ArrayList<>(groupCount);
      for (int g = 0; g < groupCount; g++) {
        groups.add(unpackGroup(groupsSeen, in));
      }
      documents.add(new CountedDocument(key, id, tokens, groups));
    }
    return documents;
  }

  /** Packs a group by its number; behind a number that is new stands its name. */
  private static void packGroup(String group, Map<String, Integer> seen, PackedWriter out) {
    Integer known = seen.putIfAbsent(group, seen.size());
    if (known != null) {
      out.putVarint(known);
    } else {
      out.putVarint(seen.size() - 1L).putString(group);
    }
  }

  private static String unpackGroup(List<String> seen, PackedReader in) {
    int number = in.getCount();
    if (number == seen.size()) {
      seen.add(in.getString());
    }
    return seen.get(number);
  }
}
