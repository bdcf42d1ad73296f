package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Where the text of a document comes from: bytes in an encoding.
 *
 * @param encoding the charset that they were decoded by; Unicode where the format has characters
 * @param source how that was decided: bom, utf8, declared, detected, or by the format
 */
public record TextOrigin(String encoding, String source) {
  /** Of a format that has characters: no encoding was to be found out. */
  public static final TextOrigin OF_FORMAT = new TextOrigin("Unicode", "format");

  /** Appends the packed form. */
  void pack(PackedWriter out) {
    out.putString(encoding).putString(source);
  }

  /** Reads the packed form. */
  static TextOrigin unpack(PackedReader in) {
    return new TextOrigin(in.getString(), in.getString());
  }
}
