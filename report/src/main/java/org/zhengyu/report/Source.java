package org.zhengyu.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;
import org.zhengyu.output.StoredTable;

/** A table of the result, of which only those of the wanted columns are read that it has. */
final class Source {
  private final StoredTable table;
  private final List<String> columns;

  private Source(StoredTable table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * A table to read from; empty where the result has none of this name, or one without a column
   * that it cannot be told without.
   *
   * @param required such columns
   * @param wanted further ones
   */
  static Optional<Source> of(
      StoredResult result, String name, List<String> required, String... wanted)
      throws IOException {
    Optional<StoredTable> stored = result.table(name);
    if (stored.isEmpty() || !stored.get().columns().containsAll(required)) {
      return Optional.empty();
    }
    List<String> present = stored.get().columns();
    List<String> columns =
        Stream.concat(required.stream(), Stream.of(wanted)).filter(present::contains).toList();
    return Optional.of(new Source(stored.get(), columns));
  }

  /** A table with all its columns; empty where the result has none of this name. */
  static Optional<Source> whole(StoredResult result, String name) throws IOException {
    return result.table(name).map(table -> new Source(table, table.columns()));
  }

  String name() {
    return table.name();
  }

  List<String> columns() {
    return columns;
  }

  /** Where in a row a column is; -1 where the table has it not. */
  int place(String column) {
    return columns.indexOf(column);
  }

  /** The place of the first of these columns that the table has; -1 without any. */
  int placeOfFirst(String... names) {
    return Stream.of(names)
        .mapToInt(this::place)
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(-1);
  }

  void read(StoredTable.Visitor visitor) throws IOException {
    table.read(columns, visitor);
  }

  long rows() throws IOException {
    return table.rows();
  }

  /** A text, or none where the row or the table has it not. */
  static String text(StoredRow row, int place) {
    return place < 0 || row.isNull(place) ? "" : row.text(place);
  }
}
