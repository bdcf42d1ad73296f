package org.zhengyu.transforms.expressions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.Tokens;

/**
 * The expressions inside phrases of the lexicon, which are one word wherever they stand: 大湾区 in
 * 粤港澳大湾区, and 小巨人, in quotation marks, in 专精特新“小巨人”. A phrase is cut into words as if no lexicon
 * knew it. Belongs to one thread.
 */
final class PhraseParts {
  /**
   * An expression inside a phrase.
   *
   * @param text the expression
   * @param begin where in the phrase it begins, in code points
   * @param quoted whether it stands in quotation marks there
   */
  record Part(String text, int begin, boolean quoted) {
    int length() {
      return text.codePointCount(0, text.length());
    }
  }

  private final Segmenter segmenter;
  private final Matches noMatches = new Matches();
  private final Tokens tokens = new Tokens();
  private final Map<String, List<Part>> known = new HashMap<>();

  /** Parts by the words that a segmenter finds. */
  PhraseParts(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  /** The parts of a phrase, each place of them once. */
  List<Part> of(String phrase) {
    return known.computeIfAbsent(phrase, this::find);
  }

  private List<Part> find(String phrase) {
    List<Part> parts = new ArrayList<>();
    segmenter.segment(phrase, noMatches, tokens);
    int size = tokens.size();
    for (int from = 0; from < size; from++) {
      for (int to = from + 1; to <= size && tokens.word(to - 1); to++) {
        if (to - from < size && tokens.word(from)) {
          add(parts, phrase, tokens.begin(from), tokens.end(to - 1));
        }
      }
    }
    return List.copyOf(parts);
  }

  private static void add(List<Part> parts, String phrase, int begin, int end) {
    int length = phrase.codePointCount(begin, end);
    if (length < ExpressionFinder.SHORTEST || length > ExpressionFinder.LONGEST) {
      return;
    }
    boolean quoted =
        begin > 0
            && end < phrase.length()
            && Quotes.isOpening(phrase.charAt(begin - 1))
            && Quotes.isClosing(phrase.charAt(end));
    parts.add(new Part(phrase.substring(begin, end), phrase.codePointCount(0, begin), quoted));
  }
}
