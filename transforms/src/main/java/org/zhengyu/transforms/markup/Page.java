package org.zhengyu.transforms.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a page in HTML holds: its main text without navigation, or all of its text where it is a
 * document that a word processor wrote.
 *
 * @param text the text, a line for each paragraph, led by the title; empty where there is none
 * @param facts what the page says of itself, by the names of our columns and of {@code metadata}
 */
public record Page(String text, Map<String, String> facts) {
  /** In so many lines a title may be broken. */
  private static final int LINES_OF_A_TITLE = 4;

  /** Copies the facts. */
  public Page {
    facts = Map.copyOf(facts);
  }

  /** Reads a page. */
  public static Page of(String html) {
    Document document = Jsoup.parse(html);
    List<Block> blocks = BlockReader.read(document.body());
    if (isDocument(document)) {
      return new Page(lines(blocks), Map.of());
    }
    MainText main = MainText.of(blocks);
    Map<String, String> facts = PageFacts.of(document, blocks, main.begin());
    List<String> lines = new ArrayList<>(main.lines());
    if (!lines.isEmpty()) {
      leadByTitle(lines, facts.getOrDefault("title", ""));
    }
    return new Page(String.join("\n", lines), facts);
  }

  /** All text of a document in HTML, a line for each paragraph. */
  public static String textOf(String html) {
    return lines(BlockReader.read(Jsoup.parse(html).body()));
  }

  private static String lines(List<Block> blocks) {
    return String.join("\n", blocks.stream().map(Block::text).toList());
  }

  /**
   * A page has links or scripts; what has neither, or comes from an office program, has no menu.
   */
  private static boolean isDocument(Document document) {
    String generator =
        document.select("meta[name=generator]").attr("content").toLowerCase(Locale.ROOT);
    return generator.contains("office")
        || generator.contains("microsoft word")
        || generator.contains("wps")
        || document.selectFirst("a[href], script, nav") == null;
  }

  private static void leadByTitle(List<String> lines, String title) {
    int most = Math.min(LINES_OF_A_TITLE, lines.size());
    for (int from = 0; from < most; from++) {
      for (int to = from + 1; to <= most; to++) {
        if (bare(String.join("", lines.subList(from, to))).equals(bare(title))) {
          return;
        }
      }
    }
    if (!title.isEmpty()) {
      lines.add(0, title);
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }
}
