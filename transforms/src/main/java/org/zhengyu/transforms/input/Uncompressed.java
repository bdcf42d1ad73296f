package org.zhengyu.transforms.input;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Compression;

/**
 * The uncompressed bytes of a file. Every library has its own way to say that the compressed ones
 * are wrong; here that is an {@link EOFException} where they end too early and a {@link
 * ZipException} otherwise, while a fault of the storage stays what it is.
 */
final class Uncompressed extends InputStream {
  /** The most memory that a stream may ask for, in KiB: a window of 64 MiB, and room. */
  private static final int MOST_KIB = 96 << 10;

  /** The data become so many that they are made to do harm. */
  static final class BombException extends ZipException {
    private static final long serialVersionUID = 1L;

    BombException() {
      super("it becomes more than a hundred times larger");
    }
  }

  private final Stored stored;
  private final InputStream plain;
  private final long most;
  private long given;

  private Uncompressed(Stored stored, Compression compression, long most) throws IOException {
    this.stored = stored;
    this.most = most;
    InputStream opened;
    try {
      opened =
          switch (compression) {
            case NONE -> stored;
            case GZIP -> new GzipMembers(stored);
            case BZIP2 -> new BZip2CompressorInputStream(stored, true);
            case XZ -> new XZCompressorInputStream(stored, true, MOST_KIB);
            case ZSTD -> new ZstdInputStream(stored);
          };
    } catch (IOException | RuntimeException e) {
      throw fault(e);
    }
    this.plain = opened;
  }

  /**
   * The bytes of a file.
   *
   * @param stored its bytes as stored, which are closed with this stream
   * @param most as many as it may become
   */
  static InputStream of(InputStream stored, Compression compression, long most) throws IOException {
    return compression == Compression.NONE
        ? stored
        : new Uncompressed(new Stored(stored), compression, most);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = plain.read(bytes, offset, length);
    } catch (IOException | RuntimeException e) {
      throw fault(e);
    }
    given += Math.max(0, read);
    if (given > most) {
      throw new BombException();
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  private IOException fault(Exception e) {
    if (stored.failure != null) {
      return stored.failure;
    }
    if (e instanceof EOFException || (e instanceof IOException && stored.isAtEnd)) {
      return new EOFException(e.getMessage());
    }
    if (e instanceof ZipException known) {
      return known; // Of gzip, in our own words.
    }
    ZipException damaged =
        new ZipException(
            e instanceof MemoryLimitException
                ? "it wants more than " + (MOST_KIB >> 10) + " MB of memory to be read"
                : "the compressed data are damaged");
    damaged.initCause(e);
    return damaged;
  }

  /** Remembers that the storage failed, or ended. */
  private static final class Stored extends FilterInputStream {
    private @Nullable IOException failure;
    private boolean isAtEnd;

    Stored(InputStream stored) {
      super(stored);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int read = super.read(bytes, offset, length);
        isAtEnd |= read < 0;
        return read;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
