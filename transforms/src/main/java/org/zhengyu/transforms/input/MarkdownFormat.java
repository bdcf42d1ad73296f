package org.zhengyu.transforms.input;

import java.io.IOException;
import java.util.List;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.FileSlice;

/** Markdown: a file is one document, and says of itself what its front matter says. */
final class MarkdownFormat extends DocumentFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".md", ".markdown");
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
    DecodedText decoded = files.decode(bytes, 0, bytes.length);
    FrontMatter front = FrontMatter.of(decoded.text());
    Fields fields = new Fields();
    List<String> titles = List.copyOf(front.fields().keySet());
    List<String> names = FieldNames.USUAL.of(titles);
    for (int i = 0; i < titles.size(); i++) {
      fields.set(names.get(i), front.fields().get(titles.get(i)));
    }
    acceptance.acceptFile(
        slice.file(),
        fields,
        MarkdownText.of(decoded.text().substring(front.end())),
        Acceptance.originOf(decoded),
        bytes.length);
  }
}
