package org.zhengyu.transforms.segment;

import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * Merges the words of a sentence into tokens: first the phrases of the lexicon whose ends are word
 * borders, leftmost first and then longest; then, in each stretch between them, the words of
 * HanLP's user dictionary, of which the longest that begins at a word is taken. Not thread-safe.
 */
final class PathMerger {
  private static final PartOfSpeech[] TAGS = PartOfSpeech.all().toArray(new PartOfSpeech[0]);

  private final UserWords userWords;
  private final LanguageModel model;
  private final WordTrie trie;

  private Matches matches = new Matches();
  private int match;
  private int[] mergeBegins = new int[16];
  private int[] mergeEnds = new int[16];

  PathMerger(UserWords userWords) {
    this.userWords = userWords;
    this.model = userWords.model();
    this.trie = userWords.trie();
  }

  /** Adds the tokens of a sentence. */
  void merge(WordLattice words, Matches found, Tokens out) {
    matches = found;
    match = 0;
    int merges = found.size() == 0 ? 0 : chooseMerges(words);
    int word = 0;
    for (int merge = 0; merge < merges; merge++) {
      int stretchEnd = word;
      while (begin(words, stretchEnd) < mergeBegins[merge]) {
        stretchEnd++;
      }
      mergeStretch(words, word, stretchEnd, out);
      add(mergeBegins[merge], mergeEnds[merge], PartOfSpeech.PHRASE, Tokens.NO_NUMBER, out);
      word = stretchEnd;
      while (words.end(word) < mergeEnds[merge]) {
        word++;
      }
      word++;
    }
    mergeStretch(words, word, words.size(), out);
  }

  private static int begin(WordLattice words, int word) {
    return word == 0 ? 0 : words.end(word - 1);
  }

  /** Picks the matches to merge, and returns their number. */
  private int chooseMerges(WordLattice words) {
    int merges = 0;
    int free = 0;
    int word = 0;
    for (int i = 0; i < matches.size(); i++) {
      int begin = matches.begin(i);
      if (matches.guarded(i) || begin < free) {
        continue;
      }
      while (word < words.size() && begin(words, word) < begin) {
        word++;
      }
      if (word < words.size() && begin(words, word) == begin && ends(words, word, matches.end(i))) {
        if (merges == mergeBegins.length) {
          mergeBegins = Arrays.copyOf(mergeBegins, 2 * merges);
          mergeEnds = Arrays.copyOf(mergeEnds, 2 * merges);
        }
        mergeBegins[merges] = begin;
        mergeEnds[merges] = matches.end(i);
        merges++;
        free = matches.end(i);
      }
    }
    return merges;
  }

  /** Whether some word from this one on ends there. */
  private static boolean ends(WordLattice words, int first, int end) {
    int word = first;
    while (word + 1 < words.size() && words.end(word) < end) {
      word++;
    }
    return words.end(word) == end;
  }

  private void mergeStretch(WordLattice words, int first, int last, Tokens out) {
    for (int word = first; word < last; ) {
      int tag = model.tag(words.word(word));
      int number = number(words.word(word));
      int next = word + 1;
      long step = firstStep(words, word);
      for (int to = word; step != WordTrie.NONE; to++) {
        if (WordTrie.endsWord(step)) {
          int userWord = WordTrie.word(step);
          tag = userWords.tag(userWord);
          number = model.dictionaryWords() + userWord;
          next = to + 1;
        }
        if (to + 1 == last || (to == word && !mayGoOn(words, word))) {
          break;
        }
        step = walk(words, WordTrie.state(step), words.end(to), words.end(to + 1));
      }
      add(begin(words, word), words.end(next - 1), TAGS[tag], number, out);
      word = next;
    }
  }

  /** What is no word of the dictionary stands for many forms. */
  private int number(int word) {
    return word < model.dictionaryWords() ? word : Tokens.NO_NUMBER;
  }

  /** The last of the steps along a word, from the root. */
  private long firstStep(WordLattice words, int word) {
    int number = words.word(word);
    return number < model.dictionaryWords()
        ? userWords.step(number)
        : walk(words, trie.root(), begin(words, word), words.end(word));
  }

  /** Answers for most words at once that no longer word of the user dictionary begins with them. */
  private boolean mayGoOn(WordLattice words, int word) {
    int number = words.word(word);
    return number >= model.dictionaryWords()
        || userWords.mayGoOn(number, words.text()[words.end(word)]);
  }

  /** The last of the steps along some characters, of which there is one at least. */
  private long walk(WordLattice words, int from, int begin, int end) {
    char[] text = words.text();
    long step = trie.step(from, text[begin]);
    for (int i = begin + 1; i < end && step != WordTrie.NONE; i++) {
      step = trie.step(WordTrie.state(step), text[i]);
    }
    return step;
  }

  /** Adds a token; one that is a phrase is marked as such however it came about. */
  private void add(int begin, int end, PartOfSpeech tag, int number, Tokens out) {
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
      out.add(end, tag, Tokens.NO_PHRASE, number);
    }
  }
}
