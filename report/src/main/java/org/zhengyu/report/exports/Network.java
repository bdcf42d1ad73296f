package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;

/**
 * A network of one unit of co-occurrence, with places to draw its nodes where the result has any.
 */
final class Network {
  static final String NODES = "network_nodes";
  static final String EDGES = "network_edges";

  /** The name of an older result's one network. */
  private static final String ALL = "all";

  private static final Pattern NO_FILE_NAME = Pattern.compile("[^\\p{L}\\p{N}._-]+");

  /** Code points of a network's name that a file's name takes: systems allow 255 bytes of UTF-8. */
  private static final int MOST_OF_NAME = 50;

  private final Key key;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private String fileName = "";

  /** Which network it is. */
  private record Key(String unit, String name) {}

  /**
   * A node.
   *
   * @param number its place among the nodes, from 0: the strongest first
   * @param place two coordinates from -1 to 1; none in an older result
   */
  record Node(
      int number,
      String term,
      boolean isPhrase,
      long degree,
      double strength,
      double pagerank,
      long community,
      Optional<Place> place) {
    private Node numbered(int newNumber) {
      return new Node(newNumber, term, isPhrase, degree, strength, pagerank, community, place);
    }
  }

  /** Where a node is drawn, from -1 to 1. */
  record Place(double x, double y) {}

  /** An edge. */
  record Edge(Node a, Node b, long o11, double weight) {}

  private Network(Key key) {
    this.key = key;
  }

  /** The networks of a result that have an edge. */
  static List<Network> of(StoredResult result) throws IOException {
    Map<Key, Network> networks = new LinkedHashMap<>();
    readNodes(result.table(NODES).orElseThrow(), networks);
    readEdges(result.table(EDGES).orElseThrow(), networks);
    Set<String> taken = new HashSet<>();
    networks.values().forEach(network -> network.nameFiles(taken));
    return List.copyOf(networks.values());
  }

  private static void readNodes(StoredTable table, Map<Key, Network> networks) throws IOException {
    List<String> columns =
        new ArrayList<>(
            List.of("unit", "term", "is_phrase", "degree", "strength", "pagerank", "community"));
    boolean isNamed = table.columns().contains("network");
    if (isNamed) {
      columns.addAll(List.of("network", "x", "y"));
    }
    table.read(
        columns,
        row ->
            networks
                .computeIfAbsent(new Key(row.text(0), isNamed ? row.text(7) : ALL), Network::new)
                .nodes
                .add(
                    new Node(
                        0,
                        row.text(1),
                        row.number(2) != 0,
                        row.number(3),
                        row.measure(4),
                        row.measure(5),
                        row.number(6),
                        isNamed
                            ? Optional.of(new Place(row.measure(8), row.measure(9)))
                            : Optional.empty())));
    networks.values().forEach(Network::numberNodes);
  }

  private void numberNodes() {
    nodes.sort(Comparator.comparingDouble(Node::strength).reversed().thenComparing(Node::term));
    for (int i = 0; i < nodes.size(); i++) {
      nodes.set(i, nodes.get(i).numbered(i));
    }
  }

  private static void readEdges(StoredTable table, Map<Key, Network> networks) throws IOException {
    Map<Key, Map<String, Node>> byTerm = new HashMap<>();
    networks.forEach(
        (key, network) -> {
          Map<String, Node> ofNetwork = byTerm.computeIfAbsent(key, any -> new HashMap<>());
          network.nodes.forEach(node -> ofNetwork.put(node.term, node));
        });
    List<String> columns = new ArrayList<>(List.of("unit", "term_a", "term_b", "o11", "weight"));
    boolean isNamed = table.columns().contains("network");
    if (isNamed) {
      columns.add("network");
    }
    table.read(
        columns,
        row -> {
          Key key = new Key(row.text(0), isNamed ? row.text(5) : ALL);
          Map<String, Node> ofNetwork = byTerm.get(key);
          networks
              .get(key)
              .edges
              .add(
                  new Edge(
                      ofNetwork.get(row.text(1)),
                      ofNetwork.get(row.text(2)),
                      row.number(3),
                      row.measure(4)));
        });
  }

  /** Names the files of this network as no other is named. */
  private void nameFiles(Set<String> taken) {
    String name = "network-" + key.unit;
    if (!key.name.equals(ALL)) {
      String readable = NO_FILE_NAME.matcher(key.name).replaceAll("-");
      int length = Math.min(MOST_OF_NAME, readable.codePointCount(0, readable.length()));
      name += "-" + readable.substring(0, readable.offsetByCodePoints(0, length));
    }
    fileName = name;
    for (int i = 2; !taken.add(fileName); i++) {
      fileName = name + "-" + i;
    }
  }

  /** The name of the network in the tables. */
  String name() {
    return key.name;
  }

  /** The name of a file of this network. */
  String file(String suffix) {
    return fileName + suffix;
  }

  /** The nodes, the strongest first. */
  List<Node> nodes() {
    return nodes;
  }

  List<Edge> edges() {
    return edges;
  }

  /** Its community, from 1: some programs take 0 for none. */
  static long cluster(Node node) {
    return node.community + 1;
  }
}
