package org.zhengyu.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table of the result: its name, which is also its folder, what a row is, and its columns in
 * order.
 */
public final class Table {

  private final String name;
  private final Wording row;
  private final List<Column> columns;

  private Table(String name, Wording row, List<Column> columns) {
    this.name = name;
    this.row = row;
    this.columns = List.copyOf(columns);
  }

  /**
   * Starts the definition of a table.
   *
   * @param name its name, in snake case
   * @param english what there is a row for: {@code document and term}
   * @param chinese the same in Chinese
   * @throws IllegalArgumentException if the name is not in snake case
   */
  public static Builder named(String name, String english, String chinese) {
    return new Builder(name, new Wording(english, chinese));
  }

  /** The table's name, which is the name of its folder too. */
  public String name() {
    return name;
  }

  /** What there is a row for. */
  public Wording row() {
    return row;
  }

  /** What a row is, as a phrase. */
  public String description(Language language) {
    return switch (language) {
      case ENGLISH -> "one row per " + row.english();
      case CHINESE -> row.chinese() + "为一行";
    };
  }

  /** The columns, in the order in which they are stored. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns that tell any two rows apart, and are never null. */
  public List<Column> key() {
    return columns.stream().filter(Column::isKey).toList();
  }

  /**
   * The table without some of its columns, which can then not be set.
   *
   * @throws IllegalArgumentException if one of them is part of the key
   */
  public Table without(Collection<? extends Column> leftOut) {
    for (Column column : leftOut) {
      if (column.isKey()) {
        throw new IllegalArgumentException(column + " is part of the key of the table");
      }
    }
    return new Table(
        name, row, columns.stream().filter(column -> !leftOut.contains(column)).toList());
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

  /** Collects the columns of a table, in order. */
  public static final class Builder {

    private final String name;
    private final Wording row;
    private final List<Column> columns = new ArrayList<>();

    private Builder(String name, Wording row) {
      this.name = Column.requireSnakeCase(name);
      this.row = row;
    }

    /**
     * Starts the definition of the next column, which ends with its type.
     *
     * @param columnName its name, in snake case
     * @param english what a value means
     * @param chinese the same in Chinese
     * @throws IllegalArgumentException if the name is not in snake case
     */
    public Column.Builder column(String columnName, String english, String chinese) {
      return new Column.Builder(this, columnName, new Wording(english, chinese));
    }

    String name() {
      return name;
    }

    int size() {
      return columns.size();
    }

    <C extends Column> C add(C column) {
      if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
        throw new IllegalArgumentException("table " + name + " has two columns " + column.name());
      }
      columns.add(column);
      return column;
    }

    /**
     * Returns the table.
     *
     * @throws IllegalStateException if no column is part of its key
     */
    public Table build() {
      if (columns.stream().noneMatch(Column::isKey)) {
        throw new IllegalStateException("table " + name + " has no key");
      }
      return new Table(name, row, columns);
    }
  }
}
