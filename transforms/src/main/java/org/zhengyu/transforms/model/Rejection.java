package org.zhengyu.transforms.model;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A document or record that was refused: one row of {@code rejections}.
 *
 * @param uri the file
 * @param docId the id, where it is known
 * @param reason why
 * @param detail what exactly, with the line or byte where it is
 * @param bytes the size of what was refused
 */
public record Rejection(
    String uri, @Nullable String docId, Reason reason, String detail, long bytes) {

  /** Why something is refused. The name in lower case stands in the table. */
  public enum Reason {
    /** The file cannot be opened or read. */
    UNREADABLE("read"),
    /** The compressed stream ends too early. */
    TRUNCATED_GZIP("read"),
    /** The compressed stream is broken. */
    CORRUPT_GZIP("read"),
    /** The document is larger than one worker can hold. */
    TOO_LARGE("read"),
    /** Entries of an archive are of no format that is read. */
    NOT_READ("read"),
    /** Archives are nested too deep. */
    TOO_DEEP("read"),
    /** The bytes are no text in any encoding that fits. */
    UNDECODABLE("decode"),
    /** The line is no JSON object. */
    INVALID_JSON("parse"),
    /** The records cannot be told apart. */
    INVALID_CSV("parse"),
    /** The file is damaged, or not of the format that its name says. */
    INVALID_FILE("parse"),
    /** The file is protected by a password or by rights. */
    PROTECTED_FILE("parse"),
    /** The pages are images, and no text lies behind them. */
    IMAGES_ONLY("parse"),
    /** Taking the file apart took longer than any document should. */
    TIME_LIMIT("parse"),
    /** Taking the file apart took more memory than any document should. */
    MEMORY_LIMIT("parse"),
    /** The file holds no text. */
    NO_TEXT("parse"),
    /** The record has no text. */
    MISSING_TEXT("parse"),
    /** Another document has the same id and comes first. */
    DUPLICATE_ID("admit");

    private final String stage;

    Reason(String stage) {
      this.stage = stage;
    }

    /** The step that refused it. */
    public String stage() {
      return stage;
    }

    /** The name that stands in the table. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(uri).putNullable(docId).putEnum(reason).putString(detail).putVarint(bytes);
  }

  /** Reads the packed form. */
  public static Rejection unpack(PackedReader in) {
    return new Rejection(
        in.getString(), in.getNullable(), in.getEnum(Reason.class), in.getString(), in.getVarint());
  }
}
