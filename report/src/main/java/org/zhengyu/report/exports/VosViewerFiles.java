package org.zhengyu.report.exports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;

/**
 * Networks for VOSviewer: a map file and a network file, with tabs between, or both in one file of
 * JSON, which its page in the browser reads too. A link is as strong as the two occur together.
 */
final class VosViewerFiles {
  private static final JsonMapper JSON = new JsonMapper();

  private VosViewerFiles() {}

  static void write(List<Network> networks, ExportFolder files) throws IOException {
    for (Network network : networks) {
      files.writeText("vosviewer/" + network.file("-map.txt"), out -> writeMap(network, out));
      files.writeText("vosviewer/" + network.file("-network.txt"), out -> writeLinks(network, out));
      files.write("vosviewer/" + network.file(".json"), out -> writeJson(network, out));
    }
  }

  private static void writeMap(Network network, Writer out) throws IOException {
    out.write("id\tlabel\tx\ty\tcluster\tweight<Links>\tweight<Total link strength>\n");
    long[] strengths = strengths(network);
    for (Network.Node node : network.nodes()) {
      out.write(
          String.join(
              "\t",
              String.valueOf(id(node)),
              node.term(),
              String.valueOf(node.place().map(Network.Place::x).orElse(0.0)),
              String.valueOf(node.place().map(Network.Place::y).orElse(0.0)),
              String.valueOf(Network.cluster(node)),
              String.valueOf(node.degree()),
              String.valueOf(strengths[node.number()])));
      out.write('\n');
    }
  }

  private static void writeLinks(Network network, Writer out) throws IOException {
    for (Network.Edge edge : network.edges()) {
      out.write(id(edge.a()) + "\t" + id(edge.b()) + "\t" + edge.o11() + "\n");
    }
  }

  private static void writeJson(Network network, OutputStream out) throws IOException {
    long[] strengths = strengths(network);
    JsonGenerator json = JSON.createGenerator(out);
    json.writeStartObject();
    json.writeObjectFieldStart("network");
    json.writeArrayFieldStart("items");
    for (Network.Node node : network.nodes()) {
      json.writeStartObject();
      json.writeNumberField("id", id(node));
      json.writeStringField("label", node.term());
      if (node.place().isPresent()) {
        json.writeNumberField("x", node.place().get().x());
        json.writeNumberField("y", node.place().get().y());
      }
      json.writeNumberField("cluster", Network.cluster(node));
      json.writeObjectFieldStart("weights");
      json.writeNumberField("Links", node.degree());
      json.writeNumberField("Total link strength", strengths[node.number()]);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("links");
    for (Network.Edge edge : network.edges()) {
      json.writeStartObject();
      json.writeNumberField("source_id", id(edge.a()));
      json.writeNumberField("target_id", id(edge.b()));
      json.writeNumberField("strength", edge.o11());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }

  private static long[] strengths(Network network) {
    long[] strengths = new long[network.nodes().size()];
    for (Network.Edge edge : network.edges()) {
      strengths[edge.a().number()] += edge.o11();
      strengths[edge.b().number()] += edge.o11();
    }
    return strengths;
  }

  private static int id(Network.Node node) {
    return node.number() + 1;
  }
}
