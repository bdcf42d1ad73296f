package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.parse.ParserAnswer;
import org.zhengyu.transforms.parse.Parsers;

/**
 * Documents of office programs and PDF: a file is one document, taken apart in a parser process,
 * which goes by what the file holds and not by its name.
 */
final class OfficeFormat extends DocumentFormat {
  private final String name;
  private final List<String> suffixes;

  /** A format of this name whose files end in one of these, each with its dot. */
  OfficeFormat(String name, String... suffixes) {
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
  public boolean hasFields() {
    return false;
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    byte[] bytes = files.readContainer(file);
    ParserAnswer answer = Parsers.shared().text(bytes, files.maxDocumentBytes());
    if (answer.reason() != null) {
      throw new RefusedException(answer.reason(), answer.text(), bytes.length);
    }
    acceptance.acceptFile(file, new Fields(), answer.text(), TextOrigin.OF_FORMAT, bytes.length);
  }
}
