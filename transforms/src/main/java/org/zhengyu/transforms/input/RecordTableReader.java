package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Reads CSV and TSV: one document a record, the columns named by the first record. */
final class RecordTableReader {
  private final StoredFiles files;

  RecordTableReader(StoredFiles files) {
    this.files = files;
  }

  void read(InputFile file, Acceptance acceptance) throws IOException, RefusedException {
    byte[] bytes = files.readWhole(file);
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(file.format().delimiter()).build();
    List<String> names = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = format.parse(new StringReader(decoded.text()))) {
      for (CSVRecord record : parser) {
        if (names.isEmpty()) {
          record.forEach(title -> names.add(Fields.canonicalName(title)));
          if (!names.contains(Fields.TEXT)) {
            throw new RefusedException(Reason.MISSING_TEXT, "no column named text", bytes.length)
                .inLine(1);
          }
        } else if (record.size() > 1 || !record.get(0).isBlank()) {
          try {
            acceptRow(file, record, names, line, decoded, acceptance);
          } catch (RefusedException e) {
            acceptance.refuse(file, record.getCharacterPosition(), e.inLine(line));
          }
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IOException e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      acceptance.refuse(
          file,
          decoded.text().length(),
          new RefusedException(
              Reason.INVALID_CSV,
              "record that begins in line " + line + ": " + cause.getMessage(),
              bytes.length));
    }
  }

  private static void acceptRow(
      InputFile file,
      CSVRecord record,
      List<String> names,
      long line,
      DecodedText decoded,
      Acceptance acceptance)
      throws RefusedException {
    int text = names.indexOf(Fields.TEXT);
    Fields fields = new Fields();
    for (int i = 0; i < Math.min(record.size(), names.size()); i++) {
      if (i != text) {
        fields.put(names.get(i), record.get(i));
      }
    }
    if (record.size() != names.size()) {
      throw new RefusedException(
          record.size() <= text ? Reason.MISSING_TEXT : Reason.INVALID_CSV,
          Acceptance.recordId(file, line, fields),
          record.size() + " fields where the header has " + names.size(),
          0);
    }
    acceptance.acceptRecord(
        file,
        record.getCharacterPosition(),
        line,
        fields,
        record.get(text),
        decoded.encoding(),
        decoded.source(),
        record.get(text).getBytes(UTF_8).length);
  }
}
