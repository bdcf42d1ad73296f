package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.Description;

/**
 * What a CSV file says about documents, found by a {@code file} column (path below the input root,
 * or a bare file name) or an {@code id} column (the document's id, with or without the ending of
 * its file name). Travels as its CSV text and is indexed once where it is used.
 */
public final class MetadataTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The table without rows. */
  public static final MetadataTable EMPTY = new MetadataTable("");

  private final String csv;
  private transient @Nullable Index index;

  private MetadataTable(String csv) {
    this.csv = csv;
  }

  /**
   * Reads and checks a metadata file.
   *
   * @throws InputFileException when it has no {@code file} or {@code id} column, a record has more
   *     fields than the header, or two records name the same document
   */
  public static MetadataTable parse(byte[] bytes, String fileName) throws InputFileException {
    DecodedText decoded;
    try {
      decoded = Decoder.decode(bytes, 0, bytes.length);
    } catch (UndecodableTextException e) {
      throw new InputFileException(fileName, 1, e.getMessage());
    }
    if (decoded.text().isBlank()) {
      throw new InputFileException(fileName, 1, "no header line");
    }
    MetadataTable table = new MetadataTable(decoded.text());
    table.index = Index.build(table.csv, fileName);
    return table;
  }

  /** The number of records. */
  public int size() {
    return index().records.size();
  }

  /** The names of the columns. */
  public List<String> columns() {
    return List.copyOf(index().columns);
  }

  /** What each record says about its document. */
  public List<Description> descriptions() {
    return index().records.stream().map(Fields::describe).toList();
  }

  /** The fields of a document of this name or id; null when it is not in the table. */
  @Nullable Fields find(String name) {
    if (csv.isEmpty()) {
      return null;
    }
    Index found = index();
    String bare = bareName(name);
    return Stream.of(
            found.exact.get(name),
            found.exact.get(withoutSuffix(name)),
            found.exact.get(bare),
            found.byBareName.get(bare),
            found.exact.get(withoutSuffix(bare)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private synchronized Index index() {
    if (index == null) {
      try {
        index = Index.build(csv, "metadata");
      } catch (InputFileException e) {
        throw new IllegalStateException("metadata that was checked before is wrong now", e);
      }
    }
    return index;
  }

  private static String bareName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String withoutSuffix(String name) {
    String gzip = Compression.GZIP.suffix();
    String plain = name.endsWith(gzip) ? name.substring(0, name.length() - gzip.length()) : name;
    int dot = plain.lastIndexOf('.');
    return dot > plain.lastIndexOf('/') + 1 ? plain.substring(0, dot) : plain;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetadataTable that && csv.equals(that.csv);
  }

  @Override
  public int hashCode() {
    return csv.hashCode();
  }

  private static final class Index {
    final Map<String, Fields> exact = new HashMap<>();

    /** By the last part of a path, where that names one record only. */
    final Map<String, Fields> byBareName = new HashMap<>();

    final List<String> columns = new ArrayList<>();
    final List<Fields> records = new ArrayList<>();

    static Index build(String csv, String fileName) throws InputFileException {
      Index index = new Index();
      if (csv.isEmpty()) {
        return index;
      }
      Map<String, Integer> lines = new HashMap<>();
      Set<String> bareNames = new HashSet<>();
      try {
        RecordTable table = new RecordTable(csv, ',', FieldNames.USUAL, Index::hasKey);
        index.columns.addAll(table.columns());
        int columns = index.columns.size();
        if (!table.hasHeader()) {
          throw new InputFileException(fileName, 1, "no column named file or id");
        }
        while (table.next()) {
          int line = Math.toIntExact(table.line());
          if (table.size() > columns) {
            throw new InputFileException(
                fileName,
                line,
                table.size() + " fields where the header has " + columns + " columns");
          }
          index.add(table.fields(), fileName, line, lines, bareNames);
        }
      } catch (InvalidCsvException e) {
        throw new InputFileException(fileName, Math.toIntExact(e.line()), e.getMessage());
      }
      return index;
    }

    private static boolean hasKey(List<String> columns) {
      return columns.contains(Fields.FILE) || columns.contains(Fields.ID);
    }

    private void add(
        Fields fields, String fileName, int line, Map<String, Integer> lines, Set<String> bareNames)
        throws InputFileException {
      records.add(fields);
      for (String column : new String[] {Fields.FILE, Fields.ID}) {
        String name = fields.text(column);
        if (name == null) {
          continue;
        }
        Integer earlier = lines.putIfAbsent(name, line);
        if (earlier != null && earlier != line) {
          throw new InputFileException(
              fileName, line, column + " “" + name + "” stands in line " + earlier + " already");
        }
        exact.put(name, fields);
        if (column.equals(Fields.FILE)) {
          String bare = bareName(name);
          if (bareNames.add(bare)) {
            byBareName.put(bare, fields);
          } else {
            byBareName.remove(bare);
          }
        }
      }
    }
  }

  /** The bytes of the table as it travels, for fingerprints. */
  public byte[] toBytes() {
    return csv.getBytes(UTF_8);
  }
}
