package org.zhengyu.transforms.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How forms are spelled when phrases are looked for and told apart, so that the same phrase is the
 * same in whichever characters it was typed. A character that Unicode takes for a way to write
 * others is spelled as those: Ⅲ as III, ㎡ as m2, é as e and its accent, an ideograph of the
 * compatibility blocks as itself. {@link Twins Marks that stand for each other} are one, and a full
 * stop between two letters is the middle dot of a name (列夫.托尔斯泰). Of blanks in a row one counts,
 * and none beside a mark or between an ideograph and a letter or digit: 5G 应用 is 5G应用.
 */
final class Spelling {
  private static final String RESOURCE = "spellings.txt";

  /** Stands for all blanks. */
  static final char BLANK = ' ';

  static final char NAME_DOT = '·';

  /** By UTF-16 code unit what it is spelled as; null for itself. */
  private static final @Nullable String[] BASIC = new String[Character.MAX_VALUE + 1];

  /** The same by code point, for those that take two units. */
  private static final Map<Integer, String> RARE = new HashMap<>();

  static {
    read();
  }

  private Spelling() {}

  /** The spelling of a form. */
  static String of(String form) {
    StringBuilder spelling = new StringBuilder(form.length());
    for (int at = 0; at < form.length(); at += width(form, at)) {
      if (!isIdle(form, at)) {
        String spelled = at(form, at);
        if (spelled == null) {
          spelling.append(plain(form, at));
        } else {
          spelling.append(spelled);
        }
      }
    }
    return spelling.toString();
  }

  /** Whether two forms are spelled alike. */
  static boolean areSame(String form, String other) {
    return of(form).equals(of(other));
  }

  /** Whether what begins with a code unit may be spelled in other letters than its own. */
  static boolean isUnusual(char c) {
    boolean isPlainIdeograph = c >= '\u4E00' && c <= '\u9FFF';
    return !isPlainIdeograph && (BASIC[c] != null || Character.isHighSurrogate(c));
  }

  /** What the character at a place of a text is spelled as; null if it is no other way to write. */
  static @Nullable String at(String text, int place) {
    char c = text.charAt(place);
    return Character.isHighSurrogate(c) ? RARE.get(text.codePointAt(place)) : BASIC[c];
  }

  /** What stands for the character at a place that is no other way to write others. */
  static char plain(String text, int place) {
    char c = text.charAt(place);
    return c == '.' && isBetweenLetters(text, place) ? NAME_DOT : Twins.fold(c);
  }

  private static boolean isBetweenLetters(String text, int place) {
    return place > 0
        && place + 1 < text.length()
        && Character.isLetter(text.charAt(place - 1))
        && Character.isLetter(text.charAt(place + 1));
  }

  /** How many code units the character at a place takes, if it is spelled otherwise; else 1. */
  static int width(String text, int place) {
    return Character.isHighSurrogate(text.charAt(place)) && at(text, place) != null ? 2 : 1;
  }

  /** Whether the character at a place is a blank that does not count. */
  static boolean isIdle(String text, int place) {
    if (Twins.fold(text.charAt(place)) != BLANK || place == 0) {
      return false;
    }
    char before = text.charAt(place - 1);
    int next = place + 1;
    while (next < text.length() && Twins.fold(text.charAt(next)) == BLANK) {
      next++;
    }
    return Twins.fold(before) == BLANK
        || (next < text.length() && !keepsApart(before, text.charAt(next)));
  }

  /** Whether a blank between two characters says something. */
  static boolean keepsApart(char left, char right) {
    return (Character.isLetterOrDigit(left) || isCombining(left))
        && Character.isLetterOrDigit(right)
        && Character.isIdeographic(left) == Character.isIdeographic(right);
  }

  /** Whether a character belongs to the letter before it. */
  static boolean isCombining(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void read() {
    try (InputStream in = Spelling.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.charAt(0) != '#') {
          for (String entry : line.split(" ", -1)) {
            add(entry);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String entry) {
    int character = entry.codePointAt(0);
    int width = Character.charCount(character);
    String spelling = Twins.fold(entry.substring(width));
    if (width == 1) {
      BASIC[character] = spelling;
    } else {
      RARE.put(character, spelling);
    }
  }
}
