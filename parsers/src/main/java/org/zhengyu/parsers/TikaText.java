package org.zhengyu.parsers;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The text that a parser of Tika finds in a document, without what is embedded in it. */
final class TikaText {
  /**
   * A part is taken for made to do harm when it becomes a hundred times larger: POI's own bound.
   */
  private static final double LEAST_PACKED = 0.01;

  private TikaText() {}

  static String of(Parser parser, byte[] document, int mostChars)
      throws IOException, TikaException, TextLimitException {
    LineHandler lines = new LineHandler(mostChars);
    parse(parser, document, lines);
    return lines.text();
  }

  /** Hands what a parser finds to a handler. */
  static void parse(Parser parser, byte[] document, LimitedHandler handler)
      throws IOException, TikaException, TextLimitException {
    // Tika turns this check of POI's off for the whole process when it first reads a package.
    ZipSecureFile.setMinInflateRatio(LEAST_PACKED);
    try (TikaInputStream in = TikaInputStream.get(document)) {
      parser.parse(in, handler, new Metadata(), context());
    } catch (SAXException | TikaException | RuntimeException e) {
      if (handler.isBeyondLimit()) {
        throw new TextLimitException();
      }
      if (e instanceof TikaException known) {
        throw known;
      }
      throw new TikaException(e.getMessage(), e);
    }
  }

  private static ParseContext context() {
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setIncludeSlideMasterContent(false);
    office.setDateOverrideFormat("yyyy-MM-dd");
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    return context;
  }

  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
      // Pictures and other files are no text of the document.
    }
  }
}
