package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.parsers.Documents.docx;
import static org.zhengyu.parsers.Documents.encrypted;
import static org.zhengyu.parsers.Documents.pptx;
import static org.zhengyu.parsers.Documents.read;
import static org.zhengyu.parsers.Documents.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhengyu.transforms.parse.ParserAnswer;

/** What is said of documents that are damaged: the kind of damage, in no words of a library. */
@Timeout(120)
class DamageTest {
  private static final String TEXT = "推进产业链建设，实施链长制。";

  /** All that may be said of a document that was whole before it was damaged. */
  private static final List<String> SAID =
      List.of(
          "a part of it becomes more than a hundred times larger",
          "damaged: its parts are nested without end",
          "damaged: it ends too early",
          "damaged: what is packed in it cannot be unpacked",
          "damaged: its XML is not well-formed",
          "damaged: its parts do not fit together",
          "the content is that of no document that is read",
          "the document has no text",
          "the document is encrypted",
          "the document wants a password",
          "a text of more than " + Documents.LIMIT + " characters");

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static Map<String, String> parts(byte[] archive) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  private static String detail(byte[] document) {
    ParserAnswer answer = read(document);
    assertThat(answer.reason()).as(answer.text()).isNotNull();
    return answer.text();
  }

  @Test
  void tellsTheKindOfDamage() throws IOException {
    byte[] word = docx(TEXT);
    byte[] pdf = pdf();
    assertThat(detail(Arrays.copyOf(word, word.length / 2)))
        .isEqualTo("damaged: it ends too early");
    assertThat(detail(Arrays.copyOf(pdf, pdf.length / 2))).isEqualTo("damaged: it ends too early");

    Map<String, String> open = parts(word);
    open.computeIfPresent("word/document.xml", (name, xml) -> xml.replace("</w:body>", ""));
    assertThat(detail(zip(open))).isEqualTo("damaged: its XML is not well-formed");

    Map<String, String> headless = parts(word);
    headless.remove("_rels/.rels");
    assertThat(detail(zip(headless))).isEqualTo("damaged: its parts do not fit together");

    Map<String, String> bomb = parts(word);
    bomb.computeIfPresent(
        "word/document.xml",
        (name, xml) -> xml.replace("</w:body>", " ".repeat(50 << 20) + "</w:body>"));
    assertThat(detail(zip(bomb)))
        .isEqualTo("a part of it becomes more than a hundred times larger");
  }

  /** The name says that it is in UTF-8, as POI's do, and holds a byte that is none of it. */
  @Test
  void takesANameThatIsNoTextForDamage() throws IOException {
    byte[] word = docx(TEXT);
    String bytes = new String(word, ISO_8859_1);
    int name = bytes.indexOf("[Content_Types].xml");
    word[name] = (byte) 0xFF;
    word[7] |= 0x08;
    assertThat(detail(word)).isEqualTo("damaged: its parts do not fit together");
  }

  @Test
  void quotesNoLibraryWhereverTheDamageIs() throws IOException {
    Random random = new Random(14);
    List<byte[]> documents = List.of(docx(TEXT), pptx(TEXT), pdf(), encrypted(docx(TEXT)));
    for (byte[] whole : documents) {
      for (int round = 0; round < 150; round++) {
        byte[] damaged =
            Arrays.copyOf(whole, whole.length - random.nextInt(2) * random.nextInt(99));
        for (int i = random.nextInt(20); i >= 0; i--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        ParserAnswer answer = read(damaged);
        assertThat(Stream.of(answer))
            .as("round %s of a document of %s bytes", round, whole.length)
            .allMatch(said -> said.reason() == null || SAID.contains(said.text()));
      }
    }
  }
}
