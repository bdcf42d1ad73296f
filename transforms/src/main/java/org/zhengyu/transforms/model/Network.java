package org.zhengyu.transforms.model;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Interval;

/**
 * A network of terms that attract each other in one unit of co-occurrence.
 *
 * @param unit what two terms share to co-occur
 * @param name which of the networks of the unit it is
 * @param nodes in the order of their terms' code points
 * @param edges the strongest first
 * @param components how many parts it has between which there is no path
 * @param modularity of the division into communities; NaN without edges
 */
public record Network(
    ContextUnit unit,
    String name,
    List<Node> nodes,
    List<Edge> edges,
    long components,
    double modularity) {
  /** Copies the lists. */
  public Network {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A term.
   *
   * @param term the term
   * @param place how it is tied to others
   * @param membership what it belongs to
   * @param x where it is drawn, from -1 to 1
   * @param y the same along the other axis
   */
  public record Node(String term, Place place, Membership membership, double x, double y) {
    private void pack(PackedWriter out) {
      out.putString(term);
      place.pack(out);
      membership.pack(out);
      out.putDouble(x).putDouble(y);
    }

    private static Node unpack(PackedReader in) {
      return new Node(
          in.getString(), Place.unpack(in), Membership.unpack(in), in.getDouble(), in.getDouble());
    }
  }

  /**
   * How a term is tied to others.
   *
   * @param degree its edges
   * @param strength the sum of their weights
   * @param betweenness the share of shortest paths between other nodes that lead through it
   * @param pageRank its share of a random walk
   */
  public record Place(long degree, double strength, double betweenness, double pageRank) {
    private void pack(PackedWriter out) {
      out.putVarint(degree).putDouble(strength).putDouble(betweenness).putDouble(pageRank);
    }

    private static Place unpack(PackedReader in) {
      return new Place(in.getVarint(), in.getDouble(), in.getDouble(), in.getDouble());
    }
  }

  /**
   * What a term belongs to.
   *
   * @param component the number of its component, the largest 0
   * @param community the number of its community, the largest 0
   * @param density how tight this community is
   * @param centrality how much this community is tied to others
   */
  public record Membership(long component, long community, double density, double centrality) {
    private void pack(PackedWriter out) {
      out.putVarint(component).putVarint(community).putDouble(density).putDouble(centrality);
    }

    private static Membership unpack(PackedReader in) {
      return new Membership(in.getVarint(), in.getVarint(), in.getDouble(), in.getDouble());
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
    out.putEnum(unit)
        .putString(name)
        .putList(nodes, Node::pack)
        .putList(edges, Edge::pack)
        .putVarint(components)
        .putDouble(modularity);
  }

  private static Network unpack(PackedReader in) {
    return new Network(
        in.getEnum(ContextUnit.class),
        in.getString(),
        in.getList(Node::unpack),
        in.getList(Edge::unpack),
        in.getVarint(),
        in.getDouble());
  }
}
