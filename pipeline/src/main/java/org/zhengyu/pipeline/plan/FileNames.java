package org.zhengyu.pipeline.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;

/** Names of files whose bytes are not in the encoding of this system. */
final class FileNames {
  private FileNames() {}

  /** A path as whoever wrote its name would read it: the bytes decoded as those of a text are. */
  static String shown(Path path) {
    byte[] bytes = bytes(path.toUri().getRawPath());
    try {
      return Decoder.decode(bytes, 0, bytes.length).text();
    } catch (UndecodableTextException e) {
      return path.toString();
    }
  }

  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
