package org.zhengyu.output;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /** Bytes collected before they are written: about this much heap for each open file. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final Table table;
  private final MessageType schema;
  private final ChannelOutputFile output;
  private final ColumnChunk[] columns;
  private final Column.Type[] types;

  /** The columns of texts and those of all other types, each in its place. */
  private final TextChunk[] texts;

  private final NumberChunk[] numbers;
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
    int size = descriptors.size();
    columns = new ColumnChunk[size];
    types = new Column.Type[size];
    texts = new TextChunk[size];
    numbers = new NumberChunk[size];
    for (int i = 0; i < size; i++) {
      types[i] = table.columns().get(i).type();
      if (types[i] == Column.Type.STRING) {
        texts[i] = new TextChunk(descriptors.get(i));
        columns[i] = texts[i];
      } else {
        numbers[i] = new NumberChunk(types[i], descriptors.get(i));
        columns[i] = numbers[i];
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
  public void setLong(int column, long value) {
    claim(column, Column.Type.INT64);
    numbers[column].add(value);
  }

  @Override
  public void setDouble(int column, double value) {
    claim(column, Column.Type.DOUBLE);
    if (Double.isNaN(value)) {
      addNull(column);
    } else {
      numbers[column].add(Double.doubleToRawLongBits(value));
    }
  }

  @Override
  public void setBoolean(int column, boolean value) {
    claim(column, Column.Type.BOOLEAN);
    numbers[column].add(value ? 1 : 0);
  }

  @Override
  public void setString(int column, CharSequence value) {
    if (value == null) {
      claim(column, Column.Type.STRING);
      addNull(column);
    } else {
      utf8.set(value);
      setString(column, utf8.array(), 0, utf8.length());
    }
  }

  @Override
  public void setString(int column, byte[] utf8Bytes, int offset, int length) {
    claim(column, Column.Type.STRING);
    texts[column].add(utf8Bytes, offset, length);
    textBytes += length;
  }

  @Override
  public void setDate(int column, LocalDate value) {
    if (value == null) {
      claim(column, Column.Type.DATE);
      addNull(column);
    } else {
      setEpochDay(column, Math.toIntExact(value.toEpochDay()));
    }
  }

  @Override
  public void setEpochDay(int column, int epochDay) {
    claim(column, Column.Type.DATE);
    numbers[column].add(epochDay);
  }

  @Override
  public void setNull(int column) {
    claim(column, types[column]);
    addNull(column);
  }

  @Override
  public void endRow() throws IOException {
    for (int column = 0; column < columns.length; column++) {
      if (columns[column].rows() == row) {
        if (!columns[column].isNullable()) {
          throw new IllegalStateException(at(column) + " is required, but was not set");
        }
        columns[column].addNull();
      }
    }
    if (writer == null) {
      open();
    }
    row++;
    rows++;
    if ((long) row * columns.length * Long.BYTES + textBytes >= ROW_GROUP_BYTES) {
      writeRowGroup();
    }
  }

  private void writeRowGroup() throws IOException {
    writer.startRowGroup(row);
    for (ColumnChunk column : columns) {
      column.writeTo(writer);
      column.clear();
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
    for (int column = 0; column < columns.length; column++) {
      if (columns[column].rows() > row) {
        throw new IllegalStateException(at(column) + " was set, but the row was not ended");
      }
    }
    if (writer != null) {
      if (row > 0) {
        writeRowGroup();
      }
      writer.end(Map.of(VERSION_KEY, ProjectVersion.current(), TABLE_KEY, table.name()));
    }
  }

  /** Closes the file, if it was created; without {@link #finish} before, it is not complete. */
  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private void claim(int column, Column.Type type) {
    if (types[column] != type) {
      throw new IllegalArgumentException(at(column) + " is " + types[column] + ", not " + type);
    }
    if (columns[column].rows() > row) {
      throw new IllegalStateException(at(column) + " was set already");
    }
  }

  private void addNull(int column) {
    if (!columns[column].isNullable()) {
      throw new IllegalArgumentException(at(column) + " is required, but its value is undefined");
    }
    columns[column].addNull();
  }

  private String at(int column) {
    return "table " + table + ", row " + rows + ": column " + table.columns().get(column).name();
  }
}
