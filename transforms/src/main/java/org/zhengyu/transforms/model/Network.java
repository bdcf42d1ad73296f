package org.zhengyu.transforms.model;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Interval;

/**
 * The network of the terms that attract each other in one unit of co-occurrence.
 *
 * @param unit what two terms share to co-occur
 * @param nodes in the order of their terms' code points
 * @param edges the strongest first
 * @param modularity of the division into communities; NaN without edges
 */
public record Network(ContextUnit unit, List<Node> nodes, List<Edge> edges, double modularity) {
  /** Copies the lists. */
  public Network {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A term.
   *
   * @param term the term
   * @param degree its edges
   * @param strength the sum of their weights
   * @param betweenness the share of shortest paths between other nodes that lead through it
   * @param pageRank its share of a random walk
   * @param community the number of its community, the largest community 0
   */
  public record Node(
      String term,
      long degree,
      double strength,
      double betweenness,
      double pageRank,
      long community) {
    private void pack(PackedWriter out) {
      out.putString(term)
          .putVarint(degree)
          .putDouble(strength)
          .putDouble(betweenness)
          .putDouble(pageRank)
          .putVarint(community);
    }

    private static Node unpack(PackedReader in) {
      return new Node(
          in.getString(),
          in.getVarint(),
          in.getDouble(),
          in.getDouble(),
          in.getDouble(),
          in.getVarint());
    }
  }

  /**
   * A pair of terms.
   *
   * @param termA the term that is smaller by code points
   * @param termB the other
   * @param count how often they occur together
   * @param g2 the signed log-likelihood ratio of that
   * @param weight Dice's coefficient
   * @param interval the bootstrap interval of the weight; undefined where it was not resampled
   */
  public record Edge(
      String termA, String termB, long count, double g2, double weight, Interval interval) {
    private void pack(PackedWriter out) {
      out.putString(termA)
          .putString(termB)
          .putVarint(count)
          .putDouble(g2)
          .putDouble(weight)
          .putDouble(interval.lower())
          .putDouble(interval.upper());
    }

    private static Edge unpack(PackedReader in) {
      return new Edge(
          in.getString(),
          in.getString(),
          in.getVarint(),
          in.getDouble(),
          in.getDouble(),
          new Interval(in.getDouble(), in.getDouble()));
    }
  }

  /** The coder. */
  public static Coder<Network> coder() {
    return PackedCoder.of(Network.class, Network::pack, Network::unpack);
  }

  private void pack(PackedWriter out) {
    out.putEnum(unit).putList(nodes, Node::pack).putList(edges, Edge::pack).putDouble(modularity);
  }

  private static Network unpack(PackedReader in) {
    return new Network(
        in.getEnum(ContextUnit.class),
        in.getList(Node::unpack),
        in.getList(Edge::unpack),
        in.getDouble());
  }
}
