package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhengyu.parsers.Documents.read;
import static org.zhengyu.parsers.Documents.zip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Documents made to hurt: what each of them gives, which is never the end of the process. */
@Timeout(60)
class HostileDocumentsTest {
  private static final String TEXT = "实行链长制。";

  private static final String BOMB =
      "<!DOCTYPE d [<!ENTITY a '政策'><!ENTITY b '"
          + "&a;".repeat(1000)
          + "'><!ENTITY c '"
          + "&b;".repeat(1000)
          + "'><!ENTITY d '"
          + "&c;".repeat(1000)
          + "'>]>";

  private static String outside(String address) {
    return "<!DOCTYPE d [<!ENTITY d SYSTEM '" + address + "'>]>";
  }

  private static byte[] docx(String prologue, String body) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override"
            + " PartName='/word/document.xml' ContentType='application/"
            + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
    files.put(
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
            + " Id='r' Target='word/document.xml' Type='http://schemas.openxmlformats.org/"
            + "officeDocument/2006/relationships/officeDocument'/></Relationships>");
    files.put(
        "word/document.xml",
        prologue
            + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            + "<w:body><w:p><w:r><w:t>"
            + body
            + "</w:t></w:r></w:p></w:body></w:document>");
    return zip(files);
  }

  private static byte[] odt(String prologue, String body) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("mimetype", "application/vnd.oasis.opendocument.text");
    files.put(
        "content.xml",
        prologue
            + "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + "<text:p>"
            + body
            + "</text:p></office:text></office:body></office:document-content>");
    return zip(files);
  }

  @Test
  void readsTheSameDocumentsWhereTheyAreHarmless() throws IOException {
    assertThat(read(docx("", TEXT))).isEqualTo(ParserAnswer.text(TEXT));
    assertThat(read(odt("", TEXT))).isEqualTo(ParserAnswer.text(TEXT));
  }

  @Test
  void expandsNoEntities() throws IOException {
    for (byte[] document : new byte[][] {docx(BOMB, TEXT + "&d;"), odt(BOMB, TEXT + "&d;")}) {
      ParserAnswer answer = read(document);
      assertThat(answer.reason() == Reason.INVALID_FILE || answer.text().equals(TEXT))
          .as(answer.toString())
          .isTrue();
    }
  }

  @Test
  void opensNeitherFilesNorConnections() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
      for (String prologue :
          new String[] {
            outside(address),
            outside("file:///etc/passwd"),
            "<!DOCTYPE d SYSTEM '" + address + "d.dtd'>",
            "<?xml-stylesheet href='" + address + "'?>",
          }) {
        assertThat(read(docx(prologue, TEXT + "&d;")).text()).doesNotContain("root:");
        assertThat(read(odt(prologue, TEXT + "&d;")).text()).doesNotContain("root:");
        read(docx(prologue, TEXT));
        read(odt(prologue, TEXT));
      }
      read(
          ("<html><link rel='stylesheet' href='"
                  + address
                  + "'><img src='"
                  + address
                  + "'><p>"
                  + TEXT)
              .getBytes(UTF_8));
      read(
          ("{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE \"" + address + "\"}}text\\par}")
              .getBytes(US_ASCII));
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
    }
  }

  @Test
  void refusesArchivesThatSwell() throws IOException {
    ParserAnswer answer = read(docx("", "a".repeat(100 << 20)));
    assertThat(answer.reason()).as(answer.text()).isIn(Reason.TOO_LARGE, Reason.INVALID_FILE);
  }

  @Test
  void refusesElementsWithoutEnd() throws IOException {
    String nested = "<w:smartTag>".repeat(200_000) + "</w:smartTag>".repeat(200_000);
    assertThat(read(docx("", TEXT + nested)).text()).isNotNull();
    assertThat(read(odt("", "<text:span>".repeat(200_000) + "</text:span>".repeat(200_000))).text())
        .isNotNull();
    assertThat(read(("{\\rtf1 " + "{".repeat(500_000)).getBytes(US_ASCII)).reason()).isNotNull();
  }

  @Test
  void endsInAPdfWhoseObjectsGoInCircles() {
    String pages =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 3 0 R]/Parent 2 0 R>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length 5 0 R>>stream\nBT ET\nendstream endobj\n5 0 obj 5 0 R endobj\n"
            + "trailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF";
    assertThat(read(pages.getBytes(ISO_8859_1)).reason()).isNotNull();
  }

  @Test
  void answersEveryPieceOfADocument() throws IOException {
    byte[] word = Documents.docx(TEXT);
    byte[] slides = Documents.pptx(TEXT);
    for (byte[] document : new byte[][] {word, slides, odt("", TEXT)}) {
      for (int part = 1; part < 20; part++) {
        byte[] piece = Arrays.copyOf(document, document.length * part / 20);
        assertThat(read(piece).reason()).as("%s twentieths", part).isEqualTo(Reason.INVALID_FILE);
      }
    }
  }
}
