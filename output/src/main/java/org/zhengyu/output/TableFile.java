package org.zhengyu.output;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * One Parquet file of a table while it is written. The current row is held in arrays, one slot a
 * column, and handed to Parquet's column writers from there.
 */
final class TableFile implements RowWriter, Closeable {

  /** Footer keys by which a file says what it is and who wrote it. */
  static final String VERSION_KEY = "zhengyu.version";

  static final String TABLE_KEY = "zhengyu.table";

  /** Encoded bytes buffered before they are written: at most this much heap for each open file. */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final Table table;
  private final Row row;
  private final ChannelOutputFile output;
  private ParquetWriter<Row> writer;
  private long rows;

  /** Describes the file and creates nothing: it is created when the first row ends. */
  private TableFile(Table table, ResourceId file) {
    this.table = table;
    this.row = new Row(table);
    this.output = new ChannelOutputFile(file);
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
        file.requireRowsEnded();
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
      return file;
    }
  }

  private void open() throws IOException {
    writer = new Builder(output, table).build();
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return output.position();
  }

  @Override
  public void setLong(int column, long value) {
    row.numbers[claim(column, Column.Type.INT64)] = value;
  }

  @Override
  public void setDouble(int column, double value) {
    if (Double.isNaN(value)) {
      claimNull(column, Column.Type.DOUBLE);
    } else {
      row.numbers[claim(column, Column.Type.DOUBLE)] = Double.doubleToRawLongBits(value);
    }
  }

  @Override
  public void setBoolean(int column, boolean value) {
    row.numbers[claim(column, Column.Type.BOOLEAN)] = value ? 1 : 0;
  }

  @Override
  public void setString(int column, CharSequence value) {
    if (value == null) {
      claimNull(column, Column.Type.STRING);
    } else {
      row.texts[claim(column, Column.Type.STRING)].set(value);
    }
  }

  @Override
  public void setString(int column, byte[] utf8, int offset, int length) {
    row.texts[claim(column, Column.Type.STRING)].set(utf8, offset, length);
  }

  @Override
  public void setDate(int column, LocalDate value) {
    if (value == null) {
      claimNull(column, Column.Type.DATE);
    } else {
      setEpochDay(column, Math.toIntExact(value.toEpochDay()));
    }
  }

  @Override
  public void setEpochDay(int column, int epochDay) {
    row.numbers[claim(column, Column.Type.DATE)] = epochDay;
  }

  @Override
  public void setNull(int column) {
    claimNull(column, row.types[column]);
  }

  @Override
  public void endRow() throws IOException {
    for (int column = 0; column < row.states.length; column++) {
      if (row.states[column] == Row.UNSET && row.required[column]) {
        throw new IllegalStateException(at(column) + " is required, but was not set");
      }
    }
    if (writer == null) {
      open();
    }
    writer.write(row);
    Arrays.fill(row.states, Row.UNSET);
    rows++;
  }

  /** Fails if a row was begun and not ended, which would otherwise be lost without a word. */
  void requireRowsEnded() {
    for (int column = 0; column < row.states.length; column++) {
      if (row.states[column] != Row.UNSET) {
        throw new IllegalStateException(at(column) + " was set, but the row was not ended");
      }
    }
  }

  /** Finishes the file, if it was created. */
  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private int claim(int column, Column.Type type) {
    if (row.types[column] != type) {
      throw new IllegalArgumentException(at(column) + " is " + row.types[column] + ", not " + type);
    }
    if (row.states[column] != Row.UNSET) {
      throw new IllegalStateException(at(column) + " was set already");
    }
    row.states[column] = Row.VALUE;
    return column;
  }

  private void claimNull(int column, Column.Type type) {
    claim(column, type);
    if (row.required[column]) {
      throw new IllegalArgumentException(at(column) + " is required, but its value is undefined");
    }
    row.states[column] = Row.NULL;
  }

  private String at(int column) {
    return "table " + table + ", row " + rows + ": column " + table.columns().get(column).name();
  }

  /** The values of the current row. */
  private static final class Row {

    static final byte UNSET = 0;
    static final byte NULL = 1;
    static final byte VALUE = 2;

    final String[] names;
    final Column.Type[] types;
    final boolean[] required;
    final byte[] states;

    /** Integers, days, truth values and the bits of doubles. */
    final long[] numbers;

    final Utf8Buffer[] texts;

    Row(Table table) {
      List<Column> columns = table.columns();
      int size = columns.size();
      names = new String[size];
      types = new Column.Type[size];
      required = new boolean[size];
      states = new byte[size];
      numbers = new long[size];
      texts = new Utf8Buffer[size];
      for (int i = 0; i < size; i++) {
        Column column = columns.get(i);
        names[i] = column.name();
        types[i] = column.type();
        required[i] = !column.nullable();
        if (column.type() == Column.Type.STRING) {
          texts[i] = new Utf8Buffer();
        }
      }
    }

    void writeTo(RecordConsumer out) {
      out.startMessage();
      for (int i = 0; i < states.length; i++) {
        if (states[i] == VALUE) {
          out.startField(names[i], i);
          switch (types[i]) {
            case STRING -> out.addBinary(texts[i].toBinary());
            case DATE -> out.addInteger((int) numbers[i]);
            case INT64 -> out.addLong(numbers[i]);
            case DOUBLE -> out.addDouble(Double.longBitsToDouble(numbers[i]));
            case BOOLEAN -> out.addBoolean(numbers[i] != 0);
          }
          out.endField(names[i], i);
        }
      }
      out.endMessage();
    }
  }

  private static final class Utf8Buffer {

    private byte[] bytes = new byte[64];
    private int length;

    void set(byte[] utf8, int offset, int count) {
      length = 0;
      reserve(count);
      System.arraycopy(utf8, offset, bytes, 0, count);
      length = count;
    }

    void set(CharSequence text) {
      length = 0;
      reserve(3L * text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < 0x80) {
          bytes[length++] = (byte) c;
        } else if (c < 0x800) {
          bytes[length++] = (byte) (0xC0 | (c >> 6));
          bytes[length++] = continuation(c);
        } else if (!Character.isSurrogate(c)) {
          putThree(c);
        } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
          int codePoint = Character.toCodePoint(c, text.charAt(++i));
          bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
          bytes[length++] = continuation(codePoint >> 12);
          bytes[length++] = continuation(codePoint >> 6);
          bytes[length++] = continuation(codePoint);
        } else {
          putThree('\uFFFD');
        }
      }
    }

    /** Marked as reused, so that Parquet copies it where it keeps it (dictionaries, statistics). */
    Binary toBinary() {
      return Binary.fromReusedByteArray(bytes, 0, length);
    }

    private void putThree(char c) {
      bytes[length++] = (byte) (0xE0 | (c >> 12));
      bytes[length++] = continuation(c >> 6);
      bytes[length++] = continuation(c);
    }

    private static byte continuation(int bits) {
      return (byte) (0x80 | (bits & 0x3F));
    }

    private void reserve(long capacity) {
      if (capacity > bytes.length) {
        bytes = new byte[Math.toIntExact(Math.max(capacity, 2L * bytes.length))];
      }
    }
  }

  private static final class Support extends WriteSupport<Row> {

    private final Table table;
    private RecordConsumer consumer;

    Support(Table table) {
      this.table = table;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(
          table.schema(), Map.of(VERSION_KEY, ProjectVersion.current(), TABLE_KEY, table.name()));
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract still, though Parquet calls the one above.
    public WriteContext init(Configuration configuration) {
      return init(new PlainParquetConfiguration());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Row row) {
      row.writeTo(consumer);
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {

    private final Table table;

    Builder(ChannelOutputFile output, Table table) {
      super(output);
      this.table = table;
      withConf(new PlainParquetConfiguration());
      withCodecFactory(new ZstdCodec());
      withCompressionCodec(CompressionCodecName.ZSTD);
      withRowGroupSize(ROW_GROUP_BYTES);
      // No histograms of levels: flat columns have none worth knowing.
      withSizeStatisticsEnabled(false);
      // Measures hardly repeat within a row group: their dictionaries would be built and given up.
      for (Column column : table.columns()) {
        withDictionaryEncoding(column.name(), column.type() != Column.Type.DOUBLE);
      }
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract still, though Parquet calls the one below.
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new Support(table);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new Support(table);
    }
  }
}
