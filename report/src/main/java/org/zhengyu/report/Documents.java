package org.zhengyu.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/** The documents: a list of them, how they were read, and the groups to filter by. */
final class Documents {
  private static final String TABLE = "documents";
  private static final String METADATA = "metadata";
  private static final int MOST_LISTED = 5000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Source> source;
  private final Groups groups = new Groups();
  private final Map<Encoding, Long> encodings = new TreeMap<>(Encoding.ORDER);

  /** How a document was read. */
  private record Encoding(String name, String source) {
    static final Comparator<Encoding> ORDER =
        Comparator.comparing(Encoding::name).thenComparing(Encoding::source);
  }

  private Documents(Optional<Source> source) {
    this.source = source;
  }

  /**
   * The documents of a result.
   *
   * @param keepsDuplicates whether texts that repeat others were counted too
   */
  static Documents of(StoredResult result, boolean keepsDuplicates) throws IOException {
    Documents documents =
        new Documents(
            Source.of(
                result,
                TABLE,
                List.of("doc_id", "tokens"),
                "title",
                "date",
                "date_last",
                "year",
                "region",
                "issuer",
                "doc_type",
                "document_number",
                "encoding",
                "encoding_source",
                "chars",
                "sentences",
                "types",
                "is_selected",
                "duplicate_of",
                METADATA));
    if (documents.source.isPresent()) {
      documents.group(documents.source.get(), keepsDuplicates);
    }
    return documents;
  }

  private void group(Source table, boolean keepsDuplicates) throws IOException {
    int docId = table.place("doc_id");
    int duplicateOf = table.place("duplicate_of");
    int isSelected = table.place("is_selected");
    table.read(
        row -> {
          encodings.merge(
              new Encoding(
                  Source.text(row, table.place("encoding")),
                  Source.text(row, table.place("encoding_source"))),
              1L,
              Long::sum);
          boolean isCounted = keepsDuplicates || duplicateOf < 0 || row.isNull(duplicateOf);
          if (isCounted && (isSelected < 0 || Boolean.TRUE.equals(row.value(isSelected)))) {
            groups.add(
                row.text(docId),
                value(row, table.place("region")),
                value(row, table.place("year")),
                value(row, table.place("doc_type")),
                row.number(table.place("tokens")));
          }
        });
    groups.fit();
  }

  private static @Nullable Object value(StoredRow row, int place) {
    return place < 0 ? null : row.value(place);
  }

  /** The counted documents, by what the page can filter. */
  Groups groups() {
    return groups;
  }

  /**
   * The tables of the page that tell of documents.
   *
   * @param referred documents that the page speaks of elsewhere: they are listed before others
   * @param facets fields by which the run grouped documents: those of the metadata become columns
   * @param seed by which the others are drawn, where there are too many
   */
  List<PageTable> tables(Set<String> referred, List<String> facets, long seed) throws IOException {
    if (source.isEmpty()) {
      return List.of();
    }
    Source table = source.get();
    Ranking ranking = new Ranking(MOST_LISTED);
    int docId = table.place("doc_id");
    table.read(
        row -> {
          String id = row.text(docId);
          ranking.offer(TABLE, Ranking.lot(id, seed) + (referred.contains(id) ? 1 : 0), row);
        });
    List<@Nullable Object[]> rows = new ArrayList<>();
    encodings.forEach(
        (encoding, documents) ->
            rows.add(new Object[] {encoding.name, encoding.source, documents}));
    return List.of(
        listed(table.columns(), facets, ranking),
        PageTable.whole("encodings", List.of("encoding", "encoding_source", "documents"), rows));
  }

  /** The listed documents, with fields of their metadata in the place of all metadata. */
  private static PageTable listed(List<String> stored, List<String> facets, Ranking ranking)
      throws IOException {
    List<String> columns = new ArrayList<>(stored);
    int metadata = columns.indexOf(METADATA);
    List<@Nullable Object[]> rows = ranking.rows();
    if (metadata >= 0) {
      // It is the last of those that are read.
      columns.remove(metadata);
      List<String> fields = facets.stream().filter(facet -> !columns.contains(facet)).toList();
      columns.addAll(fields);
      List<@Nullable Object[]> told = new ArrayList<>();
      for (Object[] row : rows) {
        JsonNode values = JSON.readTree(row[metadata] == null ? "{}" : row[metadata].toString());
        @Nullable Object[] more = Arrays.copyOf(row, columns.size());
        for (int i = 0; i < fields.size(); i++) {
          more[metadata + i] = values.path(fields.get(i)).asText(null);
        }
        told.add(more);
      }
      rows = told;
    }
    return PageTable.some(TABLE, columns, rows, ranking.offered());
  }
}
