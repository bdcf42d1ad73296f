package org.zhengyu.pipeline.cli;

import java.util.List;
import java.util.Locale;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;

/** What every command can be asked: it decides what is printed, and is in no manifest. */
public final class CommonOptions {
  /** The language of help and messages. */
  public static final Option<Language> LANG =
      Option.of(
              "lang",
              ValueTypes.choice(List.of(Language.values()), Language::tag),
              "Language of help and messages",
              "帮助和提示信息的语言")
          .otherwise("that of the system", "随系统");

  /** How help is asked for. */
  static final String HELP_FLAGS = "-h, --help";

  /** What asking for help does. */
  static final Wording HELP = new Wording("Print this help", "显示本帮助");

  /** How the version is asked for. */
  static final String VERSION_FLAGS = "-V, --version";

  /** What asking for the version does. */
  static final Wording VERSION = new Wording("Print the version", "显示版本");

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
    return isAnyOf(HELP_FLAGS, words);
  }

  /** Whether a command line asks for the version. */
  public static boolean askForVersion(List<String> words) {
    return isAnyOf(VERSION_FLAGS, words);
  }

  private static boolean isAnyOf(String flags, List<String> words) {
    List<String> wanted = flags(flags);
    return words.stream().anyMatch(word -> wanted.contains(word.split("=", 2)[0]));
  }

  /** The flags in such a list. */
  static List<String> flags(String flags) {
    return List.of(flags.split(", ", -1));
  }
}
