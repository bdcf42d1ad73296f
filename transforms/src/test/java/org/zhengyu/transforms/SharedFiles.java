package org.zhengyu.transforms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real files beside the checkout; a test that asks for them is skipped where they are not. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The files of a folder with an ending, in the order of their names. */
  public static List<Path> of(String folder, String suffix) throws IOException {
    Path path = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "files", folder);
    assumeTrue(Files.isDirectory(path), () -> "no files at " + path.normalize());
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** The text that a file is known to hold: it lies beside it. */
  public static String textOf(Path file) throws IOException {
    String name = file.getFileName().toString();
    return Files.readString(file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt"));
  }
}
