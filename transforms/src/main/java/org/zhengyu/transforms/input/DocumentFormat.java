package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.model.FileSlice;

/**
 * How files of one kind hold documents. Every format is one class in the list of {@link Formats}.
 * It has no state, for many workers use it at once, and is light to load, for every plan asks all
 * of them: what reading needs besides waits for the first file. How a file is compressed is no
 * matter of formats.
 */
public abstract class DocumentFormat {
  /** The name by which the plan of a run refers to the format. */
  public abstract String name();

  /** The ends of the names of its files, each with its dot, in lower case. */
  public abstract List<String> suffixes();

  /**
   * Whether a slice may be a range of bytes that begins with a line, or a share of the stream. All
   * slices of other formats are whole files.
   */
  public abstract boolean canBeCut();

  /**
   * Whether a document may bring fields of its own. Of others only that is known which stands in
   * the metadata beside the input.
   */
  public abstract boolean hasFields();

  /** Whether a file is the text, or holds it, so that both have about one size. */
  public boolean isText() {
    return true;
  }

  /** Whether a file holds any number of documents, each with an id of its own. */
  public boolean hasRecords() {
    return false;
  }

  /** Whether a file is one document, which has its name. */
  public boolean isOneDocument() {
    return !hasRecords();
  }

  /**
   * Reads the documents of a slice and passes on each, or why it is refused.
   *
   * @throws RefusedException when the file is refused as a whole
   * @throws IOException when the storage fails
   */
  abstract void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException;
}
