package org.zhengyu.transforms.input;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.zhengyu.transforms.markup.HtmlCharset;
import org.zhengyu.transforms.markup.Mhtml;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Web pages saved as one file with all that they show: a file is one document. */
final class MhtmlFormat extends DocumentFormat {
  @Override
  public String name() {
    return "mhtml";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".mhtml", ".mht");
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
    Mhtml message;
    try {
      message = Mhtml.of(bytes);
    } catch (IOException e) {
      throw new RefusedException(Reason.INVALID_FILE, String.valueOf(e.getMessage()), bytes.length);
    }
    byte[] html = message.html();
    Charset said = HtmlCharset.byName(message.charset());
    HtmlFormat.accept(
        slice.file(),
        files.decodeNamed(html, said != null ? said : HtmlCharset.of(html)),
        bytes.length,
        acceptance);
  }
}
