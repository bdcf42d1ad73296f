package org.zhengyu.parsers;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.zhengyu.transforms.model.Rejection.Reason;

/** The tables of a workbook or of a Parquet file, in CSV. */
final class DocumentTables {
  private DocumentTables() {}

  /** The tables, with form feeds between; days as 2022-11-28, other values as they are shown. */
  static String of(byte[] document, int mostChars)
      throws IOException, TikaException, RefusedDocumentException, TextLimitException {
    DocumentKind kind = DocumentKind.of(document);
    if (kind == null) {
      throw noTable();
    }
    if (kind == DocumentKind.PARQUET) {
      return ParquetTable.csv(document, mostChars);
    }
    Parser parser =
        switch (kind) {
          case COMPOUND -> new OfficeParser();
          case OPEN_XML -> new OOXMLParser();
          case OPEN_DOCUMENT -> new OpenDocumentParser();
          default -> throw noTable();
        };
    SheetHandler sheets = new SheetHandler(mostChars);
    TikaText.parse(parser, document, sheets);
    return sheets.text();
  }

  private static RefusedDocumentException noTable() {
    return new RefusedDocumentException(
        Reason.INVALID_FILE, "the content is that of no table that is read");
  }
}
