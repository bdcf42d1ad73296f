package org.zhengyu.transforms.input;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.InputFile;

/** The formats that are read. */
public final class Formats {
  private static final List<DocumentFormat> ALL =
      List.of(
          new PlainTextFormat(),
          new MarkdownFormat(),
          new HtmlFormat(),
          new MhtmlFormat(),
          new OfficeFormat("docx", ".docx", ".docm"),
          new OfficeFormat("doc", ".doc", ".wps"),
          new OfficeFormat("rtf", ".rtf"),
          new OfficeFormat("odt", ".odt"),
          new OfficeFormat("epub", ".epub"),
          new OfficeFormat("pptx", ".pptx"),
          new OfficeFormat("ppt", ".ppt", ".dps"),
          new OfficeFormat("pdf", ".pdf"),
          new JsonLinesFormat(),
          new RecordTableFormat("csv", ','),
          new RecordTableFormat("tsv", '\t'),
          new SheetFormat("xlsx", ".xlsx", ".xlsm"),
          new SheetFormat("xls", ".xls", ".et"),
          new SheetFormat("ods", ".ods"),
          new SheetFormat("parquet", ".parquet"),
          new ZipFormat(),
          new TarFormat(),
          new SevenZipFormat());

  private static final Map<String, DocumentFormat> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(DocumentFormat::name, Function.identity()));

  private Formats() {}

  /** All formats, in the order in which the documentation has them. */
  public static List<DocumentFormat> all() {
    return ALL;
  }

  /** The format of a file of this name, compressed or not; empty when it is none that is read. */
  public static Optional<DocumentFormat> ofName(String fileName) {
    String plain = Compression.plainName(fileName).toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(format -> format.suffixes().stream().anyMatch(plain::endsWith))
        .findFirst();
  }

  /**
   * The format of a file of the plan.
   *
   * @throws IllegalArgumentException when the plan names one that is not read
   */
  public static DocumentFormat of(InputFile file) {
    DocumentFormat format = BY_NAME.get(file.format());
    if (format == null) {
      throw new IllegalArgumentException("no format is named " + file.format());
    }
    return format;
  }

  /** Whether a file of this name holds records. */
  static boolean hasRecords(String fileName) {
    return ofName(fileName).map(DocumentFormat::hasRecords).orElse(false);
  }

  /** The ends of names that are read, uncompressed, each with its dot. */
  public static List<String> suffixes() {
    return ALL.stream().flatMap(format -> format.suffixes().stream()).toList();
  }
}
