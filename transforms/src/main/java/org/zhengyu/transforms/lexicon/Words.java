package org.zhengyu.transforms.lexicon;

/** What a word is: only words are counted, so a phrase must be one. */
public final class Words {
  private Words() {}

  /** Whether a part of a text has at least one letter (a hanzi is one) or digit. */
  public static boolean isWord(CharSequence text, int begin, int end) {
    int at = begin;
    while (at < end) {
      int codePoint = Character.codePointAt(text, at);
      if (Character.isLetterOrDigit(codePoint)) {
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }
}
