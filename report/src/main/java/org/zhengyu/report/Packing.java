package org.zhengyu.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/** Bytes as a page holds them: deflated, in Base64, for the browser to inflate. */
final class Packing {
  private Packing() {}

  /** What writes the bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static String of(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes)) {
      content.writeTo(out);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
