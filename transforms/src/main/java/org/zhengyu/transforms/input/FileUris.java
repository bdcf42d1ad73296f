package org.zhengyu.transforms.input;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;

/**
 * How files of this machine are referred to: by their paths, but by a URI with the bytes of the
 * name where these are in another encoding than the system's, as from a ZIP that Windows made, and
 * no text of Java can say them.
 */
public final class FileUris {
  private static final String SCHEME = "file:///";

  private FileUris() {}

  /** The absolute path of a file, or its URI. */
  public static String of(Path file) {
    String path = file.toString();
    return Path.of(path).equals(file) ? path : file.toUri().toString();
  }

  /** Whether a reference is a URI that was made here. */
  public static boolean isOne(String reference) {
    return reference.startsWith(SCHEME);
  }

  /** The path that a URI stands for. */
  public static Path path(String uri) {
    return Path.of(URI.create(uri));
  }

  /**
   * Whether a path or URI, as Beam takes it, is that of a file of this machine that is not there.
   * Beam itself is not to be asked: it looks through all folders beside such a file, and in them.
   */
  public static boolean isMissing(String reference) {
    String path = isOne(reference) ? reference.substring(SCHEME.length() - 1) : reference;
    return !path.contains("://") && Files.notExists(Path.of(path));
  }

  /**
   * The path of a file below a folder as whoever named it would read it: bytes that are not in the
   * encoding of the system are decoded as those of a text are.
   */
  public static String nameBelow(Path root, Path file) {
    String name = root.relativize(file).toString();
    if (!isOne(of(file))) {
      return name;
    }
    String folder = root.toUri().getRawPath();
    String path = file.toUri().getRawPath();
    byte[] bytes =
        bytes(path.substring(folder.endsWith("/") ? folder.length() : folder.length() + 1));
    try {
      return Decoder.decode(bytes, 0, bytes.length).text();
    } catch (UndecodableTextException e) {
      return name;
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
