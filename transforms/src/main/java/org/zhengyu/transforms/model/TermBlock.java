package org.zhengyu.transforms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.Run;

/**
 * The terms of one bucket with their counts and postings: a run from the term to a {@link
 * TermEntry}, whose postings number the documents listed beside it.
 *
 * @param documents those of the postings and no others, in the order of their keys
 * @param entries from the term in UTF-8 to its packed entry
 */
public record TermBlock(List<CountedDocument> documents, Run entries) {
  /** Copies the list. */
  public TermBlock {
    documents = List.copyOf(documents);
  }

  /** The coder. */
  public static Coder<TermBlock> coder() {
    return new BlockCoder();
  }

  void pack(PackedWriter out) {
    out.putVarint(documents.size());
    Map<String, Integer> groupsSeen = new HashMap<>();
    for (CountedDocument document : documents) {
      out.putLong(document.key()).putString(document.id()).putVarint(document.tokens());
      out.putVarint(document.groups().size());
      for (String group : document.groups()) {
        packGroup(group, groupsSeen, out);
      }
    }
    entries.packInto(out);
  }

  static TermBlock unpack(PackedReader in) {
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
    return new TermBlock(documents, Run.unpackRest(in));
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
