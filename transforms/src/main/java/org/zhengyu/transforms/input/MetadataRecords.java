package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The records of a table of metadata, all fields in one text, one after the other: a million of
 * records are no million of objects. Made once; then only read, and sent.
 */
final class MetadataRecords implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> columns;
  private final String values;

  /** Where each field ends in the text, record by record. */
  private final int[] ends;

  /** The numbers of the records in their table; null where these are all of it. */
  private final int @Nullable [] numbers;

  private MetadataRecords(
      List<String> columns, String values, int[] ends, int @Nullable [] numbers) {
    this.columns = List.copyOf(columns);
    this.values = values;
    this.ends = ends;
    this.numbers = numbers;
  }

  /** The names of the columns. */
  List<String> columns() {
    return columns;
  }

  /** How many there are. */
  int size() {
    return columns.isEmpty() ? 0 : ends.length / columns.size();
  }

  /** About how many bytes of heap they take. */
  long heapBytes() {
    return (long) values.length() * Character.BYTES + (long) ends.length * Integer.BYTES;
  }

  /** The number in its table, from 0, of the record at a place. */
  int number(int place) {
    return numbers == null ? place : numbers[place];
  }

  /** The fields of the record at a place. */
  Fields fields(int place) {
    Fields fields = new Fields();
    for (int column = 0; column < columns.size(); column++) {
      if (!columns.get(column).equals(Fields.TEXT)) {
        fields.set(columns.get(column), value(place, column));
      }
    }
    return fields;
  }

  private String value(int place, int column) {
    int field = place * columns.size() + column;
    return values.substring(field == 0 ? 0 : ends[field - 1], ends[field]);
  }

  /** Some of the records, with the numbers that they have here. */
  MetadataRecords at(int[] places) {
    Builder some = new Builder(columns);
    for (int place : places) {
      for (int column = 0; column < columns.size(); column++) {
        some.add(value(place, column));
      }
    }
    return some.build(Arrays.stream(places).map(this::number).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetadataRecords that
        && columns.equals(that.columns)
        && values.equals(that.values)
        && Arrays.equals(ends, that.ends)
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Takes records field by field. */
  static final class Builder {
    private final List<String> columns;
    private final StringBuilder values = new StringBuilder();
    private int[] ends = new int[16];
    private int fields;

    /** Records with these columns. */
    Builder(List<String> columns) {
      this.columns = columns;
    }

    /** Adds a record; fields that it lacks at its end are blank. */
    void addRecord(List<String> record) {
      for (int column = 0; column < columns.size(); column++) {
        add(column < record.size() ? record.get(column) : "");
      }
    }

    private void add(String value) {
      if (fields == ends.length) {
        ends = Arrays.copyOf(ends, fields + (fields >> 1));
      }
      values.append(value);
      ends[fields++] = values.length();
    }

    /** All records of a table. */
    MetadataRecords build() {
      return build(null);
    }

    private MetadataRecords build(int @Nullable [] numbers) {
      return new MetadataRecords(columns, values.toString(), Arrays.copyOf(ends, fields), numbers);
    }
  }
}
