package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Column;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/** What is said of columns holds in a result, with copies and bad records among its documents. */
@Tag("slow")
class DescribedColumnsTest {
  @TempDir static Path temp;
  private static Result result;

  @BeforeAll
  static void analyze() {
    Path added = temp.resolve("added");
    String article = "推进产业链建设，实施链长制。";
    write(added.resolve("a.txt"), article);
    write(added.resolve("copy of a.txt"), article);
    write(
        added.resolve("records.jsonl"),
        String.join(
            "\n",
            "{\"id\": \"one\", \"region\": \"上海\", \"text\": \"" + article + "\"}",
            "{\"id\": \"one\", \"text\": \"再次" + article + "\"}",
            "{\"id\": \"one\", \"text\": \"再次" + article + "\"}",
            "{\"id\": \"two\", \"text\": \"重申：" + article + "\"}",
            "[]",
            "[]"));
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(Path.of(Seeds.CORPUS + "," + added))
            .with("metadata", Seeds.METADATA)
            .with("units", "sentence,window")
            .groupedBy("region,doc_type")
            .complete();
    assertThat(result.number("select count(*) from rejections")).isEqualTo(4);
    assertThat(result.number("select count(duplicate_of) from documents")).isPositive();
  }

  static List<Table> tables() {
    return Tables.all();
  }

  static List<Column> columns() {
    return Tables.all().stream().flatMap(table -> table.columns().stream()).toList();
  }

  static List<Column> references() {
    return columns().stream().filter(column -> column.reference().isPresent()).toList();
  }

  static List<Column> closedLists() {
    return columns().stream().filter(column -> !column.values().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aKeyIsNeverNullAndTellsRowsApart(Table table) {
    String key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
    assertThat(result.number("select count(*) from " + table)).as("rows").isPositive();
    assertThat(
            result.query(
                "select %1$s from %2$s group by %1$s having count(*) > 1".formatted(key, table)))
        .isEmpty();
    for (Column column : table.key()) {
      assertThat(
              result.number(
                  "select count(*) from %s where %s is null".formatted(table, column.name())))
          .as("%s", column)
          .isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("references")
  void whatAColumnRefersToIsThere(Column column) {
    Column target = column.reference().orElseThrow();
    assertThat(
            result.query(
                "select %1$s from %2$s where %1$s is not null and %1$s not in (select %3$s from %4$s)"
                    .formatted(column.name(), column.table(), target.name(), target.table())))
        .isEmpty();
    assertThat(Tables.named(target.table()).key()).containsExactly(target);
  }

  @ParameterizedTest
  @MethodSource("closedLists")
  void aColumnOfAClosedListHasNoOtherValue(Column column) {
    assertThat(column.values())
        .containsAll(
            result.texts(
                "select distinct %1$s from %2$s where %1$s is not null"
                    .formatted(column.name(), column.table())));
  }
}
