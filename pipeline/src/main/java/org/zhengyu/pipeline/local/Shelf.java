package org.zhengyu.pipeline.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.common.ElementByteSizeObserver;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Elements of one collection that lie between two steps: on the heap as long as there is room, and
 * beyond it encoded in a file. An element whose coder cannot say at once how long it is stays on
 * the heap, and so does a small one.
 */
final class Shelf {
  /** Smaller ones would cost more in calls than they are worth in room. */
  private static final long LEAST_BYTES = 1 << 10;

  private final Room room;
  private final Coder<Object> coder;
  private final AtomicLong taken = new AtomicLong();
  private @Nullable ScratchFile file;

  @SuppressWarnings("unchecked")
  Shelf(Room room, Coder<?> coder) {
    this.room = room;
    this.coder = (Coder<Object>) coder;
  }

  Kept keep(@Nullable Object value) {
    if (value == null || !coder.isRegisterByteSizeObserverCheap(value)) {
      return () -> value;
    }
    long bytes = length(value);
    if (bytes < LEAST_BYTES) {
      return () -> value;
    }
    if (room.take(bytes)) {
      taken.addAndGet(bytes);
      return () -> value;
    }
    return write(value);
  }

  private long length(Object value) {
    Size size = new Size();
    try {
      coder.registerByteSizeObserver(value, size);
    } catch (Exception e) {
      throw new IllegalStateException("the length of an element of " + coder, e);
    }
    size.advance();
    return size.bytes;
  }

  private Kept write(Object value) {
    try {
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      coder.encode(value, encoded);
      ScratchFile to = file();
      ScratchFile.Place place = to.append(encoded.toByteArray());
      return () -> read(to, place);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Object read(ScratchFile from, ScratchFile.Place place) {
    try {
      return coder.decode(new ByteArrayInputStream(from.read(place)));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private synchronized ScratchFile file() throws IOException {
    if (file == null) {
      file = room.newFile();
    }
    return file;
  }

  /** Is told when nobody asks for an element any more. */
  synchronized void clear() {
    room.give(taken.getAndSet(0));
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  /** Of causes within causes the innermost is told to the user, who wants to know where. */
  private UncheckedIOException failure(IOException e) {
    IOException named = new IOException(room.folder() + ": " + e.getMessage());
    named.addSuppressed(e);
    return new UncheckedIOException(named);
  }

  /** Adds up what a coder reports of an element. */
  private static final class Size extends ElementByteSizeObserver {
    private long bytes;

    @Override
    protected void reportElementSize(long elementBytes) {
      bytes += elementBytes;
    }
  }
}
