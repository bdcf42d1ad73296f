package org.zhengyu.transforms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The documents that a {@link TermBlock} lists, each by its number. They stay packed, with 12 bytes
 * each beside them: where one word is in every document of a large corpus, its block lists them
 * all, and an object each would be several times what they say. Made by {@link
 * DocumentListBuilder}. Not thread-safe.
 */
public final class DocumentList {
  private final byte[] packed;

  /** Where the id of each document stands, behind its key. */
  private final int[] idAt;

  private final int[] tokens;

  /** Of each document the place of its groups among those that occur together. */
  private final int[] groups;

  private final List<List<String>> groupsTogether = new ArrayList<>();
  private final PackedReader id;

  private DocumentList(byte[] packed) {
    this.packed = packed;
    this.id = new PackedReader(packed);
    PackedReader in = new PackedReader(packed);
    int count = in.getCount();
    idAt = new int[count];
    tokens = new int[count];
    groups = new int[count];
    List<String> names = new ArrayList<>();
    for (int document = 0; document < count; document++) {
      in.skip(Long.BYTES);
      idAt[document] = in.position();
      in.skip(in.getCount());
      tokens[document] = in.getCount();
      groups[document] = in.getCount();
      if (groups[document] == groupsTogether.size()) {
        groupsTogether.add(List.copyOf(in.getList(each -> name(names, each))));
      }
    }
  }

  private static String name(List<String> names, PackedReader in) {
    int number = in.getCount();
    if (number == names.size()) {
      names.add(in.getString());
    }
    return names.get(number);
  }

  static DocumentList unpack(byte[] packed) {
    return new DocumentList(packed);
  }

  /** How many there are. */
  public int size() {
    return idAt.length;
  }

  /** The place of a document in the input, see {@link DocumentKey}. */
  public long key(int document) {
    return new PackedReader(packed, idAt[document] - Long.BYTES, Long.BYTES).getLong();
  }

  /** A reader of the name of a document in UTF-8, valid until the next call. */
  public PackedReader id(int document) {
    id.reset(packed, idAt[document], packed.length - idAt[document]);
    int length = id.getCount();
    id.reset(packed, id.position(), length);
    return id;
  }

  /** The length of a document in tokens. */
  public int tokens(int document) {
    return tokens[document];
  }

  /** The groups of a document. */
  public List<String> groups(int document) {
    return groupsTogether.get(groups[document]);
  }

  /** All of a document. */
  public CountedDocument get(int document) {
    PackedReader name = new PackedReader(packed, idAt[document], packed.length - idAt[document]);
    return new CountedDocument(key(document), name.getString(), tokens[document], groups(document));
  }

  /** Writes the key and the name of a document as they stand here. */
  void copyIdentity(int document, PackedWriter to) {
    int from = idAt[document] - Long.BYTES;
    PackedReader name = new PackedReader(packed, idAt[document], packed.length - idAt[document]);
    name.skip(name.getCount());
    to.putRaw(packed, from, name.position() - from);
  }

  /** What a function of its groups says of each document; it is asked once for the same groups. */
  public int[] byGroups(ToIntFunction<List<String>> function) {
    int[] values = groupsTogether.stream().mapToInt(function).toArray();
    return Arrays.stream(groups).map(together -> values[together]).toArray();
  }
}
