package org.zhengyu.parsers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Documents of known text, written by the libraries of their formats. */
final class Documents {
  static final int LIMIT = 1 << 20;

  private Documents() {}

  /** What becomes of a document. */
  static ParserAnswer read(byte[] document) {
    return read(document, LIMIT);
  }

  static ParserAnswer read(byte[] document, int mostChars) {
    return DocumentAnswer.of(document, mostChars, DocumentText::of);
  }

  /** A Word document of these paragraphs, with a head on its pages and a table at its end. */
  static byte[] docx(String... paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      new XWPFHeaderFooterPolicy(document)
          .createHeader(XWPFHeaderFooterPolicy.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("页眉");
      for (String paragraph : paragraphs) {
        document.createParagraph().createRun().setText(paragraph);
      }
      XWPFTable table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("指标");
      table.getRow(0).getCell(1).setText("数值");
      table.getRow(1).getCell(0).setText("生产总值");
      table.getRow(1).getCell(1).setText("3473");
      return bytes(document::write);
    }
  }

  /** Slides with a text each. */
  static byte[] pptx(String... texts) throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      for (String text : texts) {
        XSLFTextBox box = show.createSlide().createTextBox();
        box.setText(text);
      }
      return bytes(show::write);
    }
  }

  /** A document of Office under a password. */
  static byte[] encrypted(byte[] document) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var out = encryptor.getDataStream(file)) {
        out.write(document);
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      return bytes(file::writeFilesystem);
    }
  }

  /** An archive of these files. */
  static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Something that writes itself. */
  @FunctionalInterface
  interface Writer {
    void write(java.io.OutputStream out) throws IOException;
  }

  static byte[] bytes(Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out);
    return out.toByteArray();
  }
}
