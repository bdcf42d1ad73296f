package org.zhengyu.output;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what was written with DuckDB, a reader that shares no code with the writer. */
final class Duck {

  private Duck() {}

  /** The rows of a query; {@code {}} in it stands for the given Parquet files. */
  static List<List<Object>> query(Path files, String sql) {
    String source = "'" + files.toString().replace("'", "''") + "'";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("{}", source))) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError("DuckDB cannot read " + files + ": " + e.getMessage(), e);
    }
  }

  /** The columns of the files, each as {@code name TYPE}. */
  static List<String> describe(Path files) {
    return query(files, "describe select * from {}").stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  /** The number of rows. */
  static long count(Path files) {
    return (Long) query(files, "select count(*) from {}").get(0).get(0);
  }
}
