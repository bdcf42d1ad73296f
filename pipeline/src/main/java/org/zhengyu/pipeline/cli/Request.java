package org.zhengyu.pipeline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command line as it was understood.
 *
 * @param command what to do
 * @param foreignWords options that the command hands through, as they were typed
 * @param texts the command's options that were given, each with its text
 * @param values those and the ones that have a default, each with a value of its type
 */
public record Request(
    Command command,
    List<String> foreignWords,
    Map<Option<?>, String> texts,
    Map<Option<?>, Object> values) {

  /** Whether an option was given, and not left to its default. */
  public boolean gives(Option<?> option) {
    return texts.containsKey(option);
  }

  /** The value of an option that was given or has a default; empty for others. */
  @SuppressWarnings("unchecked") // The value was read by the option's own type.
  public <T> Optional<T> find(Option<T> option) {
    return Optional.ofNullable((T) values.get(option));
  }

  /** The value of an option that must be given or has a default. */
  public <T> T get(Option<T> option) {
    return find(option).orElseThrow();
  }

  /** The command's options that have a value, each with its text, by their names. */
  public SortedMap<String, String> recorded() {
    SortedMap<String, String> recorded = new TreeMap<>();
    for (Option<?> option : command.options()) {
      Optional.ofNullable(texts.get(option))
          .or(option::defaultText)
          .ifPresent(text -> recorded.put(option.name(), text));
    }
    return recorded;
  }
}
