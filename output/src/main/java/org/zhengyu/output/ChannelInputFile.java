package org.zhengyu.output;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Lets Parquet read whatever Beam can open and go to any place of. */
final class ChannelInputFile implements InputFile {

  private final ResourceId file;

  ChannelInputFile(ResourceId file) {
    this.file = file;
  }

  private SeekableByteChannel open() throws IOException {
    ReadableByteChannel channel = FileSystems.open(file);
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    channel.close();
    throw new IOException(file + " lies where files are read from their beginning only");
  }

  @Override
  public long getLength() throws IOException {
    try (SeekableByteChannel channel = open()) {
      return channel.size();
    }
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    SeekableByteChannel channel = open();
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }

      @Override
      public void readFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          if (channel.read(bytes) < 0) {
            throw new EOFException(file + " is shorter than it says");
          }
        }
      }
    };
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
