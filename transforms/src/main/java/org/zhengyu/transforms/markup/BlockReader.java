package org.zhengyu.transforms.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Reads the blocks of an element in their order, as a browser would break them. */
final class BlockReader implements NodeFilter {
  /** What holds no text of the page, or text that is for no reader. */
  private static final Set<String> SILENT =
      words(
          "script style noscript template head title iframe frame object embed "
              + "applet svg canvas audio video button select input textarea datalist "
              + "math rp rt");

  private static final Set<String> BREAKING =
      words(
          "address article aside blockquote body caption center dd details "
              + "dialog dir div dl dt fieldset figcaption figure footer form frameset "
              + "h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p "
              + "pre section summary table tbody td tfoot th thead tr ul");

  /** A row with a cell of more lines is layout and no table. */
  private static final int MOST_LINES_OF_A_CELL = 3;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private Element holder;
  private int linked;
  private int linkDepth;
  private int preDepth;

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  private BlockReader(Element holder) {
    this.holder = holder;
  }

  /** The blocks of an element. */
  static List<Block> read(Element element) {
    BlockReader reader = new BlockReader(element);
    NodeTraversor.filter(reader, element);
    reader.end();
    return reader.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String name = element.normalName();
    if (SILENT.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("tr") && readRow(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      end();
    } else if (BREAKING.contains(name)) {
      end();
      holder = element;
    }
    linkDepth += isLink(element) ? 1 : 0;
    preDepth += name.equals("pre") ? 1 : 0;
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      linkDepth -= isLink(element) ? 1 : 0;
      preDepth -= name.equals("pre") ? 1 : 0;
      if (BREAKING.contains(name)) {
        end();
        Element parent = element.parent();
        if (parent != null) {
          holder = parent;
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isLink(Element element) {
    return element.normalName().equals("a") && element.hasAttr("href");
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  /** Reads a row of a table of data as one block; a row that lays out a page is none. */
  private boolean readRow(Element row) {
    List<Element> cells =
        row.children().stream()
            .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
            .toList();
    if (cells.size() < 2 || row.selectFirst("table") != null) {
      return false;
    }
    List<String> texts = new ArrayList<>();
    int links = 0;
    boolean some = false;
    for (Element cell : cells) {
      List<Block> lines = read(cell);
      if (lines.size() > MOST_LINES_OF_A_CELL) {
        return false;
      }
      StringBuilder text = new StringBuilder();
      for (Block each : lines) {
        appendJoined(text, each.text());
        links += each.linkedChars();
        some = true;
      }
      texts.add(text.toString());
    }
    end();
    if (some) {
      blocks.add(new Block(besideTable(row), String.join("\t", texts).stripTrailing(), links));
    }
    return true;
  }

  /** What holds the table of a row: a table of data stands among the paragraphs of a text. */
  private static Element besideTable(Element row) {
    Element table = row.closest("table");
    return table == null || table.parent() == null ? row : table.parent();
  }

  /** Appends a line to a cell: a blank stands only where one would between words. */
  private static void appendJoined(StringBuilder text, String next) {
    if (!text.isEmpty() && !(isWide(text.charAt(text.length() - 1)) && isWide(next.charAt(0)))) {
      text.append(' ');
    }
    text.append(next);
  }

  private void append(String text) {
    boolean gap = false;
    boolean lineBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        if (preDepth > 0 && c == '\n') {
          end();
        }
        gap = true;
        lineBreak |= c == '\n' || c == '\r';
        continue;
      }
      if (gap) {
        fillGap(lineBreak, c);
        gap = false;
        lineBreak = false;
      }
      line.append(c == '\u00A0' ? ' ' : c);
      linked += linkDepth > 0 && !isBlank(c) ? 1 : 0;
    }
    if (gap) {
      fillGap(lineBreak, 'x');
    }
  }

  /**
   * White space of the source is one blank; a line break of it between two wide characters is none,
   * for Chinese is written without (CSS Text 3, section 4.1.3).
   */
  private void fillGap(boolean lineBreak, char next) {
    if (line.isEmpty() || line.charAt(line.length() - 1) == ' ') {
      return;
    }
    if (lineBreak && isWide(line.charAt(line.length() - 1)) && isWide(next)) {
      return;
    }
    line.append(' ');
  }

  private static boolean isWide(char c) {
    return (c >= '\u2E80' && c <= '\uFFEF') || Character.isSurrogate(c);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  private void end() {
    int begin = 0;
    int end = line.length();
    while (begin < end && isBlank(line.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(line.charAt(end - 1))) {
      end--;
    }
    if (begin < end) {
      blocks.add(new Block(holder, line.substring(begin, end), linked));
    }
    line.setLength(0);
    linked = 0;
  }
}
