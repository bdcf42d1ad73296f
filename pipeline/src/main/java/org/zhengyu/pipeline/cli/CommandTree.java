package org.zhengyu.pipeline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Collectors;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.plan.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** Commands and options as picocli has them: built by calls, for to read annotations takes time. */
final class CommandTree {
  private static final int HELP_WIDTH = 100;
  private static final int OPTION_WIDTH = 36;

  private final Language language;

  private CommandTree(Language language) {
    this.language = language;
  }

  /** A program with these commands, of which the first is done where none is named. */
  static CommandSpec of(String program, List<Command> commands, Language language) {
    CommandTree tree = new CommandTree(language);
    CommandSpec root = tree.spec(program, program, commands.get(0));
    for (Command command : commands) {
      root.addSubcommand(
          command.name(), tree.spec(command.name(), program + " " + command.name(), command));
    }
    return root;
  }

  private CommandSpec spec(String name, String typed, Command command) {
    CommandSpec spec = CommandSpec.create().name(name);
    command.options().forEach(option -> spec.add(spec(option)));
    spec.add(spec(CommonOptions.LANG));
    spec.add(mark(CommonOptions.HELP, CommonOptions.SHORT_HELP));
    spec.add(mark(CommonOptions.VERSION));
    spec.usageMessage(usage(typed, command));
    return spec;
  }

  private UsageMessageSpec usage(String typed, Command command) {
    UsageMessageSpec usage = new UsageMessageSpec();
    usage
        .width(HELP_WIDTH)
        .longOptionsMaxWidth(OPTION_WIDTH)
        .sortOptions(false)
        .synopsisHeading(Message.USAGE.in(language))
        .customSynopsis(synopsis(typed, command))
        .description("%n" + format(command.meaning()))
        .parameterListHeading("%n")
        .optionListHeading("%n" + Message.OPTIONS.in(language) + "%n")
        .commandListHeading("%n" + Message.COMMANDS.in(language) + "%n");
    command.footer().ifPresent(footer -> usage.footer("%n" + format(footer)));
    return usage;
  }

  private String synopsis(String typed, Command command) {
    return command.options().stream()
        .filter(Option::isRequired)
        .map(CommandTree::correct)
        .collect(Collectors.joining(" ", typed + " ", " " + Message.MORE_OPTIONS.in(language)));
  }

  private ArgSpec spec(Option<?> option) {
    if (option.isOperand()) {
      return PositionalParamSpec.builder()
          .paramLabel(option.name())
          .type(String.class)
          .arity("0..1")
          .description(describe(option))
          .build();
    }
    return OptionSpec.builder(option.flag())
        .paramLabel(option.type().label())
        .type(String.class)
        .arity(option.type().whenAlone().isPresent() ? "0..1" : "1")
        .preprocessor(new AttachedValue(option))
        .description(describe(option))
        .build();
  }

  /** An option that stands alone and has no value. */
  private OptionSpec mark(Option<?> option, String... otherNames) {
    return OptionSpec.builder(option.flag(), otherNames)
        .type(boolean.class)
        .arity("0")
        .description(describe(option))
        .build();
  }

  private String describe(Option<?> option) {
    String meaning = format(option.meaning());
    if (option.isRequired()) {
      return meaning + Message.MARK_REQUIRED.in(language);
    }
    return option
        .defaultMeaning()
        .map(text -> meaning + Message.MARK_DEFAULT.in(language, format(text)))
        .orElse(meaning);
  }

  /** Words as picocli takes them, which is a format; the marks of code are for other pages. */
  private String format(Wording wording) {
    return wording.in(language).replace("%", "%%").replace("`", "");
  }

  /** An option as it should be typed. */
  static String correct(Option<?> option) {
    return option.isOperand() ? option.flag() : option.flag() + "=" + option.type().label();
  }

  /**
   * Takes as a value only what follows an equals sign: the launcher and Beam know no other form,
   * and a word after a blank may as well have been meant as something else.
   */
  private record AttachedValue(Option<?> option) implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec command, ArgSpec spec, Map<String, Object> info) {
      if (!"=".equals(info.get("separator"))) {
        words.push(
            option
                .type()
                .whenAlone()
                .orElseThrow(
                    () -> new UnattachedException(command.commandLine(), option, next(words))));
      }
      return false;
    }

    private static Optional<String> next(Stack<String> words) {
      return words.isEmpty() || words.peek().startsWith("-")
          ? Optional.empty()
          : Optional.of(words.peek());
    }
  }

  /** An option is there without its value. */
  static final class UnattachedException extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final transient Option<?> option;
    private final transient Optional<String> next;

    private UnattachedException(CommandLine line, Option<?> option, Optional<String> next) {
      super(line, option.flag());
      this.option = option;
      this.next = next;
    }

    UsageException in(Language language) {
      return new UsageException(
          option.flag(),
          next.map(word -> Message.VALUE_AFTER_BLANK.in(language, option.flag() + "=" + word))
              .orElseGet(() -> Message.VALUE_MISSING.in(language, correct(option))));
    }
  }
}
