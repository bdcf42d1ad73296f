package org.zhengyu.transforms.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;

/**
 * The named fields of one record, from JSON, CSV or the metadata file, under one set of names: the
 * English names of the tables and their usual Chinese column titles mean the same.
 */
final class Fields {
  static final String TEXT = "text";
  static final String ID = "id";
  static final String FILE = "file";
  static final String TITLE = "title";
  private static final String DATE = "date";
  static final String YEAR = "year";
  static final String REGION = "region";
  static final String ISSUER = "issuer";
  static final String DOC_TYPE = "doc_type";

  private static final Map<String, String> CHINESE_NAMES =
      Map.ofEntries(
          Map.entry("正文", TEXT),
          Map.entry("内容", TEXT),
          Map.entry("全文", TEXT),
          Map.entry("编号", ID),
          Map.entry("文件名", FILE),
          Map.entry("标题", TITLE),
          Map.entry("题目", TITLE),
          Map.entry("日期", DATE),
          Map.entry("发布日期", DATE),
          Map.entry("年份", YEAR),
          Map.entry("地区", REGION),
          Map.entry("发文机关", ISSUER),
          Map.entry("发布机构", ISSUER),
          Map.entry("文种", DOC_TYPE));

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final SortedMap<String, JsonNode> values = new TreeMap<>();

  /** The name under which a field of this title is known. */
  static String canonicalName(String title) {
    String trimmed = title.strip();
    String chinese = CHINESE_NAMES.get(trimmed);
    return chinese != null ? chinese : trimmed.toLowerCase(Locale.ROOT);
  }

  /** Sets a field, over what it held. */
  Fields put(String title, JsonNode value) {
    values.put(canonicalName(title), value);
    return this;
  }

  /** Sets a field to a text, unless the text is blank. */
  Fields put(String title, String value) {
    if (!value.isBlank()) {
      put(title, JSON.getNodeFactory().textNode(value.strip()));
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
