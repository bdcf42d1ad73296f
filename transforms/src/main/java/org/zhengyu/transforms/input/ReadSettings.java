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
 */
public record ReadSettings(@Nullable String encoding, FieldNames names, boolean repairsMojibake)
    implements Serializable {
  /** Nothing asked for. */
  public static final ReadSettings USUAL = new ReadSettings(null, FieldNames.USUAL, false);

  /** The encoding that all files are said to have; null to find out. */
  @Nullable Charset charset() {
    return encoding == null ? null : Charset.forName(encoding);
  }
}
