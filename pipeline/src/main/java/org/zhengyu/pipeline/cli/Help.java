package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;

/** The help of a command, in one language. */
final class Help {
  private static final int INDENT = 2;

  private final Language language;
  private final List<String> parts = new ArrayList<>();

  private Help(Language language) {
    this.language = language;
  }

  /**
   * The help of a command.
   *
   * @param typed what is typed to call it
   * @param others the commands to list with it; none where it was named
   * @return lines, each with its end
   */
  static String of(String typed, Command command, List<Command> others, Language language) {
    Help help = new Help(language);
    help.add(command, typed);
    List<List<String>> names =
        others.stream().map(other -> List.of(other.name(), help.say(other.meaning()))).toList();
    help.addTable(Message.COMMANDS.in(language), names);
    command.footer().ifPresent(footer -> help.addParagraph(help.say(footer)));
    return String.join(System.lineSeparator(), help.parts);
  }

  private void add(Command command, String typed) {
    StringBuilder usage = new StringBuilder(Message.USAGE.in(language)).append(typed);
    List<List<String>> operands = new ArrayList<>();
    List<List<String>> options = new ArrayList<>();
    for (Option<?> option : Commands.withCommon(command)) {
      (option.isOperand() ? operands : options).add(List.of(shown(option), describe(option)));
      if (option.isRequired()) {
        usage.append(' ').append(option.typed());
      }
    }
    options.add(List.of(CommonOptions.HELP_FLAGS, say(CommonOptions.HELP)));
    options.add(List.of(CommonOptions.VERSION_FLAGS, say(CommonOptions.VERSION)));
    addParagraph(usage.append(' ').append(Message.MORE_OPTIONS.in(language)).toString());
    addParagraph(say(command.meaning()));
    addTable(Message.OPERANDS.in(language), operands);
    addTable(Message.OPTIONS.in(language), options);
  }

  private void addParagraph(String text) {
    parts.add(TextColumns.of(List.of(List.of(text)), 0));
  }

  private void addTable(String heading, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      parts.add(heading + System.lineSeparator() + TextColumns.of(rows, INDENT));
    }
  }

  /** An option as it is typed, with its value in brackets where that may be left out. */
  private static String shown(Option<?> option) {
    return option.type().whenAlone().isEmpty()
        ? option.typed()
        : option.flag() + "[=" + option.type().label() + "]";
  }

  private String describe(Option<?> option) {
    String meaning = say(option.meaning());
    if (option.isRequired()) {
      return meaning + Message.MARK_REQUIRED.in(language);
    }
    return option
        .defaultMeaning()
        .map(otherwise -> meaning + Message.MARK_DEFAULT.in(language, say(otherwise)))
        .orElse(meaning);
  }

  /** Words without the marks of code, which are for other pages. */
  private String say(Wording wording) {
    return wording.in(language).replace("`", "");
  }
}
