package org.zhengyu.transforms.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.zhengyu.transforms.decode.Digests;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * Reads the documents of file slices. What is wrong with the data is handed over as a {@link
 * Rejection} and reading goes on; a fault of the storage is thrown.
 */
public final class DocumentReader {
  /** How Java says of a file that is there that this process has too many others open. */
  private static final String OUT_OF_HANDLES = "(Too many open files)";

  /** The blocks in which a stream is dealt to its shares, in uncompressed bytes. */
  private static final long SHARE_BLOCK_BYTES = 1 << 20;

  /** Opens input files. */
  @FunctionalInterface
  public interface Opener {
    /** A stream of the stored bytes of a file from an offset on. */
    InputStream open(String uri, long from) throws IOException;
  }

  /** Takes what was read. */
  public interface Receiver {
    /** A document. */
    void document(PolicyDocument document);

    /** Something refused, at a place in the input. */
    void rejection(long key, Rejection rejection);

    /** The digest of a whole file as stored, once a file. */
    void digest(InputFile file, long bytes, String sha256);
  }

  private final StoredFiles files;
  private final MetadataTable metadata;
  private final ReadSettings settings;

  /**
   * A reader.
   *
   * @param metadata what is known about documents besides the input itself; it wins over what a
   *     record says
   * @param settings what the run asks for
   */
  public DocumentReader(Opener opener, MetadataTable metadata, ReadSettings settings) {
    this(opener, metadata, settings, SHARE_BLOCK_BYTES);
  }

  /** A reader with blocks of its own, so that small inputs have several. */
  DocumentReader(
      Opener opener, MetadataTable metadata, ReadSettings settings, long shareBlockBytes) {
    this.files = new StoredFiles(opener, settings, shareBlockBytes);
    this.metadata = metadata;
    this.settings = settings;
  }

  /** Reads one slice to its end. */
  public void read(FileSlice slice, Receiver receiver) throws IOException {
    InputFile file = slice.file();
    Acceptance acceptance = new Acceptance(metadata, settings, receiver);
    try {
      if (slice.isFirst()) {
        digest(file, receiver);
      }
      Formats.of(file).read(slice, files, acceptance);
    } catch (RefusedException e) {
      acceptance.refuse(file, 0, e);
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      if (String.valueOf(e.getMessage()).endsWith(OUT_OF_HANDLES)) {
        throw e;
      }
      if (slice.isFirst()) {
        acceptance.refuse(file, 0, new RefusedException(Reason.UNREADABLE, why(e), file.bytes()));
      }
    }
  }

  private static String why(IOException e) {
    boolean isForbidden =
        e instanceof AccessDeniedException
            || String.valueOf(e.getMessage()).endsWith("(Permission denied)");
    return isForbidden ? "permission denied" : "gone since it was listed";
  }

  private void digest(InputFile file, Receiver receiver) throws IOException {
    try (DigestInputStream in = new DigestInputStream(files.openStored(file), Digests.sha256())) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      receiver.digest(file, bytes, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }
  }
}
