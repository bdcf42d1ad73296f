package org.zhengyu.transforms.segment;

import org.zhengyu.transforms.lexicon.Matches;

/**
 * Makes tokens of the words of a sentence. Phrases are tokens already; some of the others are
 * merged. Not thread-safe.
 */
abstract class PathMerger {
  private static final PartOfSpeech[] TAGS = PartOfSpeech.all().toArray(new PartOfSpeech[0]);

  private Matches matches = new Matches();
  private int match;

  /** Adds the tokens of a sentence. */
  final void merge(WordLattice words, Matches found, Tokens out) {
    matches = found;
    match = 0;
    merge(words, out);
  }

  /** Adds the tokens of a sentence, one by one. */
  abstract void merge(WordLattice words, Tokens out);

  /** Where a word begins. */
  static int begin(WordLattice words, int word) {
    return word == 0 ? 0 : words.end(word - 1);
  }

  /** Adds a token that is a phrase. */
  final void addPhrase(int begin, int end, Tokens out) {
    add(begin, end, PartOfSpeech.PHRASE.code(), Tokens.NO_NUMBER, out);
  }

  /**
   * Adds a token; one that is a phrase is marked as such however it came about.
   *
   * @param tag the code of its part of speech
   * @param number see {@link Tokens#number}
   */
  final void add(int begin, int end, int tag, int number, Tokens out) {
    while (match < matches.size()
        && (matches.begin(match) < begin
            || (matches.begin(match) == begin && matches.end(match) > end))) {
      match++;
    }
    boolean isPhrase =
        match < matches.size() && matches.begin(match) == begin && matches.end(match) == end;
    if (isPhrase) {
      out.add(end, PartOfSpeech.PHRASE, matches.phrase(match));
    } else {
      out.add(end, TAGS[tag], Tokens.NO_PHRASE, number);
    }
  }
}
