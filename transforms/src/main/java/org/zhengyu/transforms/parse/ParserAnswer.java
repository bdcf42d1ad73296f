package org.zhengyu.transforms.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * What became of a document in a parser process.
 *
 * @param reason why it is refused; null where its text was found
 * @param text its text, or what exactly is wrong with it
 */
public record ParserAnswer(@Nullable Reason reason, String text) {
  /** A process says that it is ready by this byte, the first that it writes. */
  public static final int READY = 'r';

  /** A question that begins so asks for the text of a document. */
  public static final int AS_TEXT = 't';

  /** A question that begins so asks for its tables. */
  public static final int AS_TABLES = 'T';

  /** The text of a document. */
  public static ParserAnswer text(String text) {
    return new ParserAnswer(null, text);
  }

  /** A refusal. */
  public static ParserAnswer refused(Reason reason, String detail) {
    return new ParserAnswer(reason, detail);
  }

  /** Writes it as {@link #read} reads it. */
  public void write(DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeUTF(reason == null ? "" : reason.name());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /**
   * Reads an answer.
   *
   * @param mostBytes how long its text may be
   * @throws IOException when the stream ends before, or holds no answer
   */
  static ParserAnswer read(DataInputStream in, int mostBytes) throws IOException {
    String reason = in.readUTF();
    int length = in.readInt();
    if (length < 0 || length > mostBytes) {
      throw new IOException("no answer of a parser");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    String text = new String(bytes, UTF_8);
    return reason.isEmpty() ? text(text) : refused(Reason.valueOf(reason), text);
  }
}
