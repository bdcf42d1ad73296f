package org.zhengyu.transforms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Real documents beside the checkout; a test that asks for them is skipped where they are not. */
public final class SharedCorpus {
  private SharedCorpus() {}

  /** The texts of a folder, in the order of their names. */
  public static List<String> texts(String folder) {
    Path path = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "corpus", folder);
    assumeTrue(Files.isDirectory(path), () -> "no corpus at " + path.normalize());
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(SharedCorpus::read)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
