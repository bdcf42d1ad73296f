package org.zhengyu.parsers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Makes lines of the XHTML that Tika makes of a document: one for each paragraph, one for each row
 * of a table with tabs between its cells, unless a cell holds many paragraphs and so lays out the
 * page. A tab within a paragraph is a blank, for a tab says that a line is a row.
 */
final class LineHandler extends LimitedHandler {
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "dt", "dd", "pre", "br", "body");

  /** Comments of readers and names of embedded files are no text of the document. */
  private static final Set<String> LEFT_OUT =
      Set.of("annotation", "comment", "embedded", "package-entry", "slide-notes-header");

  private static final int MOST_LINES_OF_A_CELL = 3;

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** For each table that is open, the cells of its row, each its lines. */
  private final Deque<List<List<String>>> rows = new ArrayDeque<>();

  private int leftOutDepth;
  private boolean inHead;

  LineHandler(int mostChars) {
    super(mostChars);
  }

  /** The lines so far. */
  String text() {
    end();
    return String.join("\n", lines);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    String classes = attributes.getValue("class");
    if (leftOutDepth > 0 || (classes != null && LEFT_OUT.contains(classes))) {
      leftOutDepth++;
      return;
    }
    switch (name) {
      case "head" -> inHead = true;
      case "table" -> {
        end();
        rows.push(new ArrayList<>());
      }
      case "td", "th" -> {
        end();
        if (!rows.isEmpty()) {
          rows.peek().add(new ArrayList<>());
        }
      }
      default -> {
        if (BLOCKS.contains(name)) {
          end();
        }
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (leftOutDepth > 0) {
      leftOutDepth--;
      return;
    }
    switch (name) {
      case "head" -> inHead = false;
      case "table" -> {
        endRow();
        if (!rows.isEmpty()) {
          rows.pop();
        }
      }
      case "tr" -> endRow();
      default -> {
        if (BLOCKS.contains(name) || name.equals("td") || name.equals("th")) {
          end();
        }
      }
    }
  }

  @Override
  void take(char[] text, int start, int length) {
    if (leftOutDepth > 0 || inHead) {
      return;
    }
    for (int i = start; i < start + length; i++) {
      char c = text[i];
      if (c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u2028') {
        end();
      } else if (c == '\t' || c == '\u00A0') {
        line.append(' ');
      } else if (c >= ' ') {
        line.append(c);
      }
    }
  }

  private void end() {
    String text = line.toString().strip();
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    if (rows.isEmpty() || rows.peek().isEmpty()) {
      lines.add(text);
    } else {
      List<List<String>> cells = rows.peek();
      cells.get(cells.size() - 1).add(text);
    }
  }

  private void endRow() {
    end();
    if (rows.isEmpty()) {
      return;
    }
    List<List<String>> cells = new ArrayList<>(rows.peek());
    rows.peek().clear();
    if (cells.stream().allMatch(List::isEmpty)) {
      return;
    }
    if (cells.size() == 1 || cells.stream().anyMatch(each -> each.size() > MOST_LINES_OF_A_CELL)) {
      cells.forEach(cell -> cell.forEach(this::add));
    } else {
      add(
          String.join("\t", cells.stream().map(cell -> String.join(" ", cell)).toList())
              .stripTrailing());
    }
  }

  /** A table within a cell gives lines to that cell. */
  private void add(String text) {
    List<List<String>> own = rows.pop();
    if (rows.isEmpty() || rows.peek().isEmpty()) {
      lines.add(text);
    } else {
      List<List<String>> cells = rows.peek();
      cells.get(cells.size() - 1).add(text.replace('\t', ' '));
    }
    rows.push(own);
  }
}
