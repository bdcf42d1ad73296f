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
  public static final ResampledEdges NONE = new ResampledEdges(StrongPairs.NONE, 0);

  private final StrongPairs edges;
  private final long[][] joint;
  private final long[][] margins;

  /**
   * Sums of 0.
   *
   * @param edges all edges, the strongest first
   * @param resampled of how many of them there are sums
   */
  public ResampledEdges(StrongPairs edges, int resampled) {
    this.edges = edges;
    joint = new long[resampled][Bootstrap.REPLICATES];
    margins = new long[resampled][Bootstrap.REPLICATES];
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
   * Adds what one document has of an edge.
   *
   * @param jointCount how often its terms occur together there
   * @param marginCount the sum of how often each of them occurs there
   * @param weights how often the document is in each replicate
   */
  public void add(int edge, long jointCount, long marginCount, byte[] weights) {
    if (jointCount > 0) {
      Bootstrap.add(joint[edge], weights, jointCount);
    }
    Bootstrap.add(margins[edge], weights, marginCount);
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
    ResampledEdges sum = new ResampledEdges(edges, resampled());
    for (int edge = 0; edge < resampled(); edge++) {
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        sum.joint[edge][i] = joint[edge][i] + other.joint[edge][i];
        sum.margins[edge][i] = margins[edge][i] + other.margins[edge][i];
      }
    }
    return sum;
  }

  /** The coder. */
  public static Coder<ResampledEdges> coder() {
    return new ResampledEdgesCoder();
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

  private static final class ResampledEdgesCoder extends PackedCoder<ResampledEdges> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(ResampledEdges edges, PackedWriter out) {
      edges.edges.pack(out);
      out.putVarint(edges.resampled());
      for (int edge = 0; edge < edges.resampled(); edge++) {
        for (int i = 0; i < Bootstrap.REPLICATES; i++) {
          out.putVarint(edges.joint[edge][i]).putVarint(edges.margins[edge][i]);
        }
      }
    }

    @Override
    protected ResampledEdges unpack(PackedReader in) {
      ResampledEdges edges = new ResampledEdges(StrongPairs.unpack(in), in.getCount());
      for (int edge = 0; edge < edges.resampled(); edge++) {
        for (int i = 0; i < Bootstrap.REPLICATES; i++) {
          edges.joint[edge][i] = in.getVarint();
          edges.margins[edge][i] = in.getVarint();
        }
      }
      return edges;
    }
  }
}
