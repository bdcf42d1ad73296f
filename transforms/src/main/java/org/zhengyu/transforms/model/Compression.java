package org.zhengyu.transforms.model;

import java.util.Locale;
import java.util.stream.Stream;

/** How a file is compressed, whatever its format, told by the end of its name. */
public enum Compression {
  /** Not at all. */
  NONE("", 1),
  /** By gzip. */
  GZIP(".gz", 4),
  /** By bzip2. */
  BZIP2(".bz2", 5),
  /** By xz. */
  XZ(".xz", 5),
  /** By Zstandard. */
  ZSTD(".zst", 4);

  /** The usual short name of a tape archive that is compressed by gzip. */
  private static final String TGZ = ".tgz";

  private static final String TAR = ".tar";

  private final String suffix;
  private final int expansion;

  Compression(String suffix, int expansion) {
    this.suffix = suffix;
    this.expansion = expansion;
  }

  /** How a file of this name is compressed. */
  public static Compression ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(TGZ)) {
      return GZIP;
    }
    return Stream.of(values())
        .filter(each -> each != NONE && name.endsWith(each.suffix))
        .findFirst()
        .orElse(NONE);
  }

  /** The name that a file of this name has when it is uncompressed. */
  public static String plainName(String fileName) {
    if (fileName.toLowerCase(Locale.ROOT).endsWith(TGZ)) {
      return fileName.substring(0, fileName.length() - TGZ.length()) + TAR;
    }
    return fileName.substring(0, fileName.length() - ofName(fileName).suffix.length());
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
