package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.markup.HtmlCharset;
import org.zhengyu.transforms.markup.Page;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Web pages: a file is one document, and its text the main text of the page. */
final class HtmlFormat extends DocumentFormat {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".html", ".htm", ".shtml", ".xhtml");
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
    byte[] bytes = files.readWhole(slice.file());
    DecodedText decoded = files.decodeNamed(bytes, HtmlCharset.of(bytes));
    accept(slice.file(), decoded, bytes.length, acceptance);
  }

  /**
   * Accepts the page that a file is.
   *
   * @param bytes the size of the file
   */
  static void accept(InputFile file, DecodedText decoded, long bytes, Acceptance acceptance)
      throws RefusedException {
    Page page = Page.of(decoded.text());
    if (page.text().isBlank()) {
      throw new RefusedException(Reason.NO_TEXT, "the page has no running text", bytes);
    }
    Fields fields = new Fields();
    page.facts().forEach(fields::put);
    acceptance.acceptFile(file, fields, page.text(), Acceptance.originOf(decoded), bytes);
  }
}
