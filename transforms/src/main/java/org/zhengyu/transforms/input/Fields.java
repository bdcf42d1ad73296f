package org.zhengyu.transforms.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Source;

/**
 * The fields of one record, from JSON, CSV or the metadata file, by the names that {@link
 * FieldNames} gives them.
 */
public final class Fields {
  static final String TEXT = "text";

  /** The name of the field that tells records of a file apart. */
  public static final String ID = "id";

  static final String FILE = "file";
  static final String TITLE = "title";
  static final String DATE = "date";
  static final String YEAR = "year";
  static final String REGION = "region";
  static final String ISSUER = "issuer";
  static final String DOC_TYPE = "doc_type";

  static final String DOCUMENT_NUMBER = "document_number";

  private static final List<String> COLUMNS =
      List.of(TEXT, ID, FILE, TITLE, REGION, ISSUER, DOC_TYPE, DOCUMENT_NUMBER);

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
   * the JSON of {@code metadata}, keys sorted: also a date that cannot be understood, and a year
   * that is not that of the date.
   *
   * @param source where they stand
   */
  Description.Builder describe(Source source) {
    SortedMap<String, JsonNode> rest = new TreeMap<>(values);
    for (String known : COLUMNS) {
      if (!rest.containsKey(known) || known.equals(TEXT) || rest.get(known).isValueNode()) {
        rest.remove(known);
      }
    }
    KnownDate date = date(DATE, source);
    KnownDate year = date(YEAR, source);
    String given = text(DATE);
    if (date != null) {
      rest.remove(DATE);
    }
    KnownDate known = date != null ? date : year;
    if (year != null && year.year() == known.year()) {
      rest.remove(YEAR);
    }
    String region = text(REGION);
    return new Description.Builder()
        .title(text(TITLE))
        .date(known)
        .notADate(given != null && date == null ? given : null)
        .region(region == null ? null : Regions.of(region))
        .issuer(text(ISSUER))
        .docType(text(DOC_TYPE))
        .documentNumber(text(DOCUMENT_NUMBER))
        .metadata(rest.isEmpty() ? null : toJson(rest));
  }

  /**
   * What the fields say about a document, and over that what the metadata of the run says: of dates
   * the more precise where one lies within the other.
   */
  Description.Builder describeWith(Fields given) {
    Fields both = new Fields().putAll(this).putAll(given);
    Description.Builder description = both.describe(Source.METADATA);
    KnownDate own = describe(Source.FIELD).build().date();
    KnownDate other = given.describe(Source.METADATA).build().date();
    return description.date(other == null || (own != null && own.isWithin(other)) ? own : other);
  }

  private @Nullable KnownDate date(String name, Source source) {
    String text = text(name);
    return text == null ? null : Dates.parse(text, source);
  }

  private static String toJson(SortedMap<String, JsonNode> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that was read cannot be written", e);
    }
  }
}
