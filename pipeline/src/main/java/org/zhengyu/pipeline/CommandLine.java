package org.zhengyu.pipeline;

import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.plan.UsageException;

/** From the words of the command line to options, and the help that lists them. */
final class CommandLine {
  private static final Pattern UNKNOWN_OPTION =
      Pattern.compile("missing a property named '([^']*)'");

  private CommandLine() {}

  /**
   * Parses the command line.
   *
   * @throws UsageException naming the option that is unknown or has a value of the wrong type
   */
  static ZhengyuOptions parse(String[] args) throws UsageException {
    for (String arg : args) {
      if (!arg.startsWith("--")) {
        throw new UsageException(arg, "not an option; options begin with --, see --help");
      }
    }
    PipelineOptionsFactory.register(ZhengyuOptions.class);
    ZhengyuOptions options;
    try {
      options = PipelineOptionsFactory.fromArgs(withValues(args)).as(ZhengyuOptions.class);
    } catch (IllegalArgumentException e) {
      throw wrongUse(e, args);
    }
    Engine.of(options).setDefaults(options, option -> given(args, option));
    return options;
  }

  /** A flag without a value means true, as users of other tools expect. */
  private static String[] withValues(String[] args) {
    return Arrays.stream(args)
        .map(arg -> arg.contains("=") ? arg : arg + "=true")
        .toArray(String[]::new);
  }

  private static boolean given(String[] args, String option) {
    return Arrays.stream(args)
        .anyMatch(arg -> arg.equals("--" + option) || arg.startsWith("--" + option + "="));
  }

  private static UsageException wrongUse(IllegalArgumentException e, String[] args) {
    String message = String.valueOf(e.getMessage());
    Matcher unknown = UNKNOWN_OPTION.matcher(message);
    if (unknown.find()) {
      return new UsageException("--" + unknown.group(1), "unknown option; see --help");
    }
    for (String arg : args) {
      String[] parts = arg.substring(2).split("=", 2);
      if (parts.length == 2 && !parses(arg)) {
        return new UsageException("--" + parts[0], "“" + parts[1] + "” is not a value it can have");
      }
    }
    return new UsageException(message);
  }

  private static boolean parses(String arg) {
    try {
      PipelineOptionsFactory.fromArgs(arg).as(ZhengyuOptions.class);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Prints every option of ours with its meaning and default. */
  static void printHelp(PrintStream out) {
    out.println("zhengyu --input=PATH[,PATH...] --output=DIR [options]");
    out.println();
    options().forEach((name, getter) -> out.println("  --" + name + "\n      " + describe(getter)));
    out.println();
    out.println("Every option of Apache Beam and of the runner works too, such as --runner and");
    out.println("--targetParallelism. Exit codes: 0 complete, 1 failed, 2 wrong use.");
  }

  /** Every option of ours with the value it has, and those of Beam and the runner that are set. */
  static Map<String, String> resolved(ZhengyuOptions options) {
    Map<String, String> resolved = new TreeMap<>();
    DisplayData.from(options)
        .items()
        .forEach(item -> resolved.put(item.getKey(), String.valueOf(item.getValue())));
    options()
        .forEach(
            (name, getter) -> {
              Object value = invoke(getter, options);
              if (value != null) {
                resolved.put(name, value.toString());
              }
            });
    return resolved;
  }

  private static Map<String, Method> options() {
    Map<String, Method> options = new TreeMap<>(Comparator.naturalOrder());
    for (Method method : ZhengyuOptions.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Description.class)) {
        String name = method.getName().substring("get".length());
        options.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), method);
      }
    }
    return options;
  }

  private static String describe(Method getter) {
    String text = getter.getAnnotation(Description.class).value();
    List<Object> defaults =
        Arrays.stream(getter.getAnnotations())
            .filter(annotation -> annotation.annotationType().getEnclosingClass() == Default.class)
            .map(CommandLine::valueOf)
            .filter(value -> !value.equals(0) && !value.equals(0L))
            .toList();
    return defaults.isEmpty() ? text : text + " (default " + defaults.get(0) + ")";
  }

  private static Object valueOf(Annotation annotation) {
    try {
      return invoke(annotation.annotationType().getMethod("value"), annotation);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every default has a value", e);
    }
  }

  private static @Nullable Object invoke(Method getter, Object target) {
    try {
      return getter.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public getter fails: " + getter, e);
    }
  }
}
