package org.zhengyu.transforms.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a table is laid out: what stands between its fields, and which record names its columns. The
 * first line may say {@code sep=;}, as spreadsheets write it, and titles may stand above the
 * header.
 *
 * @param records those behind the header
 * @param titles of the columns; none where the table is empty
 * @param isTold whether a record names columns that were looked for; else the first is the header
 */
record TableDialect(DelimitedRecords records, List<String> titles, boolean isTold) {
  /** Records among which the header is looked for. */
  private static final int MOST_ROWS_ABOVE = 10;

  private static final String DELIMITERS = ",;\t|";

  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=(.)\"?[,;\\t]*(\\r\\n|\\n|\\r|\\z)", Pattern.CASE_INSENSITIVE);

  /** A backslash before a quotation mark that cannot be the end of its field. */
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\\"[^\",;|\\t\\r\\n]");

  private static final Pattern ESCAPED_BREAK = Pattern.compile("\\\\[nt]");

  /**
   * The layout of a table.
   *
   * @param usual the delimiter that the name of the file speaks for
   * @param isHeader whether a record with these titles is the one that is looked for
   * @throws InvalidCsvException when the first record is the header and cannot be read
   */
  static TableDialect of(String table, char usual, Predicate<List<String>> isHeader)
      throws InvalidCsvException {
    Matcher separator = SEPARATOR_LINE.matcher(table);
    boolean isSaid = separator.lookingAt();
    int from = isSaid ? separator.end() : 0;
    long line = isSaid ? 2 : 1;
    char likely = isSaid ? separator.group(1).charAt(0) : usual;
    List<Character> delimiters = new ArrayList<>(List.of(likely));
    DELIMITERS.chars().filter(c -> c != likely).forEach(c -> delimiters.add((char) c));
    for (char delimiter : delimiters) {
      TableDialect found = find(table, delimiter, from, line, isHeader);
      if (found != null) {
        return found;
      }
    }
    DelimitedRecords records = new DelimitedRecords(table, likely, false, from, line);
    List<String> titles = records.step() ? records.fields() : List.of();
    records.expect(titles.size());
    return new TableDialect(records, titles, false);
  }

  private static @Nullable TableDialect find(
      String table, char delimiter, int from, long line, Predicate<List<String>> isHeader) {
    boolean escapes = escapes(table, delimiter);
    DelimitedRecords records = new DelimitedRecords(table, delimiter, escapes, from, line);
    for (int i = 0; i < MOST_ROWS_ABOVE; i++) {
      try {
        if (!records.step()) {
          return null;
        }
      } catch (InvalidCsvException e) {
        // A line above the header may hold anything; the header itself is sound.
        continue;
      }
      int fields = records.fields().size();
      List<String> titles = withoutBlanksAtEnd(records.fields());
      if (isHeader.test(titles)) {
        if (fields == 1) {
          records =
              new DelimitedRecords(
                  table, DelimitedRecords.NONE, escapes, records.next(), records.nextLine());
        }
        records.expect(fields);
        return new TableDialect(records, titles, true);
      }
    }
    return null;
  }

  private static List<String> withoutBlanksAtEnd(List<String> titles) {
    int size = titles.size();
    while (size > 0 && titles.get(size - 1).isBlank()) {
      size--;
    }
    return titles.subList(0, size);
  }

  private static boolean escapes(String table, char delimiter) {
    boolean unquoted =
        !table.startsWith("\"")
            && !table.contains(delimiter + "\"")
            && !table.contains("\n\"")
            && delimiter == '\t';
    return ESCAPED_QUOTE.matcher(table).find() || (unquoted && ESCAPED_BREAK.matcher(table).find());
  }
}
