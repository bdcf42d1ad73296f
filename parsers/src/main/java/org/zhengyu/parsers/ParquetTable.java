package org.zhengyu.parsers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A Parquet file as a table in CSV: its columns of single values, lists and structures left out.
 */
final class ParquetTable {
  private ParquetTable() {}

  /** The table with its header; null is a blank field, days and times are as in ISO 8601. */
  static String csv(byte[] document, int mostChars) throws IOException, TextLimitException {
    Path file = Files.createTempFile("table-", ".parquet");
    try {
      Files.write(file, document);
      try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
        return csv(reader, mostChars);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String csv(ParquetFileReader reader, int mostChars)
      throws IOException, TextLimitException {
    MessageType schema = reader.getFooter().getFileMetaData().getSchema();
    CsvText csv = new CsvText(mostChars);
    for (Type column : schema.getFields()) {
      if (isSingle(column)) {
        csv.field(column.getName());
      }
    }
    csv.endRecord();
    MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
    for (PageReadStore rows = reader.readNextRowGroup();
        rows != null;
        rows = reader.readNextRowGroup()) {
      RecordReader<Group> records = columns.getRecordReader(rows, new GroupRecordConverter(schema));
      for (long row = 0; row < rows.getRowCount(); row++) {
        Group record = records.read();
        for (Type column : schema.getFields()) {
          if (isSingle(column)) {
            csv.field(value(record, column));
          }
        }
        csv.endRecord();
      }
    }
    return csv.toString();
  }

  private static boolean isSingle(Type column) {
    return column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED);
  }

  private static String value(Group record, Type column) {
    int index = record.getType().getFieldIndex(column.getName());
    if (record.getFieldRepetitionCount(index) == 0) {
      return "";
    }
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(record.getInteger(index, 0)).toString();
    }
    if (meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation time) {
      return time(record.getLong(index, 0), time.getUnit());
    }
    return column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        ? record.getBinary(index, 0).toStringUsingUTF8()
        : record.getValueToString(index, 0);
  }

  private static String time(long since, LogicalTypeAnnotation.TimeUnit unit) {
    long perSecond =
        switch (unit) {
          case MILLIS -> 1_000;
          case MICROS -> 1_000_000;
          case NANOS -> 1_000_000_000;
        };
    return Instant.ofEpochSecond(Math.floorDiv(since, perSecond))
        .atOffset(ZoneOffset.UTC)
        .toLocalDateTime()
        .toString();
  }
}
