package org.zhengyu.transforms.model;

import java.util.Locale;

/** How a file is compressed, whatever its format, told by the end of its name. */
public enum Compression {
  /** Not at all. */
  NONE("", 1),
  /** By gzip. */
  GZIP(".gz", 4);

  private final String suffix;
  private final int expansion;

  Compression(String suffix, int expansion) {
    this.suffix = suffix;
    this.expansion = expansion;
  }

  /** How a file of this name is compressed. */
  public static Compression ofName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP.suffix) ? GZIP : NONE;
  }

  /** The end of the name, with the dot, in lower case; empty for {@link #NONE}. */
  public String suffix() {
    return suffix;
  }

  /** About how many bytes of text so many stored ones hold. */
  long textBytes(long stored) {
    return stored * expansion;
  }
}
