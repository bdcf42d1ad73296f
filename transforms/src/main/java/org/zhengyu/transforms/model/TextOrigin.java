package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Where the text of a document comes from: bytes in an encoding.
 *
 * @param encoding the charset that they were decoded by
 * @param source how that was decided: bom, utf8, declared or detected
 */
public record TextOrigin(String encoding, String source) {
  /** Appends the packed form. */
  void pack(PackedWriter out) {
    out.putString(encoding).putString(source);
  }

  /** Reads the packed form. */
  static TextOrigin unpack(PackedReader in) {
    return new TextOrigin(in.getString(), in.getString());
  }
}
