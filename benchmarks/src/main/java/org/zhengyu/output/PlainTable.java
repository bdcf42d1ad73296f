package org.zhengyu.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;

/** Writes a table as the job does, without the job: one file, as long as it gets. */
public final class PlainTable {
  private PlainTable() {}

  /** Writes the rows of an element as a part of a table, and returns their number. */
  public static <T> long write(Path folder, int part, RowEncoder<T> encoder, T element)
      throws IOException {
    Table table = encoder.table();
    Path file = folder.resolve(table.name()).resolve(PartName.of("", part));
    Files.createDirectories(file.getParent());
    return TableFile.write(
            table,
            FileSystems.matchNewResource(file.toString(), /* isDirectory= */ false),
            out -> encoder.encode(element, out))
        .rows();
  }
}
