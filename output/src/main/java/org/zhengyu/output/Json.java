package org.zhengyu.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as the files of a result have it: of records, whose components are its keys, in snake case.
 */
final class Json {

  /** By this value of the first key a file is known to be this project's. */
  static final String PROJECT = "zhengyu";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                  .withSeparators(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                          .withObjectEmptySeparator("")
                          .withArrayEmptySeparator("")))
          .build();

  private Json() {}

  /** Indented, and ended by a line feed. */
  static String indented(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On one line. */
  static String compact(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The record that a text holds.
   *
   * @throws IOException if it holds none
   */
  static <T> T read(String json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  /** Of each object of an array of the outermost one the text of a key. */
  static List<String> texts(String json, String array, String key) throws IOException {
    List<String> texts = new ArrayList<>();
    MAPPER.readTree(json).path(array).forEach(each -> texts.add(each.path(key).asText()));
    return texts;
  }

  /** Whether a text is JSON whose key {@code project} names this project. */
  static boolean isOurs(String json) {
    try {
      return MAPPER.readTree(json).path("project").asText().equals(PROJECT);
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
