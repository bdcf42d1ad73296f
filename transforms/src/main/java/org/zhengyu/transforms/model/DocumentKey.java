package org.zhengyu.transforms.model;

/**
 * The place of a document in the input as one number: the number of its file, then the offset of
 * its record in the uncompressed file (of a table: in the decoded text). It does not depend on how
 * the input was cut into splits, and its order is the order in which “the first” of several
 * documents is meant everywhere.
 */
public final class DocumentKey {
  /** How many files the numbering has room for. */
  public static final int MAX_FILES = 1 << 24;

  private static final int OFFSET_BITS = 39;

  private DocumentKey() {}

  /**
   * The key of a document.
   *
   * @throws IllegalArgumentException beyond 2²⁴ files, or 2³⁹ bytes (512 GiB) into a file
   */
  public static long of(int fileNumber, long offset) {
    if (fileNumber < 0 || fileNumber >= MAX_FILES || offset < 0 || offset >>> OFFSET_BITS != 0) {
      throw new IllegalArgumentException(
          "no room for record offset " + offset + " in file number " + fileNumber);
    }
    return ((long) fileNumber << OFFSET_BITS) | offset;
  }

  /** The offset of the record in its file. */
  public static long offset(long key) {
    return key & ((1L << OFFSET_BITS) - 1);
  }
}
