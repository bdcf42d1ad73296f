package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.FileSystems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of lists of texts, written by us, and read by DuckDB and by us. */
class TextListTest {
  private static final Table.Builder COLUMNS = Table.named("lists", "list", "每个列表");
  private static final LongColumn ID = COLUMNS.column("id", "its number", "序号").key().ofLongs();
  private static final StringListColumn TERMS =
      COLUMNS.column("terms", "what is in it", "所含的词").ofStringLists();
  private static final StringColumn NOTE =
      COLUMNS.column("note", "a note", "附注").nullable("at times", "有时").ofStrings();
  private static final Table LISTS = COLUMNS.build();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("part-00000.parquet");
  }

  private void write(TableFile.Rows rows) throws IOException {
    TableFile.write(LISTS, FileSystems.matchNewResource(file.toString(), false), rows);
  }

  /** Writes lists with one pool for each so many of them, as documents have one each. */
  private void write(List<List<String>> lists, int listsPerPool) throws IOException {
    write(
        out -> {
          TextPool pool = new TextPool();
          for (int i = 0; i < lists.size(); i++) {
            if (i % listsPerPool == 0) {
              pool = new TextPool();
            }
            TextPool current = pool;
            int[] numbers =
                lists.get(i).stream()
                    .mapToInt(text -> current.add(text.getBytes(StandardCharsets.UTF_8)))
                    .toArray();
            out.setLong(ID, i);
            out.setStrings(TERMS, pool, numbers, numbers.length);
            out.setString(NOTE, i % 7 == 0 ? null : "第" + i % 100 + "行");
            out.endRow();
          }
        });
  }

  private List<List<String>> readByDuck() {
    int size = Math.toIntExact(Duck.count(file));
    List<List<String>> lists = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> lists.add(new ArrayList<>()));
    for (List<Object> row :
        Duck.query(
            file,
            "select id, unnest(terms), unnest(range(1, len(terms) + 1)) as place from {}"
                + " order by id, place")) {
      lists.get(((Long) row.get(0)).intValue()).add((String) row.get(1));
    }
    return lists;
  }

  private List<List<String>> readByUs() throws IOException {
    List<List<String>> lists = new ArrayList<>();
    StoredTable.of("lists", List.of(Storage.file(file.toString())))
        .read(List.of("terms"), row -> lists.add(row.list(0)));
    return lists;
  }

  private static List<List<String>> randomLists(int count) {
    Random random = new Random(7);
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = random.nextInt(5) == 0 ? 0 : random.nextInt(12);
      lists.add(
          random.ints(length, 0, 300).mapToObj(word -> "词𠮷".repeat(1 + word % 4) + word).toList());
    }
    return lists;
  }

  @Test
  void areListsToEveryReader() throws IOException {
    List<List<String>> lists =
        List.of(List.of("链长制", "a", "链长制"), List.of(), List.of(""), List.of("𠀋", "é"), List.of());
    write(lists, 1);
    assertThat(Duck.describe(file)).containsExactly("id BIGINT", "terms VARCHAR[]", "note VARCHAR");
    assertThat(Duck.query(file, "select len(terms) from {} order by id"))
        .containsExactly(List.of(3L), List.of(0L), List.of(1L), List.of(2L), List.of(0L));
    assertThat(readByDuck()).isEqualTo(lists);
    assertThat(readByUs()).isEqualTo(lists);
  }

  @Test
  void areKeptOverPagesAndRowGroupsWhicheverPoolTheyComeFrom() throws IOException {
    List<List<String>> lists = randomLists(400_000);
    write(lists, 1000);
    assertThat(Duck.query(file, "select max(row_group_id) from parquet_metadata({})"))
        .first()
        .satisfies(groups -> assertThat((Long) groups.get(0)).isPositive());
    assertThat(readByUs()).isEqualTo(lists);
    assertThat(readByDuck()).isEqualTo(lists);
  }

  @Test
  void keepTheirRowsWhenSomeAreNotAskedFor() throws IOException {
    List<List<String>> lists = randomLists(3000);
    write(lists, 10);
    List<List<String>> found = new ArrayList<>();
    StoredTable.of("lists", List.of(Storage.file(file.toString())))
        .read(
            List.of("id", "terms", "note"),
            row -> {
              if (row.number(0) % 100 == 77) {
                found.add(row.list(1));
                assertThat(row.value(2)).isEqualTo(row.number(0) % 7 == 0 ? null : "第77行");
              }
            });
    assertThat(found).hasSize(30);
    assertThat(found.get(3)).isEqualTo(lists.get(377));
  }

  @Test
  void sayWhatValuesTheyHave() throws IOException {
    write(List.of(List.of("乙", "甲"), List.of(), List.of("丙")), 1);
    assertThat(
            Duck.query(
                file,
                "select num_values, stats_null_count, stats_min_value, stats_max_value from"
                    + " parquet_metadata({}) where path_in_schema = 'terms, list, element'"))
        .containsExactly(List.of(4L, 1L, "丙", "甲"));
  }

  @Test
  void areNoKeyAndNeverNull() {
    Table.Builder table = Table.named("wrong", "list", "列表");
    assertThatThrownBy(() -> table.column("a", "a", "甲").key().ofStringLists())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong.a");
    assertThatThrownBy(() -> table.column("b", "b", "乙").nullable("now", "有时").ofStringLists())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong.b");
    assertThatThrownBy(
            () ->
                write(
                    out -> {
                      out.setLong(ID, 1);
                      out.endRow();
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("terms");
  }
}
