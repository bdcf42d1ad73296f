package org.zhengyu.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What one run has while it changes a result, and never two.
 *
 * <p>On this machine that is a lock of the operating system on the empty file {@code _lock}, which
 * ends with the process however that ends. An object store has no locks: a run writes the object
 * {@code _lock/RUN} and then looks who else did. Of two that do so at once at least one sees the
 * other and gives way, and it may happen that both do. A run that is killed there leaves its object
 * behind, which a person must delete: nobody else can tell whether it will go on.
 */
abstract class CommitLock implements Closeable {

  private static final String NAME = "_lock";

  /**
   * Takes the lock of a result.
   *
   * @param result the folder of the result, which exists
   * @param run the name of the folder of the run that wants it
   * @throws OutputRefusedException if another has it
   */
  static CommitLock take(Storage result, String run) throws IOException {
    return result.localPath().isPresent()
        ? OfFile.take(result, result.localPath().get().resolve(NAME))
        : OfObject.take(result, run);
  }

  /** Whether an entry of a result is a lock, held or left behind, and not somebody's file. */
  static boolean isOne(Storage result, String entry) throws IOException {
    if (result.localPath().isEmpty()) {
      return entry.equals(NAME + "/");
    }
    return entry.equals(NAME) && OfFile.isOurs(result.localPath().get().resolve(NAME));
  }

  /** Gives the lock back. */
  @Override
  public abstract void close() throws IOException;

  private static final class OfFile extends CommitLock {

    private final Path file;
    private final FileChannel channel;

    private OfFile(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    static OfFile take(Storage result, Path file) throws IOException {
      while (true) {
        if (!isOurs(file)) {
          throw new OutputRefusedException(Refusal.STRANGER, result, NAME);
        }
        // Not read, for to close it a second time would end the lock.
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        Optional<Object> opened = identity(file);
        if (!lock(channel)) {
          channel.close();
          throw new OutputRefusedException(Refusal.BEING_CHANGED, result);
        }
        // Whoever had it may have deleted the file between our opening and our locking it.
        if (opened.isPresent() && opened.equals(identity(file))) {
          return new OfFile(file, channel);
        }
        channel.close();
      }
    }

    /** Whether what is there, if anything is, can be a lock. */
    static boolean isOurs(Path file) throws IOException {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile() && attributes.size() == 0;
      } catch (NoSuchFileException e) {
        return true;
      }
    }

    /** What tells a file from another that has its name later; empty where it is gone. */
    private static Optional<Object> identity(Path file) throws IOException {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return Optional.of(key == null ? attributes.creationTime() : key);
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }

    private static boolean lock(FileChannel channel) throws IOException {
      try {
        return channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        return false;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      try (channel) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static final class OfObject extends CommitLock {

    private final Storage claim;

    private OfObject(Storage claim) {
      this.claim = claim;
    }

    static OfObject take(Storage result, String run) throws IOException {
      Storage claims = result.subfolder(NAME);
      OfObject lock = new OfObject(claims.child(run));
      requireNoneBut(run, claims);
      lock.claim.writeText("");
      try {
        requireNoneBut(run, claims);
      } catch (IOException e) {
        lock.claim.deleteAfter(e);
        throw e;
      }
      return lock;
    }

    private static void requireNoneBut(String run, Storage claims) throws IOException {
      SortedSet<String> others = claims.list();
      others.remove(run);
      if (!others.isEmpty()) {
        throw new OutputRefusedException(Refusal.CLAIMED, claims.child(others.first()));
      }
    }

    @Override
    public void close() throws IOException {
      claim.deleteFile();
    }
  }
}
