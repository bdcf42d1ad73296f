package org.zhengyu.transforms.segment;

/**
 * Merges, in each stretch between the phrases of a sentence, the words of HanLP's user dictionary,
 * of which the longest that begins at a word is taken. Not thread-safe.
 */
final class UserWordMerger extends PathMerger {
  private final UserWords userWords;
  private final LanguageModel model;
  private final WordTrie trie;

  UserWordMerger(UserWords userWords) {
    this.userWords = userWords;
    this.model = userWords.model();
    this.trie = userWords.trie();
  }

  @Override
  void merge(WordLattice words, Tokens out) {
    int first = 0;
    for (int word = 0; word < words.size(); word++) {
      if (words.word(word) == CheapestPath.PHRASE) {
        mergeStretch(words, first, word, out);
        addPhrase(begin(words, word), words.end(word), out);
        first = word + 1;
      }
    }
    mergeStretch(words, first, words.size(), out);
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
      add(begin(words, word), words.end(next - 1), tag, number, out);
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
}
