package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.xml.sax.SAXException;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * What is wrong with a document that a library could not take apart. The words of libraries are
 * about their own classes and say nothing to whoever has the file, so that the kind of damage is
 * told instead.
 */
enum Damage {
  SWELLS(Reason.TOO_LARGE, "a part of it becomes more than a hundred times larger"),
  NESTED(Reason.INVALID_FILE, "damaged: its parts are nested without end"),
  CUT_OFF(Reason.INVALID_FILE, "damaged: it ends too early"),
  PACKED(Reason.INVALID_FILE, "damaged: what is packed in it cannot be unpacked"),
  MARKED_UP(Reason.INVALID_FILE, "damaged: its XML is not well-formed"),
  OTHER(Reason.INVALID_FILE, "damaged: its parts do not fit together");

  /** What POI says of a part that it takes for made to do harm. */
  private static final String BOMB = "Zip bomb";

  /** Within so many bytes of its end a PDF says that it ends (ISO 32000-1, H.3, note 18). */
  private static final int END_OF_PDF = 1024;

  private final Reason reason;
  private final String words;

  Damage(Reason reason, String words) {
    this.reason = reason;
    this.words = words;
  }

  /** The refusal of a document, by what was thrown over it. */
  static RefusedDocumentException of(byte[] document, Throwable thrown) {
    Damage damage = kind(thrown);
    if (damage == OTHER && !hasEnd(document)) {
      damage = CUT_OFF;
    }
    return damage.refusal();
  }

  /** The refusal for this. */
  RefusedDocumentException refusal() {
    return new RefusedDocumentException(reason, words);
  }

  private static Damage kind(Throwable thrown) {
    Damage damage = OTHER;
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Damage one = ofOne(cause);
      damage = one == OTHER ? damage : one;
    }
    return damage;
  }

  private static Damage ofOne(Throwable cause) {
    if (String.valueOf(cause.getMessage()).contains(BOMB)) {
      return SWELLS;
    }
    if (cause instanceof StackOverflowError) {
      return NESTED;
    }
    if (cause instanceof EOFException) {
      return CUT_OFF;
    }
    if (cause instanceof ZipException || cause instanceof DataFormatException) {
      return PACKED;
    }
    boolean isMarkup = cause instanceof SAXException || cause instanceof XMLStreamException;
    return isMarkup ? MARKED_UP : OTHER;
  }

  /** Whether a document of a kind that has a mark at its end has it; others are taken for whole. */
  static boolean hasEnd(byte[] document) {
    DocumentKind kind;
    try {
      kind = DocumentKind.of(document);
    } catch (IOException | RefusedDocumentException e) {
      return true; // It is an archive, whose end was looked at before.
    }
    int from = Math.max(0, document.length - END_OF_PDF);
    String end = new String(document, from, document.length - from, ISO_8859_1);
    if (kind == DocumentKind.PDF) {
      return end.contains("%%EOF");
    }
    return kind != DocumentKind.PARQUET || end.endsWith("PAR1");
  }
}
