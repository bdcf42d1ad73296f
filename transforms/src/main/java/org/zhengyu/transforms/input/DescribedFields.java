package org.zhengyu.transforms.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.Region;

/** The fields of a document's description by their names, those in its metadata among them. */
final class DescribedFields {
  /** The fields that a description has by name; any other is in its metadata. */
  private static final Map<String, Function<Description, @Nullable Object>> DESCRIBED =
      Map.ofEntries(
          Map.entry(Fields.TITLE, Description::title),
          Map.entry(Fields.DATE, Description::from),
          Map.entry("date_last", known -> known.date() == null ? null : known.date().last()),
          Map.entry(Fields.YEAR, known -> known.date() == null ? null : known.date().year()),
          Map.entry(Fields.REGION, known -> ofRegion(known, Region::name)),
          Map.entry("region_code", known -> ofRegion(known, Region::code)),
          Map.entry("region_level", known -> ofRegion(known, Region::level)),
          Map.entry("parent_region", known -> ofRegion(known, Region::parent)),
          Map.entry(Fields.ISSUER, Description::issuer),
          Map.entry(Fields.DOC_TYPE, Description::docType),
          Map.entry(Fields.DOCUMENT_NUMBER, Description::documentNumber));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Description description;
  private @Nullable JsonNode metadata;

  /** The fields of a description. */
  DescribedFields(Description description) {
    this.description = description;
  }

  private static @Nullable Object ofRegion(
      Description known, Function<Region, @Nullable Object> part) {
    return known.region() == null ? null : part.apply(known.region());
  }

  /** Whether every description has a place for a field of this name. */
  static boolean isDescribed(String name) {
    return DESCRIBED.containsKey(name);
  }

  /** The text of a field; null where the document has none. */
  @Nullable String text(String name) {
    Function<Description, @Nullable Object> described = DESCRIBED.get(name);
    if (described != null) {
      Object value = described.apply(description);
      return value == null ? null : value.toString();
    }
    if (metadata == null) {
      metadata = parse(description.metadata());
    }
    JsonNode value = metadata.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : null;
  }

  private static JsonNode parse(@Nullable String metadata) {
    try {
      return metadata == null ? MissingNode.getInstance() : JSON.readTree(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata that was written as JSON is none", e);
    }
  }
}
