package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.plan.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/**
 * The commands of the program: how a command line is read, and what help says. The first command is
 * done where none is named.
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

  /** The help that a command line asks for: of its command, or of all. */
  public String help(List<String> words) {
    CommandLine line = line();
    Optional<Command> command = named(words.get(0));
    return command.isEmpty()
        ? line.getUsageMessage(Ansi.OFF)
        : line.getSubcommands().get(command.get().name()).getUsageMessage(Ansi.OFF);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException naming the word that is wrong
   */
  public Request read(List<String> words) throws UsageException {
    ParseResult parsed = parse(words);
    Command command = commands.get(0);
    if (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      command = named(parsed.commandSpec().name()).orElseThrow();
      if (!words.get(0).equals(command.name())) {
        throw new UsageException(command.name(), Message.COMMAND_NOT_FIRST.in(language));
      }
    }
    requireKnown(parsed.unmatched(), command);
    return request(command, parsed);
  }

  private Optional<Command> named(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private CommandLine line() {
    return new CommandLine(CommandTree.of(PROGRAM, commands, language))
        .setUnmatchedArgumentsAllowed(true)
        .setPosixClusteredShortOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setEndOfOptionsDelimiter("\0");
  }

  private ParseResult parse(List<String> words) throws UsageException {
    try {
      return line().parseArgs(words.toArray(new String[0]));
    } catch (CommandTree.UnattachedException e) {
      throw e.in(language);
    } catch (OverwrittenOptionException e) {
      throw new UsageException(
          ((OptionSpec) e.getOverwritten()).longestName(), Message.GIVEN_TWICE.in(language));
    }
  }

  private void requireKnown(List<String> unmatched, Command command) throws UsageException {
    if (unmatched.isEmpty()) {
      return;
    }
    Set<String> foreign = command.foreignOptions();
    for (String word : unmatched) {
      if (!word.startsWith(DASHES) || word.equals(DASHES)) {
        throw new UsageException(word, notAnOption(word));
      }
      String name = word.substring(DASHES.length()).split("=", 2)[0];
      if (!foreign.contains(name)) {
        throw new UsageException(DASHES + name, unknown(name, command, foreign));
      }
    }
  }

  private String notAnOption(String word) {
    List<String> meant = Suggestions.of(word, commands.stream().map(Command::name).toList());
    return meant.isEmpty()
        ? Message.NOT_AN_OPTION.in(language)
        : Message.UNKNOWN_COMMAND.in(language, String.join(", ", meant));
  }

  private String unknown(String name, Command command, Set<String> foreign) {
    Set<String> names = new LinkedHashSet<>(foreign);
    withCommon(command).forEach(option -> names.add(option.name()));
    List<String> meant = Suggestions.of(name, names).stream().map(DASHES::concat).toList();
    return meant.isEmpty()
        ? Message.UNKNOWN_OPTION.in(language)
        : Message.DID_YOU_MEAN.in(language, String.join(", ", meant));
  }

  private static List<Option<?>> withCommon(Command command) {
    List<Option<?>> options = new ArrayList<>(command.options());
    options.add(CommonOptions.LANG);
    return options;
  }

  private Request request(Command command, ParseResult parsed) throws UsageException {
    Map<Option<?>, String> texts = new LinkedHashMap<>();
    Map<Option<?>, Object> values = new HashMap<>();
    for (Option<?> option : withCommon(command)) {
      Optional<String> given = given(option, parsed);
      given.ifPresent(text -> texts.put(option, text));
      Optional<String> text = given.or(option::defaultText);
      if (text.isPresent()) {
        values.put(option, value(option, text.get()));
      } else if (option.isRequired()) {
        throw new UsageException(option.flag(), Message.REQUIRED.in(language));
      }
    }
    return new Request(command, parsed.unmatched(), texts, values);
  }

  private static Optional<String> given(Option<?> option, ParseResult parsed) {
    ArgSpec spec =
        option.isOperand()
            ? parsed.matchedPositionals().stream()
                .filter(positional -> positional.paramLabel().equals(option.name()))
                .findFirst()
                .orElse(null)
            : parsed.matchedOption(option.flag());
    return spec == null ? Optional.empty() : Optional.of(spec.getValue());
  }

  private Object value(Option<?> option, String text) throws UsageException {
    if (text.isBlank()) {
      throw new UsageException(
          option.flag(), Message.VALUE_MISSING.in(language, CommandTree.correct(option)));
    }
    try {
      return option.type().parse(text);
    } catch (WrongValueException e) {
      throw new UsageException(option.flag(), e.in(language));
    }
  }
}
