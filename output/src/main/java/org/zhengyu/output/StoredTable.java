package org.zhengyu.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table as it lies in a result, with the columns that it has there, which may be other ones than
 * this version writes. It is read column by column, one row group at a time.
 */
public final class StoredTable {

  private final String name;
  private final List<Storage> files;
  private final MessageType schema;

  private StoredTable(String name, List<Storage> files, MessageType schema) {
    this.name = name;
    this.files = files;
    this.schema = schema;
  }

  /** What is done with each row. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes a row, which the next one overwrites. */
    void visit(StoredRow row) throws IOException;
  }

  /** The table of these files, of which there is at least one. */
  static StoredTable of(String name, List<Storage> files) throws IOException {
    try (ParquetFileReader reader = open(files.get(0))) {
      return new StoredTable(
          name, List.copyOf(files), reader.getFooter().getFileMetaData().getSchema());
    }
  }

  private static ParquetFileReader open(Storage file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageDecompressors())
            .build();
    return ParquetFileReader.open(new ChannelInputFile(file.resource()), options);
  }

  /** The table's name. */
  public String name() {
    return name;
  }

  /** The names of its columns, in their order. */
  public List<String> columns() {
    return schema.getFields().stream().map(Type::getName).toList();
  }

  /** How many rows it has. */
  public long rows() throws IOException {
    long rows = 0;
    for (Storage file : files) {
      try (ParquetFileReader reader = open(file)) {
        rows += reader.getRecordCount();
      }
    }
    return rows;
  }

  /**
   * Reads all rows, in the order in which they lie there.
   *
   * @param columns those to read, each of which the table has
   * @param visitor is given every row, with these columns in this order
   */
  public void read(List<String> columns, Visitor visitor) throws IOException {
    for (Storage file : files) {
      read(file, columns, visitor);
    }
  }

  /**
   * Looks a text up, from the first file on; empty where no row has it.
   *
   * @param key the column of the key
   * @param wanted the key
   * @param column the column of the text, which is never null
   */
  public Optional<String> find(String key, String wanted, String column) throws IOException {
    List<String> found = new ArrayList<>();
    for (Storage file : files) {
      read(
          file,
          List.of(key, column),
          row -> {
            if (row.text(0).equals(wanted)) {
              found.add(row.text(1));
            }
          });
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  private void read(Storage file, List<String> columns, Visitor visitor) throws IOException {
    MessageType wanted = new MessageType(name, columns.stream().map(schema::getType).toList());
    try (ParquetFileReader reader = open(file)) {
      reader.setRequestedSchema(wanted);
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        read(group, wanted, reader.getFooter().getFileMetaData().getCreatedBy(), visitor);
      }
    }
  }

  private static void read(
      PageReadStore group, MessageType wanted, String createdBy, Visitor visitor)
      throws IOException {
    List<StoredColumn> columns = new ArrayList<>();
    for (ColumnDescriptor descriptor : wanted.getColumns()) {
      columns.add(new StoredColumn(descriptor));
    }
    ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new Row(columns), wanted, createdBy);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).start(store.getColumnReader(wanted.getColumns().get(i)));
    }
    StoredRow row = new StoredRow(columns);
    for (long left = group.getRowCount(); left > 0; left--) {
      row.advance();
      visitor.visit(row);
    }
  }

  /** Where Parquet finds what takes the values of each column. */
  private static final class Row extends GroupConverter {
    private final List<StoredColumn> columns;

    Row(List<StoredColumn> columns) {
      this.columns = columns;
    }

    @Override
    public Converter getConverter(int column) {
      StoredColumn of = columns.get(column);
      return of.isList() ? new Level(new Level(of)) : of;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  /** One of the two groups that Parquet has around the texts of a list. */
  private static final class Level extends GroupConverter {
    private final Converter inner;

    Level(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  @Override
  public String toString() {
    return name;
  }
}
