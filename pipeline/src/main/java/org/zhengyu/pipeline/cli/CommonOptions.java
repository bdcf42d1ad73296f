package org.zhengyu.pipeline.cli;

import java.util.List;
import java.util.Locale;
import org.zhengyu.output.Language;

/** The options that every command has. They decide what is printed and are in no manifest. */
public final class CommonOptions {
  /** The language of help and messages. */
  public static final Option<Language> LANG =
      Option.of(
              "lang",
              ValueTypes.choice(Language.values(), Language::tag),
              "Language of help and messages",
              "帮助和提示信息的语言")
          .otherwise("that of the system", "随系统");

  /** What a command does and which options it has. */
  public static final Option<Boolean> HELP =
      Option.of("help", ValueTypes.flag(), "Print this help", "显示本帮助");

  /** The other name of that. */
  static final String SHORT_HELP = "-h";

  /** The version of the program and of what its numbers depend on. */
  public static final Option<Boolean> VERSION =
      Option.of("version", ValueTypes.flag(), "Print the version", "显示版本");

  private CommonOptions() {}

  /**
   * The language to answer a command line in, which may be wrong in any other way: what it asks
   * for, else the one of the user's surroundings, and English where that is none of ours.
   */
  public static Language language(List<String> words, Locale locale) {
    for (Language language : Language.values()) {
      if (words.contains(LANG.flag() + "=" + language.tag())) {
        return language;
      }
    }
    String surroundings = locale.getLanguage();
    return surroundings.equals(Language.CHINESE.tag()) ? Language.CHINESE : Language.ENGLISH;
  }

  /** Whether a command line asks for help: then whatever else it holds does not matter. */
  public static boolean askForHelp(List<String> words) {
    return words.contains(SHORT_HELP) || isIn(words, HELP);
  }

  /** Whether a command line asks for the version. */
  public static boolean askForVersion(List<String> words) {
    return isIn(words, VERSION);
  }

  private static boolean isIn(List<String> words, Option<?> option) {
    return words.stream()
        .anyMatch(word -> word.equals(option.flag()) || word.startsWith(option.flag() + "="));
  }
}
