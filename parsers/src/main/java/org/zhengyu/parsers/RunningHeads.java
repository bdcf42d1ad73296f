package org.zhengyu.parsers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds what belongs to the pages and not to the text: page numbers, and lines at the top or the
 * bottom that at least three pages, and a third of all, have but for their numbers.
 */
final class RunningHeads {
  /** How many rows at each end of a page may be such. */
  private static final int ROWS_AT_AN_END = 2;

  private static final int LEAST_PAGES = 3;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–―·•\\s]*\\d{1,4}[-—–―·•\\s]*"
              + "|第?\\s*\\d{1,4}\\s*页?\\s*[,，/／共]\\s*\\d{1,4}\\s*页?"
              + "|第\\s*\\d{1,4}\\s*页(?:[,，/\\s]*共\\s*\\d{1,4}\\s*页)?"
              + "|[Pp]age\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?"
              + "|[ivxIVX]{1,6}");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private RunningHeads() {}

  /** The pieces of all pages without those. */
  static List<List<PdfLine>> without(List<List<PdfLine>> pages) {
    Map<String, Integer> uses = new HashMap<>();
    for (List<PdfLine> page : pages) {
      List<List<PdfLine>> rows = PdfLine.rows(page);
      IntStream.range(0, rows.size())
          .filter(row -> Math.min(row, rows.size() - 1 - row) < ROWS_AT_AN_END)
          .mapToObj(rows::get)
          .flatMap(List::stream)
          .map(RunningHeads::key)
          .distinct()
          .forEach(each -> uses.merge(each, 1, Integer::sum));
    }
    int least = Math.max(LEAST_PAGES, (pages.size() + 2) / 3);
    return pages.stream().map(page -> without(page, uses, least)).toList();
  }

  private static List<PdfLine> without(List<PdfLine> page, Map<String, Integer> uses, int least) {
    List<List<PdfLine>> rows = PdfLine.rows(page);
    int from = 0;
    int to = rows.size();
    while (from < Math.min(ROWS_AT_AN_END, to) && isRunning(rows.get(from), uses, least)) {
      from++;
    }
    int first = Math.max(from, rows.size() - ROWS_AT_AN_END);
    while (to > first && isRunning(rows.get(to - 1), uses, least)) {
      to--;
    }
    return rows.subList(from, to).stream().flatMap(List::stream).toList();
  }

  /** A number beside others is a cell of a table; alone, or beside a head, it is the page's. */
  private static boolean isRunning(List<PdfLine> row, Map<String, Integer> uses, int least) {
    return row.stream()
            .allMatch(
                piece ->
                    PAGE_NUMBER.matcher(piece.text().strip()).matches()
                        || uses.getOrDefault(key(piece), 0) >= least)
        && (row.size() == 1
            || row.stream().anyMatch(piece -> uses.getOrDefault(key(piece), 0) >= least));
  }

  /** Equal for lines that differ in numbers and blanks only. */
  private static String key(PdfLine line) {
    return NUMBER.matcher(line.text()).replaceAll("0").replaceAll("\\s", "");
  }
}
