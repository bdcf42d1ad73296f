package org.zhengyu.transforms.model;

import java.util.ArrayList;
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
      long community) {}

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
      String termA, String termB, long count, double g2, double weight, Interval interval) {}

  /** The coder. */
  public static Coder<Network> coder() {
    return new NetworkCoder();
  }

  private static final class NetworkCoder extends PackedCoder<Network> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(Network network, PackedWriter out) {
      out.putByte(network.unit.ordinal()).putVarint(network.nodes.size());
      for (Node node : network.nodes) {
        out.putString(node.term).putVarint(node.degree);
        putDouble(node.strength, out);
        putDouble(node.betweenness, out);
        putDouble(node.pageRank, out);
        out.putVarint(node.community);
      }
      out.putVarint(network.edges.size());
      for (Edge edge : network.edges) {
        out.putString(edge.termA).putString(edge.termB).putVarint(edge.count);
        putDouble(edge.g2, out);
        putDouble(edge.weight, out);
        putDouble(edge.interval.lower(), out);
        putDouble(edge.interval.upper(), out);
      }
      putDouble(network.modularity, out);
    }

    @Override
    protected Network unpack(PackedReader in) {
      ContextUnit unit = ContextUnit.values()[in.getByte()];
      int nodeCount = in.getCount();
      List<Node> nodes = new ArrayList<>(nodeCount);
      for (int i = 0; i < nodeCount; i++) {
        nodes.add(
            new Node(
                in.getString(),
                in.getVarint(),
                getDouble(in),
                getDouble(in),
                getDouble(in),
                in.getVarint()));
      }
      int edgeCount = in.getCount();
      List<Edge> edges = new ArrayList<>(edgeCount);
      for (int i = 0; i < edgeCount; i++) {
        edges.add(
            new Edge(
                in.getString(),
                in.getString(),
                in.getVarint(),
                getDouble(in),
                getDouble(in),
                new Interval(getDouble(in), getDouble(in))));
      }
      return new Network(unit, nodes, edges, getDouble(in));
    }

    private static void putDouble(double value, PackedWriter out) {
      out.putLong(Double.doubleToLongBits(value));
    }

    private static double getDouble(PackedReader in) {
      return Double.longBitsToDouble(in.getLong());
    }
  }
}
