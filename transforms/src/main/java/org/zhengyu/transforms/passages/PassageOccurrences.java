package org.zhengyu.transforms.passages;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/** The places of one passage in one document, packed one after the other. */
public final class PassageOccurrences {
  /** Takes the places. */
  @FunctionalInterface
  public interface Receiver<E extends Exception> {
    /** A place in the decoded document, in code points; the end is excluded. */
    void place(String docId, long begin, long end) throws E;
  }

  private PassageOccurrences() {}

  static void start(String docId, int count, PackedWriter out) {
    out.putString(docId).putVarint(count);
  }

  static void put(long begin, long end, PackedWriter out) {
    out.putVarint(begin).putVarint(end - begin);
  }

  /** Hands over the places in their order. */
  public static <E extends Exception> void forEach(PackedReader packed, Receiver<E> receiver)
      throws E {
    String docId = packed.getString();
    for (int count = packed.getCount(); count > 0; count--) {
      long begin = packed.getVarint();
      receiver.place(docId, begin, begin + packed.getVarint());
    }
  }
}
