package org.zhengyu.pipeline.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a run may hold on the heap of that which lies between its steps, and where the rest goes.
 */
final class Room implements Closeable {
  private final long most;
  private final Path folder;
  private final AtomicLong taken = new AtomicLong();
  private final List<ScratchFile> files = new ArrayList<>();

  /**
   * Room for so many bytes.
   *
   * @param most bytes of the heap
   * @param folder of the files; made neither here nor by who asks for it
   */
  Room(long most, Path folder) {
    this.most = most;
    this.folder = folder;
  }

  /** Takes so many bytes, if there are as many. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  /** Gives back what was taken. */
  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  Path folder() {
    return folder;
  }

  synchronized ScratchFile newFile() throws IOException {
    ScratchFile file = ScratchFile.in(folder);
    files.add(file);
    return file;
  }

  /** Frees what files hold that nobody has closed. */
  @Override
  public synchronized void close() throws IOException {
    for (ScratchFile file : files) {
      file.close();
    }
  }
}
