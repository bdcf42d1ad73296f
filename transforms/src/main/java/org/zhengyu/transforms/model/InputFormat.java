package org.zhengyu.transforms.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an input file holds documents, told by its name. */
public enum InputFormat {
  /** One document a file. */
  TEXT(',', "txt|md"),
  /** One JSON object a line, one document a line. */
  JSON_LINES(',', "jsonl|ndjson"),
  /** One document a record, comma-separated, columns named by the first record. */
  CSV(',', "csv"),
  /** One document a record, tab-separated, columns named by the first record. */
  TSV('\t', "tsv");

  private static final String GZIP = ".gz";

  private final char delimiter;
  private final Pattern name;

  InputFormat(char delimiter, String suffixes) {
    this.delimiter = delimiter;
    this.name = Pattern.compile(".*\\.(?:" + suffixes + ")(?:\\.gz)?");
  }

  /** The character between two fields of a record. */
  public char delimiter() {
    return delimiter;
  }

  /** The format of a file of this name; empty when it is none that we read. */
  public static Optional<InputFormat> ofName(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.name.matcher(plain).matches())
        .findFirst();
  }

  /** Whether a file of this name is compressed. */
  public static boolean isGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }
}
