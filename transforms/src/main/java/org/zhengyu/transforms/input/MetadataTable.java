package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate.Source;

/**
 * What a table says about documents, found by a column {@code file} (the path below the input root,
 * the end of a longer path, or a bare file name) or {@code id} (the id of a record, or the name of
 * a file without its suffix). Slashes may be backslashes, and a suffix in any case. A key that fits
 * several files equally well joins none of them.
 *
 * <p>Travels as its text and is indexed where it is used; a record is read when it is asked for, so
 * that the index holds only the keys.
 */
public final class MetadataTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The table without rows. */
  public static final MetadataTable EMPTY = new MetadataTable("");

  private final String text;

  /** By the names of files, in their canonical form, the numbers of their records. */
  private final TreeMap<String, Integer> joined;

  private final TreeSet<String> ambiguous;

  /** Whether the files of the run are known; else each is looked for by itself. */
  private final boolean isJoined;

  private transient @Nullable Index index;

  private MetadataTable(String text) {
    this(text, false, Map.of(), Set.of());
  }

  private MetadataTable(
      String text, boolean isJoined, Map<String, Integer> joined, Set<String> ambiguous) {
    this.text = text;
    this.isJoined = isJoined;
    this.joined = new TreeMap<>(joined);
    this.ambiguous = new TreeSet<>(ambiguous);
  }

  /** A record about a document, and its number from 0. */
  record Row(int number, Fields fields) {}

  /**
   * Reads and checks a metadata file.
   *
   * @throws InputFileException when it has no {@code file} or {@code id} column, a record has more
   *     fields than the header or cannot be read, or two records name the same document
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
    table.index = Index.build(table.text, fileName);
    return table;
  }

  /**
   * The table with its records joined to the files of a run, by their names.
   *
   * @param fileNames paths below the input root
   */
  public MetadataTable joinedTo(Collection<String> fileNames) {
    if (text.isEmpty()) {
      return this;
    }
    MetadataJoin join = new MetadataJoin(index().keys, fileNames);
    return new MetadataTable(text, true, join.joined, join.ambiguous);
  }

  /** The keys that fit several files equally well and join none of them, sorted. */
  public SortedSet<String> ambiguous() {
    return ambiguous;
  }

  /** The number of records. */
  public int size() {
    return index().offsets.length;
  }

  /** The names of the columns. */
  public List<String> columns() {
    return List.copyOf(index().columns);
  }

  /** How the record of a number is named where it stands: its first key. */
  public String nameOf(int row) {
    Fields fields = index().fields(row);
    String file = fields.text(Fields.FILE);
    return file == null ? String.valueOf(fields.text(Fields.ID)) : file;
  }

  /** Whether any record describes its document so. */
  public boolean anyDescribes(Predicate<Description> so) {
    for (int row = 0; row < size(); row++) {
      if (so.test(index().fields(row).describe(Source.METADATA).build())) {
        return true;
      }
    }
    return false;
  }

  /** What is known of a file that is a document; null when nothing is. */
  @Nullable Row ofFile(String fileName) {
    if (text.isEmpty()) {
      return null;
    }
    String name = MetadataJoin.canonical(fileName);
    Integer row = isJoined ? joined.get(name) : MetadataJoin.alone(index().keys, name);
    return row == null ? null : new Row(row, index().fields(row));
  }

  /** What is known of an entry of an archive, which is no file that was listed. */
  @Nullable Row ofEntry(String name) {
    Integer row =
        text.isEmpty() ? null : MetadataJoin.alone(index().keys, MetadataJoin.canonical(name));
    return row == null ? null : new Row(row, index().fields(row));
  }

  /**
   * What is known of a record: by its own id, by that of its document, or by its file.
   *
   * @param ownId the id that it has in its file; null without
   * @param id that of its document
   */
  @Nullable Row ofRecord(@Nullable String ownId, String id, String fileName) {
    if (text.isEmpty()) {
      return null;
    }
    Integer row = index().keys.get(MetadataJoin.canonical(id));
    if (row == null && ownId != null) {
      row = index().keys.get(MetadataJoin.canonical(ownId));
    }
    return row == null ? ofFile(fileName) : new Row(row, index().fields(row));
  }

  private synchronized Index index() {
    if (index == null) {
      try {
        index = Index.build(text, "metadata");
      } catch (InputFileException e) {
        throw new IllegalStateException("metadata that was checked before is wrong now", e);
      }
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetadataTable that
        && text.equals(that.text)
        && joined.equals(that.joined)
        && ambiguous.equals(that.ambiguous);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The bytes of the table as it travels, for fingerprints. */
  public byte[] toBytes() {
    return text.getBytes(UTF_8);
  }

  private static final class Index {
    private final RecordTable table;
    private final List<String> columns;

    /** The numbers of records by all their keys, in their canonical form. */
    private final Map<String, Integer> keys = new TreeMap<>();

    private int[] offsets = new int[0];

    private Index(RecordTable table) {
      this.table = table;
      this.columns = table.columns();
    }

    static Index build(String text, String fileName) throws InputFileException {
      try {
        RecordTable table = new RecordTable(text, ',', FieldNames.USUAL, Index::hasKey);
        Index index = new Index(table);
        if (!table.hasHeader() && !text.isEmpty()) {
          throw new InputFileException(fileName, 1, "no column named file or id");
        }
        index.addRecords(fileName);
        return index;
      } catch (InvalidCsvException e) {
        throw new InputFileException(fileName, Math.toIntExact(e.line()), e.getMessage());
      }
    }

    private static boolean hasKey(List<String> columns) {
      return columns.contains(Fields.FILE) || columns.contains(Fields.ID);
    }

    private void addRecords(String fileName) throws InputFileException, InvalidCsvException {
      int[] found = new int[16];
      int count = 0;
      List<Integer> lines = new ArrayList<>();
      while (table.next()) {
        int line = Math.toIntExact(table.line());
        if (table.size() > columns.size()) {
          throw new InputFileException(
              fileName,
              line,
              table.size() + " fields where the header has " + columns.size() + " columns");
        }
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count] = Math.toIntExact(table.offset());
        lines.add(line);
        Fields fields = table.fields();
        String file = fields.text(Fields.FILE);
        String id = fields.text(Fields.ID);
        boolean isInFile = file != null && id != null && Formats.hasRecords(file);
        List<String> ofRecord = isInFile ? List.of(file + "#" + id) : Arrays.asList(file, id);
        for (String key : ofRecord) {
          Integer earlier =
              key == null ? null : keys.putIfAbsent(MetadataJoin.canonical(key), count);
          if (earlier != null && earlier != count) {
            throw new InputFileException(
                fileName, line, "“" + key + "” stands in line " + lines.get(earlier) + " already");
          }
        }
        count++;
      }
      offsets = Arrays.copyOf(found, count);
    }

    Fields fields(int row) {
      return table.fieldsAt(offsets[row]);
    }
  }
}
