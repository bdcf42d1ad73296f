package org.zhengyu.transforms.segment;

/**
 * What became of a literal occurrence of a phrase: {@link OccurrenceJudge} says which. Every
 * occurrence has exactly one status, so that for each phrase the five counts add up to its literal
 * occurrences, and the first three to its uses.
 */
public enum MatchStatus {
  /** It is a token. */
  TOKEN("token", true),
  /**
   * It lies inside a longer token, a phrase or a word that is put together from others of which
   * some are the occurrence; or, of a glob, a literal phrase has the same place.
   */
  NESTED("nested", true),
  /**
   * It shares characters with another phrase that is a token, 改革开放 in 全面深化改革|开放, or with a word
   * that it begins in: 党的领导 in 共产党|的|领导.
   */
  OVERLAPPED("overlapped", true),
  /**
   * It is not in the text, only its characters are: 链主 in 供应链|主要, 央企 in 中央企业; or, of a glob, the
   * literal part lies in the midst of a word: 化* in 现代化.
   */
  SPLIT("split", false),
  /** It is a piece of a longer number, 第[六个城市]更新, [5个1]%, or within an exclusion of its phrase. */
  GUARDED("guarded", false);

  private final String label;
  private final boolean isUse;

  MatchStatus(String label, boolean isUse) {
    this.label = label;
    this.isUse = isUse;
  }

  /** The name as it stands in tables. */
  public String label() {
    return label;
  }

  /** Whether the text uses the phrase there. */
  public boolean isUse() {
    return isUse;
  }
}
