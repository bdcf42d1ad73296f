package org.zhengyu.transforms.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.ByteOrderMark;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.model.TextOrigin;

/** JSON lines: one object a line, one document an object, blank lines passed over. */
final class JsonLinesFormat extends DocumentFormat {
  /** Loaded by the first record, not by the plan of every run. */
  private static final class Parser {
    /** A text may be as long as a document. */
    private static final StreamReadConstraints LONG_TEXTS =
        StreamReadConstraints.builder().maxStringLength(DocumentReader.MAX_DOCUMENT_BYTES).build();

    static final ObjectReader JSON =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
  }

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".jsonl", ".ndjson");
  }

  @Override
  public boolean canBeCut() {
    return true;
  }

  @Override
  public boolean hasFields() {
    return true;
  }

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    byte[] head;
    try (InputStream in = files.open(file, 0)) {
      head = in.readNBytes(ByteOrderMark.MAX_LENGTH);
    } catch (EOFException | ZipException e) {
      if (slice.isFirst()) {
        throw StoredFiles.brokenGzip(file, "", e);
      }
      return;
    }
    ByteOrderMark mark = ByteOrderMark.of(head);
    if (!hasWideUnits(mark, files.declared())) {
      readLines(slice, mark == ByteOrderMark.UTF_8 ? mark.length() : 0, files, acceptance);
    } else if (slice.isFirst()) {
      // Its line ends are not single bytes, so it is not cut.
      readWide(file, files, acceptance);
    }
  }

  private static boolean hasWideUnits(@Nullable ByteOrderMark mark, @Nullable Charset declared) {
    if (mark != null && Decoder.hasWideUnits(mark.charset())) {
      return true;
    }
    return mark != ByteOrderMark.UTF_8 && declared != null && Decoder.hasWideUnits(declared);
  }

  private static void readLines(FileSlice slice, int mark, StoredFiles files, Acceptance acceptance)
      throws IOException {
    InputFile file = slice.file();
    long read = -1;
    try (InputStream in = files.open(file, slice.from())) {
      LineReader lines =
          new LineReader(in, slice.from(), slice.firstLine(), files.maxDocumentBytes());
      while (lines.next() && lines.offset() < slice.to()) {
        read = lines.offset();
        if (files.isInShare(lines.offset(), slice)) {
          try {
            readLine(file, lines, mark, files, acceptance);
          } catch (RefusedException e) {
            acceptance.refuse(file, lines.offset(), e.inLine(lines.number()));
          }
        }
      }
    } catch (EOFException | ZipException e) {
      if (slice.isFirst()) {
        String where = read < 0 ? "" : "after the record at byte " + read + ": ";
        acceptance.refuse(file, read + 1, StoredFiles.brokenGzip(file, where, e));
      }
    }
  }

  private static void readLine(
      InputFile file, LineReader lines, int mark, StoredFiles files, Acceptance acceptance)
      throws RefusedException {
    if (lines.isTooLong()) {
      throw files.tooLarge("line", lines.lineBytes());
    }
    int skip = lines.offset() == 0 ? mark : 0;
    int length = lines.length() - skip;
    if (isBlank(lines.bytes(), skip, length)) {
      return;
    }
    DecodedText decoded =
        mark > 0
            ? StoredFiles.decodeUndeclared(lines.bytes(), skip, length)
            : files.decode(lines.bytes(), skip, length);
    TextOrigin origin =
        mark > 0 && decoded.source() == DecodedText.Source.UTF8
            ? new TextOrigin(decoded.encoding(), DecodedText.Source.BOM.toString())
            : Acceptance.originOf(decoded);
    accept(file, lines.offset(), lines.number(), length, decoded.text(), origin, acceptance);
  }

  private static void readWide(InputFile file, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    byte[] bytes = files.readWhole(file);
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    TextOrigin origin = Acceptance.originOf(decoded);
    long offset = 0;
    long number = 0;
    for (String line : (Iterable<String>) decoded.text().lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        try {
          accept(file, offset, number, line.length() * 2L, line, origin, acceptance);
        } catch (RefusedException e) {
          acceptance.refuse(file, offset, e.inLine(number));
        }
      }
      offset += line.length() + 1;
    }
  }

  private static void accept(
      InputFile file,
      long offset,
      long number,
      long bytes,
      String line,
      TextOrigin origin,
      Acceptance acceptance)
      throws RefusedException {
    JsonNode record = parse(line, bytes);
    Fields fields = new Fields();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      fields.put(field.getKey(), field.getValue());
    }
    JsonNode text = fields.get(Fields.TEXT);
    if (text == null || !text.isTextual()) {
      throw new RefusedException(
          Reason.MISSING_TEXT,
          Acceptance.recordId(file, number, fields),
          "no string in the field text",
          bytes);
    }
    acceptance.acceptRecord(file, offset, number, fields, text.textValue(), origin, bytes);
  }

  private static JsonNode parse(String line, long bytes) throws RefusedException {
    JsonNode record;
    try {
      record = Parser.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      String column =
          e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
      throw new RefusedException(Reason.INVALID_JSON, e.getOriginalMessage() + column, bytes);
    }
    if (!record.isObject()) {
      throw new RefusedException(Reason.INVALID_JSON, "not a JSON object", bytes);
    }
    return record;
  }

  private static boolean isBlank(byte[] line, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
