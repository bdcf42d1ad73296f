package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

  private static final Table.Builder COLUMNS =
      Table.named("every_type", "row of every type", "每种类型各一");
  private static final LongColumn ID = column("id").key().ofLongs();
  private static final StringColumn TEXT = optional("text").ofStrings();
  private static final DateColumn DAY = optional("day").ofDates();
  private static final LongColumn SIZE = optional("size").ofLongs();
  private static final DoubleColumn MEASURE = optional("measure").ofDoubles();
  private static final BooleanColumn FLAG = optional("flag").ofBooleans();
  private static final Table EVERY_TYPE = COLUMNS.build();

  private static Column.Builder column(String name) {
    return COLUMNS.column(name, "a " + name, "某值");
  }

  private static Column.Builder optional(String name) {
    return column(name).nullable("at times", "有时");
  }

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("x.parquet");
  }

  private ResourceId resource() {
    return FileSystems.matchNewResource(file.toString(), false);
  }

  private TableFile write(TableFile.Rows rows) throws IOException {
    return TableFile.write(EVERY_TYPE, resource(), rows);
  }

  @Test
  void writesEveryTypeAsAReaderOfParquetKnowsIt() throws IOException {
    write(
        out -> {
          out.setLong(ID, 1);
          out.setString(TEXT, "链长制");
          out.setDate(DAY, LocalDate.of(2023, 10, 1));
          out.setLong(SIZE, Long.MAX_VALUE);
          out.setDouble(MEASURE, -0.25);
          out.setBoolean(FLAG, true);
          out.endRow();
          out.setBoolean(FLAG, false);
          out.setEpochDay(DAY, -1);
          out.setLong(SIZE, Long.MIN_VALUE);
          out.setLong(ID, 2);
          out.endRow();
        });

    assertThat(Duck.describe(file))
        .containsExactly(
            "id BIGINT",
            "text VARCHAR",
            "day DATE",
            "size BIGINT",
            "measure DOUBLE",
            "flag BOOLEAN");
    assertThat(Duck.query(file, "select * from {}"))
        .containsExactly(
            List.of(1L, "链长制", LocalDate.of(2023, 10, 1), Long.MAX_VALUE, -0.25, true),
            Arrays.asList(2L, null, LocalDate.of(1969, 12, 31), Long.MIN_VALUE, null, false));
  }

  @Test
  void writesNullForWhateverIsAbsentOrUndefined() throws IOException {
    write(
        out -> {
          out.setLong(ID, 1);
          out.endRow();
          out.setLong(ID, 2);
          out.setString(TEXT, null);
          out.setDate(DAY, null);
          out.setNull(SIZE);
          out.setDouble(MEASURE, Double.NaN);
          out.setNull(FLAG);
          out.endRow();
        });

    assertThat(Duck.query(file, "select * from {}"))
        .containsExactly(
            Arrays.asList(1L, null, null, null, null, null),
            Arrays.asList(2L, null, null, null, null, null));
  }

  @Test
  void writesInfinityAsInfinity() throws IOException {
    write(
        out -> {
          out.setLong(ID, 1);
          out.setDouble(MEASURE, Double.NEGATIVE_INFINITY);
          out.endRow();
          out.setLong(ID, 2);
          out.setDouble(MEASURE, Double.POSITIVE_INFINITY);
          out.endRow();
        });

    assertThat(Duck.query(file, "select measure from {} order by id"))
        .containsExactly(List.of(Double.NEGATIVE_INFINITY), List.of(Double.POSITIVE_INFINITY));
  }

  @Test
  void encodesTextOfEveryLengthOfCodePoint() throws IOException {
    // One to four bytes; an ideograph beyond the basic plane; a line break and a quote; nothing.
    List<String> texts = List.of("a", "é", "策", "\uD840\uDC0B", "“六个\n城市”'", "", "长".repeat(5000));
    write(
        out -> {
          for (int i = 0; i < texts.size(); i++) {
            out.setLong(ID, i);
            out.setString(TEXT, CharBuffer.wrap(texts.get(i)));
            out.endRow();
          }
        });

    assertThat(Duck.query(file, "select text from {} order by id"))
        .isEqualTo(texts.stream().map(List::<Object>of).toList());
  }

  @Test
  void keepsTheLengthOfTextThatHoldsHalfASurrogatePair() throws IOException {
    write(
        out -> {
          out.setLong(ID, 1);
          out.setString(TEXT, "前\uD840后\uDC0B");
          out.endRow();
        });

    assertThat(Duck.query(file, "select text, length(text) from {}"))
        .containsExactly(List.of("前\uFFFD后\uFFFD", 4L));
  }

  @Test
  void takesBytesFromAnArrayThatIsUsedAgainAtOnce() throws IOException {
    Table.Builder columns = Table.named("t", "pair of texts", "每对文本");
    StringColumn one = columns.column("a", "one text", "文本一").key().ofStrings();
    StringColumn other = columns.column("b", "another text", "文本二").ofStrings();
    Table twoTexts = columns.build();
    byte[] scratch = new byte[12];
    TableFile.write(
        twoTexts,
        resource(),
        out -> {
          System.arraycopy("改革".getBytes(StandardCharsets.UTF_8), 0, scratch, 2, 6);
          out.setString(one, scratch, 2, 6);
          System.arraycopy("发展".getBytes(StandardCharsets.UTF_8), 0, scratch, 2, 6);
          out.setString(other, scratch, 2, 6);
          Arrays.fill(scratch, (byte) 'x');
          out.endRow();
          out.setString(one, scratch, 0, 3);
          out.setString(other, scratch, 3, 0);
          out.endRow();
        });

    assertThat(Duck.query(file, "select * from {}"))
        .containsExactly(List.of("改革", "发展"), List.of("xxx", ""));
  }

  @Test
  void refusesARowWithoutARequiredValueAndLeavesNoFile() {
    assertThatThrownBy(
            () ->
                write(
                    out -> {
                      out.setLong(ID, 1);
                      out.endRow();
                      out.setString(TEXT, "无编号");
                      out.endRow();
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table every_type, row 1: column id is required, but was not set");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAnUndefinedValueInARequiredColumn() {
    Table.Builder columns = Table.named("t", "pair", "每个词对");
    DoubleColumn pmi = columns.column("pmi", "mutual information", "互信息").key().ofDoubles();
    Table required = columns.build();
    assertThatThrownBy(
            () -> TableFile.write(required, resource(), out -> out.setDouble(pmi, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table t, row 0: column pmi is required, but its value is undefined");
    assertThatThrownBy(() -> write(out -> out.setNull(ID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table every_type, row 0: column id is required, but its value is undefined");
  }

  /** Also where this table has a column of that name, type or place. */
  @Test
  void refusesAColumnOfAnotherTable() {
    Table.Builder columns = Table.named("every_type", "row of every type", "每种类型各一");
    LongColumn id = columns.column("id", "a id", "某值").key().ofLongs();
    for (TableFile.Rows wrong :
        List.<TableFile.Rows>of(
            out -> out.setLong(id, 1),
            out -> out.setLong(SampleTables.LENGTH, 1),
            out -> out.setNull(SampleTables.DAY),
            out -> out.setString(SampleTables.WORD, null),
            out -> out.setDouble(SampleTables.SHARE, Double.NaN),
            out -> out.setBoolean(SampleTables.IS_NEW, true))) {
      assertThatThrownBy(() -> write(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("table every_type is written without ");
    }
    assertThatThrownBy(() -> write(out -> out.setEpochDay(SampleTables.DAY, 1)))
        .hasMessage("table every_type is written without counts.day");
  }

  @Test
  void writesATableWithoutWhatIsLeftOut() throws IOException {
    Table narrow = EVERY_TYPE.without(List.of(TEXT, SIZE, FLAG));
    TableFile.write(
        narrow,
        resource(),
        out -> {
          out.setDouble(MEASURE, 0.5);
          out.setLong(ID, 1);
          out.endRow();
          out.setLong(ID, 2);
          out.setDate(DAY, LocalDate.of(2023, 10, 1));
          out.endRow();
        });
    assertThat(Duck.describe(file)).containsExactly("id BIGINT", "day DATE", "measure DOUBLE");
    assertThat(Duck.query(file, "select * from {}"))
        .containsExactly(
            Arrays.asList(1L, null, 0.5), Arrays.asList(2L, LocalDate.of(2023, 10, 1), null));
    for (TableFile.Rows leftOut :
        List.<TableFile.Rows>of(out -> out.setLong(SIZE, 1), out -> out.setBoolean(FLAG, true))) {
      assertThatThrownBy(() -> TableFile.write(narrow, resource(), leftOut))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("table every_type is written without every_type.");
    }
  }

  @Test
  void refusesASecondValueForAColumnOfARow() {
    assertThatThrownBy(
            () ->
                write(
                    out -> {
                      out.setLong(ID, 1);
                      out.setLong(ID, 1);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table every_type, row 0: column id was set already");
  }

  @Test
  void refusesToForgetARowThatWasNotEnded() {
    assertThatThrownBy(
            () ->
                write(
                    out -> {
                      out.setLong(ID, 1);
                      out.endRow();
                      out.setLong(ID, 2);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table every_type, row 1: column id was set, but the row was not ended");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writesNoFileWithoutRows() throws IOException {
    assertThat(write(out -> {}).rows()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void knowsTheRowsAndBytesOfItsFile() throws IOException {
    TableFile written =
        write(
            out -> {
              for (int i = 0; i < 1000; i++) {
                out.setLong(ID, i);
                out.endRow();
              }
            });

    assertThat(written.rows()).isEqualTo(1000);
    assertThat(written.bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void keepsEveryRowOfAFileOfSeveralRowGroups() throws IOException {
    // 40,000 texts of 400 random ideographs: 48 MB, and a row group has 16.
    Random random = new Random(20);
    MessageDigest sum = sha256();
    write(
        out -> {
          for (int i = 0; i < 40_000; i++) {
            String text =
                random
                    .ints(400, 0x4E00, 0x9FA6)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            out.setLong(ID, i);
            out.setString(TEXT, text);
            out.endRow();
          }
        });

    assertThat(
            Duck.query(file, "select count(distinct row_group_id) > 1 from parquet_metadata({})"))
        .containsExactly(List.of(true));
    MessageDigest readSum = sha256();
    List<List<Object>> read = Duck.query(file, "select text from {} order by id");
    read.forEach(row -> readSum.update(((String) row.get(0)).getBytes(StandardCharsets.UTF_8)));
    assertThat(read).hasSize(40_000);
    assertThat(readSum.digest()).isEqualTo(sum.digest());
  }

  /** Columns that repeat all the time, now and then, and never; with nulls here and there. */
  private static final Table REPEATING = repeating();

  private static final int REPEATING_ROWS = 150_000;

  private static Table repeating() {
    Table.Builder columns = Table.named("repeating", "number", "每个数");
    columns.column("id", "its number", "编号").key().ofLongs();
    for (String name : List.of("constant", "few", "many")) {
      columns.column(name, "a number", "数").ofLongs();
    }
    for (String name : List.of("same", "word", "sentence")) {
      columns.column(name, "a text", "文本").ofStrings();
    }
    columns.column("note", "a text", "文本").nullable("at times", "有时").ofStrings();
    for (String name : List.of("ratio", "measure")) {
      columns.column(name, "a measure", "度量").nullable("at times", "有时").ofDoubles();
    }
    columns.column("day", "a day", "日期").nullable("at times", "有时").ofDates();
    for (String name : List.of("flag", "never")) {
      columns.column(name, "a truth value", "真假").nullable("at times", "有时").ofBooleans();
    }
    return columns.build();
  }

  private static List<Object> repeatingRow(int i) {
    return Arrays.asList(
        (long) i,
        -7L,
        (long) (i % 3 - 1),
        (long) (i / 2) << 33,
        "",
        "词" + i % 5000,
        i + "号文件",
        i % 7 == 0 ? null : "注" + i / 1000,
        i / 30_000 == 2 ? null : 1 + i % 900 / 8.0,
        i % 4 == 1 ? null : Math.sqrt(i + 1),
        i % 2 == 0 ? null : LocalDate.ofEpochDay(i % 40_000 - 20_000),
        i % 5 == 0 ? null : i % 3 == 0,
        null);
  }

  private TableFile writeRepeating() throws IOException {
    return TableFile.write(
        REPEATING,
        resource(),
        out -> {
          for (int i = 0; i < REPEATING_ROWS; i++) {
            List<Object> values = repeatingRow(i);
            for (int column = 0; column < values.size(); column++) {
              set(out, REPEATING.columns().get(column), values.get(column));
            }
            out.endRow();
          }
        });
  }

  private static void set(RowWriter out, Column column, Object value) {
    if (value == null) {
      out.setNull(column);
    } else if (column instanceof StringColumn texts) {
      out.setString(texts, (String) value);
    } else if (column instanceof DateColumn days) {
      out.setDate(days, (LocalDate) value);
    } else if (column instanceof DoubleColumn measures) {
      out.setDouble(measures, (double) value);
    } else if (column instanceof LongColumn counts) {
      out.setLong(counts, (long) value);
    } else {
      out.setBoolean((BooleanColumn) column, (boolean) value);
    }
  }

  @Test
  void givesBackEveryValueHoweverOftenItRepeats() throws IOException {
    writeRepeating();

    List<List<Object>> read = Duck.query(file, "select * from {} order by id");
    assertThat(read).hasSize(REPEATING_ROWS);
    for (int i = 0; i < REPEATING_ROWS; i++) {
      if (!read.get(i).equals(repeatingRow(i))) {
        assertThat(read.get(i)).isEqualTo(repeatingRow(i));
      }
    }
  }

  @Test
  void keepsADictionaryOnlyWhereItIsSmaller() throws IOException {
    writeRepeating();

    assertThat(
            Duck.query(
                file,
                "select path_in_schema, bool_or(encodings like '%DICTIONARY%') from"
                    + " parquet_metadata({}) group by 1 order by min(column_id)"))
        .containsExactly(
            List.of("id", false),
            List.of("constant", true),
            List.of("few", true),
            List.of("many", false),
            List.of("same", true),
            List.of("word", true),
            List.of("sentence", false),
            List.of("note", true),
            List.of("ratio", true),
            List.of("measure", false),
            List.of("day", false),
            List.of("flag", false),
            List.of("never", false));
  }

  @Test
  void saysOfEveryColumnWhichValuesItHas() throws IOException {
    writeRepeating();

    for (Column column : REPEATING.columns()) {
      String name = column.name();
      List<List<Object>> said =
          Duck.query(
              file,
              "select sum(stats_null_count)::bigint, sum(num_values)::bigint from"
                  + " parquet_metadata({}) where path_in_schema = '%s'".formatted(name));
      List<List<Object>> counted =
          Duck.query(file, "select count(*) - count(%s), count(*) from {}".formatted(name));
      assertThat(said).as(name).isEqualTo(counted);
      String type = duckType(column.type());
      List<List<Object>> ends =
          Duck.query(
              file,
              "select min(stats_min_value::%2$s), max(stats_max_value::%2$s) from"
                      .formatted(name, type)
                  + " parquet_metadata({}) where path_in_schema = '%s'".formatted(name));
      List<List<Object>> found =
          Duck.query(file, "select min(%1$s), max(%1$s) from {}".formatted(name));
      assertThat(ends).as(name).isEqualTo(found);
    }
  }

  private static String duckType(Column.Type type) {
    return switch (type) {
      case INT64 -> "bigint";
      case DOUBLE -> "double";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
      case STRING -> "varchar";
      case STRING_LIST -> "varchar[]";
    };
  }

  @Test
  void tellsReadersOfEveryPageWhatItHolds() throws IOException {
    writeRepeating();

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      ColumnChunkMetaData ids = reader.getRowGroups().get(0).getColumns().get(0);
      ColumnIndex index = reader.readColumnIndex(ids);
      OffsetIndex offsets = reader.readOffsetIndex(ids);
      int pages = offsets.getPageCount();
      assertThat(pages).isGreaterThan(1);
      for (int page = 0; page < pages; page++) {
        // The id of a row is its number.
        long first = offsets.getFirstRowIndex(page);
        long last = offsets.getLastRowIndex(page, reader.getRowGroups().get(0).getRowCount());
        assertThat(littleEndian(index.getMinValues().get(page))).isEqualTo(first);
        assertThat(littleEndian(index.getMaxValues().get(page))).isEqualTo(last);
        assertThat(index.getNullCounts().get(page)).isZero();
      }
    }
  }

  private static long littleEndian(ByteBuffer value) {
    return value.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  @Test
  void letsAReaderLookForEitherZero() throws IOException {
    write(
        out -> {
          for (double zero : new double[] {0.0, -0.0}) {
            out.setLong(ID, 1);
            out.setDouble(MEASURE, zero);
            out.endRow();
          }
        });

    assertThat(
            Duck.query(
                file,
                "select stats_min_value, stats_max_value from parquet_metadata({})"
                    + " where path_in_schema = 'measure'"))
        .containsExactly(List.of("-0.0", "0.0"));
    assertThat(Duck.query(file, "select measure::varchar from {}"))
        .containsExactly(List.of("0.0"), List.of("-0.0"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysInTheFooterWhatItIsAndWhoWroteIt() throws IOException {
    TableFile.write(
        SampleTables.WORDS,
        resource(),
        out -> {
          out.setString(SampleTables.WORD, "改革");
          out.setLong(SampleTables.LENGTH, 2);
          out.endRow();
        });

    assertThat(
            Duck.query(
                file,
                "select decode(key), decode(value) from parquet_kv_metadata({})"
                    + " where decode(key) like 'zhengyu.%' order by 1"))
        .containsExactly(
            List.of(
                "zhengyu.columns",
                """
                [{"name":"word","type":"string","description":"the word","description_zh":"词",\
                "constraints":{"required":true}},\
                {"name":"length","type":"integer","description":"its length",\
                "description_zh":"词长","unit":"code points","unit_zh":"码位",\
                "constraints":{"required":true}}]"""),
            List.of("zhengyu.table", "words"),
            List.of("zhengyu.version", ProjectVersion.current()));
  }

  /** Random digits do not get smaller; ascending numbers, repeated texts and dictionaries do. */
  @Test
  void compressesColumnsWhereThatPays() throws IOException {
    Random random = new Random(11);
    double[] measures = random.doubles(50_000).toArray();
    write(
        out -> {
          for (int i = 0; i < measures.length; i++) {
            out.setLong(ID, i);
            out.setString(TEXT, "词" + i % 300);
            out.setLong(SIZE, i % 2000 * 1_000_003L);
            out.setDouble(MEASURE, measures[i]);
            out.endRow();
          }
        });

    assertThat(
            Duck.query(
                file,
                "select path_in_schema, any_value(compression) from parquet_metadata({})"
                    + " where path_in_schema in ('id', 'text', 'size', 'measure')"
                    + " group by 1 having count(distinct compression) = 1 order by 1"))
        .containsExactly(
            List.of("id", "ZSTD"),
            List.of("measure", "UNCOMPRESSED"),
            List.of("size", "ZSTD"),
            List.of("text", "ZSTD"));
    List<List<Object>> read = Duck.query(file, "select measure from {} order by id");
    assertThat(read).hasSize(measures.length);
    for (int i = 0; i < measures.length; i++) {
      assertThat(read.get(i)).containsExactly(measures[i]);
    }
  }

  @Test
  void givesTheSameBytesForTheSameRows() throws IOException {
    TableFile.Rows rows =
        out -> {
          for (int i = 0; i < 5000; i++) {
            out.setLong(ID, i);
            out.setString(TEXT, "词" + i % 300);
            out.setDouble(MEASURE, 1.0 / (1 + i % 70));
            out.endRow();
          }
        };
    write(rows);
    byte[] first = Files.readAllBytes(file);
    write(rows);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }
}
