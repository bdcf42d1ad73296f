package org.zhengyu.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Lets Parquet write to whatever Beam can create, instead of to a Hadoop file system, which would
 * leave checksum files beside every file and know no object store without more jars.
 */
final class ChannelOutputFile implements OutputFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private final ResourceId file;
  private long position;

  /** What is written from now on, until the file is closed. */
  private @Nullable ByteArrayOutputStream held;

  ChannelOutputFile(ResourceId file) {
    this.file = file;
  }

  /** The bytes written so far. */
  long position() {
    return position;
  }

  /** Keeps what comes now, the end of the file with its footer, until it can be seen whole. */
  void holdBack() {
    held = new ByteArrayOutputStream();
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    return createOrOverwrite(blockSizeHint);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    OutputStream out =
        new BufferedOutputStream(
            Channels.newOutputStream(FileSystems.create(file, MimeTypes.BINARY)), BUFFER_BYTES);
    position = 0;
    return new PositionOutputStream() {
      @Override
      public long getPos() {
        return position;
      }

      @Override
      public void write(int b) throws IOException {
        target().write(b);
        position++;
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        target().write(bytes, offset, length);
        position += length;
      }

      private OutputStream target() {
        return held == null ? out : held;
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        try (out) {
          if (held != null) {
            byte[] end = held.toByteArray();
            held = null;
            Footer.sortEncodings(end);
            out.write(end);
          }
        }
      }
    };
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
