package org.zhengyu.report.exports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;
import org.zhengyu.report.ForceLayout;

/** The network of one unit of co-occurrence, with places to draw its nodes. */
final class Network {
  static final String NODES = "network_nodes";
  static final String EDGES = "network_edges";

  /** To lay out more takes minutes: weaker nodes have no place then. */
  private static final int MOST_PLACED = 2000;

  private final String unit;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private double[][] places = {};

  /**
   * A node.
   *
   * @param number its place among the nodes, from 0: the strongest first
   */
  record Node(
      int number,
      String term,
      boolean isPhrase,
      long degree,
      double strength,
      double pagerank,
      long community) {}

  /** An edge. */
  record Edge(Node a, Node b, long o11, double weight) {}

  private Network(String unit) {
    this.unit = unit;
  }

  /** The networks of a result, one for each unit that has an edge. */
  static List<Network> of(StoredResult result) throws IOException {
    long seed = new JsonMapper().readTree(result.manifest()).path("options").path("seed").asLong(1);
    Map<String, Network> networks = new LinkedHashMap<>();
    readNodes(result.table(NODES).orElseThrow(), networks);
    readEdges(result.table(EDGES).orElseThrow(), networks);
    networks.values().forEach(network -> network.layOut(seed));
    return List.copyOf(networks.values());
  }

  private static void readNodes(StoredTable table, Map<String, Network> networks)
      throws IOException {
    table.read(
        List.of("unit", "term", "is_phrase", "degree", "strength", "pagerank", "community"),
        row ->
            networks
                .computeIfAbsent(row.text(0), Network::new)
                .nodes
                .add(
                    new Node(
                        0,
                        row.text(1),
                        row.number(2) != 0,
                        row.number(3),
                        row.measure(4),
                        row.measure(5),
                        row.number(6))));
    networks.values().forEach(Network::numberNodes);
  }

  private void numberNodes() {
    nodes.sort(Comparator.comparingDouble(Node::strength).reversed().thenComparing(Node::term));
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      nodes.set(
          i,
          new Node(
              i,
              node.term,
              node.isPhrase,
              node.degree,
              node.strength,
              node.pagerank,
              node.community));
    }
  }

  private static void readEdges(StoredTable table, Map<String, Network> networks)
      throws IOException {
    Map<String, Map<String, Node>> byTerm = new HashMap<>();
    networks.forEach(
        (unit, network) -> {
          Map<String, Node> ofUnit = byTerm.computeIfAbsent(unit, any -> new HashMap<>());
          network.nodes.forEach(node -> ofUnit.put(node.term, node));
        });
    table.read(
        List.of("unit", "term_a", "term_b", "o11", "weight"),
        row -> {
          Map<String, Node> ofUnit = byTerm.get(row.text(0));
          networks
              .get(row.text(0))
              .edges
              .add(
                  new Edge(
                      ofUnit.get(row.text(1)),
                      ofUnit.get(row.text(2)),
                      row.number(3),
                      row.measure(4)));
        });
  }

  private void layOut(long seed) {
    List<int[]> ends = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Edge edge : edges) {
      if (Math.max(edge.a.number, edge.b.number) < MOST_PLACED) {
        ends.add(new int[] {edge.a.number, edge.b.number});
        weights.add(edge.weight);
      }
    }
    places = ForceLayout.of(Math.min(MOST_PLACED, nodes.size()), ends, weights, seed);
  }

  /** The name of a file of this network. */
  String file(String suffix) {
    return "network-" + unit + suffix;
  }

  /** The nodes, the strongest first. */
  List<Node> nodes() {
    return nodes;
  }

  List<Edge> edges() {
    return edges;
  }

  /** Whether a node has a place: very weak ones of very large networks have none. */
  boolean isPlaced(Node node) {
    return node.number < places.length;
  }

  /** From -1 to 1; of a node that has a place. */
  double x(Node node) {
    return places[node.number][0];
  }

  /** From -1 to 1; of a node that has a place. */
  double y(Node node) {
    return places[node.number][1];
  }

  /** Its community, from 1: some programs take 0 for none. */
  static long cluster(Node node) {
    return node.community + 1;
  }
}
