package org.zhengyu.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.parsers.Documents.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Pages drawn with PDFBox, in a font that every viewer has, and read back. */
class PdfTextTest {
  private static final float SIZE = 12;
  private static final float TOP = 700;
  private static final float LEFT = 72;

  private final PDDocument document = new PDDocument();
  private final PDFont font = new PDType1Font(Standard14Fonts.FontName.COURIER);

  /** Lines from the top of a column down, a twentieth of an inch apart beyond their size. */
  private void draw(PDPageContentStream page, float x, float top, String... lines)
      throws IOException {
    for (int i = 0; i < lines.length; i++) {
      page.beginText();
      page.setFont(font, SIZE);
      page.newLineAtOffset(x, top - i * 15);
      page.showText(lines[i]);
      page.endText();
    }
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    return new PDPageContentStream(document, page);
  }

  private String text() throws IOException {
    var answer = read(Documents.bytes(document::save));
    assertThat(answer.reason()).as(answer.text()).isNull();
    return answer.text();
  }

  @Test
  void joinsTheLinesOfAParagraphAndTheHalvesOfAWord() throws IOException {
    try (PDPageContentStream page = page()) {
      draw(
          page,
          LEFT,
          TOP,
          "  The first line of a paragraph that is quite wide and devel-",
          "opment goes on to the next line and there to its right edge",
          "where it ends.",
          "  Another begins with an indentation, and so is not joined. A",
          "last line.");
    }
    assertThat(text().lines())
        .containsExactly(
            "The first line of a paragraph that is quite wide and development goes on to the next "
                + "line and there to its right edge where it ends.",
            "Another begins with an indentation, and so is not joined. A last line.");
  }

  @Test
  void readsOneColumnAfterTheOther() throws IOException {
    try (PDPageContentStream page = page()) {
      draw(page, LEFT, TOP + 40, "A headline that stands over both of the columns below it");
      draw(page, LEFT, TOP, "left column, one", "left column, two", "left end");
      draw(page, 320, TOP, "right column, one", "right column, two", "right end");
    }
    assertThat(text().lines().map(line -> line.replaceAll("column, ", "")))
        .containsExactly(
            "A headline that stands over both of the columns below it",
            "left one left two left end",
            "right one right two right end");
  }

  @Test
  void makesRowsOfATable() throws IOException {
    try (PDPageContentStream page = page()) {
      draw(page, LEFT, TOP, "GDP", "Grain", "Coal");
      draw(page, 320, TOP, "3473", "49", "7");
    }
    assertThat(text().lines()).containsExactly("GDP\t3473", "Grain\t49", "Coal\t7");
  }

  @Test
  void leavesOutPageNumbersRunningHeadsAndWatermarks() throws IOException {
    for (int i = 1; i <= 4; i++) {
      try (PDPageContentStream page = page()) {
        draw(page, LEFT, 760, "Gazette of the State, 2023 No. " + i);
        draw(page, LEFT, TOP, "Article " + List.of("one", "two", "three", "four").get(i - 1) + ".");
        draw(page, 300, 40, "- " + i + " -");
        page.beginText();
        page.setFont(font, 40);
        page.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, 400, 200));
        page.showText("COPY");
        page.endText();
      }
    }
    assertThat(text().lines())
        .containsExactly("Article one.", "Article two.", "Article three.", "Article four.");
  }

  @Test
  void readsOnceWhatIsDrawnTwiceToBeBold() throws IOException {
    try (PDPageContentStream page = page()) {
      draw(page, LEFT, TOP, "A bold line");
      draw(page, LEFT + 0.2f, TOP, "A bold line");
    }
    assertThat(text()).isEqualTo("A bold line");
  }

  @Test
  void refusesPagesThatAreImages() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (PDPageContentStream page = page()) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        page.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 600, 800);
        draw(page, 300, 40, String.valueOf(i));
      }
    }
    var answer = read(Documents.bytes(document::save));
    assertThat(answer.reason()).isEqualTo(Reason.IMAGES_ONLY);
    assertThat(answer.text()).isEqualTo("2 pages are images without text");
  }

  @Test
  void refusesWhatWantsAPasswordAndReadsWhatOnlyForbidsChanges() throws IOException {
    try (PDPageContentStream page = page()) {
      draw(page, LEFT, TOP, "A protected line");
    }
    document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    assertThat(text()).isEqualTo("A protected line");
    document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertThat(read(Documents.bytes(document::save)).reason()).isEqualTo(Reason.PROTECTED_FILE);
  }

  @Test
  void refusesAPdfThatIsEmptyOrDamaged() throws IOException {
    page().close();
    byte[] empty = Documents.bytes(document::save);
    assertThat(read(empty).reason()).isEqualTo(Reason.NO_TEXT);
    assertThat(
            read("%PDF-1.7\n%%EOF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).reason())
        .isEqualTo(Reason.INVALID_FILE);
    assertThat(read(Arrays.copyOf(empty, 20)).reason()).isEqualTo(Reason.INVALID_FILE);
  }
}
