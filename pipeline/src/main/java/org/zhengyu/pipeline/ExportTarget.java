package org.zhengyu.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * The folder of this machine to which a result is exported.
 *
 * @param option by which it is named
 */
record ExportTarget(Option<?> option, Path folder, Language language) {
  private static final String SUFFIX = "-exports";

  /** A folder by its path. */
  static ExportTarget of(Option<?> option, String path, Language language) throws UsageException {
    try {
      return new ExportTarget(option, Path.of(path), language);
    } catch (InvalidPathException e) {
      throw new UsageException(option.flag(), Message.NOT_A_VALUE.in(language, path));
    }
  }

  /** The folder beside a result; of one in an object store, the one of its name in this folder. */
  static ExportTarget beside(Option<?> option, String result, Language language)
      throws UsageException {
    String path = result.replaceFirst("[/\\\\]+$", "");
    int scheme = path.indexOf("://");
    String name = scheme < 0 ? path : path.substring(path.lastIndexOf('/') + 1);
    return of(option, name + SUFFIX, language);
  }

  /**
   * Requires that nothing is there that the export could be mixed with or replace.
   *
   * @param overwrites whether files of the same names may be replaced
   */
  void requireRoom(boolean overwrites) throws UsageException, IOException {
    if (!Files.exists(folder)) {
      return;
    }
    boolean isFolder = Files.isDirectory(folder);
    if (!isFolder || (!overwrites && !isEmpty())) {
      throw new UsageException(option.flag(), Message.NOT_EMPTY.in(language, folder));
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
