package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Tape archives. */
final class TarFormat extends ArchiveFormat {
  private static final int MOST_LATIN = 0xFF;

  @Override
  public String name() {
    return "tar";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".tar");
  }

  @Override
  void readEntries(Path archive, ArchiveEntries entries) throws IOException, RefusedException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(Files.newInputStream(archive), 1 << 16), ISO_8859_1.name())) {
      TarArchiveEntry entry = tar.getNextEntry();
      boolean some = entry != null;
      while (entry != null) {
        if (entry.isFile()) {
          entries.read(
              name(entry.getName()),
              false,
              ArchiveEntries.CHECKED,
              () -> CloseShieldInputStream.wrap(tar));
        }
        entry = tar.getNextEntry();
      }
      if (!some) {
        throw new RefusedException(Reason.INVALID_FILE, "the archive has no entry", 0);
      }
    }
  }

  /** Extended headers are in UTF-8; other names were taken byte for byte. */
  private static String name(String stored) {
    return stored.chars().allMatch(c -> c <= MOST_LATIN)
        ? ArchiveEntries.name(stored.getBytes(ISO_8859_1))
        : stored;
  }
}
