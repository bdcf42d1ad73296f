package org.zhengyu.transforms.markup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A page saved as one file (RFC 2557): a message whose first part in HTML is the page, and whose
 * others are what it shows beside its text.
 */
public final class Mhtml {
  /** Messages within messages are followed no further. */
  private static final int MOST_PARTS = 10_000;

  private final byte[] html;
  private final @Nullable String charset;

  private Mhtml(byte[] html, @Nullable String charset) {
    this.html = html;
    this.charset = charset;
  }

  /**
   * Takes the page out of a message.
   *
   * @throws IOException when the bytes are no message, or none with a page
   */
  public static Mhtml of(byte[] message) throws IOException {
    MimeTokenStream tokens = new MimeTokenStream(MimeConfig.PERMISSIVE);
    tokens.parse(new ByteArrayInputStream(message));
    try {
      for (int part = 0; part < MOST_PARTS; tokens.next()) {
        if (tokens.getState() == EntityState.T_END_OF_STREAM) {
          break;
        }
        if (tokens.getState() == EntityState.T_BODY) {
          part++;
          String type = tokens.getBodyDescriptor().getMimeType();
          if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return new Mhtml(
                tokens.getDecodedInputStream().readAllBytes(),
                tokens.getBodyDescriptor().getCharset());
          }
        }
      }
    } catch (MimeException e) {
      throw new IOException("the parts of the message cannot be told apart", e);
    }
    throw new IOException("the message has no part in HTML");
  }

  /** The bytes of the page. */
  public byte[] html() {
    return html.clone();
  }

  /** The encoding that the message says they are in; null when it says none. */
  public @Nullable String charset() {
    return charset;
  }
}
