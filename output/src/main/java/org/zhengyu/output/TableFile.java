package org.zhengyu.output;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;

/**
 * One Parquet file of a table while it is written. Values are collected column by column, and leave
 * as a row group when there are enough.
 */
final class TableFile implements RowWriter, Closeable {

  /** Footer keys by which a file says what it is and who wrote it. */
  static final String VERSION_KEY = "zhengyu.version";

  static final String TABLE_KEY = "zhengyu.table";

  /** As JSON: what {@link TableSchema} says of the columns. */
  static final String COLUMNS_KEY = "zhengyu.columns";

  /** Bytes collected before they are written: about this much heap for each open file. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final Table table;
  private final MessageType schema;
  private final ChannelOutputFile output;

  /** The columns and their chunks, each in its place, with a gap where one is left out. */
  private final Column[] columns;

  private final ColumnChunk[] chunks;

  /** The chunks of texts, of lists of them, and those of all other types, likewise. */
  private final TextChunk[] texts;

  private final TextListChunk[] lists;

  private final NumberChunk[] numbers;

  /** The places of the columns that are written. */
  private final int[] written;

  private final Utf8Buffer utf8 = new Utf8Buffer();
  private PageWriter writer;

  /** The current row in its group. */
  private int row;

  private long textBytes;
  private long rows;

  /** Describes the file and creates nothing: it is created when the first row ends. */
  private TableFile(Table table, ResourceId file) {
    this.table = table;
    this.schema = table.schema();
    this.output = new ChannelOutputFile(file);
    List<ColumnDescriptor> descriptors = schema.getColumns();
    written = table.columns().stream().mapToInt(column -> column.index).toArray();
    int width = written[written.length - 1] + 1;
    columns = new Column[width];
    chunks = new ColumnChunk[width];
    texts = new TextChunk[width];
    lists = new TextListChunk[width];
    numbers = new NumberChunk[width];
    for (int i = 0; i < written.length; i++) {
      Column column = table.columns().get(i);
      int place = written[i];
      columns[place] = column;
      switch (column.type()) {
        case STRING -> {
          texts[place] = new TextChunk(descriptors.get(i), column.isMostlyDistinct());
          chunks[place] = texts[place];
        }
        case STRING_LIST -> {
          lists[place] = new TextListChunk(descriptors.get(i));
          chunks[place] = lists[place];
        }
        default -> {
          numbers[place] = new NumberChunk(column.type(), descriptors.get(i));
          chunks[place] = numbers[place];
        }
      }
    }
  }

  /** What writes the rows of one file. */
  @FunctionalInterface
  interface Rows {
    void writeTo(RowWriter out) throws IOException;
  }

  /**
   * Writes a file with the given rows; without rows, none. If that fails, what was written so far
   * is deleted as well as can be, and the failure goes on.
   *
   * @return the file, closed: what it holds
   */
  static TableFile write(Table table, ResourceId path, Rows rows) throws IOException {
    TableFile file = new TableFile(table, path);
    try {
      try (file) {
        rows.writeTo(file);
        file.finish();
      }
      return file;
    } catch (IOException | RuntimeException | Error failure) {
      if (file.writer != null) {
        Storage.at(path).deleteAfter(failure);
      }
      throw failure;
    }
  }

  /** Writes a file that has the schema and no row. */
  static TableFile writeEmpty(Table table, ResourceId path) throws IOException {
    try (TableFile file = new TableFile(table, path)) {
      file.open();
      file.finish();
      return file;
    }
  }

  private void open() throws IOException {
    writer = new PageWriter(output, schema);
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return output.position();
  }

  @Override
  public void setLong(LongColumn column, long value) {
    claim(column);
    numbers[column.index].add(value);
  }

  @Override
  public void setDouble(DoubleColumn column, double value) {
    claim(column);
    if (Double.isNaN(value)) {
      addNull(column);
    } else {
      numbers[column.index].add(Double.doubleToRawLongBits(value));
    }
  }

  @Override
  public void setBoolean(BooleanColumn column, boolean value) {
    claim(column);
    numbers[column.index].add(value ? 1 : 0);
  }

  @Override
  public void setString(StringColumn column, CharSequence value) {
    if (value == null) {
      setNull(column);
    } else {
      utf8.set(value);
      setString(column, utf8.array(), 0, utf8.length());
    }
  }

  @Override
  public void setString(StringColumn column, byte[] utf8Bytes, int offset, int length) {
    claim(column);
    texts[column.index].add(utf8Bytes, offset, length);
    textBytes += length;
  }

  @Override
  public void setStrings(StringListColumn column, TextPool pool, int[] list, int count) {
    claim(column);
    lists[column.index].add(pool, list, count);
    textBytes += (long) count * Integer.BYTES;
  }

  @Override
  public void setDate(DateColumn column, LocalDate value) {
    if (value == null) {
      setNull(column);
    } else {
      setEpochDay(column, Math.toIntExact(value.toEpochDay()));
    }
  }

  @Override
  public void setEpochDay(DateColumn column, int epochDay) {
    claim(column);
    numbers[column.index].add(epochDay);
  }

  @Override
  public void setNull(Column column) {
    claim(column);
    addNull(column);
  }

  @Override
  public void endRow() throws IOException {
    for (int place : written) {
      ColumnChunk chunk = chunks[place];
      if (chunk.rows() == row) {
        if (!chunk.isNullable()) {
          throw new IllegalStateException(at(columns[place]) + " is required, but was not set");
        }
        chunk.addNull();
      }
    }
    if (writer == null) {
      open();
    }
    row++;
    rows++;
    if ((long) row * written.length * Long.BYTES + textBytes >= ROW_GROUP_BYTES) {
      writeRowGroup();
    }
  }

  private void writeRowGroup() throws IOException {
    writer.startRowGroup(row);
    for (int place : written) {
      chunks[place].writeTo(writer);
      chunks[place].clear();
    }
    writer.endRowGroup();
    row = 0;
    textBytes = 0;
  }

  /**
   * Writes what is left and the footer, if the file was created. Fails if a row was begun and not
   * ended, which would otherwise be lost without a word.
   */
  private void finish() throws IOException {
    for (int place : written) {
      if (chunks[place].rows() > row) {
        throw new IllegalStateException(at(columns[place]) + " was set, but the row was not ended");
      }
    }
    if (writer != null) {
      if (row > 0) {
        writeRowGroup();
      }
      // In the order of the keys: that of other maps changes from one process to the next.
      SortedMap<String, String> metadata = new TreeMap<>();
      metadata.put(VERSION_KEY, ProjectVersion.current());
      metadata.put(TABLE_KEY, table.name());
      metadata.put(COLUMNS_KEY, Json.compact(TableSchema.fields(table)));
      writer.end(metadata);
    }
  }

  /** Closes the file, if it was created; without {@link #finish} before, it is not complete. */
  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private void claim(Column column) {
    int place = column.index;
    if (place >= columns.length || columns[place] != column) {
      throw new IllegalArgumentException("table " + table + " is written without " + column);
    }
    if (chunks[place].rows() > row) {
      throw new IllegalStateException(at(column) + " was set already");
    }
  }

  private void addNull(Column column) {
    ColumnChunk chunk = chunks[column.index];
    if (!chunk.isNullable()) {
      throw new IllegalArgumentException(at(column) + " is required, but its value is undefined");
    }
    chunk.addNull();
  }

  private String at(Column column) {
    return "table " + table + ", row " + rows + ": column " + column.name();
  }
}
