package org.zhengyu.transforms.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/** 7z archives. */
final class SevenZipFormat extends ArchiveFormat {
  /** What the directory and the dictionaries may take, in KiB. */
  private static final int MOST_KIB = 256 << 10;

  @Override
  public String name() {
    return "7z";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".7z");
  }

  @Override
  void readEntries(Path archive, ArchiveEntries entries) throws IOException, RefusedException {
    try (SevenZFile file =
        SevenZFile.builder().setPath(archive).setMaxMemoryLimitKb(MOST_KIB).get()) {
      for (SevenZArchiveEntry entry = file.getNextEntry();
          entry != null;
          entry = file.getNextEntry()) {
        if (entry.hasStream() && !entry.isDirectory()) {
          entries.read(entry.getName(), false, ArchiveEntries.CHECKED, () -> current(file));
        }
      }
    } catch (PasswordRequiredException e) {
      throw new RefusedException(Reason.PROTECTED_FILE, "the archive wants a password", 0);
    } catch (MemoryLimitException e) {
      throw new RefusedException(
          Reason.MEMORY_LIMIT, "not done with " + (MOST_KIB >> 10) + " MB of memory", 0);
    }
  }

  /** The entry that the archive stands at: its entries are read in their order. */
  private static InputStream current(SevenZFile file) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return file.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return file.read(bytes, offset, length);
      }
    };
  }
}
