package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** ZIP archives, by their directory. */
final class ZipFormat extends ArchiveFormat {
  @Override
  public String name() {
    return "zip";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".zip");
  }

  @Override
  void readEntries(Path archive, ArchiveEntries entries) throws IOException, RefusedException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).setCharset(ISO_8859_1).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!entry.isDirectory()) {
          entries.read(
              name(entry),
              entry.getGeneralPurposeBit().usesEncryption(),
              entry.getCrc(),
              () -> zip.getInputStream(entry));
        }
      }
    }
  }

  /** A name that is not said to be UTF-8 is in the encoding of whoever wrote it. */
  private static String name(ZipArchiveEntry entry) {
    boolean isSaid =
        entry.getGeneralPurposeBit().usesUTF8ForNames()
            || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
    return isSaid ? entry.getName() : ArchiveEntries.name(entry.getRawName());
  }
}
