package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/** CSV and the like: one document a record, the columns named by the first record. */
final class RecordTableFormat extends DocumentFormat {
  private final String name;
  private final char delimiter;

  /**
   * A format.
   *
   * @param name its name, which is its suffix too
   * @param delimiter the character between two fields of a record
   */
  RecordTableFormat(String name, char delimiter) {
    this.name = name;
    this.delimiter = delimiter;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> suffixes() {
    return List.of("." + name);
  }

  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public boolean hasFields() {
    return true;
  }

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    byte[] bytes = files.readWhole(file);
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    try {
      RecordTable table = new RecordTable(decoded.text(), delimiter);
      if (!table.columns().isEmpty() && !table.columns().contains(Fields.TEXT)) {
        throw new RefusedException(Reason.MISSING_TEXT, "no column named text", bytes.length)
            .inLine(1);
      }
      while (table.next()) {
        try {
          acceptRecord(file, table, decoded, acceptance);
        } catch (RefusedException e) {
          acceptance.refuse(file, table.offset(), e.inLine(table.line()));
        }
      }
    } catch (InvalidCsvException e) {
      acceptance.refuse(
          file,
          decoded.text().length(),
          new RefusedException(
              Reason.INVALID_CSV,
              "record that begins in line " + e.line() + ": " + e.getMessage(),
              bytes.length));
    }
  }

  private static void acceptRecord(
      InputFile file, RecordTable table, DecodedText decoded, Acceptance acceptance)
      throws RefusedException {
    Fields fields = table.fields();
    String text = table.text();
    if (table.size() != table.columns().size()) {
      throw new RefusedException(
          text == null ? Reason.MISSING_TEXT : Reason.INVALID_CSV,
          Acceptance.recordId(file, table.line(), fields),
          table.size() + " fields where the header has " + table.columns().size(),
          0);
    }
    acceptance.acceptRecord(
        file,
        table.offset(),
        table.line(),
        fields,
        text,
        Acceptance.originOf(decoded),
        text.getBytes(UTF_8).length);
  }
}
