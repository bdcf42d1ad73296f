package org.zhengyu.report.exports;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;

/** Networks as lists of edges in UCINET's language of data, DL. */
final class UcinetFile {
  private static final String END = "\r\n";

  /** UCINET reads files in the encoding of the system, which is this on a Chinese Windows. */
  private static final Charset ENCODING = Charset.forName("GB18030");

  private UcinetFile() {}

  static void write(List<Network> networks, ExportFolder files) throws IOException {
    for (Network network : networks) {
      files.writeText("ucinet/" + network.file(".dl"), ENCODING, out -> writeTo(network, out));
    }
  }

  /** Ties are directed there: an edge stands twice. */
  private static void writeTo(Network network, Writer out) throws IOException {
    out.write("dl n=" + network.nodes().size() + END);
    out.write("format=edgelist1" + END);
    out.write("labels embedded" + END);
    out.write("data:" + END);
    for (Network.Edge edge : network.edges()) {
      String a = label(edge.a());
      String b = label(edge.b());
      out.write(a + " " + b + " " + edge.o11() + END);
      out.write(b + " " + a + " " + edge.o11() + END);
    }
  }

  private static String label(Network.Node node) {
    return '"' + node.term().replace('"', '\'') + '"';
  }
}
