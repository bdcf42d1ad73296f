package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.parsers.Documents.docx;
import static org.zhengyu.parsers.Documents.encrypted;
import static org.zhengyu.parsers.Documents.pptx;
import static org.zhengyu.parsers.Documents.read;
import static org.zhengyu.parsers.Documents.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Documents of known text, and what is refused. */
class DocumentTextTest {
  private static final String FIRST = "各县、区人民政府：现就实行链长制通知如下。";
  private static final String SECOND = "𠮷林省“十四五”规划 GDP 增长 5%。";

  @Test
  void readsTheParagraphsAndTablesOfAWordDocumentAndNotItsHeads() throws IOException {
    assertThat(read(docx(FIRST, "", SECOND)))
        .isEqualTo(ParserAnswer.text(String.join("\n", FIRST, SECOND, "指标\t数值", "生产总值\t3473")));
  }

  @Test
  void readsSlidesInTheirOrder() throws IOException {
    assertThat(read(pptx(FIRST, SECOND)).text().lines()).containsSubsequence(FIRST, SECOND);
  }

  @Test
  void readsWhatAWordDocumentIncludesAsItIs() throws IOException, OpenXML4JException {
    byte[] page = ("<html><p>" + FIRST + "</p></html>").getBytes(UTF_8);

    assertThat(read(including(page, "/word/afchunk.html")).text().lines()).contains(FIRST);
    assertThat(read(including(docx(SECOND), "/word/afchunk.docx")).text().lines()).contains(SECOND);
  }

  private static byte[] including(byte[] part, String name) throws IOException, OpenXML4JException {
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(docx("目录")))) {
      PackagePartName partName = PackagingURIHelper.createPartName(name);
      PackagePart included = file.createPart(partName, "application/octet-stream");
      try (var out = included.getOutputStream()) {
        out.write(part);
      }
      PackagePart main = file.getPart(PackagingURIHelper.createPartName("/word/document.xml"));
      main.addRelationship(
          partName,
          TargetMode.INTERNAL,
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk");
      return Documents.bytes(file::save);
    }
  }

  @Test
  void readsRtfInItsEncoding() {
    String text = "{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 ";
    StringBuilder rtf = new StringBuilder(text);
    for (byte each : FIRST.getBytes(Charset.forName("GBK"))) {
      rtf.append("\\'").append(String.format("%02x", each & 0xFF));
    }
    rtf.append("\\par second\\par}");

    assertThat(read(rtf.toString().getBytes(UTF_8)).text().lines())
        .containsExactly(FIRST, "second");
  }

  @Test
  void readsAnOpenDocument() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("mimetype", "application/vnd.oasis.opendocument.text");
    files.put(
        "content.xml",
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + "<text:h>标题</text:h><text:p>"
            + FIRST
            + "</text:p></office:text></office:body></office:document-content>");

    assertThat(read(zip(files)).text().lines()).containsExactly("标题", FIRST);
  }

  @Test
  void readsTheChaptersOfABook() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("mimetype", "application/epub+zip");
    files.put(
        "META-INF/container.xml",
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            + "<rootfile full-path='book.opf'/></rootfiles></container>");
    files.put(
        "book.opf",
        "<package xmlns='http://www.idpf.org/2007/opf'><manifest>"
            + "<item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>"
            + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
            + "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>");
    files.put("b.xhtml", chapter(SECOND));
    files.put("a.xhtml", chapter(FIRST));

    assertThat(read(zip(files)).text().lines()).containsExactly(FIRST, SECOND);
  }

  private static String chapter(String text) {
    return "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>章</title></head><body><p>"
        + text
        + "</p></body></html>";
  }

  @Test
  void goesByTheContentAndNotByTheName() {
    String page = "<html><body><table><tr><td><p>" + FIRST + "</p></td></tr></table></body></html>";

    assertThat(read(page.getBytes(UTF_8))).isEqualTo(ParserAnswer.text(FIRST));
    assertThat(
            read(
                ("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page)
                    .getBytes(UTF_8)))
        .isEqualTo(ParserAnswer.text(FIRST));
  }

  @Test
  void refusesWhatIsProtectedEmptyDamagedOrNoDocument() throws IOException {
    assertThat(read(encrypted(docx(FIRST))).reason()).isEqualTo(Reason.PROTECTED_FILE);
    assertThat(read("<html><p> </p></html>".getBytes(UTF_8)).reason()).isEqualTo(Reason.NO_TEXT);
    byte[] whole = docx(FIRST);
    assertThat(read(Arrays.copyOf(whole, whole.length / 2)).reason())
        .isEqualTo(Reason.INVALID_FILE);
    assertThat(read(new byte[0]).reason()).isEqualTo(Reason.INVALID_FILE);
    assertThat(read("plain".getBytes(UTF_8)))
        .isEqualTo(
            ParserAnswer.refused(
                Reason.INVALID_FILE, "the content is that of no document that is read"));
  }

  @Test
  void refusesATextThatIsTooLong() throws IOException {
    assertThat(read(docx(FIRST.repeat(100)), 1000))
        .isEqualTo(ParserAnswer.refused(Reason.TOO_LARGE, "a text of more than 1000 characters"));
  }
}
