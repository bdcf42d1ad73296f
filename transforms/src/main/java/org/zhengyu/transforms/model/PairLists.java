package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Several lists of strong pairs, in an order that whoever makes them knows.
 *
 * @param lists each the strongest first
 */
public record PairLists(List<StrongPairs> lists) implements Serializable {
  /** No list. */
  public static final PairLists NONE = new PairLists(List.of());

  /** Copies the list. */
  public PairLists {
    lists = List.copyOf(lists);
  }

  /** The list of a number; empty where there are fewer. */
  public StrongPairs list(int number) {
    return number < lists.size() ? lists.get(number) : StrongPairs.NONE;
  }

  /** The coder. */
  public static Coder<PairLists> coder() {
    return PackedCoder.of(PairLists.class, PairLists::pack, PairLists::unpack);
  }

  void pack(PackedWriter out) {
    out.putList(lists, StrongPairs::pack);
  }

  static PairLists unpack(PackedReader in) {
    return new PairLists(in.getList(StrongPairs::unpack));
  }
}
