package org.zhengyu.transforms.segment;

import org.zhengyu.transforms.lexicon.Matches;

/**
 * What became of a literal occurrence of a phrase. Every occurrence has exactly one status, so that
 * for each phrase the four counts add up to its literal occurrences.
 */
public enum MatchStatus {
  /** It is a token: this is what counts. */
  TOKEN("token"),
  /**
   * It lies inside a token: a longer phrase, a word of the segmenter, or, of a glob, a literal
   * phrase in the same place.
   */
  NESTED("nested"),
  /**
   * It crosses a token border: 链主 in 供应链|主要, or the rest of an overlapping phrase; or, of a glob,
   * the literal part lies in the midst of a word: 化* in 现代化.
   */
  SPLIT("split"),
  /** It is a piece of a longer number, 第[六个城市]更新, [5个1]%, or within an exclusion of its phrase. */
  GUARDED("guarded");

  private final String label;

  MatchStatus(String label) {
    this.label = label;
  }

  /** The name as it stands in tables. */
  public String label() {
    return label;
  }

  /**
   * Judges one occurrence by the tokens of its sentence.
   *
   * @param matches the occurrences in the sentence
   * @param index the one to judge
   * @param tokens the tokens that the sentence was segmented into
   */
  public static MatchStatus of(Matches matches, int index, Tokens tokens) {
    int begin = matches.begin(index);
    int end = matches.end(index);
    int token = tokens.at(begin);
    boolean isToken = tokens.begin(token) == begin && tokens.end(token) == end;
    if (isToken && tokens.phrase(token) == matches.phrase(index)) {
      return TOKEN;
    }
    if (matches.guarded(index)) {
      return GUARDED;
    }
    if (matches.loose(index)) {
      return SPLIT;
    }
    return end <= tokens.end(token) ? NESTED : SPLIT;
  }
}
