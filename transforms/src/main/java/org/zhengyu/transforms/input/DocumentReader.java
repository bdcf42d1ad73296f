package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentKey;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputFormat;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.text.DecodedText;
import org.zhengyu.transforms.text.Decoder;
import org.zhengyu.transforms.text.UndecodableTextException;

/**
 * Reads the documents of file slices. What is wrong with the data is handed over as a {@link
 * Rejection} and reading goes on; a fault of the storage is thrown.
 */
public final class DocumentReader {
  /** The largest document, in bytes: what one worker can hold with room to work. */
  public static final int MAX_DOCUMENT_BYTES = 1 << 28;

  /** The blocks in which a stream is dealt to its shares, in uncompressed bytes. */
  private static final long SHARE_BLOCK_BYTES = 1 << 20;

  /** A text may be as long in JSON as in a file of its own. */
  private static final StreamReadConstraints LONG_TEXTS =
      StreamReadConstraints.builder().maxStringLength(MAX_DOCUMENT_BYTES).build();

  private static final ObjectReader JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

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

  private final Opener opener;
  private final MetadataTable metadata;
  private final @Nullable Charset declared;
  private final int maxDocumentBytes;
  private final long shareBlockBytes;

  /**
   * A reader.
   *
   * @param metadata what is known about documents besides the input itself; it wins over what a
   *     record says
   * @param declared the encoding of all files that do not begin with a byte order mark; null to
   *     find out
   */
  public DocumentReader(Opener opener, MetadataTable metadata, @Nullable Charset declared) {
    this(opener, metadata, declared, MAX_DOCUMENT_BYTES, SHARE_BLOCK_BYTES);
  }

  /** A reader with limits of its own, so that small inputs can reach them. */
  DocumentReader(
      Opener opener,
      MetadataTable metadata,
      @Nullable Charset declared,
      int maxDocumentBytes,
      long shareBlockBytes) {
    this.opener = opener;
    this.metadata = metadata;
    this.declared = declared;
    this.maxDocumentBytes = maxDocumentBytes;
    this.shareBlockBytes = shareBlockBytes;
  }

  /** Reads one slice to its end. */
  public void read(FileSlice slice, Receiver receiver) throws IOException {
    InputFile file = slice.file();
    try {
      if (slice.isFirst()) {
        digest(file, receiver);
      }
      if (file.format() == InputFormat.JSON_LINES) {
        readJsonLines(slice, receiver);
      } else if (file.format() == InputFormat.TEXT) {
        readText(file, receiver);
      } else {
        readTable(slice, receiver);
      }
    } catch (FileNotFoundException | NoSuchFileException | AccessDeniedException e) {
      if (slice.isFirst()) {
        reject(receiver, file, 0, null, Reason.UNREADABLE, "gone since it was listed: " + e, 0);
      }
    }
  }

  private void digest(InputFile file, Receiver receiver) throws IOException {
    try (DigestInputStream in = new DigestInputStream(opener.open(file.uri(), 0), newSha256())) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      receiver.digest(file, bytes, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }
  }

  /** A SHA-256 digest. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void readText(InputFile file, Receiver receiver) throws IOException {
    byte[] bytes = readWhole(file, receiver);
    if (bytes == null) {
      return;
    }
    DecodedText decoded = decode(file, bytes, receiver);
    if (decoded == null) {
      return;
    }
    Fields given = metadata.find(file.name());
    receiver.document(
        new PolicyDocument(
            DocumentKey.of(file.number(), 0),
            file.name(),
            file.uri(),
            given == null ? Description.NONE : given.describe(),
            decoded.text(),
            decoded.encoding(),
            decoded.source().toString(),
            bytes.length));
  }

  /** All bytes of a file, uncompressed; null, with a rejection, when they cannot be had. */
  private byte @Nullable [] readWhole(InputFile file, Receiver receiver) throws IOException {
    byte[] bytes;
    try (InputStream in = openUncompressed(file, 0)) {
      bytes = in.readNBytes(maxDocumentBytes + 1);
    } catch (EOFException | ZipException e) {
      rejectBrokenGzip(receiver, file, 0, e);
      return null;
    }
    if (bytes.length > maxDocumentBytes) {
      reject(receiver, file, 0, null, Reason.TOO_LARGE, tooLarge("file"), file.bytes());
      return null;
    }
    return bytes;
  }

  private @Nullable DecodedText decode(InputFile file, byte[] bytes, Receiver receiver) {
    try {
      return decode(bytes, 0, bytes.length);
    } catch (UndecodableTextException e) {
      reject(
          receiver,
          file,
          0,
          null,
          Reason.UNDECODABLE,
          String.valueOf(e.getMessage()),
          bytes.length);
      return null;
    }
  }

  private DecodedText decode(byte[] bytes, int offset, int length) throws UndecodableTextException {
    return declared == null
        ? Decoder.decode(bytes, offset, length)
        : Decoder.decode(bytes, offset, length, declared);
  }

  private void readJsonLines(FileSlice slice, Receiver receiver) throws IOException {
    InputFile file = slice.file();
    byte[] head;
    try (InputStream in = openUncompressed(file, 0)) {
      head = in.readNBytes(4);
    } catch (EOFException | ZipException e) {
      if (slice.isFirst()) {
        rejectBrokenGzip(receiver, file, 0, e);
      }
      return;
    }
    int mark = startsWithUtf8Mark(head) ? 3 : 0;
    if (isUtf16(head) || (mark == 0 && hasWideUnits(declared))) {
      // Its line ends are not single bytes, so it is not cut.
      if (slice.isFirst()) {
        readWideJsonLines(file, receiver);
      }
      return;
    }
    long read = -1;
    try (InputStream in = openUncompressed(file, slice.from())) {
      LineReader lines = new LineReader(in, slice.from(), slice.firstLine(), maxDocumentBytes);
      while (lines.next() && lines.offset() < slice.to()) {
        read = lines.offset();
        if (isInShare(lines.offset(), slice)) {
          int skip = lines.offset() == 0 ? mark : 0;
          readJsonLine(file, lines, skip, mark > 0, receiver);
        }
      }
    } catch (EOFException | ZipException e) {
      if (slice.isFirst()) {
        rejectBrokenGzip(receiver, file, read + 1, e);
      }
    }
  }

  private boolean isInShare(long offset, FileSlice slice) {
    return slice.shares() == 1 || offset / shareBlockBytes % slice.shares() == slice.share();
  }

  private void readJsonLine(
      InputFile file, LineReader lines, int skip, boolean marked, Receiver receiver) {
    String where = "line " + lines.number();
    if (lines.isTooLong()) {
      reject(
          receiver,
          file,
          lines.offset(),
          null,
          Reason.TOO_LARGE,
          where + ": " + tooLarge("line"),
          lines.lineBytes());
      return;
    }
    int length = lines.length() - skip;
    if (isBlank(lines.bytes(), skip, length)) {
      return;
    }
    DecodedText decoded;
    JsonNode record;
    try {
      decoded =
          marked
              ? Decoder.decode(lines.bytes(), skip, length)
              : decode(lines.bytes(), skip, length);
      record = JSON.readTree(decoded.text());
    } catch (UndecodableTextException e) {
      reject(
          receiver,
          file,
          lines.offset(),
          null,
          Reason.UNDECODABLE,
          where + ": " + e.getMessage(),
          length);
      return;
    } catch (IOException e) {
      reject(
          receiver,
          file,
          lines.offset(),
          null,
          Reason.INVALID_JSON,
          where + ": " + firstLine(e),
          length);
      return;
    }
    boolean byMark = marked && decoded.source() == DecodedText.Source.UTF8;
    acceptJson(
        file,
        lines.offset(),
        lines.number(),
        length,
        record,
        decoded.encoding(),
        (byMark ? DecodedText.Source.BOM : decoded.source()).toString(),
        receiver);
  }

  private void readWideJsonLines(InputFile file, Receiver receiver) throws IOException {
    byte[] bytes = readWhole(file, receiver);
    DecodedText decoded = bytes == null ? null : decode(file, bytes, receiver);
    if (decoded == null) {
      return;
    }
    long offset = 0;
    long number = 0;
    for (String line : (Iterable<String>) decoded.text().lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        try {
          acceptJson(
              file,
              offset,
              number,
              line.length() * 2L,
              JSON.readTree(line),
              decoded.encoding(),
              decoded.source().toString(),
              receiver);
        } catch (IOException e) {
          reject(
              receiver,
              file,
              offset,
              null,
              Reason.INVALID_JSON,
              "line " + number + ": " + firstLine(e),
              line.length() * 2L);
        }
      }
      offset += line.length() + 1;
    }
  }

  private void acceptJson(
      InputFile file,
      long offset,
      long number,
      long bytes,
      JsonNode record,
      String encoding,
      String source,
      Receiver receiver) {
    if (!record.isObject()) {
      reject(
          receiver,
          file,
          offset,
          null,
          Reason.INVALID_JSON,
          "line " + number + ": not a JSON object",
          bytes);
      return;
    }
    Fields fields = new Fields();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      fields.put(field.getKey(), field.getValue());
    }
    JsonNode text = fields.get(Fields.TEXT);
    String id = recordId(file, fields, number);
    if (text == null || !text.isTextual()) {
      reject(
          receiver,
          file,
          offset,
          id,
          Reason.MISSING_TEXT,
          "line " + number + ": no string in the field text",
          bytes);
      return;
    }
    acceptRecord(file, offset, id, fields, text.textValue(), encoding, source, bytes, receiver);
  }

  private void readTable(FileSlice slice, Receiver receiver) throws IOException {
    InputFile file = slice.file();
    byte[] bytes = readWhole(file, receiver);
    DecodedText decoded = bytes == null ? null : decode(file, bytes, receiver);
    if (decoded == null) {
      return;
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(file.format().delimiter()).build();
    long line = 1;
    try (CSVParser parser = format.parse(new StringReader(decoded.text()))) {
      List<String> names = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (names.isEmpty()) {
          record.forEach(title -> names.add(Fields.canonicalName(title)));
          if (!names.contains(Fields.TEXT)) {
            reject(
                receiver,
                file,
                0,
                null,
                Reason.MISSING_TEXT,
                "line 1: no column named text",
                bytes.length);
            return;
          }
        } else if (record.size() > 1 || !record.get(0).isBlank()) {
          acceptRow(file, record, names, line, decoded, receiver);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IOException e) {
      reject(
          receiver,
          file,
          decoded.text().length(),
          null,
          Reason.INVALID_CSV,
          "record that begins in line " + line + ": " + firstLine(e),
          bytes.length);
    }
  }

  private void acceptRow(
      InputFile file,
      CSVRecord record,
      List<String> names,
      long line,
      DecodedText decoded,
      Receiver receiver) {
    long offset = record.getCharacterPosition();
    int text = names.indexOf(Fields.TEXT);
    Fields fields = new Fields();
    for (int i = 0; i < Math.min(record.size(), names.size()); i++) {
      if (i != text) {
        fields.put(names.get(i), record.get(i));
      }
    }
    String id = recordId(file, fields, line);
    if (record.size() != names.size()) {
      reject(
          receiver,
          file,
          offset,
          id,
          record.size() <= text ? Reason.MISSING_TEXT : Reason.INVALID_CSV,
          "line " + line + ": " + record.size() + " fields where the header has " + names.size(),
          0);
      return;
    }
    acceptRecord(
        file,
        offset,
        id,
        fields,
        record.get(text),
        decoded.encoding(),
        decoded.source().toString(),
        record.get(text).getBytes(UTF_8).length,
        receiver);
  }

  private static String recordId(InputFile file, Fields fields, long line) {
    String own = fields.text(Fields.ID);
    return own == null ? file.name() + "#" + line : file.recordPrefix() + own;
  }

  private void acceptRecord(
      InputFile file,
      long offset,
      String id,
      Fields fields,
      String text,
      String encoding,
      String source,
      long bytes,
      Receiver receiver) {
    Fields given = metadata.find(id);
    if (given != null) {
      fields.putAll(given);
    }
    receiver.document(
        new PolicyDocument(
            DocumentKey.of(file.number(), offset),
            id,
            file.uri(),
            fields.describe(),
            text,
            encoding,
            source,
            bytes));
  }

  private InputStream openUncompressed(InputFile file, long from) throws IOException {
    InputStream stored = opener.open(file.uri(), from);
    if (!file.gzip()) {
      return stored;
    }
    try {
      return new GZIPInputStream(stored, 1 << 16);
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  private static void rejectBrokenGzip(
      Receiver receiver, InputFile file, long offset, IOException e) {
    boolean truncated = e instanceof EOFException;
    String where = offset == 0 ? "" : "after the record at byte " + (offset - 1) + ": ";
    reject(
        receiver,
        file,
        offset,
        null,
        truncated ? Reason.TRUNCATED_GZIP : Reason.CORRUPT_GZIP,
        where + (truncated ? "the compressed stream ends too early" : firstLine(e)),
        file.bytes());
  }

  private static void reject(
      Receiver receiver,
      InputFile file,
      long offset,
      @Nullable String id,
      Reason reason,
      String detail,
      long bytes) {
    receiver.rejection(
        DocumentKey.of(file.number(), offset),
        new Rejection(file.uri(), id, reason, detail, bytes));
  }

  private String tooLarge(String what) {
    return "a " + what + " of more than " + maxDocumentBytes + " bytes";
  }

  private static String firstLine(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof JsonProcessingException json) {
      return json.getOriginalMessage()
          + (json.getLocation() == null
              ? ""
              : " (column " + json.getLocation().getColumnNr() + ")");
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean isBlank(byte[] line, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWithUtf8Mark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  private static boolean hasWideUnits(@Nullable Charset charset) {
    return charset != null
        && (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
  }

  private static boolean isUtf16(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
  }
}
