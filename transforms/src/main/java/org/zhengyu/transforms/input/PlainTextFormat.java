package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;

/** Plain text: a file is one document. */
final class PlainTextFormat extends DocumentFormat {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".txt");
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
  void read(FileSlice slice, StoredFiles files, Acceptance acceptance)
      throws IOException, RefusedException {
    InputFile file = slice.file();
    byte[] bytes = files.readWhole(file);
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    acceptance.acceptFile(
        file, new Fields(), decoded.text(), Acceptance.originOf(decoded), bytes.length);
  }
}
