package org.zhengyu.output;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;

/** A chunk of integers, days, truth values, or of doubles by their bits. */
final class NumberChunk extends ColumnChunk {

  /** Distinct values that are always worth a try; beyond, one value in so many may be new. */
  private static final int FEW_DISTINCT = 1024;

  private static final int REPEATS = 4;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final Column.Type type;
  private long[] values = new long[FEW_DISTINCT];
  private int[] numbers = {};
  private long[] dictionary = {};
  private int distinct;

  NumberChunk(Column.Type type, ColumnDescriptor descriptor) {
    super(descriptor);
    this.type = type;
  }

  void add(long value) {
    int place = addValue();
    if (place == values.length) {
      values = Arrays.copyOf(values, 2 * place);
    }
    values[place] = value;
  }

  @Override
  long bytes() {
    return (long) values() * width();
  }

  private int width() {
    return type == Column.Type.DATE ? Integer.BYTES : Long.BYTES;
  }

  @Override
  int buildDictionary() {
    // Parquet knows no dictionary of truth values.
    if (type == Column.Type.BOOLEAN || !numberValues()) {
      return 0;
    }
    return isSmaller((long) distinct * width(), distinct) ? distinct : 0;
  }

  /** Numbers the values as they come; fails when too many of them are new. */
  private boolean numberValues() {
    int count = values();
    if (numbers.length < count) {
      numbers = new int[values.length];
    }
    int most = FEW_DISTINCT + count / REPEATS;
    int shift = Long.numberOfLeadingZeros(most) - 1;
    int[] slots = new int[1 << (Long.SIZE - shift)];
    if (dictionary.length < most) {
      dictionary = new long[most];
    }
    distinct = 0;
    for (int i = 0; i < count; i++) {
      long value = values[i];
      if (i > 0 && value == values[i - 1]) {
        numbers[i] = numbers[i - 1];
        continue;
      }
      int slot = (int) ((value * GOLDEN_RATIO) >>> shift);
      while (slots[slot] != 0 && dictionary[slots[slot] - 1] != value) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] == 0) {
        if (distinct == FEW_DISTINCT + i / REPEATS) {
          return false;
        }
        dictionary[distinct++] = value;
        slots[slot] = distinct;
      }
      numbers[i] = slots[slot] - 1;
    }
    return true;
  }

  @Override
  int[] numbers() {
    return numbers;
  }

  @Override
  void putDictionary(PageBuffer page) {
    put(dictionary, 0, distinct, page);
  }

  @Override
  void putPlain(int from, int to, PageBuffer page) {
    if (type == Column.Type.BOOLEAN) {
      putBits(from, to, page);
    } else {
      put(values, from, to, page);
    }
  }

  private void put(long[] source, int from, int to, PageBuffer page) {
    if (type == Column.Type.DATE) {
      for (int i = from; i < to; i++) {
        page.putInt((int) source[i]);
      }
    } else {
      page.putLongs(source, from, to);
    }
  }

  private void putBits(int from, int to, PageBuffer page) {
    for (int i = from; i < to; i += Byte.SIZE) {
      int bits = 0;
      for (int bit = 0; bit < Byte.SIZE && i + bit < to; bit++) {
        bits |= (int) values[i + bit] << bit;
      }
      page.write(bits);
    }
  }

  @Override
  void describe(int from, int to, Statistics<?> statistics) {
    if (type == Column.Type.DOUBLE) {
      describeDoubles(from, to, statistics);
      return;
    }
    long least = values[from];
    long greatest = least;
    for (int i = from + 1; i < to; i++) {
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    switch (type) {
      case DATE -> {
        statistics.updateStats((int) least);
        statistics.updateStats((int) greatest);
      }
      case BOOLEAN -> {
        statistics.updateStats(least != 0);
        statistics.updateStats(greatest != 0);
      }
      default -> {
        statistics.updateStats(least);
        statistics.updateStats(greatest);
      }
    }
  }

  private void describeDoubles(int from, int to, Statistics<?> statistics) {
    double least = Double.longBitsToDouble(values[from]);
    double greatest = least;
    for (int i = from + 1; i < to; i++) {
      double value = Double.longBitsToDouble(values[i]);
      if (value < least) {
        least = value;
      }
      if (value > greatest) {
        greatest = value;
      }
    }
    // Parquet's format: a reader may look for either zero.
    statistics.updateStats(least == 0 ? -0.0 : least);
    statistics.updateStats(greatest == 0 ? 0.0 : greatest);
  }

  @Override
  void clearValues() {
    distinct = 0;
  }
}
