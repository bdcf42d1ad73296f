package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.model.TextOrigin;

/** Throwaway: a page a document, extracted by a process. */
final class PagesFormat extends DocumentFormat {
  private static final TextOrigin EXTRACTED = new TextOrigin("UTF-8", "extracted");

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public List<String> suffixes() {
    return List.of(".pages");
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
    byte[] stored = files.readWhole(file);
    Process process = new ProcessBuilder("tr", "|", "\f").start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(stored);
    }
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    long number = 0;
    long offset = 0;
    for (String page : text.split("\f", -1)) {
      number++;
      if (page.isBlank()) {
        acceptance.refuse(
            file, offset, new RefusedException(Reason.MISSING_TEXT, "page " + number, 0));
      } else {
        acceptance.acceptRecord(
            file,
            offset,
            number,
            new Fields().put("title", "page " + number),
            page,
            EXTRACTED,
            page.getBytes(UTF_8).length);
      }
      offset += page.length() + 1;
    }
  }
}
