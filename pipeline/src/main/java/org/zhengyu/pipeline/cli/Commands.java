package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * The commands of the program: how a command line is read, and what help says. The first command is
 * done where none is named.
 *
 * <p>A value follows an equals sign and nothing else: the launcher and Beam know no other form, and
 * a word after a blank may as well have been meant as something else.
 */
public final class Commands {
  /** The name of the program. */
  public static final String PROGRAM = "zhengyu";

  private static final String DASHES = "--";

  private final List<Command> commands;
  private final Language language;

  private Commands(List<Command> commands, Language language) {
    this.commands = commands;
    this.language = language;
  }

  /** These commands, with help and messages in a language. */
  public static Commands of(List<Command> commands, Language language) {
    return new Commands(commands, language);
  }

  /** The help that a command line asks for: of its command, or of the default with all others. */
  public String help(List<String> words) {
    return named(words)
        .map(command -> Help.of(PROGRAM + " " + command.name(), command, List.of(), language))
        .orElseGet(() -> Help.of(PROGRAM, commands.get(0), commands, language));
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException naming the word that is wrong
   */
  public Request read(List<String> words) throws UsageException {
    Optional<Command> named = named(words);
    return named.isPresent()
        ? read(named.get(), words.subList(1, words.size()))
        : read(commands.get(0), words);
  }

  private Optional<Command> named(List<String> words) {
    return words.isEmpty() ? Optional.empty() : named(words.get(0));
  }

  private Optional<Command> named(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  /** The options of a command and those that all have. */
  static List<Option<?>> withCommon(Command command) {
    List<Option<?>> options = new ArrayList<>(command.options());
    options.add(CommonOptions.LANG);
    return options;
  }

  private Request read(Command command, List<String> words) throws UsageException {
    List<Option<?>> options = withCommon(command);
    Map<String, Option<?>> byFlag = new HashMap<>();
    options.forEach(option -> byFlag.put(option.flag(), option));
    Iterator<Option<?>> operands = options.stream().filter(Option::isOperand).iterator();
    Option<?> operand = null;
    Map<Option<?>, String> texts = new LinkedHashMap<>();
    List<String> foreignWords = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith(DASHES) || word.equals(DASHES)) {
        boolean isMore = operand != null && operand.takesSeveral();
        requireOperand(isMore || operands.hasNext(), word);
        operand = isMore ? operand : operands.next();
        texts.merge(operand, word, (before, more) -> before + "," + more);
        continue;
      }
      Option<?> option = byFlag.get(flag(word));
      if (option == null) {
        foreignWords.add(word);
      } else {
        String text =
            word.contains("=") ? value(word) : alone(option, words.subList(i + 1, words.size()));
        if (texts.put(option, text) != null) {
          throw new UsageException(option.flag(), Message.GIVEN_TWICE.in(language));
        }
      }
    }
    requireKnown(foreignWords, command);
    return new Request(command, foreignWords, texts, values(options, texts));
  }

  private static String flag(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  private static String value(String word) {
    return word.substring(word.indexOf('=') + 1);
  }

  /** The value of an option that is there without one, before these words. */
  private String alone(Option<?> option, List<String> next) throws UsageException {
    Optional<String> value = option.type().whenAlone();
    if (value.isPresent()) {
      return value.get();
    }
    throw new UsageException(
        option.flag(),
        next.isEmpty() || next.get(0).startsWith(DASHES)
            ? Message.VALUE_MISSING.in(language, option.typed())
            : Message.VALUE_AFTER_BLANK.in(language, option.flag() + "=" + next.get(0)));
  }

  private void requireOperand(boolean expected, String word) throws UsageException {
    if (expected) {
      return;
    }
    if (named(word).isPresent()) {
      throw new UsageException(word, Message.COMMAND_NOT_FIRST.in(language));
    }
    List<String> meant = Suggestions.of(word, commands.stream().map(Command::name).toList());
    throw new UsageException(
        word,
        meant.isEmpty()
            ? Message.NOT_AN_OPTION.in(language)
            : Message.UNKNOWN_COMMAND.in(language, String.join(", ", meant)));
  }

  private void requireKnown(List<String> words, Command command) throws UsageException {
    if (words.isEmpty()) {
      return;
    }
    Set<String> foreign = command.foreignOptions();
    for (String word : words) {
      String name = flag(word).substring(DASHES.length());
      if (!foreign.contains(name)) {
        throw new UsageException(DASHES + name, unknown(name, command, foreign));
      }
    }
  }

  private String unknown(String name, Command command, Set<String> foreign) {
    Map<String, String> flags = new LinkedHashMap<>();
    foreign.forEach(option -> flags.put(option, DASHES + option));
    withCommon(command).forEach(option -> flags.put(option.name(), option.flag()));
    List<String> meant = Suggestions.of(name, flags.keySet()).stream().map(flags::get).toList();
    return meant.isEmpty()
        ? Message.UNKNOWN_OPTION.in(language)
        : Message.DID_YOU_MEAN.in(language, String.join(", ", meant));
  }

  private Map<Option<?>, Object> values(List<Option<?>> options, Map<Option<?>, String> texts)
      throws UsageException {
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : options) {
      Optional<String> text = Optional.ofNullable(texts.get(option)).or(option::defaultText);
      if (text.isPresent()) {
        values.put(option, value(option, text.get()));
      } else if (option.isRequired()) {
        throw new UsageException(option.flag(), Message.REQUIRED.in(language));
      }
    }
    return values;
  }

  private Object value(Option<?> option, String text) throws UsageException {
    if (text.isBlank()) {
      throw new UsageException(option.flag(), Message.VALUE_MISSING.in(language, option.typed()));
    }
    try {
      return option.type().parse(text);
    } catch (WrongValueException e) {
      throw new UsageException(option.flag(), e.in(language));
    }
  }
}
