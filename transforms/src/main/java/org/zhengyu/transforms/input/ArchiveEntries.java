package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * The entries of one archive, read one after the other. Each has a range of offsets of its own
 * behind those of the entries before, so that the documents of an archive are in its order.
 */
final class ArchiveEntries {
  /** No checksum to compare with. */
  static final long CHECKED = -1;

  /** Archives within archives are followed so far. */
  private static final int DEEPEST = 3;

  /** Beyond so many bytes an archive may hold no more than so many times its size. */
  private static final long FREE_BYTES = 64L << 20;

  private static final int MOST_EXPANSION = 200;

  private static final int MOST_ENTRIES = 1_000_000;

  /** So many names stand in the note about entries that are not read. */
  private static final int NAMED = 5;

  private final InputFile archive;
  private final StoredFiles files;
  private final Acceptance acceptance;
  private final List<String> unread = new ArrayList<>();
  private long next;
  private long bytes;
  private int count;

  ArchiveEntries(InputFile archive, StoredFiles files, Acceptance acceptance) {
    this.archive = archive;
    this.files = files;
    this.acceptance = acceptance;
  }

  /**
   * The name of an entry whose bytes are in an encoding that the archive does not say: UTF-8 or
   * that of the Windows or the Mac on which it was made.
   */
  static String name(byte[] stored) {
    try {
      return Decoder.decode(stored, 0, stored.length).text();
    } catch (UndecodableTextException e) {
      return new String(stored, ISO_8859_1);
    }
  }

  /**
   * What is wrong with an archive or an entry that its library could not read, in words of our own.
   */
  static String damage(String what, Exception failure) {
    if (failure instanceof UnsupportedZipFeatureException) {
      return "the " + what + " is packed in a way that is not read";
    }
    return failure instanceof EOFException
        ? "the " + what + " is damaged: it ends too early"
        : "the " + what + " is damaged";
  }

  /** A fault while what was taken out of an archive was read, which is none of the archive. */
  static final class ReadingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadingException(Exception cause) {
      super(cause);
    }
  }

  /** Opens the content of an entry. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * Reads an entry.
   *
   * @param stored its path in the archive
   * @param isProtected whether it wants a password
   * @param crc the CRC-32 of its bytes; {@link #CHECKED} where the archive checks them itself
   * @throws RefusedException when nothing more of the archive may be read
   */
  void read(String stored, boolean isProtected, long crc, Content content) throws RefusedException {
    if (++count > MOST_ENTRIES) {
      throw new RefusedException(
          Reason.TOO_LARGE, "more than " + MOST_ENTRIES + " entries", archive.bytes());
    }
    String name = plain(stored);
    if (name.isEmpty() || isHidden(name)) {
      return;
    }
    Optional<DocumentFormat> format = Formats.ofName(name);
    if (format.isEmpty()) {
      unread.add(name);
      return;
    }
    InputFile entry = entry(name, format.get(), 0);
    try {
      if (isProtected) {
        throw wantsPassword();
      }
      if (format.get() instanceof ArchiveFormat && files.depth() == DEEPEST) {
        throw new RefusedException(
            Reason.TOO_DEEP, "archives are nested more than " + DEEPEST + " deep", 0);
      }
      read(name, format.get(), content(content, crc));
    } catch (RefusedException e) {
      refuse(entry, e);
    }
    if (bytes > FREE_BYTES && bytes / MOST_EXPANSION > archive.bytes()) {
      throw new RefusedException(
          Reason.TOO_LARGE,
          "the archive holds more than " + MOST_EXPANSION + " times its size",
          archive.bytes());
    }
  }

  private static RefusedException wantsPassword() {
    return new RefusedException(Reason.PROTECTED_FILE, "the entry wants a password", 0);
  }

  private byte[] content(Content content, long crc) throws RefusedException {
    byte[] read;
    try (InputStream in = content.open()) {
      read = in.readNBytes(files.maxDocumentBytes() + 1);
    } catch (PasswordRequiredException e) {
      throw wantsPassword();
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(Reason.INVALID_FILE, damage("entry", e), 0);
    }
    bytes += read.length;
    if (read.length > files.maxDocumentBytes()) {
      throw files.tooLarge("file", read.length);
    }
    if (crc != CHECKED && crc != crc(read)) {
      throw new RefusedException(
          Reason.INVALID_FILE, "the entry is damaged: its check sum is another", 0);
    }
    return read;
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private void read(String name, DocumentFormat format, byte[] content) throws RefusedException {
    Acceptance within = acceptance.from(next);
    try {
      format.read(
          FileSlice.whole(entry(name, format, content.length)),
          files.within((uri, from) -> stream(content, from)),
          within);
    } catch (IOException | RuntimeException e) {
      throw new ReadingException(e);
    } finally {
      next += Math.max(content.length, within.last()) + 1;
    }
  }

  private static InputStream stream(byte[] content, long from) {
    int begin = Math.toIntExact(from);
    return new ByteArrayInputStream(content, begin, content.length - begin);
  }

  /** Ids of records are led by their file, for those of two files may be the same. */
  private InputFile entry(String name, DocumentFormat format, long size) {
    String path = archive.name() + "/" + name;
    return new InputFile(
        archive.number(),
        archive.uri() + "!/" + name,
        path,
        path + "#",
        size,
        format.name(),
        Compression.ofName(name));
  }

  /** A path without what leads out of the archive. */
  private static String plain(String stored) {
    List<String> parts = new ArrayList<>();
    for (String part : stored.replace('\\', '/').split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
  }

  private void refuse(InputFile entry, RefusedException why) {
    acceptance.refuse(entry, next, why);
    next++;
  }

  /** Refuses what has not been read of the archive. */
  void refuseRest(RefusedException why) {
    refuse(archive, why);
  }

  /** Says which entries are of no format that is read. */
  void end() {
    if (!unread.isEmpty()) {
      refuse(
          archive,
          new RefusedException(
              Reason.NOT_READ,
              unread.size()
                  + " of "
                  + count
                  + " entries are of no format that is read: "
                  + String.join(", ", unread.subList(0, Math.min(NAMED, unread.size())))
                  + (unread.size() > NAMED ? ", …" : ""),
              0));
    }
  }
}
