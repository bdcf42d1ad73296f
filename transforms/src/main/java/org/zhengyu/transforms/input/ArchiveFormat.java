package org.zhengyu.transforms.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipException;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * Files within a file: each entry is read as if the archive were a folder. It is copied to a
 * temporary file first, for its directory may stand at its end; what is wrong from then on is wrong
 * with the archive. Nothing is unpacked to disk.
 */
abstract class ArchiveFormat extends DocumentFormat {
  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public boolean hasFields() {
    return true;
  }

  @Override
  public boolean isOneDocument() {
    return false;
  }

  /**
   * Reads the entries of an archive.
   *
   * @throws IOException when it is damaged
   */
  abstract void readEntries(Path archive, ArchiveEntries entries)
      throws IOException, RefusedException;

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    Path copy = Files.createTempFile("zhengyu-archive-", "");
    try {
      copy(file, files, copy);
      ArchiveEntries entries = new ArchiveEntries(file, files, acceptance);
      try {
        readEntries(copy, entries);
        entries.end();
      } catch (RefusedException e) {
        entries.refuseRest(e);
      } catch (ArchiveEntries.ReadingException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        entries.refuseRest(
            new RefusedException(
                Reason.INVALID_FILE, ArchiveEntries.damage("archive", e), file.bytes()));
      }
    } finally {
      Files.delete(copy);
    }
  }

  private static void copy(InputFile file, StoredFiles files, Path copy)
      throws IOException, RefusedException {
    try (InputStream in = files.open(file, 0)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (EOFException | ZipException e) {
      throw StoredFiles.brokenGzip(file, "", e);
    }
  }
}
