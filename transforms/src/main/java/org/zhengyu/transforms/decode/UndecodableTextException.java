package org.zhengyu.transforms.decode;

/** Bytes that {@link Decoder} refuses: it never guesses. */
public final class UndecodableTextException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why the bytes were refused. */
  public enum Reason {
    /** The bytes start like a file format that holds no plain text (PDF, RTF, ZIP, Word). */
    FILE_FORMAT,
    /** Too many control characters: the bytes are data, not text. */
    BINARY,
    /** More bytes than a damaged text may have are invalid in the most plausible encoding. */
    MALFORMED,
    /** Some encoding of Chinese accepts the bytes, but what it yields does not read as Chinese. */
    UNRECOGNISED
  }

  private final Reason reason;
  private final int byteOffset;

  UndecodableTextException(Reason reason, int byteOffset, String detail) {
    super(detail + " (byte " + byteOffset + ")");
    this.reason = reason;
    this.byteOffset = byteOffset;
  }

  /** Why the bytes were refused. */
  public Reason reason() {
    return reason;
  }

  /** Offset of the first byte that gave offence, from the first byte of the document. */
  public int byteOffset() {
    return byteOffset;
  }
}
