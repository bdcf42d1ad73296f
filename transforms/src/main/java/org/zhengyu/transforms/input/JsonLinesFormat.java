package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
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

/**
 * JSON lines: one object a line, one document an object; blank lines, a comma behind an object and
 * the lines {@code [} and {@code ]} are passed over. A file that is one array, or holds objects of
 * several lines, is read as a whole.
 */
final class JsonLinesFormat extends DocumentFormat {
  /** Loaded by the first record, not by the plan of every run. */
  private static final class Parser {
    /** A text may be as long as a document. */
    private static final StreamReadConstraints LONG_TEXTS =
        StreamReadConstraints.builder().maxStringLength(ReadSettings.MOST_BYTES).build();

    static final ObjectReader JSON =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(
                JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                JsonReadFeature.ALLOW_TRAILING_COMMA,
                JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()
            .reader();
  }

  /**
   * What should be an object.
   *
   * @param offset where it begins
   * @param number its line or, in an array, its number
   * @param bytes its size
   */
  private record Line(long offset, long number, long bytes, String text) {}

  /** What is looked at to tell lines from a whole. */
  private static final int HEAD_BYTES = 1 << 16;

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".jsonl", ".ndjson", ".json");
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
  public boolean hasRecords() {
    return true;
  }

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    byte[] head;
    try {
      head = files.readHead(file, HEAD_BYTES);
    } catch (RefusedException e) {
      if (slice.isFirst()) {
        throw e;
      }
      return;
    }
    ByteOrderMark mark = ByteOrderMark.of(head);
    // The brackets and line ends that are looked for are single bytes in all encodings but these.
    int skip = mark == null ? 0 : mark.length();
    String begin = new String(head, skip, head.length - skip, ISO_8859_1);
    if (!hasWideUnits(mark, files.declared()) && !JsonParts.areIn(begin)) {
      readLines(slice, mark == ByteOrderMark.UTF_8 ? mark.length() : 0, files, acceptance);
    } else if (slice.isFirst()) {
      readWhole(file, files, acceptance);
    }
  }

  private static boolean hasWideUnits(@Nullable ByteOrderMark mark, @Nullable Charset declared) {
    if (mark != null && Decoder.hasWideUnits(mark.charset())) {
      return true;
    }
    return mark != ByteOrderMark.UTF_8 && declared != null && Decoder.hasWideUnits(declared);
  }

  private static void readLines(FileSlice slice, int mark, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    RecordEncoding encoding = RecordEncoding.of(file, files);
    long read = -1;
    try (InputStream in = files.open(file, slice.from())) {
      LineReader lines =
          new LineReader(in, slice.from(), slice.firstLine(), files.maxDocumentBytes());
      while (lines.next() && lines.offset() < slice.to()) {
        read = lines.offset();
        if (files.isInShare(lines.offset(), slice)) {
          try {
            readLine(file, lines, mark, encoding, files, acceptance);
          } catch (RefusedException e) {
            acceptance.refuse(file, lines.offset(), e.inLine(lines.number()));
          }
        }
      }
      requireAll(slice, lines, acceptance);
    } catch (EOFException | ZipException e) {
      if (slice.isFirst()) {
        String where = read < 0 ? "" : "after the record at byte " + read + ": ";
        acceptance.refuse(file, read + 1, StoredFiles.brokenGzip(file, where, e));
      }
    }
  }

  /** The records behind a place at which the file ended earlier than it did are lost. */
  private static void requireAll(FileSlice slice, LineReader lines, Acceptance acceptance) {
    try {
      long listed = Math.min(slice.to(), slice.file().bytes());
      StoredFiles.requireAll(slice.file(), listed, lines.position());
    } catch (RefusedException e) {
      acceptance.refuse(slice.file(), lines.position(), e);
    }
  }

  private static void readLine(
      InputFile file,
      LineReader lines,
      int mark,
      RecordEncoding encoding,
      StoredFiles files,
      Acceptance acceptance)
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
            : encoding.decode(lines.bytes(), skip, length);
    TextOrigin origin =
        mark > 0 && decoded.source() == DecodedText.Source.UTF8
            ? new TextOrigin(decoded.encoding(), DecodedText.Source.BOM.toString())
            : Acceptance.originOf(decoded);
    Line line = new Line(lines.offset(), lines.number(), length, decoded.text());
    accept(file, line, origin, files.names(), acceptance);
  }

  private static void readWhole(InputFile file, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    byte[] bytes = files.readContainer(file);
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    TextOrigin origin = Acceptance.originOf(decoded);
    String text = decoded.text();
    if (JsonParts.areIn(text.substring(0, Math.min(text.length(), HEAD_BYTES)))) {
      readParts(file, new JsonParts(text), origin, files.names(), acceptance);
      return;
    }
    long offset = 0;
    long number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        try {
          Line record = new Line(offset, number, line.length() * 2L, line);
          accept(file, record, origin, files.names(), acceptance);
        } catch (RefusedException e) {
          acceptance.refuse(file, offset, e.inLine(number));
        }
      }
      offset += line.length() + 1;
    }
  }

  private static void readParts(
      InputFile file, JsonParts parts, TextOrigin origin, FieldNames names, Acceptance acceptance) {
    while (parts.next()) {
      try {
        String part = parts.part();
        long bytes = part.getBytes(UTF_8).length;
        Line record = new Line(parts.offset(), parts.number(), bytes, part);
        accept(file, record, origin, names, acceptance);
      } catch (RefusedException e) {
        acceptance.refuse(file, parts.offset(), e.inLine(parts.line()));
        if (e.reason() == Reason.INVALID_JSON) {
          parts.cutShort();
        }
      }
    }
  }

  private static void accept(
      InputFile file, Line line, TextOrigin origin, FieldNames names, Acceptance acceptance)
      throws RefusedException {
    String object = line.text().strip();
    if (object.equals("[") || object.equals("]")) {
      return;
    }
    Fields fields = fields(parse(object, line.bytes()), names);
    JsonNode text = fields.get(Fields.TEXT);
    if (text == null || !text.isTextual()) {
      throw new RefusedException(
          Reason.MISSING_TEXT,
          Acceptance.recordId(file, line.number(), fields),
          "no text in a field named " + names.textTitles(),
          line.bytes());
    }
    acceptance.acceptRecord(
        file, line.offset(), line.number(), fields, text.textValue(), origin, line.bytes());
  }

  /** The fields of an object; one that has no value leaves its name to another that means it. */
  private static Fields fields(JsonNode object, FieldNames names) {
    Fields fields = new Fields();
    List<String> titles = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String usual = FieldNames.usual(field.getKey());
      JsonNode value = field.getValue();
      if (value.isNull() || (usual.equals(Fields.TEXT) && !value.isTextual())) {
        fields.set(usual, value);
      } else {
        titles.add(field.getKey());
        values.add(value);
      }
    }
    List<String> known = names.of(titles);
    for (int i = 0; i < values.size(); i++) {
      fields.set(known.get(i), values.get(i));
    }
    return fields;
  }

  private static JsonNode parse(String line, long bytes) throws RefusedException {
    String object = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    JsonNode record;
    try {
      record = Parser.JSON.readTree(object);
    } catch (JsonProcessingException e) {
      throw new RefusedException(Reason.INVALID_JSON, inPlainWords(e), bytes);
    }
    if (!record.isObject()) {
      throw new RefusedException(Reason.INVALID_JSON, "not a JSON object", bytes);
    }
    return record;
  }

  /** What is wrong, without the words that the parser has for programmers. */
  private static String inPlainWords(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String column = location == null ? "" : " (column " + location.getColumnNr() + ")";
    if (e instanceof JsonEOFException) {
      return "the object has no end" + column;
    }
    if (e instanceof MismatchedInputException) {
      return "more stands behind the object" + column;
    }
    if (e instanceof StreamConstraintsException) {
      return "nested too deeply, or a number of too many digits" + column;
    }
    return "not valid JSON; is a quotation mark in a text without a \\ before it?" + column;
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
