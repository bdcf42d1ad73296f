package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Bootstrap;

/**
 * The edges of networks, and of the strongest of each the joint counts, and the margins of their
 * two terms together, in every bootstrap replicate.
 */
public final class ResampledEdges implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many edges of a network are resampled: each costs all replicates in each document. */
  public static final int RESAMPLED = 100;

  /** No network. */
  public static final ResampledEdges NONE =
      new ResampledEdges(PairLists.NONE, new long[0][], new long[0][]);

  private final PairLists networks;
  private final long[][] joint;
  private final long[][] margins;

  /**
   * The sums over some documents.
   *
   * @param networks all edges of each network
   * @param joint of the {@linkplain #strongest strongest} of them how often the two terms occur
   *     together, by replicate; none where nothing is resampled
   * @param margins of the same the sum of how often each term occurs, by replicate
   */
  public ResampledEdges(PairLists networks, long[][] joint, long[][] margins) {
    this.networks = networks;
    this.joint = joint;
    this.margins = margins;
  }

  /** All edges of each network. */
  public PairLists networks() {
    return networks;
  }

  /** The edges to resample: of each network the strongest, each pair once. */
  public static List<StrongPair> strongest(PairLists networks) {
    return networks.lists().stream()
        .flatMap(edges -> edges.pairs().stream().limit(RESAMPLED))
        .distinct()
        .toList();
  }

  /**
   * Dice's coefficient of each edge that was resampled in each replicate: twice the joint count
   * over the margins; NaN where neither term occurs.
   */
  public Map<StrongPair, double[]> dice() {
    Map<StrongPair, double[]> dice = new HashMap<>();
    if (joint.length > 0) {
      List<StrongPair> edges = strongest(networks);
      for (int edge = 0; edge < edges.size(); edge++) {
        dice.put(edges.get(edge), dice(edge));
      }
    }
    return dice;
  }

  private double[] dice(int edge) {
    double[] dice = new double[Bootstrap.REPLICATES];
    for (int i = 0; i < dice.length; i++) {
      dice[i] = 2.0 * joint[edge][i] / margins[edge][i];
    }
    return dice;
  }

  /** The sums over two disjoint sets of documents together. */
  public ResampledEdges plus(ResampledEdges other) {
    if (joint.length == 0 || other.joint.length == 0) {
      return networks.lists().isEmpty() ? other : this;
    }
    return new ResampledEdges(networks, plus(joint, other.joint), plus(margins, other.margins));
  }

  private static long[][] plus(long[][] some, long[][] others) {
    long[][] sums = new long[some.length][Bootstrap.REPLICATES];
    for (int edge = 0; edge < sums.length; edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        sums[edge][i] = some[edge][i] + others[edge][i];
      }
    }
    return sums;
  }

  /** The coder. */
  public static Coder<ResampledEdges> coder() {
    return PackedCoder.of(ResampledEdges.class, ResampledEdges::pack, ResampledEdges::unpack);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResampledEdges that
        && networks.equals(that.networks)
        && Arrays.deepEquals(joint, that.joint)
        && Arrays.deepEquals(margins, that.margins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(networks, Arrays.deepHashCode(joint), Arrays.deepHashCode(margins));
  }

  private void pack(PackedWriter out) {
    networks.pack(out);
    out.putVarint(joint.length);
    for (int edge = 0; edge < joint.length; edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        out.putVarint(joint[edge][i]).putVarint(margins[edge][i]);
      }
    }
  }

  private static ResampledEdges unpack(PackedReader in) {
    PairLists networks = PairLists.unpack(in);
    int resampled = in.getCount();
    long[][] joint = new long[resampled][Bootstrap.REPLICATES];
    long[][] margins = new long[resampled][Bootstrap.REPLICATES];
    for (int edge = 0; edge < resampled; edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        joint[edge][i] = in.getVarint();
        margins[edge][i] = in.getVarint();
      }
    }
    return new ResampledEdges(networks, joint, margins);
  }
}
