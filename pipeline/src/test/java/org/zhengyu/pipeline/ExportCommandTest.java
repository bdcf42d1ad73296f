package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A result in every format, read again by readers that share no code with the writers. */
class ExportCommandTest {
  @TempDir static Path temp;
  private static Path folder;
  private static Path exports;
  private static Result result;

  private record Ended(int exitCode, String printed, String complaint) {}

  private static Ended run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            Arrays.stream(words).map(Object::toString).toArray(String[]::new),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  @BeforeAll
  static void exportASample() {
    folder = temp.resolve("result");
    exports = temp.resolve("result-exports");
    Path corpus = temp.resolve("corpus");
    write(corpus.resolve("a.txt"), "实施链长制，推进产业链建设。".repeat(2) + "\n链长制和产业链。\n链长制推进建设。\n");
    write(corpus.resolve("b.txt"), "完善链长制，推进产业链建设。\n根基牢固，推进建设。\n根基牢固。\n");
    write(corpus.resolve("=b+.txt"), "推进产业链建设，实施链长制。\n根基牢固。\n");
    Path lexicon = write(temp.resolve("lexicon.csv"), "phrase,category\n链长制,制度\n根基,\n");
    Path metadata =
        write(temp.resolve("metadata.csv"), "file,title,date\na.txt,=1+1,2022-03-05\nb.txt,-3,\n");
    ZhengyuJob.Ended ended =
        ZhengyuJob.into(folder)
            .over(corpus)
            .with("lexicon", lexicon)
            .with("metadata", metadata)
            .with("minJointFrequency", 1)
            .with("units", "sentence,document")
            .with("network", "all,around:根基")
            .with("exports", "xlsx,csv,gexf,graphml,vosviewer,pajek,ucinet,matrix")
            .run();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("exports: " + exports);
    result = ended.result();
    assertThat(edges()).isNotEmpty();
    assertThat(file("network-sentence-around-根基.gexf")).exists();
  }

  /** The edges of the network of sentences, both ends in their order, with o11. */
  private static Set<String> edges() {
    return new HashSet<>(
        result.texts(
            "select term_a || ' ' || term_b || ' ' || o11 from network_edges"
                + " where unit = 'sentence' and network = 'all'"));
  }

  private static Path file(String name) {
    return exports.resolve(name);
  }

  private static Document xml(InputStream in)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(in);
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void csvHasEveryRowAndNoFormula() throws IOException {
    for (String table : result.tables()) {
      assertThat(
              result.number(
                  "select count(*) from read_csv('%s', header = true, all_varchar = true)"
                      .formatted(file("csv/" + table + ".csv"))))
          .as(table)
          .isEqualTo(result.number("select count(*) from " + table));
    }
    assertThat(
            result.number(
                ("select count(*) from terms t join read_csv('%s') c using (term) where t.uses = c.uses"
                        + " and abs(t.per_million - c.per_million) < 1e-6 and t.is_phrase = c.is_phrase")
                    .formatted(file("csv/terms.csv"))))
        .isEqualTo(result.number("select count(*) from terms"));
    assertThat(Files.readString(file("csv/documents.csv")))
        .startsWith("\uFEFFdoc_id,")
        .contains("\r\n'=b+.txt,", ",'=1+1,", ",-3,")
        .doesNotContain(",=1+1");
    assertThat(Files.readString(file("csv/sentences.csv"))).contains("根基牢固。,根基; 牢固,");
  }

  @Test
  void workbookHasASheetATableWithTypesAndAHeaderThatStays()
      throws IOException, SAXException, ParserConfigurationException {
    try (ZipFile zip = new ZipFile(file("tables.xlsx").toFile())) {
      Document workbook = xml(zip.getInputStream(zip.getEntry("xl/workbook.xml")));
      List<String> sheets =
          elements(workbook, "sheet").stream().map(sheet -> sheet.getAttribute("name")).toList();
      assertThat(sheets).startsWith("about", "documents").endsWith("columns");
      assertThat(sheets.subList(1, sheets.size() - 1))
          .containsExactlyInAnyOrderElementsOf(result.tables());

      int documents = 1 + sheets.indexOf("documents");
      Document sheet =
          xml(zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + documents + ".xml")));
      Element pane = elements(sheet, "pane").get(0);
      assertThat(pane.getAttribute("state")).isEqualTo("frozen");
      assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
      List<Element> rows = elements(sheet, "row");
      assertThat(rows).hasSize(4);
      assertThat(elements(sheet, "f")).as("formulas").isEmpty();
      assertThat(rows.stream().flatMap(row -> cells(row, "inlineStr").stream()))
          .contains("a.txt", "=b+.txt", "=1+1", "-3");
      // 2022-03-05 is day 44625 of Excel's calendar.
      assertThat(rows.stream().flatMap(row -> cells(row, "n").stream())).contains("44625.0");

      Document about = xml(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
      assertThat(elements(about, "row")).hasSize(1 + result.tables().size());
      assertThat(cells(elements(about, "row").get(1), "n"))
          .as("rows of documents, and rows of them here")
          .containsExactly("3", "3");
    }
  }

  /** The values of the cells of a type in a row. */
  private static List<String> cells(Element row, String type) {
    List<String> cells = new ArrayList<>();
    NodeList found = row.getElementsByTagNameNS("*", "c");
    for (int i = 0; i < found.getLength(); i++) {
      Element cell = (Element) found.item(i);
      String of = cell.getAttribute("t");
      if (of.equals(type) || (of.isEmpty() && type.equals("n"))) {
        cells.add(cell.getTextContent());
      }
    }
    return cells;
  }

  @Test
  void gexfIsValidAndHasTheNetwork()
      throws IOException, SAXException, ParserConfigurationException {
    Path schema = ZhengyuJob.repository().resolve("../shared/schemas/gexf-1.3/gexf.xsd");
    assumeTrue(Files.exists(schema), "without the schema of GEXF");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator()
        .validate(new StreamSource(file("network-sentence.gexf").toFile()));
    try (InputStream in = Files.newInputStream(file("network-sentence.gexf"))) {
      Document gexf = xml(in);
      List<Element> nodes = elements(gexf, "node");
      assertThat(nodes).hasSameSizeAs(elements(gexf, "position"));
      List<String> labels = nodes.stream().map(node -> node.getAttribute("label")).toList();
      assertThat(
              elements(gexf, "edge").stream()
                  .map(
                      edge ->
                          labels.get(Integer.parseInt(edge.getAttribute("source")))
                              + " "
                              + labels.get(Integer.parseInt(edge.getAttribute("target")))
                              + " "
                              + ((Element) edge.getElementsByTagNameNS("*", "attvalue").item(0))
                                  .getAttribute("value")))
          .containsExactlyInAnyOrderElementsOf(edges());
      assertThat(
              nodes.stream()
                  .map(
                      node ->
                          node.getAttribute("label")
                              + " "
                              + attribute(node, "is_phrase")
                              + " "
                              + attribute(node, "community")))
          .containsExactlyInAnyOrderElementsOf(
              result.texts(
                  "select term || ' ' || is_phrase || ' ' || community from network_nodes"
                      + " where unit = 'sentence' and network = 'all'"));
    }
  }

  private static String attribute(Element node, String name) {
    NodeList values = node.getElementsByTagNameNS("*", "attvalue");
    for (int i = 0; i < values.getLength(); i++) {
      Element value = (Element) values.item(i);
      if (value.getAttribute("for").equals(name)) {
        return value.getAttribute("value");
      }
    }
    return "";
  }

  @Test
  void graphMlIsValidAndHasTheNetwork() {
    Graph<String, DefaultWeightedEdge> graph =
        new WeightedPseudograph<>(
            SupplierUtil.createStringSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
    GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
    importer.setSchemaValidation(true);
    importer.setEdgeWeightAttributeName("weight");
    Set<String> labels = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    importer.addVertexAttributeConsumer(
        (of, value) -> {
          keys.add(of.getSecond());
          if (of.getSecond().equals("label")) {
            labels.add(value.getValue());
          }
        });
    importer.importGraph(graph, file("network-sentence.graphml").toFile());

    assertThat(keys).contains("community", "is_phrase", "x", "y");
    assertThat(labels)
        .containsExactlyInAnyOrderElementsOf(
            result.texts(
                "select term from network_nodes where unit = 'sentence' and network = 'all'"));
    assertThat(graph.edgeSet()).hasSameSizeAs(edges());
    assertThat(graph.edgeSet().stream().mapToDouble(graph::getEdgeWeight).sum())
        .isCloseTo(
            ((Number)
                    result
                        .query(
                            "select sum(weight) from network_edges where unit = 'sentence' and network = 'all'")
                        .get(0)
                        .get(0))
                .doubleValue(),
            within(1e-9));
  }

  @Test
  void vosViewerHasMapNetworkAndBothInOne() throws IOException {
    List<String> map = Files.readAllLines(file("vosviewer/network-sentence-map.txt"));
    assertThat(map.get(0))
        .isEqualTo("id\tlabel\tx\ty\tcluster\tweight<Links>\tweight<Total link strength>");
    List<String> labels =
        map.stream().skip(1).map(line -> Arrays.asList(line.split("\t", -1)).get(1)).toList();
    assertThat(
            Files.readAllLines(file("vosviewer/network-sentence-network.txt")).stream()
                .map(
                    line -> {
                      String[] link = line.split("\t", -1);
                      return labels.get(Integer.parseInt(link[0]) - 1)
                          + " "
                          + labels.get(Integer.parseInt(link[1]) - 1)
                          + " "
                          + link[2];
                    }))
        .containsExactlyInAnyOrderElementsOf(edges());
    JsonNode network =
        new JsonMapper().readTree(file("vosviewer/network-sentence.json").toFile()).path("network");
    assertThat(network.path("items")).hasSameSizeAs(labels);
    assertThat(network.path("links")).hasSameSizeAs(edges());
    assertThat(network.path("items").path(0).path("label").asText()).isEqualTo(labels.get(0));
    assertThat(network.path("items").path(0).path("cluster").asInt()).isPositive();
  }

  @Test
  void pajekAndUcinetHaveTheEdgesByTheirOwnRules() throws IOException {
    List<String> net = Files.readAllLines(file("pajek/network-sentence.net"));
    int nodes = net.indexOf("*Edges") - 1;
    assertThat(net.get(0)).isEqualTo("\uFEFF*Vertices " + nodes);
    List<String> labels =
        net.subList(1, nodes + 1).stream()
            .map(line -> Arrays.asList(line.split("\"", -1)).get(1))
            .toList();
    assertThat(
            net.stream()
                .skip(nodes + 2L)
                .map(
                    line -> {
                      String[] edge = line.split(" ", -1);
                      return labels.get(Integer.parseInt(edge[0]) - 1)
                          + " "
                          + labels.get(Integer.parseInt(edge[1]) - 1)
                          + " "
                          + edge[2];
                    }))
        .containsExactlyInAnyOrderElementsOf(edges());
    assertThat(Files.readAllLines(file("pajek/network-sentence.clu"))).hasSize(nodes + 1);

    List<String> dl =
        Files.readAllLines(file("ucinet/network-sentence.dl"), Charset.forName("GB18030"));
    assertThat(dl.subList(0, 4))
        .containsExactly("dl n=" + nodes, "format=edgelist1", "labels embedded", "data:");
    assertThat(dl.subList(4, dl.size()))
        .hasSize(2 * edges().size())
        .containsAll(
            edges().stream()
                .map(edge -> edge.replaceAll("(\\S+) (\\S+) ", "\"$1\" \"$2\" "))
                .toList());
  }

  /** 链长制 is in five sentences of which four have 产业链 too, and that is in four. */
  @Test
  void matricesAreSquareAndHaveOchiai() throws IOException {
    List<String> lines = Files.readAllLines(file("matrix/ochiai-sentence.csv"));
    List<String> header = Arrays.asList(lines.get(0).substring(1).split(",", -1));
    assertThat(lines).hasSameSizeAs(header);
    int a = header.indexOf("链长制");
    int b = header.indexOf("产业链");
    assertThat(Double.parseDouble(lines.get(a).split(",", -1)[b]))
        .isEqualTo(Double.parseDouble(lines.get(b).split(",", -1)[a]))
        .isEqualTo(
            ((Number)
                    result
                        .query(
                            "select o11 / sqrt(r1 * c1) from cooccurrences where unit = 'sentence'"
                                + " and term_a = '产业链' and term_b = '链长制'")
                        .get(0)
                        .get(0))
                .doubleValue(),
            within(1e-12));
    assertThat(lines.get(a).split(",", -1)[a]).isEqualTo("1");
    List<String> counts = Files.readAllLines(file("matrix/cooccurrences-sentence.csv"));
    assertThat(counts.get(a).split(",", -1)[a])
        .isEqualTo(String.valueOf(result.number("select sf from terms where term = '链长制'")));
  }

  @Test
  void writesAgainOnlyWhatItMay() throws IOException {
    Path other = temp.resolve("other");
    Files.createDirectories(other);
    Files.writeString(other.resolve("mine.txt"), "mine");
    Ended refused = run("export", folder, "gexf", "pajek", "--to=" + other);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.complaint())
        .hasLineCount(1)
        .startsWith("zhengyu: --to: ")
        .contains("--overwrite");
    assertThat(run("export", folder, "csv").complaint()).startsWith("zhengyu: OUT: " + exports);

    Ended written = run("export", folder, "gexf", "pajek", "--to=" + other, "--overwrite");
    assertThat(written.complaint()).isEmpty();
    assertThat(written.printed().lines())
        .contains(
            other.resolve("network-sentence.gexf").toString(),
            other.resolve("pajek/network-sentence.net").toString());
    assertThat(other.resolve("mine.txt")).hasContent("mine");
    try (Stream<Path> files = Files.list(other)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .doesNotContain("network-sentence.gexf.unfinished");
    }
    assertThat(
            Files.mismatch(other.resolve("network-sentence.gexf"), file("network-sentence.gexf")))
        .isEqualTo(-1);
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    Ended unknown = run("export", folder, "gefx");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.complaint()).startsWith("zhengyu: FORMAT: ").contains("gexf");
    assertThat(run("export", folder).complaint()).startsWith("zhengyu: FORMAT: is required");
    assertThat(run("export", folder, "--format=csv").complaint())
        .startsWith("zhengyu: --format: unknown option; did you mean FORMAT?");
    assertThat(run("export", temp.resolve("none"), "csv").complaint())
        .startsWith("zhengyu: OUT: ")
        .contains("no complete result");
    Path small = temp.resolve("small");
    ZhengyuJob job =
        ZhengyuJob.into(small).over(temp.resolve("corpus")).with("tables", "documents,terms");
    job.complete();
    assertThat(run("export", small, "matrix").complaint()).contains("--tables=+cooccurrences");
    ZhengyuJob.Ended ended =
        ZhengyuJob.into(temp.resolve("never"))
            .over(temp.resolve("corpus"))
            .with("tables", "documents,terms")
            .with("exports", "gexf")
            .run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("zhengyu: --exports=gexf: needs --tables=+network_nodes");
    assertThat(temp.resolve("never")).doesNotExist();
  }
}
