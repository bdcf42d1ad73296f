package org.zhengyu.pipeline.kwic;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;
import org.zhengyu.transforms.structure.Folding;

/**
 * What is looked for in a result: a regular expression; or, where that is a phrase of the lexicon,
 * the phrase in every form in which the result has it. Characters that look alike are the same, as
 * when words are counted.
 */
final class Wanted {
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** What means something in a regular expression, and has a look-alike that does not. */
  private static final String SIGNS = "\\^$.|?*+";

  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

  private final Pattern pattern;

  private Wanted(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * What a text asks for.
   *
   * @throws java.util.regex.PatternSyntaxException if it is neither a phrase nor an expression
   */
  static Wanted of(String asked, StoredResult result) throws IOException {
    Set<String> forms = forms(folded(asked), result);
    if (forms.isEmpty()) {
      return new Wanted(Pattern.compile(expression(asked)));
    }
    forms.add(folded(asked));
    return new Wanted(
        Pattern.compile(
            forms.stream()
                .sorted(LONGEST_FIRST)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"))));
  }

  /** The forms of a phrase; none if this is no phrase that occurs. */
  private static Set<String> forms(String phrase, StoredResult result) throws IOException {
    Set<String> forms = new TreeSet<>();
    StoredTable occurrences = result.table("phrase_occurrences").orElse(null);
    if (occurrences != null) {
      occurrences.read(
          List.of("phrase", "form"),
          row -> {
            if (row.text(0).equals(phrase)) {
              forms.add(folded(BREAK.matcher(row.text(1)).replaceAll("")));
            }
          });
    }
    return forms;
  }

  private static String folded(String text) {
    return Folding.LOOK_ALIKES.fold(text);
  }

  /** A regular expression with its characters folded, none of them into a sign: ＋ is no +. */
  private static String expression(String asked) {
    StringBuilder expression = new StringBuilder(asked.length());
    for (int i = 0; i < asked.length(); i++) {
      char c = Folding.LOOK_ALIKES.fold(asked.charAt(i));
      if (c != asked.charAt(i) && SIGNS.indexOf(c) >= 0) {
        expression.append('\\');
      }
      expression.append(c);
    }
    return expression.toString();
  }

  /** A matcher that finds it in a sentence, at the places that it has there. */
  Matcher in(String sentence) {
    return pattern.matcher(folded(sentence));
  }

  /** Whether it stands in a sentence, and shares no character with a stretch of that. */
  boolean isBeside(String sentence, int begin, int end) {
    Matcher found = in(sentence);
    while (found.find()) {
      if (found.end() > found.start() && (found.end() <= begin || found.start() >= end)) {
        return true;
      }
    }
    return false;
  }
}
