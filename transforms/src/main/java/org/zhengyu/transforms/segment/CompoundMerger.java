package org.zhengyu.transforms.segment;

/**
 * Merges the words that are parts of {@link Compounds}. A phrase that is a part of one is not a
 * token: 三十一 in 三十一日. Not thread-safe.
 */
final class CompoundMerger extends PathMerger {
  private final LanguageModel model;
  private final Compounds compounds = new Compounds();

  CompoundMerger(LanguageModel model) {
    this.model = model;
  }

  @Override
  void merge(WordLattice words, Tokens out) {
    char[] text = words.text();
    int begin = 0;
    for (int word = 0; word < words.size(); word++) {
      int end = words.end(word);
      if (Compounds.mayBegin(text[begin], text[end])) {
        int last = compounds.find(words, word, begin);
        int rest = restOfWord(words, last + 1);
        if (rest >= 0) {
          word = last + 1;
          addCompound(begin, compounds.cut(), out);
          begin = words.end(word);
          addWord(compounds.cut(), begin, rest, out);
          continue;
        }
        if (last > word) {
          word = last;
          addCompound(begin, words.end(word), out);
          begin = words.end(word);
          continue;
        }
      }
      int number = words.word(word);
      if (number == CheapestPath.PHRASE) {
        addPhrase(begin, end, out);
      } else {
        addWord(begin, end, number, out);
      }
      begin = end;
    }
  }

  /** The number of what is left of a word that an ordinal cuts, 届 of 第|十一届, or -1. */
  private int restOfWord(WordLattice words, int word) {
    int cut = compounds.cut();
    if (cut == Compounds.NONE || words.word(word) == CheapestPath.PHRASE) {
      return -1;
    }
    return model.trie().find(words.text(), cut, words.end(word));
  }

  private void addWord(int begin, int end, int number, Tokens out) {
    add(begin, end, model.tag(number), model.isOneForm(number) ? number : Tokens.NO_NUMBER, out);
  }

  private void addCompound(int begin, int end, Tokens out) {
    if (compounds.kind() == Compounds.Kind.MARKUP) {
      out.addMarkup(end);
    } else {
      add(begin, end, compounds.kind().tag(), Tokens.NO_NUMBER, out);
    }
  }
}
