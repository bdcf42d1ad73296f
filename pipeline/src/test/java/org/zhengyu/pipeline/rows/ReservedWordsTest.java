package org.zhengyu.pipeline.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Column;
import org.zhengyu.output.Table;

/** No name of a table or column needs quotes in the SQL of the engines that read our files. */
class ReservedWordsTest {
  /** Of GoogleSQL, by its reference; the words that are reserved whatever stands around them. */
  private static final Set<String> BIGQUERY =
      words(
          "all and any array as asc assert_rows_modified at between by case cast collate contains",
          "create cross cube current default define desc distinct else end enum escape except",
          "exclude exists extract false fetch following for from full group grouping groups hash",
          "having if ignore in inner intersect interval into is join lateral left like limit",
          "lookup merge natural new no not null nulls of on or order outer over partition",
          "preceding proto qualify range recursive respect right rollup rows select set some",
          "struct tablesample then to treat true unbounded union unnest using when where window",
          "with within");

  /** Of Spark SQL in ANSI mode, and the words that cannot be names of tables in the other. */
  private static final Set<String> SPARK =
      words(
          "all and anti any as authorization both case cast check collate column constraint create",
          "cross current_date current_time current_timestamp current_user distinct else end escape",
          "except execute false fetch filter for foreign from full grant group having in inner",
          "intersect into is join lateral leading left minus natural not null offset on only or",
          "order outer overlaps percentile_cont percentile_disc primary references right select",
          "semi session_user setminus some sql table then time to trailing true union unique",
          "unknown user using when where with within");

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" "));
  }

  static List<String> names() {
    return Tables.complete().stream()
        .flatMap(
            table ->
                Stream.concat(Stream.of(table), table.columns().stream()).map(Object::toString))
        .toList();
  }

  private static String lastPart(String name) {
    return name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Test
  void areNoNamesInBigQueryOrSpark() {
    assertThat(names()).filteredOn(name -> BIGQUERY.contains(lastPart(name))).isEmpty();
    assertThat(names()).filteredOn(name -> SPARK.contains(lastPart(name))).isEmpty();
  }

  /** DuckDB lists its own; a name of a function may be one of a column only in quotes. */
  @Test
  void areNoNamesInDuckDb() throws SQLException {
    List<String> reserved =
        query(
            "select keyword_name from duckdb_keywords()"
                + " where keyword_category in ('reserved', 'type_function')");
    assertThat(reserved).contains("end", "left", "right", "window");
    assertThat(names()).filteredOn(name -> reserved.contains(lastPart(name))).isEmpty();
  }

  static List<Table> tables() {
    return Tables.complete();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void areNotNeededToAskDuckDb(Table table) throws SQLException {
    List<String> names = table.columns().stream().map(Column::name).toList();
    String values = String.join(", ", names.stream().map(name -> "'一' as " + name).toList());
    assertThat(
            query(
                "with %1$s as (select %2$s) select concat(%3$s) from %1$s where %4$s"
                    .formatted(
                        table,
                        values,
                        String.join(", ", names),
                        String.join(
                            " and ", names.stream().map(name -> name + " = '一'").toList()))))
        .containsExactly("一".repeat(names.size()));
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }
}
