package org.zhengyu.output;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A table of the result: its name, which is also its folder, and its columns in order. */
public final class Table implements Serializable {

  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");

  private final String name;
  private final List<Column> columns;

  private Table(String name, List<Column> columns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Starts the definition of a table.
   *
   * @throws IllegalArgumentException if the name is not in snake case
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The table's name, which is the name of its folder too. */
  public String name() {
    return name;
  }

  /** The columns, in the order in which they are stored. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The index of a column, by which a {@link RowWriter} is told where a value goes. Look it up
   * once, not for each row.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public int column(String columnName) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(columnName)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "table "
            + name
            + " has no column "
            + columnName
            + ", only "
            + columns.stream().map(Column::name).collect(Collectors.joining(", ")));
  }

  /** The table's schema as Parquet stores it. */
  public MessageType schema() {
    return new MessageType(
        name, columns.stream().map(Column::parquetType).collect(Collectors.<Type>toList()));
  }

  @Override
  public String toString() {
    return name;
  }

  private static String requireSnakeCase(String word) {
    if (!SNAKE_CASE.matcher(word).matches()) {
      throw new IllegalArgumentException("not a name in snake case: '" + word + "'");
    }
    return word;
  }

  /** Collects the columns of a table, in order. */
  public static final class Builder {

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Builder(String name) {
      this.name = requireSnakeCase(name);
    }

    /** Adds columns of one type that have a value in every row. */
    public Builder required(Column.Type type, String... columnNames) {
      return add(type, false, columnNames);
    }

    /** Adds columns of one type that may be null. */
    public Builder optional(Column.Type type, String... columnNames) {
      return add(type, true, columnNames);
    }

    private Builder add(Column.Type type, boolean nullable, String... columnNames) {
      for (String column : columnNames) {
        if (!names.add(requireSnakeCase(column))) {
          throw new IllegalArgumentException("table " + name + " has two columns " + column);
        }
        columns.add(new Column(column, type, nullable));
      }
      return this;
    }

    /**
     * Returns the table.
     *
     * @throws IllegalStateException if it has no column: Parquet cannot store such a table
     */
    public Table build() {
      if (columns.isEmpty()) {
        throw new IllegalStateException("table " + name + " has no column");
      }
      return new Table(name, List.copyOf(columns));
    }
  }
}
