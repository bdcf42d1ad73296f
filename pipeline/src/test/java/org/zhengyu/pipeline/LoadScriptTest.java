package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What load.sql makes of a result in DuckDB. */
class LoadScriptTest {
  @Test
  void makesAViewOfEveryTableThatSaysWhatItsColumnsMean(@TempDir Path temp)
      throws IOException, SQLException {
    write(temp.resolve("corpus/a.txt"), "推进高质量发展。");
    Result result =
        ZhengyuJob.into(temp.resolve("it's a result")).over(temp.resolve("corpus")).complete();
    String script = Files.readString(result.folder().resolve("load.sql"));

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String folder = result.folder().toString().replace("'", "''");
      statement.execute("SET VARIABLE result = '" + folder + "'");
      statement.execute(script);

      Set<String> views = new TreeSet<>();
      try (ResultSet rows =
          statement.executeQuery("select view_name from duckdb_views() where not internal")) {
        while (rows.next()) {
          views.add(rows.getString(1));
        }
      }
      assertThat(views).containsExactlyElementsOf(new TreeSet<>(result.tables()));
      assertThat(one(statement, "select tf from terms where term = '高质量发展'")).isEqualTo("1");
      assertThat(one(statement, "select comment from duckdb_views() where view_name = 'terms'"))
          .isEqualTo("one row per term");
      assertThat(
              one(
                  statement,
                  "select comment from duckdb_columns() where table_name = 'terms' and column_name = 'term'"))
          .isEqualTo("the term");
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
