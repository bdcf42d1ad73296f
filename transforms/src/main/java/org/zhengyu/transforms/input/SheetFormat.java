package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.parse.ParserAnswer;
import org.zhengyu.transforms.parse.Parsers;

/**
 * Workbooks and Parquet files: each sheet is a table, one document a row, taken apart in a parser
 * process.
 */
final class SheetFormat extends DocumentFormat {
  private final String name;
  private final List<String> suffixes;

  /** A format of this name whose files end in one of these, each with its dot. */
  SheetFormat(String name, String... suffixes) {
    this.name = name;
    this.suffixes = List.of(suffixes);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> suffixes() {
    return suffixes;
  }

  @Override
  public boolean canBeCut() {
    return false;
  }

  @Override
  public boolean isText() {
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
    InputFile file = slice.file();
    byte[] bytes = files.readContainer(file);
    ParserAnswer answer = Parsers.shared().tables(bytes, files.maxDocumentBytes());
    if (answer.reason() != null) {
      throw new RefusedException(answer.reason(), answer.text(), bytes.length);
    }
    long offset = 0;
    int number = 0;
    for (String sheet : answer.text().split("\f", -1)) {
      number++;
      if (!sheet.isBlank()) {
        read(file, sheet, number, files, acceptance.from(offset));
      }
      offset += sheet.length() + 1;
    }
  }

  /** Ids of the second sheet and those behind it say which it is, for rows are counted in each. */
  private static void read(
      InputFile file, String sheet, int number, StoredFiles files, Acceptance acceptance) {
    String prefix = number == 1 ? "" : "sheet" + number + "!";
    InputFile named =
        new InputFile(
            file.number(),
            file.uri(),
            number == 1 ? file.name() : file.name() + "#" + prefix,
            file.recordPrefix() + prefix,
            file.bytes(),
            file.format(),
            file.compression());
    try {
      RecordTableFormat.read(
          named, sheet, ',', TextOrigin.OF_FORMAT, sheet.length(), files.names(), acceptance);
    } catch (RefusedException e) {
      acceptance.refuse(
          file,
          0,
          new RefusedException(
              e.reason(), "sheet " + number + ": " + e.getMessage(), sheet.length()));
    }
  }
}
