package org.zhengyu.transforms.lexicon;

/**
 * Marks that stand for each other in a phrase, whichever of them was typed: a full-width mark and
 * its half-width twin, all quotation marks, all blanks, hyphens and dashes, title marks of books
 * and of what is in them. They are the same when a phrase is looked for and when two phrases are
 * told apart; they are not folded in the text, whose sentences are found by them.
 */
final class Twins {
  /** Each line one class, by its first character, in the text as it is after folding. */
  private static final String[] CLASSES = {
    // Unicode's Quotation_Mark, and the primes and accents that are typed for them.
    "\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟′″‵‶`´",
    // Unicode's space separators, and the tab.
    " \t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
    "!！",
    "(（",
    ")）",
    ",，",
    ":：∶",
    ";；",
    "?？",
    "[［〔",
    "]］〕",
    "{｛",
    "}｝",
    // Unicode's Dash, and the line that is drawn for it.
    "-‒–—―─⸺",
    "~〜∼",
    "《〈",
    "》〉",
    "/⁄∕",
    "〇○◯",
  };

  private static final char[] TABLE = table();

  private Twins() {}

  /** The one of its class that stands for a character. */
  static char fold(char c) {
    return TABLE[c];
  }

  /** A form with each character replaced by the one that stands for it. */
  static String fold(String form) {
    char[] folded = form.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = TABLE[folded[i]];
    }
    return String.valueOf(folded);
  }

  /** All characters for which one stands, itself among them. */
  static String of(char folded) {
    for (String twins : CLASSES) {
      if (twins.charAt(0) == folded) {
        return twins;
      }
    }
    return String.valueOf(folded);
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (String twins : CLASSES) {
      for (int i = 1; i < twins.length(); i++) {
        table[twins.charAt(i)] = twins.charAt(0);
      }
    }
    return table;
  }
}
