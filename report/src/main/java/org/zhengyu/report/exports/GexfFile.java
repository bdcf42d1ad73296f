package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Networks in GEXF 1.3, the format of Gephi. */
final class GexfFile {
  private static final String NAMESPACE = "http://gexf.net/1.3";

  /** Gephi's own drawings are so large; in those from -1 to 1 nodes would cover each other. */
  private static final double SCALE = 1000;

  private GexfFile() {}

  static void write(List<Network> networks, ExportFolder files) throws IOException {
    for (Network network : networks) {
      files.write(network.file(".gexf"), out -> XmlFile.write(out, xml -> writeTo(xml, network)));
    }
  }

  private static void writeTo(XmlFile xml, Network network) throws XMLStreamException {
    // The schema has what is drawn in its one namespace; readers know it by this prefix.
    xml.begin("gexf", "xmlns", NAMESPACE, "xmlns:viz", NAMESPACE, "version", "1.3");
    xml.begin("meta").begin("creator").text("Zhengyu").end().end();
    xml.begin("graph", "defaultedgetype", "undirected", "mode", "static");
    xml.begin("attributes", "class", "node");
    xml.add("attribute", "id", "is_phrase", "title", "is_phrase", "type", "boolean");
    xml.add("attribute", "id", "community", "title", "community", "type", "long");
    xml.add("attribute", "id", "degree", "title", "degree", "type", "long");
    xml.add("attribute", "id", "strength", "title", "strength", "type", "double");
    xml.add("attribute", "id", "pagerank", "title", "pagerank", "type", "double");
    xml.end();
    xml.begin("attributes", "class", "edge");
    xml.add("attribute", "id", "o11", "title", "o11", "type", "long");
    xml.end();
    xml.begin("nodes");
    for (Network.Node node : network.nodes()) {
      xml.begin("node", "id", node.number(), "label", node.term());
      xml.begin("attvalues");
      addValue(xml, "is_phrase", node.isPhrase());
      addValue(xml, "community", node.community());
      addValue(xml, "degree", node.degree());
      addValue(xml, "strength", node.strength());
      addValue(xml, "pagerank", node.pagerank());
      xml.end();
      if (node.place().isPresent()) {
        double x = SCALE * node.place().get().x();
        double y = SCALE * node.place().get().y();
        xml.add("viz:position", "x", x, "y", y, "z", 0);
      }
      xml.end();
    }
    xml.end();
    xml.begin("edges");
    int number = 0;
    for (Network.Edge edge : network.edges()) {
      xml.begin(
          "edge",
          "id",
          number++,
          "source",
          edge.a().number(),
          "target",
          edge.b().number(),
          "weight",
          edge.weight());
      xml.begin("attvalues");
      addValue(xml, "o11", edge.o11());
      xml.end().end();
    }
    xml.end().end().end();
  }

  private static void addValue(XmlFile xml, String attribute, Object value)
      throws XMLStreamException {
    xml.add("attvalue", "for", attribute, "value", value);
  }
}
