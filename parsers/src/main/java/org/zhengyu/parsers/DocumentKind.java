package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a document is by its content: the ends of names promise more than programs keep, and a web
 * page or an RTF that is called {@code .doc} is common.
 */
enum DocumentKind {
  PDF,
  RTF,
  /** Word, PowerPoint and Excel up to 2003, and what WPS wrote in their form; or encrypted. */
  COMPOUND,
  OPEN_XML,
  OPEN_DOCUMENT,
  EPUB,
  /** Word 2003 as one XML file. */
  WORD_XML,
  MESSAGE,
  HTML,
  PARQUET;

  private static final int HEAD = 1024;
  private static final String COMPOUND_MARK = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  /** In so many entries of an archive the one that tells its kind comes. */
  private static final int MOST_ENTRIES = 1000;

  /** The record that ends an archive has 22 bytes, and a comment of up to 65,535. */
  private static final int LONGEST_END = 22 + 65_535;

  /** The kind of a document; null when it is none that is read. */
  static @Nullable DocumentKind of(byte[] document) throws IOException, RefusedDocumentException {
    String head = new String(document, 0, Math.min(HEAD, document.length), ISO_8859_1);
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("PAR1")) {
      return PARQUET;
    }
    if (head.startsWith(COMPOUND_MARK)) {
      return COMPOUND;
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return ofArchive(document);
    }
    String text = head.toLowerCase(Locale.ROOT);
    if (text.stripLeading().startsWith("{\\rtf")) {
      return RTF;
    }
    if (text.contains("word.document") || text.contains("schemas.microsoft.com/office/word/2003")) {
      return text.contains("<html") ? HTML : WORD_XML;
    }
    if (text.contains("mime-version:") || text.contains("content-type: multipart/")) {
      return MESSAGE;
    }
    return text.contains("<html") || text.contains("<!doctype html") ? HTML : null;
  }

  private static @Nullable DocumentKind ofArchive(byte[] document)
      throws IOException, RefusedDocumentException {
    if (!isComplete(document)) {
      throw Damage.CUT_OFF.refusal();
    }
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(document))) {
      ZipEntry entry = archive.getNextEntry();
      for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
        if (entry.getName().equals("mimetype")) {
          String type = new String(archive.readNBytes(HEAD), ISO_8859_1);
          return type.contains("epub") ? EPUB : OPEN_DOCUMENT;
        }
        if (entry.getName().equals("[Content_Types].xml")) {
          return OPEN_XML;
        }
        entry = archive.getNextEntry();
      }
    } catch (IllegalArgumentException e) {
      throw Damage.OTHER.refusal(); // A name that says it is in UTF-8 is not.
    }
    return null;
  }

  /**
   * Whether an archive has its directory, which ends it; libraries read others as far as they go.
   */
  private static boolean isComplete(byte[] archive) {
    int from = Math.max(0, archive.length - LONGEST_END);
    return new String(archive, from, archive.length - from, ISO_8859_1).contains("PK\u0005\u0006");
  }
}
