package org.zhengyu.transforms.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Input files as bytes and as text, whatever they are stored as. */
final class StoredFiles {
  /** What a table or an office document may have: it is read as a whole. */
  private static final int MOST_CONTAINER_BYTES = 1 << 28;

  private final DocumentReader.Opener opener;
  private final @Nullable Charset declared;
  private final FieldNames names;
  private final int maxDocumentBytes;
  private final long shareBlockBytes;
  private final int depth;

  /**
   * Access to files.
   *
   * @param settings what the run asks for
   * @param shareBlockBytes the blocks in which a stream is dealt to its shares
   */
  StoredFiles(DocumentReader.Opener opener, ReadSettings settings, long shareBlockBytes) {
    this(
        opener,
        settings.charset(),
        settings.names(),
        settings.maxDocumentBytes(),
        shareBlockBytes,
        /* depth= */ 0);
  }

  private StoredFiles(
      DocumentReader.Opener opener,
      @Nullable Charset declared,
      FieldNames names,
      int maxDocumentBytes,
      long shareBlockBytes,
      int depth) {
    this.opener = opener;
    this.declared = declared;
    this.names = names;
    this.maxDocumentBytes = maxDocumentBytes;
    this.shareBlockBytes = shareBlockBytes;
    this.depth = depth;
  }

  /** The same for what lies within a file. */
  StoredFiles within(DocumentReader.Opener entries) {
    return new StoredFiles(entries, declared, names, maxDocumentBytes, shareBlockBytes, depth + 1);
  }

  /** In how many files these lie, one in the other; 0 for those that were listed. */
  int depth() {
    return depth;
  }

  /** The encoding that all files are said to have. */
  @Nullable Charset declared() {
    return declared;
  }

  /** By which titles the fields of records are known. */
  FieldNames names() {
    return names;
  }

  /** The largest document, in bytes. */
  int maxDocumentBytes() {
    return maxDocumentBytes;
  }

  /** Whether what begins at an offset of a stream belongs to the slice, by its share. */
  boolean isInShare(long offset, FileSlice slice) {
    return slice.shares() == 1 || offset / shareBlockBytes % slice.shares() == slice.share();
  }

  /** The stored bytes. */
  InputStream openStored(InputFile file) throws IOException {
    return opener.open(file.uri(), 0);
  }

  /** The uncompressed bytes; from an offset on, which must be 0 for a compressed file. */
  InputStream open(InputFile file, long from) throws IOException {
    InputStream stored = opener.open(file.uri(), from);
    try {
      return Uncompressed.of(
          stored, file.compression(), ReadSettings.mostUncompressed(file.bytes()));
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  /**
   * The first uncompressed bytes, as many as there are before a fault of the compressed stream.
   *
   * @throws RefusedException when there are none
   */
  byte[] readHead(InputFile file, int atMost) throws IOException, RefusedException {
    byte[] head = new byte[atMost];
    int length = 0;
    try (InputStream in = open(file, 0)) {
      for (int read = 0; read >= 0 && length < atMost; length += Math.max(read, 0)) {
        read = in.read(head, length, atMost - length);
      }
    } catch (EOFException | ZipException e) {
      if (length == 0) {
        throw brokenGzip(file, "", e);
      }
    }
    return Arrays.copyOf(head, length);
  }

  /** All uncompressed bytes of a file that is one document. */
  byte[] readWhole(InputFile file) throws IOException, RefusedException {
    return read(file, maxDocumentBytes);
  }

  /** All uncompressed bytes of a file that is not itself the text of one document. */
  byte[] readContainer(InputFile file) throws IOException, RefusedException {
    return read(file, MOST_CONTAINER_BYTES);
  }

  /** A compressed file is read twice, so that one that is too large is never held. */
  private byte[] read(InputFile file, int most) throws IOException, RefusedException {
    try {
      long size = file.compression() == Compression.NONE ? file.bytes() : uncompressed(file, most);
      if (size > most) {
        throw tooLarge("file", most, file.bytes());
      }
      try (InputStream in = open(file, 0)) {
        byte[] bytes = in.readNBytes((int) size);
        requireAll(file, size, bytes.length);
        return bytes;
      }
    } catch (EOFException | ZipException e) {
      throw brokenGzip(file, "", e);
    }
  }

  /** The size of a compressed file, or one that is more than the limit. */
  private long uncompressed(InputFile file, int most) throws IOException {
    try (InputStream in = open(file, 0)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = 0; read >= 0 && size <= most; size += Math.max(read, 0)) {
        read = in.read(buffer);
      }
      return size;
    }
  }

  /**
   * Refuses what a file that is not compressed has lost since it was listed.
   *
   * @param listed where the bytes were to end
   * @param read where they ended
   */
  static void requireAll(InputFile file, long listed, long read) throws RefusedException {
    if (file.compression() == Compression.NONE && read < listed) {
      throw new RefusedException(
          Reason.UNREADABLE,
          "ends at byte " + read + ", and went to byte " + listed + " when it was listed",
          listed - read);
    }
  }

  /** The text of bytes. */
  DecodedText decode(byte[] bytes, int offset, int length) throws RefusedException {
    try {
      return declared == null
          ? Decoder.decode(bytes, offset, length)
          : Decoder.decode(bytes, offset, length, declared);
    } catch (UndecodableTextException e) {
      throw undecodable(e, length);
    }
  }

  /**
   * The text of a file that names its encoding itself, which is right unless all of it is valid
   * UTF-8: whoever saves a page again seldom changes what it says.
   *
   * @param named the encoding that the file names; null when it names none
   */
  DecodedText decodeNamed(byte[] bytes, @Nullable Charset named) throws RefusedException {
    if (declared != null || named == null || isUtf8(bytes)) {
      return decode(bytes, 0, bytes.length);
    }
    try {
      return Decoder.decode(bytes, 0, bytes.length, named);
    } catch (UndecodableTextException e) {
      throw undecodable(e, bytes.length);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      return !Decoder.decodeUtf8(bytes).isEmpty();
    } catch (UndecodableTextException e) {
      return false;
    }
  }

  /** The text of bytes of which it is known that the declared encoding is not theirs. */
  static DecodedText decodeUndeclared(byte[] bytes, int offset, int length)
      throws RefusedException {
    try {
      return Decoder.decode(bytes, offset, length);
    } catch (UndecodableTextException e) {
      throw undecodable(e, length);
    }
  }

  private static RefusedException undecodable(UndecodableTextException e, int length) {
    return new RefusedException(Reason.UNDECODABLE, String.valueOf(e.getMessage()), length);
  }

  /** Refuses a document that is larger than one may be. */
  RefusedException tooLarge(String what, long bytes) {
    return tooLarge(what, maxDocumentBytes, bytes);
  }

  static RefusedException tooLarge(String what, int most, long bytes) {
    return new RefusedException(
        Reason.TOO_LARGE, "a " + what + " of more than " + most + " bytes", bytes);
  }

  /** Refuses a compressed file, or the rest of it, that ends too early or is damaged. */
  static RefusedException brokenGzip(InputFile file, String where, IOException e) {
    return e instanceof EOFException
        ? new RefusedException(
            Reason.TRUNCATED_GZIP, where + "the compressed stream ends too early", file.bytes())
        : new RefusedException(
            e instanceof Uncompressed.BombException ? Reason.TOO_LARGE : Reason.CORRUPT_GZIP,
            where + String.valueOf(e.getMessage()),
            file.bytes());
  }
}
