package org.zhengyu.report.exports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Networks for Pajek, and their communities as partitions. */
final class PajekFiles {
  private static final String END = "\r\n";

  /** By this Pajek knows a file for UTF-8. */
  private static final String MARK = "\uFEFF";

  private PajekFiles() {}

  static void write(List<Network> networks, ExportFolder files) throws IOException {
    for (Network network : networks) {
      files.writeText("pajek/" + network.file(".net"), out -> writeNetwork(network, out));
      files.writeText("pajek/" + network.file(".clu"), out -> writePartition(network, out));
    }
  }

  private static void writeNetwork(Network network, Writer out) throws IOException {
    out.write(MARK + "*Vertices " + network.nodes().size() + END);
    for (Network.Node node : network.nodes()) {
      out.write(number(node) + " \"" + node.term().replace('"', '\'') + "\"");
      if (node.place().isPresent()) {
        Network.Place place = node.place().get();
        out.write(" " + share(place.x()) + " " + share(place.y()) + " 0.5");
      }
      out.write(END);
    }
    out.write("*Edges" + END);
    for (Network.Edge edge : network.edges()) {
      out.write(number(edge.a()) + " " + number(edge.b()) + " " + edge.o11() + END);
    }
  }

  private static void writePartition(Network network, Writer out) throws IOException {
    out.write("*Vertices " + network.nodes().size() + END);
    for (Network.Node node : network.nodes()) {
      out.write(Network.cluster(node) + END);
    }
  }

  private static int number(Network.Node node) {
    return node.number() + 1;
  }

  /** Pajek's drawings go from 0 to 1. */
  private static double share(double place) {
    return (place + 1) / 2;
  }
}
