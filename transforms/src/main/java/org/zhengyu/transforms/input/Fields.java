package org.zhengyu.transforms.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;

/**
 * The fields of one record, from JSON, CSV or the metadata file, by the names that {@link
 * FieldNames} gives them.
 */
final class Fields {
  static final String TEXT = "text";
  static final String ID = "id";
  static final String FILE = "file";
  static final String TITLE = "title";
  static final String DATE = "date";
  static final String YEAR = "year";
  static final String REGION = "region";
  static final String ISSUER = "issuer";
  static final String DOC_TYPE = "doc_type";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SortedMap<String, JsonNode> values = new TreeMap<>();

  /** Sets the field of this title, over what it held. */
  Fields put(String title, String value) {
    return set(FieldNames.usual(title), value);
  }

  /** Sets the field of this name, over what it held. A number that is none is no value. */
  Fields set(String name, JsonNode value) {
    boolean isNumber = !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
    values.put(name, isNumber ? value : JSON.getNodeFactory().nullNode());
    return this;
  }

  /** Sets the field of this name to a text, unless the text is blank. */
  Fields set(String name, String value) {
    if (!value.isBlank()) {
      set(name, JSON.getNodeFactory().textNode(value.strip()));
    }
    return this;
  }

  /** Sets all fields of the other, over what they held. */
  Fields putAll(Fields other) {
    values.putAll(other.values);
    return this;
  }

  /** The field as it is; null when there is none. */
  @Nullable JsonNode get(String name) {
    return values.get(name);
  }

  /** The field as a text; null when there is none, or it is blank or no single value. */
  @Nullable String text(String name) {
    JsonNode value = values.get(name);
    return value == null || !value.isValueNode() || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText().strip();
  }

  /**
   * What the fields say about a document. The named columns are taken out; everything else stays in
   * the JSON of {@code metadata}, keys sorted: also a date of which the day is not known, and a
   * year that cannot be understood or is not that of the date.
   */
  Description describe() {
    SortedMap<String, JsonNode> rest = new TreeMap<>(values);
    for (String known : new String[] {TEXT, ID, FILE, TITLE, REGION, ISSUER, DOC_TYPE}) {
      if (!rest.containsKey(known) || known.equals(TEXT) || rest.get(known).isValueNode()) {
        rest.remove(known);
      }
    }
    PartialDate date = PartialDate.parse(text(DATE));
    PartialDate year = PartialDate.parse(text(YEAR));
    if (date != null && date.day() != null) {
      rest.remove(DATE);
    }
    PartialDate known = date != null ? date : year;
    if (year != null && year.from().getYear() == known.from().getYear()) {
      rest.remove(YEAR);
    }
    return new Description(
        text(TITLE),
        date == null ? null : date.day(),
        known == null ? null : (long) known.from().getYear(),
        known == null ? null : known.month(),
        known == null ? null : known.from(),
        text(REGION),
        text(ISSUER),
        text(DOC_TYPE),
        rest.isEmpty() ? null : toJson(rest));
  }

  private static String toJson(SortedMap<String, JsonNode> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that was read cannot be written", e);
    }
  }
}
