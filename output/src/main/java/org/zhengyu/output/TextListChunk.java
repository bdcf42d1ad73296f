package org.zhengyu.output;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A chunk of lists of texts, any of which may be empty. */
final class TextListChunk extends TextChunk {

  /** Of each row where its texts end among all. */
  private int[] rowEnds = new int[256];

  /** The pool of the last row, and of its texts the number here + 1, or 0 where not yet known. */
  private @Nullable TextPool pool;

  private int[] known = new int[256];
  private int rowsWithTexts;

  TextListChunk(ColumnDescriptor descriptor) {
    super(descriptor, /* mostlyDistinct= */ false);
  }

  /** Adds a list. */
  void add(TextPool texts, int[] numbersInPool, int count) {
    if (texts != pool) {
      forgetPool();
      pool = texts;
    }
    if (texts.size() > known.length) {
      known = Arrays.copyOf(known, 2 * texts.size());
    }
    for (int i = 0; i < count; i++) {
      int inPool = numbersInPool[i];
      if (known[inPool] == 0) {
        byte[] text = texts.get(inPool);
        known[inPool] = number(text, 0, text.length) + 1;
      }
      place(addToRow(), known[inPool] - 1);
    }
    int row = endRow();
    if (row == rowEnds.length) {
      rowEnds = Arrays.copyOf(rowEnds, 2 * row);
    }
    rowEnds[row] = values();
    rowsWithTexts += count > 0 ? 1 : 0;
  }

  private void forgetPool() {
    if (pool != null) {
      Arrays.fill(known, 0, pool.size(), 0);
      pool = null;
    }
  }

  private int rowEnd(int row) {
    return row < 0 ? 0 : rowEnds[row];
  }

  @Override
  int entries() {
    return values() + rows() - rowsWithTexts;
  }

  /** Of each text, or list without one: whether it goes on with a row, and whether it is a text. */
  @Override
  int putLevels(int from, int to, PageBuffer page) throws IOException {
    int begin = rowEnd(from - 1);
    int most = rowEnd(to - 1) - begin + to - from;
    int[] repetition = new int[most];
    int[] definition = new int[most];
    int entries = 0;
    for (int row = from; row < to; row++) {
      int texts = rowEnds[row] - rowEnd(row - 1);
      Arrays.fill(repetition, entries + 1, entries + Math.max(1, texts), 1);
      Arrays.fill(definition, entries, entries + texts, 1);
      entries += Math.max(1, texts);
    }
    putLevels(repetition, entries, page);
    putLevels(definition, entries, page);
    return entries;
  }

  @Override
  int valuesOf(int from, int to) {
    return rowEnd(to - 1) - rowEnd(from - 1);
  }

  @Override
  void clearValues() {
    super.clearValues();
    forgetPool();
    rowsWithTexts = 0;
  }
}
