package org.zhengyu.output;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/** A chunk of texts in UTF-8. Each distinct text is kept once, whatever the encoding will be. */
class TextChunk extends ColumnChunk {

  /** Parquet writes the length of a text before it. */
  private static final int LENGTH_BYTES = Integer.BYTES;

  private static final int INITIAL_CAPACITY = 256;
  private static final int GOLDEN_RATIO = 0x9E3779B9;

  /** Of each value its number among the distinct texts. */
  private int[] numbers = new int[INITIAL_CAPACITY];

  /** The distinct texts, one behind the other, and where each ends. */
  private byte[] texts = new byte[16 * INITIAL_CAPACITY];

  private int[] ends = new int[INITIAL_CAPACITY];

  /** The hash of each distinct text. */
  private int[] hashes = new int[INITIAL_CAPACITY];

  private int distinct;

  /** The distinct texts by their hash, each by its number + 1; 0 where a slot is free. */
  private int[] slots = new int[2 * INITIAL_CAPACITY];

  private int lastNumber;
  private long bytes;

  /** Whether each text is kept as if it were a new one. */
  private final boolean mostlyDistinct;

  /**
   * A chunk of texts.
   *
   * @param mostlyDistinct whether hardly any comes twice, so that nobody looks for those that do
   */
  TextChunk(ColumnDescriptor descriptor, boolean mostlyDistinct) {
    super(descriptor);
    this.mostlyDistinct = mostlyDistinct;
  }

  /** Adds a text; the bytes are copied. */
  final void add(byte[] utf8, int offset, int length) {
    if (mostlyDistinct) {
      keep(utf8, offset, length, 0);
      lastNumber = distinct - 1;
      // Rows come sorted, and constants in columns.
    } else if (distinct == 0 || !isText(lastNumber, utf8, offset, length)) {
      lastNumber = number(utf8, offset, length);
    }
    place(addValue(), lastNumber);
  }

  /** Lets a value be the text of a number. */
  final void place(int value, int number) {
    if (value == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * value);
    }
    numbers[value] = number;
    bytes += LENGTH_BYTES + ends[number] - begin(number);
  }

  private int begin(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private boolean isText(int number, byte[] utf8, int offset, int length) {
    int begin = begin(number);
    return ends[number] - begin == length
        && Arrays.equals(texts, begin, ends[number], utf8, offset, offset + length);
  }

  /** The number of a text among the distinct ones. */
  final int number(byte[] utf8, int offset, int length) {
    int hash = hash(utf8, offset, length);
    int slot = slot(hash);
    while (slots[slot] != 0) {
      int candidate = slots[slot] - 1;
      if (hashes[candidate] == hash && isText(candidate, utf8, offset, length)) {
        return candidate;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    keep(utf8, offset, length, hash);
    slots[slot] = distinct;
    if (2 * distinct > slots.length) {
      growSlots();
    }
    return distinct - 1;
  }

  private static int hash(byte[] utf8, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + utf8[i];
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash * GOLDEN_RATIO) >>> (1 + Integer.numberOfLeadingZeros(slots.length));
  }

  private void keep(byte[] utf8, int offset, int length, int hash) {
    int begin = begin(distinct);
    if (begin + length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(begin + length, 2 * texts.length));
    }
    if (distinct == ends.length) {
      ends = Arrays.copyOf(ends, 2 * distinct);
      hashes = Arrays.copyOf(hashes, 2 * distinct);
    }
    System.arraycopy(utf8, offset, texts, begin, length);
    hashes[distinct] = hash;
    ends[distinct++] = begin + length;
  }

  private void growSlots() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < distinct; number++) {
      int slot = slot(hashes[number]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  @Override
  long bytes() {
    return bytes;
  }

  @Override
  int buildDictionary() {
    if (distinct == 0) {
      return 0;
    }
    long dictionaryBytes = ends[distinct - 1] + (long) distinct * LENGTH_BYTES;
    return isSmaller(dictionaryBytes, distinct) ? distinct : 0;
  }

  @Override
  int[] numbers() {
    return numbers;
  }

  @Override
  void putDictionary(PageBuffer page) {
    for (int number = 0; number < distinct; number++) {
      put(number, page);
    }
  }

  @Override
  void putPlain(int from, int to, PageBuffer page) {
    for (int i = from; i < to; i++) {
      put(numbers[i], page);
    }
  }

  private void put(int number, PageBuffer page) {
    int begin = begin(number);
    page.putInt(ends[number] - begin);
    page.write(texts, begin, ends[number] - begin);
  }

  @Override
  void describe(int from, int to, Statistics<?> statistics) {
    boolean[] seen = new boolean[distinct];
    int least = numbers[from];
    int greatest = least;
    for (int i = from; i < to; i++) {
      int number = numbers[i];
      if (!seen[number]) {
        seen[number] = true;
        if (compare(number, least) < 0) {
          least = number;
        }
        if (compare(number, greatest) > 0) {
          greatest = number;
        }
      }
    }
    statistics.updateStats(binary(least));
    statistics.updateStats(binary(greatest));
  }

  private int compare(int one, int other) {
    return Arrays.compareUnsigned(texts, begin(one), ends[one], texts, begin(other), ends[other]);
  }

  private Binary binary(int number) {
    return Binary.fromConstantByteArray(Arrays.copyOfRange(texts, begin(number), ends[number]));
  }

  @Override
  void clearValues() {
    Arrays.fill(slots, 0);
    distinct = 0;
    bytes = 0;
  }
}
