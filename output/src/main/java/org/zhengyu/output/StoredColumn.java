package org.zhengyu.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The values of one column, one row after the other. What nobody asks for is passed over, and texts
 * of a dictionary are decoded once for each row group.
 */
final class StoredColumn extends PrimitiveConverter {

  private final PrimitiveType type;
  private final boolean isList;
  private final int mostLevels;
  private @Nullable ColumnReader reader;

  /** How many values of the row group the reader has left behind. */
  private long passed;

  private boolean isNull;
  private long number;
  private double measure;
  private @Nullable Binary binary;
  private List<String> list = List.of();

  private @Nullable Dictionary dictionary;
  private String[] decoded = new String[0];
  private int entry;

  StoredColumn(ColumnDescriptor descriptor) {
    type = descriptor.getPrimitiveType();
    isList = descriptor.getMaxRepetitionLevel() > 0;
    mostLevels = descriptor.getMaxDefinitionLevel();
  }

  boolean isList() {
    return isList;
  }

  /** Begins a row group, before its first row. */
  void start(ColumnReader columnReader) {
    reader = columnReader;
    passed = 0;
  }

  /** Reads the value of a row, which is the current one or one behind it. */
  private void load(long row) {
    ColumnReader values = reader;
    if (passed > row || values == null) {
      return;
    }
    for (; passed < row; passed++) {
      do {
        if (values.getCurrentDefinitionLevel() == mostLevels) {
          values.skip();
        }
        values.consume();
      } while (values.getCurrentRepetitionLevel() > 0);
    }
    if (isList) {
      loadList(values);
    } else {
      isNull = values.getCurrentDefinitionLevel() < mostLevels;
      if (!isNull) {
        values.writeCurrentValueToConverter();
      }
      values.consume();
    }
    passed++;
  }

  private void loadList(ColumnReader values) {
    List<String> texts = new ArrayList<>();
    do {
      if (values.getCurrentDefinitionLevel() == mostLevels) {
        values.writeCurrentValueToConverter();
        texts.add(text());
      }
      values.consume();
    } while (values.getCurrentRepetitionLevel() > 0);
    list = texts;
  }

  boolean isNull(long row) {
    load(row);
    return isNull;
  }

  long number(long row) {
    load(row);
    return number;
  }

  double measure(long row) {
    load(row);
    return type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE ? measure : number;
  }

  String text(long row) {
    load(row);
    return text();
  }

  List<String> list(long row) {
    load(row);
    return list;
  }

  private String text() {
    if (binary != null) {
      return new String(binary.getBytesUnsafe(), UTF_8);
    }
    String text = decoded[entry];
    if (text == null && dictionary != null) {
      text = new String(dictionary.decodeToBinary(entry).getBytesUnsafe(), UTF_8);
      decoded[entry] = text;
    }
    return text;
  }

  /** The value as an object of its type; null where there is none. */
  @Nullable Object value(long row) {
    if (isNull(row)) {
      return null;
    }
    if (isList) {
      return list;
    }
    return switch (type.getPrimitiveTypeName()) {
      case BINARY -> text();
      case DOUBLE -> measure;
      case BOOLEAN -> number != 0;
      case INT32 ->
          type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation
              ? LocalDate.ofEpochDay(number)
              : (Object) number;
      default -> number;
    };
  }

  @Override
  public boolean hasDictionarySupport() {
    return type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  @Override
  public void setDictionary(Dictionary texts) {
    dictionary = texts;
    decoded = new String[texts.getMaxId() + 1];
  }

  @Override
  public void addValueFromDictionary(int id) {
    binary = null;
    entry = id;
  }

  @Override
  public void addBinary(Binary value) {
    binary = value;
  }

  @Override
  public void addLong(long value) {
    number = value;
  }

  @Override
  public void addInt(int value) {
    number = value;
  }

  @Override
  public void addBoolean(boolean value) {
    number = value ? 1 : 0;
  }

  @Override
  public void addDouble(double value) {
    measure = value;
  }
}
