package org.zhengyu.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengyu.output.ReportMark;

/**
 * The page as a file: style, scripts and data in one. Only the scripts that belong to it can run,
 * for the browser is told their digests; nothing is fetched; data lie in elements that no browser
 * takes for a script.
 */
final class Page {
  /** The size that a page never exceeds, in bytes. */
  static final int MOST_BYTES = 5_000_000;

  /** More than all that stands around style, scripts and data. */
  private static final long FRAME_BYTES = 10_000;

  private static final String CHARTS = "echarts/echarts.min.js";
  private static final String STYLE = "page/style.css";

  /** The scripts of the page, in the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "words.js",
          "data.js",
          "dom.js",
          "state.js",
          "measures.js",
          "sql.js",
          "charts.js",
          "sentences.js",
          "overview.js",
          "board.js",
          "groups.js",
          "phrase.js",
          "labels.js",
          "network.js",
          "keyness.js",
          "concordance.js",
          "dispersion.js",
          "spread.js",
          "twogroups.js",
          "compare.js",
          "repeats.js",
          "candidates.js",
          "trust.js",
          "main.js");

  private Page() {}

  /** A table and what it takes on the page. */
  private record Packed(PageTable table, String base64) {
    static Packed of(PageTable table) throws IOException {
      return new Packed(table, table.packed());
    }
  }

  /**
   * The page.
   *
   * @param about what it says of the whole
   * @param tables which lose their last rows as far as that is needed to fit
   */
  static String of(JsonNode about, List<PageTable> tables) throws IOException {
    String charts = resource(CHARTS);
    String style = resource(STYLE);
    String script = script();
    String packedAbout = Packing.of(out -> out.write(about.toString().getBytes(UTF_8)));
    long fixed = FRAME_BYTES + bytes(charts) + bytes(style) + bytes(script) + packedAbout.length();
    List<Packed> packed = new ArrayList<>();
    for (PageTable table : tables) {
      packed.add(Packed.of(table));
    }
    while (fixed + packed.stream().mapToLong(each -> each.base64.length()).sum() > MOST_BYTES) {
      shorten(packed);
    }
    StringBuilder page = new StringBuilder(MOST_BYTES);
    page.append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("script-src 'sha256-" + digest(charts) + "' 'sha256-" + digest(script) + "'; ")
        .append("style-src 'sha256-" + digest(style) + "'; img-src data:; ")
        .append("base-uri 'none'; form-action 'none'\">\n")
        .append(ReportMark.ELEMENT)
        .append("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>政语 Zhengyu</title>\n<style>")
        .append(style)
        .append("</style>\n</head>\n<body>\n<noscript>此页需要启用 JavaScript。")
        .append(" This page needs JavaScript.</noscript>\n");
    append(page, "about", packedAbout);
    for (Packed table : packed) {
      append(page, table.table.name(), table.base64);
    }
    return page.append("<script>")
        .append(charts)
        .append("</script>\n<script>")
        .append(script)
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static void append(StringBuilder page, String name, String base64) {
    page.append("<script type=\"application/octet-stream\" data-table=\"")
        .append(name)
        .append("\">")
        .append(base64)
        .append("</script>\n");
  }

  /** Takes rows from the table that takes most. */
  private static void shorten(List<Packed> packed) throws IOException {
    int largest = -1;
    for (int i = 0; i < packed.size(); i++) {
      Packed table = packed.get(i);
      if (table.table.canBeShorter()
          && (largest < 0 || table.base64.length() > packed.get(largest).base64.length())) {
        largest = i;
      }
    }
    if (largest < 0) {
      throw new IllegalStateException("what no view can do without is more than a page can hold");
    }
    packed.set(largest, Packed.of(packed.get(largest).table.shorter()));
  }

  /** Our scripts as one, which sees nothing of others and shows them nothing. */
  private static String script() throws IOException {
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    for (String name : SCRIPTS) {
      script.append(resource("page/" + name));
    }
    return script.append("})();\n").toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static long bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
