package org.zhengyu.pipeline.kwic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;
import org.zhengyu.output.StoredTable;

/** What is known of the documents of one result, by their ids. */
final class DocumentFacts {
  private static final JsonMapper JSON = new JsonMapper();

  private final String result;
  private final @Nullable String field;
  private final Map<String, FoundDocument> byId = new HashMap<>();

  /** The fields by which documents could be grouped: columns, and keys of their metadata. */
  private final Set<String> fields = new TreeSet<>();

  private DocumentFacts(String result, @Nullable String field) {
    this.result = result;
    this.field = field;
  }

  /**
   * Reads the documents of a result.
   *
   * @param name what the result is called where there are several
   * @param field by what its documents are grouped: a column, or a key of their metadata; or null
   */
  static DocumentFacts of(StoredResult result, String name, @Nullable String field)
      throws IOException {
    DocumentFacts facts = new DocumentFacts(name, field);
    StoredTable table = result.table("documents").orElse(null);
    if (table == null) {
      return facts;
    }
    List<String> present = table.columns();
    List<String> columns =
        Stream.of("doc_id", "title", "date", "date_precision", "metadata", field)
            .filter(present::contains)
            .distinct()
            .toList();
    facts.fields.addAll(present);
    table.read(columns, row -> facts.add(row, columns));
    return facts;
  }

  private void add(StoredRow row, List<String> columns) throws IOException {
    String id = row.text(columns.indexOf("doc_id"));
    byId.put(
        id,
        new FoundDocument(
            result,
            id,
            text(row, columns.indexOf("title")),
            (LocalDate) value(row, columns.indexOf("date")),
            text(row, columns.indexOf("date_precision")),
            group(row, columns)));
  }

  private @Nullable String group(StoredRow row, List<String> columns) throws IOException {
    if (field == null) {
      return null;
    }
    if (columns.contains(field)) {
      return text(row, columns.indexOf(field));
    }
    String metadata = text(row, columns.indexOf("metadata"));
    if (metadata == null) {
      return null;
    }
    JsonNode node = JSON.readTree(metadata);
    node.fieldNames().forEachRemaining(fields::add);
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? null : value.asText(value.toString());
  }

  private static @Nullable Object value(StoredRow row, int place) {
    return place < 0 ? null : row.value(place);
  }

  private static @Nullable String text(StoredRow row, int place) {
    Object value = value(row, place);
    return value == null ? null : value.toString();
  }

  /** Whether any document may have the field by which they are grouped. */
  boolean haveField() {
    return field == null || fields.contains(field);
  }

  /** The fields by which documents could be grouped. */
  Set<String> fields() {
    return fields;
  }

  /** The document of an id that its tables refer to. */
  FoundDocument get(String id) {
    return byId.getOrDefault(id, new FoundDocument(result, id, null, null, null, null));
  }
}
