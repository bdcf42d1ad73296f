package org.zhengyu.output;

import java.util.Objects;

/**
 * One thing said in two languages.
 *
 * @param english in English
 * @param chinese in Chinese
 */
public record Wording(String english, String chinese) {

  /**
   * Says a thing.
   *
   * @throws IllegalArgumentException if it is not said in both languages
   */
  public Wording {
    Objects.requireNonNull(english, "english");
    Objects.requireNonNull(chinese, "chinese");
    if (english.isBlank() || chinese.isBlank()) {
      throw new IllegalArgumentException(
          "not said in both languages: '" + english + "', '" + chinese + "'");
    }
  }

  /** The words in one of the languages. */
  public String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case CHINESE -> chinese;
    };
  }
}
