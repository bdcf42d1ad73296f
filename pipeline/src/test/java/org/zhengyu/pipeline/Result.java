package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengyu.output.Table;

/**
 * A result folder, read with DuckDB: a reader that shares no code with the job. Every table that is
 * there is a view of its name.
 */
final class Result {
  private final Path folder;

  Result(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** A connection of its own, for queries that build on each other. */
  Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      // What does not fit into memory is not to lie among the sources.
      statement.execute("set temp_directory = 'target/duckdb'");
      for (String table : tables()) {
        String files = folder.resolve(table).resolve("*.parquet").toString().replace("'", "''");
        statement.execute(
            "create view " + table + " as select * from read_parquet('" + files + "')");
      }
    }
    return connection;
  }

  /** The rows of a query over the tables. */
  List<List<Object>> query(String sql) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return rows(result);
    } catch (SQLException e) {
      throw new AssertionError("DuckDB on " + folder + ": " + sql + ": " + e.getMessage(), e);
    }
  }

  private static List<List<Object>> rows(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<Object> row = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        Object value = result.getObject(i);
        row.add(value instanceof Array list ? Arrays.asList((Object[]) list.getArray()) : value);
      }
      rows.add(row);
    }
    return rows;
  }

  /** All rows of a table; doubles equal each other only bit for bit. */
  Set<List<Object>> rows(Table table) {
    return set("select * from " + table.name());
  }

  /** The rows of a query, none of which may come twice. */
  Set<List<Object>> set(String sql) {
    List<List<Object>> rows = query(sql);
    Set<List<Object>> set = new HashSet<>(rows);
    if (set.size() != rows.size()) {
      throw new AssertionError(sql + ": " + rows.size() + " rows, " + set.size() + " different");
    }
    return set;
  }

  /** The one number that a query yields. */
  long number(String sql) {
    return ((Number) query(sql).get(0).get(0)).longValue();
  }

  /** The first column of a query as text. */
  List<String> texts(String sql) {
    return query(sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  /** The folders of the tables that are there, in the order of their names. */
  List<String> tables() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String manifest() {
    try {
      return Files.readString(folder.resolve("_manifest.json"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isMarkedComplete() {
    return Files.exists(folder.resolve("_SUCCESS"));
  }
}
