package org.zhengyu.output;

import java.io.IOException;
import java.util.BitSet;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * The values of one column in the rows of a row group. They are collected as they are; how they are
 * encoded is decided when all are known: by a dictionary where that is smaller, else plainly.
 */
abstract class ColumnChunk {

  private static final int PAGE_ROWS = 20_000;
  private static final int PAGE_BYTES = 1 << 20;
  private static final int LEVEL_BITS = 1;
  private static final int INITIAL_BYTES = 1 << 10;

  private final ColumnDescriptor descriptor;
  private final boolean nullable;

  /** The rows without a value. */
  private final BitSet nulls = new BitSet();

  private int rows;
  private int values;

  ColumnChunk(ColumnDescriptor descriptor) {
    this.descriptor = descriptor;
    this.nullable = descriptor.getMaxDefinitionLevel() > descriptor.getMaxRepetitionLevel();
  }

  /** The number of rows, with a value or without. */
  final int rows() {
    return rows;
  }

  final boolean isNullable() {
    return nullable;
  }

  /** The number of values that are not null. */
  final int values() {
    return values;
  }

  /** Adds a row without a value. */
  final void addNull() {
    nulls.set(rows++);
  }

  /** Counts a row with a value, and returns the number of the value. */
  final int addValue() {
    rows++;
    return values++;
  }

  /** Counts a value of a row that has several, and returns its number. */
  final int addToRow() {
    return values++;
  }

  /** Counts a row whose values were added, and returns its number. */
  final int endRow() {
    return rows++;
  }

  /** Forgets all rows. */
  final void clear() {
    nulls.clear();
    rows = 0;
    values = 0;
    clearValues();
  }

  /** Writes the column of a row group. */
  final void writeTo(PageWriter out) throws IOException {
    out.startColumn(descriptor, entries());
    int distinct = buildDictionary();
    int bits = bits(distinct);
    if (distinct > 0) {
      putDictionary(out.page());
      out.writeDictionary(distinct);
    }
    int pageRows = pageRows();
    int value = 0;
    for (int row = 0; row < rows; row += pageRows) {
      int endRow = Math.min(rows, row + pageRows);
      PageBuffer page = out.page();
      int entries = putLevels(row, endRow, page);
      int endValue = value + valuesOf(row, endRow);
      if (distinct > 0) {
        page.write(bits);
        putPacked(numbers(), value, endValue, bits, page);
      } else {
        putPlain(value, endValue, page);
      }
      Statistics<?> statistics = Statistics.createStats(descriptor.getPrimitiveType());
      statistics.incrementNumNulls(entries - (endValue - value));
      if (endValue > value) {
        describe(value, endValue, statistics);
      }
      out.writeData(
          endRow - row,
          entries,
          statistics,
          distinct > 0 ? Encoding.RLE_DICTIONARY : Encoding.PLAIN);
      value = endValue;
    }
    out.endColumn();
  }

  /** How many bits the number of a distinct value takes. */
  private static int bits(int distinct) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, distinct - 1));
  }

  /** Whether a dictionary, with the numbers of all values in it, is smaller than the values. */
  final boolean isSmaller(long dictionaryBytes, int distinct) {
    return dictionaryBytes + (long) values * bits(distinct) / Byte.SIZE < bytes();
  }

  /** The bytes of the values, plainly encoded. */
  abstract long bytes();

  /** Numbers the distinct values, and returns how many there are, or 0 for no dictionary. */
  abstract int buildDictionary();

  /** Of each value its number in the dictionary. */
  abstract int[] numbers();

  /** Encodes the distinct values. */
  abstract void putDictionary(PageBuffer page);

  /** Encodes values. */
  abstract void putPlain(int from, int to, PageBuffer page);

  /** Tells the least and the greatest of some values, of which there is one at least. */
  abstract void describe(int from, int to, Statistics<?> statistics);

  abstract void clearValues();

  private int pageRows() {
    long perRow = 1 + bytes() / Math.max(1, rows);
    return (int) Math.max(1, Math.min(PAGE_ROWS, PAGE_BYTES / perRow));
  }

  /** How many values the rows have, and a missing one for each that has none. */
  int entries() {
    return rows;
  }

  /** How many values some rows have. */
  int valuesOf(int from, int to) {
    return nullable ? to - from - nulls.get(from, to).cardinality() : to - from;
  }

  /** Encodes how the entries of some rows make up these, and returns how many they are. */
  int putLevels(int from, int to, PageBuffer page) throws IOException {
    if (nullable) {
      int[] levels = new int[to - from];
      for (int row = from; row < to; row++) {
        levels[row - from] = nulls.get(row) ? 0 : 1;
      }
      putLevels(levels, levels.length, page);
    }
    return to - from;
  }

  /** Encodes levels, each 0 or 1, behind their length. */
  static void putLevels(int[] levels, int count, PageBuffer page) throws IOException {
    int place = page.size();
    page.putInt(0);
    putPacked(levels, 0, count, LEVEL_BITS, page);
    page.setInt(place, page.size() - place - Integer.BYTES);
  }

  /** Encodes small numbers in so many bits each, and repeated ones as runs. */
  private static void putPacked(int[] numbers, int from, int to, int bits, PageBuffer page)
      throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            bits, INITIAL_BYTES, PAGE_BYTES, HeapByteBufferAllocator.getInstance())) {
      for (int i = from; i < to; i++) {
        encoder.writeInt(numbers[i]);
      }
      encoder.toBytes().writeAllTo(page);
    }
  }
}
