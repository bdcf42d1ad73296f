package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Bootstrap;

/**
 * The edges of a network, and of the strongest of them the joint counts, and the margins of their
 * two terms together, in every bootstrap replicate.
 */
public final class ResampledEdges implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No edge. */
  public static final ResampledEdges NONE =
      new ResampledEdges(StrongPairs.NONE, new long[0][], new long[0][]);

  private final StrongPairs edges;
  private final long[][] joint;
  private final long[][] margins;

  /**
   * The sums over some documents.
   *
   * @param edges all edges, the strongest first
   * @param joint of the strongest of them how often the two terms occur together, by replicate
   * @param margins of the same the sum of how often each term occurs, by replicate
   */
  public ResampledEdges(StrongPairs edges, long[][] joint, long[][] margins) {
    this.edges = edges;
    this.joint = joint;
    this.margins = margins;
  }

  /** All edges, the strongest first. */
  public StrongPairs edges() {
    return edges;
  }

  /** How many of the edges are resampled, the strongest. */
  public int resampled() {
    return joint.length;
  }

  /**
   * Dice's coefficient of an edge in each replicate: twice the joint count over the margins; NaN
   * where neither term occurs.
   */
  public double[] dice(int edge) {
    double[] dice = new double[Bootstrap.REPLICATES];
    for (int i = 0; i < dice.length; i++) {
      dice[i] = 2.0 * joint[edge][i] / margins[edge][i];
    }
    return dice;
  }

  /** The sums over two disjoint sets of documents together. */
  public ResampledEdges plus(ResampledEdges other) {
    if (resampled() == 0 || other.resampled() == 0) {
      return edges.pairs().isEmpty() ? other : this;
    }
    return new ResampledEdges(edges, plus(joint, other.joint), plus(margins, other.margins));
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
        && edges.equals(that.edges)
        && Arrays.deepEquals(joint, that.joint)
        && Arrays.deepEquals(margins, that.margins);
  }

  @Override
  public int hashCode() {
    return Objects.hash(edges, Arrays.deepHashCode(joint), Arrays.deepHashCode(margins));
  }

  private void pack(PackedWriter out) {
    edges.pack(out);
    out.putVarint(resampled());
    for (int edge = 0; edge < resampled(); edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        out.putVarint(joint[edge][i]).putVarint(margins[edge][i]);
      }
    }
  }

  private static ResampledEdges unpack(PackedReader in) {
    StrongPairs edges = StrongPairs.unpack(in);
    int resampled = in.getCount();
    long[][] joint = new long[resampled][Bootstrap.REPLICATES];
    long[][] margins = new long[resampled][Bootstrap.REPLICATES];
    for (int edge = 0; edge < resampled; edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        joint[edge][i] = in.getVarint();
        margins[edge][i] = in.getVarint();
      }
    }
    return new ResampledEdges(edges, joint, margins);
  }
}
