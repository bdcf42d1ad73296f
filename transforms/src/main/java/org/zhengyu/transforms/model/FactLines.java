package org.zhengyu.transforms.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The JSON of {@link RunFact}, which follows from its records. */
final class FactLines {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  static {
    JSON.registerSubtypes(RunFact.class.getPermittedSubclasses());
  }

  private static final ObjectWriter WRITER = JSON.writerFor(RunFact.class);
  private static final ObjectReader READER = JSON.readerFor(RunFact.class);

  private FactLines() {}

  static String write(RunFact fact) {
    try {
      return WRITER.writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  static RunFact read(String line) {
    try {
      return READER.readValue(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no fact: " + line, e);
    }
  }
}
