package org.zhengyu.pipeline.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.zhengyu.output.Language;

/** The texts of an enum of messages in a language: a file beside its class, in UTF-8. */
final class Bundle {
  private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

  private Bundle() {}

  /** The texts, read when the first of them is said. */
  static Properties of(Class<?> messages, Language language) {
    String file = messages.getSimpleName() + "_" + language.tag() + ".properties";
    return BUNDLES.computeIfAbsent(
        messages.getPackageName() + "/" + file, key -> load(messages, file));
  }

  private static Properties load(Class<?> messages, String file) {
    Properties texts = new Properties();
    try (InputStream in = messages.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      texts.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
