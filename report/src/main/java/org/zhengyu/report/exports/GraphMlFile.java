package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Networks in GraphML. */
final class GraphMlFile {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private GraphMlFile() {}

  static void write(List<Network> networks, ExportFolder files) throws IOException {
    for (Network network : networks) {
      files.write(
          network.file(".graphml"), out -> XmlFile.write(out, xml -> writeTo(xml, network)));
    }
  }

  private static void writeTo(XmlFile xml, Network network) throws XMLStreamException {
    xml.begin("graphml", "xmlns", NAMESPACE);
    addKey(xml, "node", "label", "string");
    addKey(xml, "node", "is_phrase", "boolean");
    addKey(xml, "node", "community", "long");
    addKey(xml, "node", "degree", "long");
    addKey(xml, "node", "strength", "double");
    addKey(xml, "node", "pagerank", "double");
    addKey(xml, "node", "x", "double");
    addKey(xml, "node", "y", "double");
    addKey(xml, "edge", "weight", "double");
    addKey(xml, "edge", "o11", "long");
    xml.begin("graph", "edgedefault", "undirected");
    for (Network.Node node : network.nodes()) {
      xml.begin("node", "id", id(node));
      addData(xml, "label", node.term());
      addData(xml, "is_phrase", node.isPhrase());
      addData(xml, "community", node.community());
      addData(xml, "degree", node.degree());
      addData(xml, "strength", node.strength());
      addData(xml, "pagerank", node.pagerank());
      if (node.place().isPresent()) {
        addData(xml, "x", node.place().get().x());
        addData(xml, "y", node.place().get().y());
      }
      xml.end();
    }
    for (Network.Edge edge : network.edges()) {
      xml.begin("edge", "source", id(edge.a()), "target", id(edge.b()));
      addData(xml, "weight", edge.weight());
      addData(xml, "o11", edge.o11());
      xml.end();
    }
    xml.end().end();
  }

  /** An id of XML begins with a letter. */
  private static String id(Network.Node node) {
    return "n" + node.number();
  }

  private static void addKey(XmlFile xml, String of, String name, String type)
      throws XMLStreamException {
    xml.add("key", "id", name, "for", of, "attr.name", name, "attr.type", type);
  }

  private static void addData(XmlFile xml, String key, Object value) throws XMLStreamException {
    xml.begin("data", "key", key).text(value).end();
  }
}
