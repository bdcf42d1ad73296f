package org.zhengyu.pipeline;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.cli.Commands;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.local.LocalRunner;
import org.zhengyu.pipeline.plan.UsageException;

/** The options of Beam and of the runners at hand, which this program hands through. */
final class BeamOptions {
  private static final String APP_NAME = "--appName=";
  private static final String RUNNER = "--runner";

  /** What secrets are called, and how they stand in addresses and settings. */
  private static final Pattern SECRET =
      Pattern.compile(
          "secret|passw|token|credential|key|private|sasl|auth|://[^/@]*:[^/@]*@",
          Pattern.CASE_INSENSITIVE);

  private static final String WITHHELD = "(given, and not recorded)";

  private BeamOptions() {}

  /** The names of all. */
  static Set<String> names() {
    return types().keySet();
  }

  /** The names of all, each with the type of its value. */
  private static SortedMap<String, Class<?>> types() {
    SortedMap<String, Class<?>> types = new TreeMap<>();
    OptionKinds.lookAll();
    for (Class<? extends PipelineOptions> options : PipelineOptionsFactory.getRegisteredOptions()) {
      for (Method method : options.getMethods()) {
        if (method.getParameterCount() == 0) {
          for (String prefix : List.of("get", "is")) {
            if (method.getName().startsWith(prefix)) {
              types.put(
                  Introspector.decapitalize(method.getName().substring(prefix.length())),
                  method.getReturnType());
            }
          }
        }
      }
    }
    return types;
  }

  /** Only what is on or off may stand alone. */
  private static void requireValue(String word, Language language) throws UsageException {
    Class<?> type = types().get(word.substring("--".length()));
    if (type != boolean.class && type != Boolean.class) {
      throw new UsageException(word, Message.VALUE_MISSING.in(language, word + "=VALUE"));
    }
  }

  /**
   * Reads options whose names Beam knows, and sets what the chosen runner's engine wants otherwise.
   *
   * @param words as typed; what is on or off stands for true without a value
   * @throws UsageException naming the option whose value Beam refuses
   */
  static PipelineOptions parse(List<String> words, Language language) throws UsageException {
    if (words.isEmpty()) {
      return usual();
    }
    for (String word : words) {
      if (!word.contains("=")) {
        requireValue(word, language);
      }
    }
    Map<String, List<String>> byFlag =
        Stream.concat(words.stream(), defaults(words))
            .collect(
                Collectors.groupingBy(
                    word -> word.split("=", 2)[0],
                    LinkedHashMap::new,
                    Collectors.mapping(
                        word -> word.contains("=") ? word : word + "=true", Collectors.toList())));
    PipelineOptions options;
    try {
      options = read(byFlag.values().stream().flatMap(List::stream).toList());
    } catch (IllegalArgumentException e) {
      throw wrongUse(byFlag, language, e);
    }
    if (!byFlag.containsKey(RUNNER)) {
      options.setRunner(LocalRunner.class);
    }
    Engine.of(options).setDefaults(options, name -> byFlag.containsKey("--" + name));
    return options;
  }

  /** Those of a run that says nothing of them. */
  private static PipelineOptions usual() throws UsageException {
    DirectOptions options = OptionKinds.createOnly(DirectOptions.class);
    options.setAppName(Commands.PROGRAM);
    options.setRunner(LocalRunner.class);
    Engine.of(options).setDefaults(options, name -> false);
    return options;
  }

  /** Without a name Beam takes that of a class. */
  private static Stream<String> defaults(List<String> words) {
    return words.stream().anyMatch(word -> word.startsWith(APP_NAME))
        ? Stream.empty()
        : Stream.of(APP_NAME + Commands.PROGRAM);
  }

  private static PipelineOptions read(List<String> words) {
    OptionKinds.lookAll();
    return PipelineOptionsFactory.fromArgs(words.toArray(new String[0])).create();
  }

  private static boolean isReadable(List<String> words) {
    try {
      read(words);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static UsageException wrongUse(
      Map<String, List<String>> byFlag, Language language, IllegalArgumentException e) {
    for (Map.Entry<String, List<String>> option : byFlag.entrySet()) {
      for (String word : option.getValue()) {
        if (!isReadable(List.of(word))) {
          String value = word.split("=", 2)[1];
          return new UsageException(
              option.getKey(), Message.NOT_A_VALUE.in(language, isSecret(word) ? WITHHELD : value));
        }
      }
      if (!isReadable(option.getValue())) {
        return new UsageException(option.getKey(), Message.GIVEN_TWICE.in(language));
      }
    }
    return new UsageException(String.valueOf(e.getMessage()));
  }

  private static boolean isSecret(String word) {
    return SECRET.matcher(word).find();
  }

  /** The options that were set, each with its value unless that may be secret, for the manifest. */
  static Map<String, String> set(PipelineOptions options) {
    Map<String, String> set = new TreeMap<>();
    DisplayData.from(options)
        .items()
        .forEach(
            item -> {
              String value = String.valueOf(item.getValue());
              set.put(item.getKey(), isSecret(item.getKey() + "=" + value) ? WITHHELD : value);
            });
    return set;
  }
}
