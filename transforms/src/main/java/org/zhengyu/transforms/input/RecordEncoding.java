package org.zhengyu.transforms.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.DecodedText.Source;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * The encoding of a file of records, decided once a file: a record alone may be too short to tell.
 * It rests on the first and the last megabyte (of a compressed file on the first), so every slice
 * of a file comes to the same.
 */
final class RecordEncoding {
  private static final int SAMPLE_BYTES = 1 << 20;

  private final @Nullable Charset declared;

  /** Null where the file has not one encoding; then each record is asked. */
  private final @Nullable Charset charset;

  private final Source source;

  private RecordEncoding(@Nullable Charset declared, @Nullable Charset charset, Source source) {
    this.declared = declared;
    this.charset = charset;
    this.source = source;
  }

  /** The encoding of a file. */
  static RecordEncoding of(InputFile file, StoredFiles files) throws IOException, RefusedException {
    Charset declared = files.declared();
    byte[] sample = sample(file, files);
    try {
      DecodedText decoded =
          declared == null
              ? Decoder.decode(sample, 0, sample.length)
              : Decoder.decode(sample, 0, sample.length, declared);
      if (declared == null || decoded.source() != Source.DETECTED) {
        return new RecordEncoding(declared, Charset.forName(decoded.encoding()), decoded.source());
      }
    } catch (UndecodableTextException e) {
      // Records of several encodings, or damage: each is asked, or held to what is declared.
    }
    return new RecordEncoding(declared, declared, Source.DECLARED);
  }

  /** Whole lines from both ends of a file. */
  private static byte[] sample(InputFile file, StoredFiles files)
      throws IOException, RefusedException {
    byte[] head = files.readHead(file, SAMPLE_BYTES);
    if (head.length < SAMPLE_BYTES) {
      return head;
    }
    int headEnd = SAMPLE_BYTES;
    while (headEnd > 0 && head[headEnd - 1] != '\n') {
      headEnd--;
    }
    byte[] sample = headEnd > 0 ? Arrays.copyOf(head, headEnd) : head;
    if (file.compression() != Compression.NONE) {
      return sample;
    }
    byte[] tail;
    try (InputStream in = files.open(file, Math.max(SAMPLE_BYTES, file.bytes() - SAMPLE_BYTES))) {
      tail = in.readNBytes(SAMPLE_BYTES);
    }
    int tailBegin = 0;
    while (tailBegin < tail.length && tail[tailBegin] != '\n') {
      tailBegin++;
    }
    byte[] both = Arrays.copyOf(sample, sample.length + tail.length - tailBegin);
    System.arraycopy(tail, tailBegin, both, sample.length, tail.length - tailBegin);
    return both;
  }

  /**
   * The text of a record.
   *
   * @throws RefusedException when it is none in the encoding of the file, and that was declared, or
   *     in no encoding
   */
  DecodedText decode(byte[] bytes, int offset, int length) throws RefusedException {
    DecodedText decoded;
    try {
      decoded =
          charset == null
              ? Decoder.decode(bytes, offset, length)
              : Decoder.decode(bytes, offset, length, charset);
    } catch (UndecodableTextException e) {
      throw new RefusedException(Reason.UNDECODABLE, String.valueOf(e.getMessage()), length);
    }
    if (declared != null && decoded.source() == Source.DETECTED) {
      throw new RefusedException(
          Reason.UNDECODABLE, "not valid in " + charset + ", in which the file is", length);
    }
    return decoded.source() == Source.DECLARED
        ? new DecodedText(decoded.text(), decoded.encoding(), source)
        : decoded;
  }
}
