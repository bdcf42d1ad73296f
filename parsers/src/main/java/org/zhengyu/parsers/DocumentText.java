package org.zhengyu.parsers;

import java.io.IOException;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.markup.HtmlCharset;
import org.zhengyu.transforms.markup.Mhtml;
import org.zhengyu.transforms.markup.Page;
import org.zhengyu.transforms.model.Rejection.Reason;

/** The text of a document of any kind. */
final class DocumentText {
  private DocumentText() {}

  /** The text; blank when there is none. */
  static String of(byte[] document, int mostChars)
      throws IOException, TikaException, RefusedDocumentException, TextLimitException {
    DocumentKind kind = DocumentKind.of(document);
    if (kind == null || kind == DocumentKind.PARQUET) {
      throw new RefusedDocumentException(
          Reason.INVALID_FILE, "the content is that of no document that is read");
    }
    return switch (kind) {
      case PDF -> PdfText.of(document, mostChars);
      case RTF -> TikaText.of(new RTFParser(), document, mostChars);
      case COMPOUND -> TikaText.of(new OfficeParser(), document, mostChars);
      case OPEN_XML -> openXml(document, mostChars);
      case OPEN_DOCUMENT -> TikaText.of(new OpenDocumentParser(), document, mostChars);
      case EPUB -> TikaText.of(new EpubParser(), document, mostChars);
      case WORD_XML -> TikaText.of(new WordMLParser(), document, mostChars);
      case MESSAGE -> message(document);
      case HTML, PARQUET -> html(document, null);
    };
  }

  /** The text itself, then that of documents which it includes as they are. */
  private static String openXml(byte[] document, int mostChars)
      throws IOException, TikaException, RefusedDocumentException, TextLimitException {
    List<byte[]> others = IncludedDocuments.of(document);
    StringBuilder text = new StringBuilder(TikaText.of(new OOXMLParser(), document, mostChars));
    for (byte[] included : others) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(of(included, mostChars));
    }
    return text.toString();
  }

  private static String message(byte[] document) throws RefusedDocumentException {
    Mhtml message;
    try {
      message = Mhtml.of(document);
    } catch (IOException e) {
      throw new RefusedDocumentException(Reason.INVALID_FILE, e.getMessage());
    }
    return html(message.html(), message.charset());
  }

  private static String html(byte[] page, String charset) throws RefusedDocumentException {
    try {
      var named = charset == null ? HtmlCharset.of(page) : HtmlCharset.byName(charset);
      return Page.textOf(Decoder.decode(page, 0, page.length, named).text());
    } catch (UndecodableTextException e) {
      throw new RefusedDocumentException(Reason.UNDECODABLE, e.getMessage());
    }
  }
}
