package org.zhengyu.report.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The folder to which a result is exported. A file is there when it is whole, or not at all. */
final class ExportFolder {
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  ExportFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes the bytes of a file. */
  @FunctionalInterface
  interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the text of a file. */
  @FunctionalInterface
  interface Text {
    void writeTo(Writer out) throws IOException;
  }

  /** Writes a file, in place of one of the same name. */
  void write(String name, Bytes bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        bytes.writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    written.add(file);
  }

  /** Writes a file of text in UTF-8. */
  void writeText(String name, Text text) throws IOException {
    writeText(name, UTF_8, text);
  }

  /** Writes a file of text. */
  void writeText(String name, Charset encoding, Text text) throws IOException {
    write(
        name,
        bytes -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(bytes, encoding));
          text.writeTo(out);
          out.flush();
        });
  }

  /** The files so far. */
  List<Path> written() {
    return List.copyOf(written);
  }
}
