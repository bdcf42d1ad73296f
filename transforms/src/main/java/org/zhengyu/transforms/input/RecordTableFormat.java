package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.model.TextOrigin;

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
  public boolean hasRecords() {
    return true;
  }

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    byte[] bytes = files.readContainer(slice.file());
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    read(
        slice.file(),
        decoded.text(),
        delimiter,
        Acceptance.originOf(decoded),
        bytes.length,
        files.names(),
        acceptance);
  }

  /**
   * Reads the records of a table.
   *
   * @param delimiter what likely stands between fields
   * @param origin where the text of the table comes from
   * @param bytes the size of the file
   * @throws RefusedException when it is no table with a column of texts
   */
  static void read(
      InputFile file,
      String text,
      char delimiter,
      TextOrigin origin,
      long bytes,
      FieldNames names,
      Acceptance acceptance)
      throws RefusedException {
    RecordTable table;
    try {
      table = new RecordTable(text, delimiter, names, columns -> columns.contains(Fields.TEXT));
    } catch (InvalidCsvException e) {
      throw new RefusedException(Reason.INVALID_CSV, e.getMessage(), bytes).inLine(e.line());
    }
    if (!table.hasHeader() && !table.columns().isEmpty()) {
      throw new RefusedException(
              Reason.MISSING_TEXT,
              "no column named "
                  + names.textTitles()
                  + ": the first line is "
                  + String.join(" ", table.columns()),
              bytes)
          .inLine(1);
    }
    boolean more = true;
    while (more) {
      try {
        more = table.next();
        if (more) {
          acceptRecord(file, table, origin, acceptance);
        }
      } catch (InvalidCsvException e) {
        acceptance.refuse(
            file,
            table.offset(),
            new RefusedException(Reason.INVALID_CSV, e.getMessage(), e.bytes()).inLine(e.line()));
      } catch (RefusedException e) {
        acceptance.refuse(file, table.offset(), e.inLine(table.line()));
      }
    }
  }

  private static void acceptRecord(
      InputFile file, RecordTable table, TextOrigin origin, Acceptance acceptance)
      throws RefusedException {
    Fields fields = table.fields();
    String text = table.text();
    if (text == null || table.size() > table.columns().size()) {
      throw new RefusedException(
          text == null ? Reason.MISSING_TEXT : Reason.INVALID_CSV,
          Acceptance.recordId(file, table.line(), fields),
          table.size() + " fields where the header has " + table.columns().size(),
          0);
    }
    acceptance.acceptRecord(
        file, table.offset(), table.line(), fields, text, origin, text.getBytes(UTF_8).length);
  }
}
