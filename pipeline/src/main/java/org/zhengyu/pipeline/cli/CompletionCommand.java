package org.zhengyu.pipeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhengyu.output.Wording;

/** Writes a script by which a shell completes the program's commands and options. */
public final class CompletionCommand implements Command {
  private static final String FUNCTIONS = "completion.bash";

  /** Stands for the files there are. */
  private static final String PATHS = "@path";

  private final List<Command> others;

  /** Completes these commands, of which the first is the default, and itself. */
  public CompletionCommand(List<Command> others) {
    this.others = others;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Writes a script that lets bash or zsh complete commands, options and their values",
        "写出供 bash 或 zsh 补全命令、选项及其值的脚本");
  }

  @Override
  public List<Option<?>> options() {
    return List.of();
  }

  @Override
  public ExitCode run(Request request, Console console) throws IOException {
    List<Command> commands = new ArrayList<>(others);
    commands.add(this);
    console.out().print(script(commands));
    return ExitCode.COMPLETE;
  }

  private static String script(List<Command> commands) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (Command command : commands) {
      List<Option<?>> options = Commands.withCommon(command);
      words.put(command.name(), words(options));
      options.stream()
          .filter(option -> !option.isOperand())
          .forEach(option -> values.put(option.flag(), values(option)));
    }
    return function("_zhengyu_commands", Map.of("*", String.join(" ", words.keySet())))
        + function("_zhengyu_words", words)
        + function("_zhengyu_values", values)
        + functions();
  }

  /** What may be typed after a command: the names of operands, options up to their value. */
  private static String words(List<Option<?>> options) {
    List<String> words = new ArrayList<>();
    for (Option<?> option : options) {
      if (option.isOperand()) {
        words.addAll(option.type().names());
      } else {
        words.add(option.type().whenAlone().isPresent() ? option.flag() : option.flag() + "=");
      }
    }
    words.addAll(CommonOptions.flags(CommonOptions.HELP_FLAGS));
    words.addAll(CommonOptions.flags(CommonOptions.VERSION_FLAGS));
    return String.join(" ", words);
  }

  private static String values(Option<?> option) {
    return option.type().isPath() ? PATHS : String.join(" ", option.type().names());
  }

  /** A function of the shell that prints a text for each word; none of them holds a quote. */
  private static String function(String name, Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(text -> !text.getValue().isEmpty())
        .map(text -> "    " + text.getKey() + ") echo '" + text.getValue() + "' ;;\n")
        .collect(Collectors.joining("", name + "() {\n  case $1 in\n", "  esac\n}\n\n"));
  }

  private static String functions() throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream(FUNCTIONS)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + FUNCTIONS);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
