package org.zhengyu.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.util.SerializableUtils;

/**
 * The machine code of Snappy, by which Beam packs functions. It is unpacked into the temporary
 * folder, once for each process, and deleted when the process ends; of one that is killed it would
 * stay. So it is loaded from a folder of its own, which goes at once: what is loaded needs no file.
 */
final class NativeCode {
  private static final String FOLDER = "org.xerial.snappy.tempdir";

  /** More than it takes. */
  private static final int ROOM = 1 << 20;

  private NativeCode() {}

  /**
   * Loads it.
   *
   * @throws IOException if the temporary folder cannot take it, with the reason as a sentence
   */
  static void load() throws IOException {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    Path folder = newFolder();
    System.setProperty(FOLDER, folder.toString());
    try {
      SerializableUtils.serializeToByteArray("");
    } catch (LinkageError e) {
      throw unusable(e);
    } finally {
      delete(folder.toFile());
    }
  }

  /** Tried out here, for Snappy prints a trace where it fails. */
  private static Path newFolder() throws IOException {
    try {
      Path folder = Files.createTempDirectory("zhengyu-");
      try {
        Files.delete(Files.write(folder.resolve("room"), new byte[ROOM]));
      } catch (IOException e) {
        delete(folder.toFile());
        throw e;
      }
      return folder;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Where what is loaded cannot be deleted, as on Windows, it goes when the process ends. */
  private static void delete(File folder) {
    folder.deleteOnExit();
    File[] files = folder.listFiles();
    if (files != null) {
      for (File file : files) {
        file.delete();
      }
    }
    folder.delete();
  }

  private static IOException unusable(Throwable why) {
    return new IOException(
        "the temporary folder "
            + System.getProperty("java.io.tmpdir")
            + " cannot be used ("
            + why
            + "); name another with ZHENGYU_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
  }
}
