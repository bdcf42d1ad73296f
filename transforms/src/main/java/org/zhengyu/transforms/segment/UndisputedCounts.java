package org.zhengyu.transforms.segment;

import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * Counts what is beyond doubt in sentences that were segmented without phrases. Not thread-safe.
 */
public final class UndisputedCounts implements Undisputed {
  private final int[] phrases;
  private int[] words = new int[0];

  /** Whether a token crosses an end of a phrase. */
  private boolean[] crosses = new boolean[64];

  /**
   * Counts of no sentence.
   *
   * @param lexiconSize how many phrases there are
   */
  public UndisputedCounts(int lexiconSize) {
    phrases = new int[lexiconSize];
  }

  /** Forgets all sentences. */
  public void clear() {
    Arrays.fill(phrases, 0);
    Arrays.fill(words, 0);
  }

  /**
   * Counts a sentence.
   *
   * @param matches the occurrences of phrases in it
   * @param tokens the words of it, none of them a phrase
   */
  public void add(Matches matches, Tokens tokens) {
    if (tokens.size() > crosses.length) {
      crosses = new boolean[2 * tokens.size()];
    }
    Arrays.fill(crosses, 0, tokens.size(), false);
    for (int i = 0; i < matches.size(); i++) {
      int first = tokens.at(matches.begin(i));
      int last = tokens.at(matches.end(i) - 1);
      boolean cutsFirst = tokens.begin(first) < matches.begin(i);
      boolean cutsLast = tokens.end(last) > matches.end(i);
      crosses[first] |= cutsFirst;
      crosses[last] |= cutsLast;
      if (!(cutsFirst || cutsLast || matches.guarded(i))) {
        phrases[matches.phrase(i)]++;
      }
    }
    for (int token = 0; token < tokens.size(); token++) {
      if (!crosses[token] && tokens.number(token) != Tokens.NO_NUMBER) {
        addWord(tokens.number(token));
      }
    }
  }

  private void addWord(int word) {
    if (word >= words.length) {
      words = Arrays.copyOf(words, 2 * word + 1);
    }
    words[word]++;
  }

  @Override
  public int phrases(int phrase) {
    return phrases[phrase];
  }

  @Override
  public int words(int word) {
    return word < words.length ? words[word] : 0;
  }
}
