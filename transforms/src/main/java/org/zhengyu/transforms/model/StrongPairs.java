package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The pairs of terms that attract each other most.
 *
 * @param pairs the strongest first
 */
public record StrongPairs(List<StrongPair> pairs) implements Serializable {
  /** No pair. */
  public static final StrongPairs NONE = new StrongPairs(List.of());

  /** Copies the list. */
  public StrongPairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * A pair.
   *
   * @param first the number of one term in the vocabulary
   * @param second the number of the other, which is larger
   * @param count how often they occur together
   * @param shared how often they only share characters
   * @param g2 the signed log-likelihood ratio of that
   */
  public record StrongPair(int first, int second, long count, long shared, double g2)
      implements Serializable {
    /** The strongest first; of equally strong ones that of the smaller terms. */
    public static final Comparator<StrongPair> STRONGEST_FIRST =
        Comparator.comparingDouble(StrongPair::g2)
            .reversed()
            .thenComparingInt(StrongPair::first)
            .thenComparingInt(StrongPair::second);

    private void pack(PackedWriter out) {
      out.putVarint(first).putVarint(second).putVarint(count).putVarint(shared).putDouble(g2);
    }

    private static StrongPair unpack(PackedReader in) {
      return new StrongPair(
          in.getCount(), in.getCount(), in.getVarint(), in.getVarint(), in.getDouble());
    }
  }

  /** The strongest of both, at most so many. */
  public StrongPairs strongestWith(StrongPairs other, int most) {
    List<StrongPair> all = new ArrayList<>(pairs);
    all.addAll(other.pairs);
    all.sort(StrongPair.STRONGEST_FIRST);
    return new StrongPairs(all.subList(0, Math.min(most, all.size())));
  }

  /** Those whose G² is so high or higher. */
  public StrongPairs from(double g2) {
    return new StrongPairs(pairs.stream().takeWhile(pair -> pair.g2() >= g2).toList());
  }

  /** The coder. */
  public static Coder<StrongPairs> coder() {
    return PackedCoder.of(StrongPairs.class, StrongPairs::pack, StrongPairs::unpack);
  }

  void pack(PackedWriter out) {
    out.putList(pairs, StrongPair::pack);
  }

  static StrongPairs unpack(PackedReader in) {
    return new StrongPairs(in.getList(StrongPair::unpack));
  }
}
