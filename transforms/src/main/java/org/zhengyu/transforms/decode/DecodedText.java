package org.zhengyu.transforms.decode;

import java.util.Locale;

/**
 * A decoded document.
 *
 * @param text the characters, without the byte order mark; line breaks are as in the file
 * @param encoding the canonical name of the encoding that was used, such as {@code UTF-8} or {@code
 *     GB18030}; decoding the file with it gives {@code text} again
 * @param source how the encoding was found
 */
public record DecodedText(String text, String encoding, Source source) {
  /** How an encoding was found, in the order in which the ways are tried. */
  public enum Source {
    /** By a byte order mark. */
    BOM,
    /** Declared by the user or by the container of the document. */
    DECLARED,
    /** By being valid UTF-8. */
    UTF8,
    /** By what the bytes look like. */
    DETECTED;

    /** The lower-case name that the tables use. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
