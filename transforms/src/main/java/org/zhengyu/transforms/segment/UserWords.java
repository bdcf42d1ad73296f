package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/** The words of HanLP's user dictionary, which are put together from shorter ones. Immutable. */
final class UserWords {
  private final LanguageModel model;
  private final WordTrie trie;
  private final byte[] tags;

  /** Of each word of the core dictionary where it leads from the root. */
  private final long[] steps;

  /** Of each word of the core dictionary the bits of the characters that lead on from there. */
  private final long[] next;

  private UserWords(LanguageModel model, WordTrie trie, byte[] tags) {
    this.model = model;
    this.trie = trie;
    this.tags = tags;
    steps = trie.stepsAlong(model.trie(), model.dictionaryWords());
    next = new long[steps.length];
    long[] nextOfState = trie.next();
    for (int word = 0; word < steps.length; word++) {
      next[word] = steps[word] == WordTrie.NONE ? 0 : nextOfState[WordTrie.state(steps[word])];
    }
  }

  /**
   * The words of HanLP's trie.
   *
   * @param model the words that these are put together from
   */
  static UserWords of(DoubleArrayTrie<CoreDictionary.Attribute> dictionary, LanguageModel model) {
    byte[] tags = new byte[dictionary.size()];
    for (int word = 0; word < tags.length; word++) {
      tags[word] = (byte) HanLpData.tagOf(dictionary.getValueAt(word));
    }
    return new UserWords(model, WordTrie.of(dictionary, word -> word), tags);
  }

  WordTrie trie() {
    return trie;
  }

  LanguageModel model() {
    return model;
  }

  /** The code of a word's tag. */
  int tag(int word) {
    return tags[word] & 0xFF;
  }

  /** Where a word of the core dictionary leads from the root, or {@link WordTrie#NONE}. */
  long step(int coreWord) {
    return steps[coreWord];
  }

  /** Whether a character may lead on from where a word of the core dictionary leads. */
  boolean mayGoOn(int coreWord, char character) {
    return (next[coreWord] >>> character & 1) != 0;
  }
}
