package org.zhengyu.parsers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Joins the lines of pages to paragraphs. A line goes on in the next one when it reaches the right
 * edge of its column, and the next begins at the left edge, in the same size and at the usual
 * distance. Rows of tables stand alone.
 */
final class Paragraphs {
  /** So many sizes of the font from an edge is still at it. */
  private static final float AT_LEFT = 0.9f;

  /** No line begins with a comma, which may bring the character before it down too. */
  private static final float AT_RIGHT = 2.2f;

  private static final float AT_RIGHT_OF_SENTENCE = 1.1f;

  /** A step of so many usual ones to the next line begins another paragraph. */
  private static final float LARGE_STEP = 1.15f;

  /** Where so many of the lines are indented, a paragraph is told by that. */
  private static final float INDENTED = 0.1f;

  /** No column is narrower, in sizes: a line that is has an end of its own. */
  private static final float NARROW = 8;

  private static final float SAME_SIZE = 0.12f;

  /** What begins a numbered part: 第三条, 二、, （三）, 4.. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:第[一二三四五六七八九十百千零〇\\d]{1,6}[章节条编款]"
              + "|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、]).*");

  private static final String SENTENCE_ENDS = "。；：！？”）;:.!?";

  private final List<List<PdfLine>> pages;
  private final Map<Integer, Edges> edges = new HashMap<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private float step;
  private boolean tellsByIndent;

  private Paragraphs(List<List<PdfLine>> pages) {
    this.pages = pages;
  }

  /** The text of pages, a line for each paragraph. */
  static String of(List<List<PdfLine>> pages) {
    Paragraphs joined = new Paragraphs(pages);
    joined.measure();
    joined.join();
    return String.join("\n", joined.paragraphs);
  }

  private void measure() {
    TreeMap<Integer, Integer> steps = new TreeMap<>();
    for (int page = 0; page < pages.size(); page++) {
      PdfLine before = null;
      for (PdfLine line : pages.get(page)) {
        edges.computeIfAbsent(key(line, page), each -> new Edges()).add(line);
        if (before != null && isBelow(before, line)) {
          steps.merge(Math.round(line.y() - before.y()), 1, Integer::sum);
        }
        before = line;
      }
    }
    step =
        steps.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    int lines = 0;
    int indented = 0;
    for (int page = 0; page < pages.size(); page++) {
      for (PdfLine line : pages.get(page)) {
        lines++;
        indented += edges.get(key(line, page)).isAtLeft(line) ? 0 : 1;
      }
    }
    tellsByIndent = indented > INDENTED * lines;
  }

  private static boolean isBelow(PdfLine line, PdfLine next) {
    return next.y() > line.y() && line.column() == next.column();
  }

  /** The margins of left and right pages may be mirrored. */
  private static int key(PdfLine line, int page) {
    return 2 * line.column() + page % 2;
  }

  private void join() {
    PdfLine before = null;
    int pageBefore = 0;
    for (int page = 0; page < pages.size(); page++) {
      for (PdfLine line : pages.get(page)) {
        if (before != null && goesOn(before, pageBefore, line, page)) {
          append(line.text());
        } else {
          end();
          open.append(line.text());
        }
        before = line;
        pageBefore = page;
      }
    }
    end();
  }

  private void end() {
    if (!open.isEmpty()) {
      paragraphs.add(open.toString().strip());
      open.setLength(0);
    }
  }

  private boolean goesOn(PdfLine line, int page, PdfLine next, int nextPage) {
    boolean isNarrow = line.right() - line.left() < NARROW * line.size();
    boolean changesWidth = line.column() != next.column() && line.column() * next.column() == 0;
    if (isRow(line)
        || isRow(next)
        || isNarrow
        || changesWidth
        || Math.abs(line.size() - next.size()) > SAME_SIZE * line.size()
        || !edges.get(key(next, nextPage)).isAtLeft(next)) {
      return false;
    }
    boolean below = page == nextPage && isBelow(line, next);
    if (below && next.y() - line.y() > Math.max(LARGE_STEP * step, line.size())) {
      return false;
    }
    char last = line.text().charAt(line.text().length() - 1);
    boolean isSentence = SENTENCE_ENDS.indexOf(last) >= 0;
    if (isSentence && (NUMBERED.matcher(next.text()).matches() || !(below || tellsByIndent))) {
      return false;
    }
    float room = edges.get(key(line, page)).roomBehind(line);
    return PdfLine.isWide(last)
        ? room <= (isSentence ? AT_RIGHT_OF_SENTENCE : AT_RIGHT) * line.size()
        : room <= widthOfFirstWord(next);
  }

  /** Of a word and the blank before it; a line of words ends where the next did not fit. */
  private static float widthOfFirstWord(PdfLine line) {
    int end = line.text().indexOf(' ');
    int chars = end < 0 ? line.text().length() : end;
    return (chars + 1) * (line.right() - line.left()) / line.text().length();
  }

  private static boolean isRow(PdfLine line) {
    return line.text().indexOf('\t') >= 0;
  }

  /** A hyphen at the end of a line is that of a divided word where a small letter follows. */
  private void append(String next) {
    char last = open.charAt(open.length() - 1);
    char first = next.charAt(0);
    boolean divided =
        last == '-'
            && open.length() > 1
            && Character.isLetter(open.charAt(open.length() - 2))
            && Character.isLowerCase(first);
    if (divided) {
      open.setLength(open.length() - 1);
    } else if (!PdfLine.isWide(last) && !PdfLine.isWide(first)) {
      open.append(' ');
    }
    open.append(next);
  }

  /** The edges of a column: the outermost that two lines share. */
  private static final class Edges {
    private final TreeMap<Integer, Integer> lefts = new TreeMap<>();
    private final TreeMap<Integer, Integer> rights = new TreeMap<>();

    void add(PdfLine line) {
      lefts.merge(Math.round(line.left()), 1, Integer::sum);
      rights.merge(Math.round(line.right()), 1, Integer::sum);
    }

    boolean isAtLeft(PdfLine line) {
      return line.left() - shared(lefts) <= AT_LEFT * line.size();
    }

    float roomBehind(PdfLine line) {
      return shared(rights.descendingMap()) - line.right();
    }

    private static int shared(Map<Integer, Integer> places) {
      Integer before = null;
      for (Map.Entry<Integer, Integer> place : places.entrySet()) {
        if (place.getValue() > 1 || (before != null && Math.abs(before - place.getKey()) <= 2)) {
          return place.getKey();
        }
        before = place.getKey();
      }
      return places.keySet().iterator().next();
    }
  }
}
