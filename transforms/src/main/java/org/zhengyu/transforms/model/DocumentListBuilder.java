package org.zhengyu.transforms.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.packed.PackedWriter;

/** Packs documents one after another as a {@link DocumentList}. Not thread-safe. */
public final class DocumentListBuilder {
  private final PackedWriter out = new PackedWriter();
  private final Map<List<String>, Integer> groupsSeen = new HashMap<>();
  private final Map<String, Integer> namesSeen = new HashMap<>();
  private int size;

  /** An empty builder. */
  public DocumentListBuilder() {}

  /** How many were added, which is the number that the next one will have. */
  public int size() {
    return size;
  }

  /** The bytes packed so far. */
  public int bytes() {
    return out.size();
  }

  /** Adds a document, whose key is larger than those before. */
  public void add(CountedDocument document) {
    out.putLong(document.key()).putString(document.id());
    addRest(document.tokens(), document.groups());
  }

  /** Adds a document of a list, whose key is larger than those before. */
  public void add(DocumentList list, int document) {
    list.copyIdentity(document, out);
    addRest(list.tokens(document), list.groups(document));
  }

  private void addRest(long tokens, List<String> groups) {
    out.putVarint(tokens);
    // Groups are packed by their number; behind a number that is new they stand themselves.
    Integer known = groupsSeen.putIfAbsent(groups, groupsSeen.size());
    if (known != null) {
      out.putVarint(known);
    } else {
      out.putVarint(groupsSeen.size() - 1L).putList(groups, this::packName);
    }
    size++;
  }

  private void packName(String name, PackedWriter to) {
    Integer known = namesSeen.putIfAbsent(name, namesSeen.size());
    if (known != null) {
      to.putVarint(known);
    } else {
      to.putVarint(namesSeen.size() - 1L).putString(name);
    }
  }

  byte[] pack() {
    byte[] count = new PackedWriter().putVarint(size).toByteArray();
    byte[] all = Arrays.copyOf(count, count.length + out.size());
    System.arraycopy(out.array(), 0, all, count.length, out.size());
    return all;
  }
}
