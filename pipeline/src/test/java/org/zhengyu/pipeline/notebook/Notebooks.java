package org.zhengyu.pipeline.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the notebook and its queries are. */
final class Notebooks {
  static final Path ROOT = Path.of(System.getProperty("zhengyu.root"));
  static final Path FOLDER = ROOT.resolve("notebooks");

  private static final String SQL = ".sql";

  private Notebooks() {}

  /** The names of the queries, without their ending, in order. */
  static List<String> queries() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("queries"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SQL))
          .map(name -> name.substring(0, name.length() - SQL.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The statement of a query, with its comments. */
  static String sql(String query) {
    try {
      return Files.readString(FOLDER.resolve("queries").resolve(query + SQL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
