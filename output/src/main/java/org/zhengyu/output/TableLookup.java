package org.zhengyu.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Looks a row up in a table of a local result, by reading it from the first row on. */
public final class TableLookup {
  private final StringColumn key;
  private final StringColumn value;

  private TableLookup(StringColumn key, StringColumn value) {
    this.key = key;
    this.value = value;
  }

  /** Looks for a value by a key; neither is ever null. */
  public static TableLookup of(StringColumn key, StringColumn value) {
    return new TableLookup(key, value);
  }

  /**
   * The value of the row with this key; empty without one.
   *
   * @param folder that of the table
   */
  public Optional<String> find(Path folder, String wanted) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.list(folder)) {
      parts = files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    for (Path part : parts) {
      Optional<String> found = findInPart(part, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> findInPart(Path part, String wanted) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(part))) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore rows = reader.readNextRowGroup();
          rows != null;
          rows = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            columns.getRecordReader(rows, new GroupRecordConverter(schema));
        for (long row = 0; row < rows.getRowCount(); row++) {
          Group record = records.read();
          if (record.getString(key.name(), 0).equals(wanted)) {
            return Optional.of(record.getString(value.name(), 0));
          }
        }
      }
    }
    return Optional.empty();
  }
}
