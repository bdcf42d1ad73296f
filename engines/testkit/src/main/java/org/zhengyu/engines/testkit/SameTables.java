package org.zhengyu.engines.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the tables of two results, row by row and column by column, with DuckDB, a reader that
 * shares no code with the writer. Doubles are equal when all their bits are.
 */
public final class SameTables {
  private SameTables() {}

  /**
   * What tells the tables of one result from those of another: for every table with a difference,
   * how many rows only one of them has. A row that one has twice and the other once is one of
   * these. Empty for results with the same tables.
   */
  public static List<String> differences(Path one, Path other) throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    if (!tables(one).equals(tables(other))) {
      differences.add("tables " + tables(one) + " and " + tables(other));
      return differences;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String table : tables(one)) {
        long left = onlyIn(statement, one.resolve(table), other.resolve(table));
        long right = onlyIn(statement, other.resolve(table), one.resolve(table));
        if (left + right > 0) {
          differences.add(table + ": " + left + " rows only here, " + right + " only there");
        }
      }
    }
    return differences;
  }

  /** How many rows a table has. */
  public static long rows(Path result, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      return number(statement, "select count(*) from " + read(result.resolve(table)));
    }
  }

  private static List<String> tables(Path result) throws IOException {
    try (Stream<Path> entries = Files.list(result)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static long onlyIn(Statement statement, Path one, Path other) throws SQLException {
    return number(
        statement,
        "select count(*) from (select * from "
            + read(one)
            + " except all select * from "
            + read(other)
            + ")");
  }

  private static String read(Path table) {
    return "read_parquet('" + table.resolve("*.parquet").toString().replace("'", "''") + "')";
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
