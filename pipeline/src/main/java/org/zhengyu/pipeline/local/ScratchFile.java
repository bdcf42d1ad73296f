package org.zhengyu.pipeline.local;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that nobody else sees and that is gone when it is closed or the process ends, however it
 * does: where files have names apart from themselves its name is taken away at once. Any number of
 * threads write and read at the same time, each in its own places.
 */
final class ScratchFile implements Closeable {
  /** Java copies what it writes to a buffer of that size outside of the heap, for each thread. */
  private static final int MOST_AT_ONCE = 1 << 16;

  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();

  private ScratchFile(FileChannel channel) {
    this.channel = channel;
  }

  /** A new file in a folder. */
  static ScratchFile in(Path folder) throws IOException {
    return new ScratchFile(
        FileChannel.open(
            folder.resolve("_scratch-" + UUID.randomUUID()),
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)));
  }

  /** Writes bytes to a place of their own. */
  Place append(byte[] bytes) throws IOException {
    Place place = new Place(end.getAndAdd(bytes.length), bytes.length);
    for (int done = 0; done < bytes.length; ) {
      int next = Math.min(bytes.length - done, MOST_AT_ONCE);
      done += channel.write(ByteBuffer.wrap(bytes, done, next), place.begin + done);
    }
    return place;
  }

  /** Reads what was written to a place. */
  byte[] read(Place place) throws IOException {
    byte[] bytes = new byte[place.length];
    for (int done = 0; done < bytes.length; ) {
      int next = Math.min(bytes.length - done, MOST_AT_ONCE);
      int read = channel.read(ByteBuffer.wrap(bytes, done, next), place.begin + done);
      if (read < 0) {
        throw new EOFException("the file ends at " + (place.begin + done));
      }
      done += read;
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A stretch of a file. */
  record Place(long begin, int length) {}
}
