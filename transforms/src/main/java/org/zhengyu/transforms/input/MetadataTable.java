package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.InputText;
import org.zhengyu.transforms.lexicon.Remark;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate.Source;

/**
 * What a table says about documents, found by a column {@code file} (the path below the input root,
 * the end of a longer path, or a bare file name) or {@code id} (the id of a record, or the name of
 * a file without its suffix). Slashes may be backslashes, and a suffix in any case. A key that fits
 * several files equally well joins none of them.
 *
 * <p>Held and sent in a compact form, without an index; that holds hashes of keys, and is made
 * where it is used.
 */
public final class MetadataTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The table without rows. */
  public static final MetadataTable EMPTY =
      new MetadataTable(new MetadataRecords.Builder(List.of()).build());

  private final MetadataRecords records;

  /** By the names of files, in their canonical form, the places of their records. */
  private final TreeMap<String, Integer> joined;

  private final TreeSet<String> ambiguous;

  /** Whether the files of the run are known; else each is looked for by itself. */
  private final boolean isJoined;

  private transient @Nullable MetadataKeys keys;

  private MetadataTable(MetadataRecords records) {
    this(records, false, Map.of(), Set.of());
  }

  private MetadataTable(
      MetadataRecords records,
      boolean isJoined,
      Map<String, Integer> joined,
      Set<String> ambiguous) {
    this.records = records;
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
      throw new InputFileException(fileName, 1, InputText.undecodable(e));
    }
    if (decoded.text().isBlank()) {
      throw new InputFileException(fileName, 1, new Remark("no header line", "没有表头"));
    }
    try {
      return parse(decoded.text(), fileName);
    } catch (InvalidCsvException e) {
      throw new InputFileException(fileName, Math.toIntExact(e.line()), e.problem());
    }
  }

  private static MetadataTable parse(String text, String fileName)
      throws InputFileException, InvalidCsvException {
    RecordTable table = new RecordTable(text, ',', FieldNames.USUAL, MetadataTable::hasKey);
    if (!table.hasHeader()) {
      throw new InputFileException(
          fileName, 1, new Remark("no column named file or id", "没有名为 file 或 id 的列"));
    }
    int columns = table.columns().size();
    MetadataRecords.Builder records = new MetadataRecords.Builder(table.columns());
    IntStream.Builder lines = IntStream.builder();
    while (table.next()) {
      int line = Math.toIntExact(table.line());
      if (table.size() > columns) {
        throw new InputFileException(
            fileName,
            line,
            Remark.of(
                "%d fields where the header has %d columns",
                "有 %d 个字段，而表头有 %d 列", table.size(), columns));
      }
      records.addRecord(table.values());
      lines.add(line);
    }
    MetadataTable metadata = new MetadataTable(records.build());
    metadata.keys = index(metadata.records, lines.build().toArray(), fileName);
    return metadata;
  }

  private static boolean hasKey(List<String> columns) {
    return columns.contains(Fields.FILE) || columns.contains(Fields.ID);
  }

  private static MetadataKeys index(MetadataRecords records, int[] lines, String fileName)
      throws InputFileException {
    MetadataKeys keys = new MetadataKeys(records);
    for (int place = 0; place < records.size(); place++) {
      int other = keys.add(place);
      if (other != place) {
        String shared = keys.shared(place, other);
        throw new InputFileException(
            fileName,
            lines[place],
            Remark.of("“%s” stands in line %d already", "“%s”在第 %d 行已有", shared, lines[other]));
      }
    }
    return keys;
  }

  /**
   * The table with its records joined to the files of a run, by their names.
   *
   * @param fileNames paths below the input root
   */
  public MetadataTable joinedTo(Collection<String> fileNames) {
    return joinedTo(fileNames, Set.of());
  }

  /**
   * The same where some ids are those of several records.
   *
   * @param sharedIds these ids, which join none of them
   */
  public MetadataTable joinedTo(Collection<String> fileNames, Collection<String> sharedIds) {
    if (records.size() == 0) {
      return this;
    }
    MetadataJoin join = new MetadataJoin(keys(), fileNames);
    sharedIds.forEach(id -> join.ambiguous.add(MetadataJoin.canonical(id)));
    MetadataTable table = new MetadataTable(records, true, join.joined, join.ambiguous);
    table.keys = keys;
    return table;
  }

  /**
   * The table with those records only that are joined to files: all that is needed where a file is
   * one document, and no record or entry is looked for by a name of its own.
   */
  public MetadataTable ofFilesOnly() {
    int[] places = joined.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    TreeMap<String, Integer> moved = new TreeMap<>();
    joined.forEach((name, place) -> moved.put(name, Arrays.binarySearch(places, place)));
    return new MetadataTable(records.at(places), true, moved, ambiguous);
  }

  /** The keys that fit several files equally well and join none of them, sorted. */
  public SortedSet<String> ambiguous() {
    return ambiguous;
  }

  /** The number of records. */
  public int size() {
    return records.size();
  }

  /** About how many bytes of heap the records take. */
  public long heapBytes() {
    return records.heapBytes();
  }

  /** The names of the columns. */
  public List<String> columns() {
    return records.columns();
  }

  /** How the record of a number is named where it stands: its first key. */
  public String nameOf(int number) {
    Fields fields = records.fields(number);
    String file = fields.text(Fields.FILE);
    return file == null ? String.valueOf(fields.text(Fields.ID)) : file;
  }

  /** The number of the record that has this for a key, from 0; -1 without. */
  public int find(String key) {
    Integer place = records.size() == 0 ? null : keys().get(MetadataJoin.canonical(key));
    return place == null ? -1 : records.number(place);
  }

  /** Whether any record describes its document so. */
  public boolean anyDescribes(Predicate<Description> so) {
    for (int row = 0; row < size(); row++) {
      if (so.test(records.fields(row).describe(Source.METADATA).build())) {
        return true;
      }
    }
    return false;
  }

  /** What is known of a file that is a document; null when nothing is. */
  @Nullable Row ofFile(String fileName) {
    if (records.size() == 0) {
      return null;
    }
    String name = MetadataJoin.canonical(fileName);
    return rowAt(isJoined ? joined.get(name) : MetadataJoin.alone(keys(), name));
  }

  /** What is known of an entry of an archive, which is no file that was listed. */
  @Nullable Row ofEntry(String name) {
    return records.size() == 0
        ? null
        : rowAt(MetadataJoin.alone(keys(), MetadataJoin.canonical(name)));
  }

  /**
   * What is known of a record: by its own id, by that of its document, or by its file.
   *
   * @param ownId the id that it has in its file; null without
   * @param id that of its document
   */
  @Nullable Row ofRecord(@Nullable String ownId, String id, String fileName) {
    if (records.size() == 0) {
      return null;
    }
    Integer place = keys().get(MetadataJoin.canonical(id));
    if (place == null && ownId != null) {
      String own = MetadataJoin.canonical(ownId);
      place = ambiguous.contains(own) ? null : keys().get(own);
    }
    return place == null ? ofFile(fileName) : rowAt(place);
  }

  private @Nullable Row rowAt(@Nullable Integer place) {
    return place == null ? null : new Row(records.number(place), records.fields(place));
  }

  private synchronized MetadataKeys keys() {
    if (keys == null) {
      MetadataKeys made = new MetadataKeys(records);
      for (int place = 0; place < records.size(); place++) {
        made.add(place);
      }
      keys = made;
    }
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MetadataTable that
        && records.equals(that.records)
        && joined.equals(that.joined)
        && ambiguous.equals(that.ambiguous);
  }

  @Override
  public int hashCode() {
    return records.hashCode();
  }
}
