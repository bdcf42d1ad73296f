package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.nio.charset.Charset;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How the run asks for its input to be read.
 *
 * @param encoding the name of the encoding that all files are said to have; null to find out
 * @param names by which titles the fields of records are known
 * @param repairsMojibake whether text that was decoded wrongly before it was saved is taken back
 * @param maxDocumentBytes what a document may have in the file, uncompressed; at most {@link
 *     #MOST_BYTES}
 */
public record ReadSettings(
    @Nullable String encoding, FieldNames names, boolean repairsMojibake, int maxDocumentBytes)
    implements Serializable {
  /** What no document can be larger than. */
  public static final int MOST_BYTES = 1 << 28;

  /** What a document may have where nothing else is asked for: some twenty million characters. */
  public static final int USUAL_BYTES = 1 << 26;

  /** In times its size. */
  private static final long MOST_EXPANSION = 100;

  /** However small it is. */
  private static final long FREE_EXPANSION = 16L << 20;

  /** Nothing asked for. */
  public static final ReadSettings USUAL =
      new ReadSettings(null, FieldNames.USUAL, false, USUAL_BYTES);

  /** The encoding that all files are said to have; null to find out. */
  @Nullable Charset charset() {
    return encoding == null ? null : Charset.forName(encoding);
  }

  /**
   * What a compressed file of so many bytes may become: text becomes 3 to 30 times larger, and what
   * is made to do harm a thousand times.
   */
  public static long mostUncompressed(long stored) {
    return Math.max(FREE_EXPANSION, MOST_EXPANSION * stored);
  }
}
