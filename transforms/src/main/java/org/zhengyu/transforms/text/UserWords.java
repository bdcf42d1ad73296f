package org.zhengyu.transforms.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/** The words of HanLP's user dictionary, which are put together from shorter ones. Immutable. */
final class UserWords {
  private final WordTrie trie;
  private final byte[] tags;

  private UserWords(WordTrie trie, byte[] tags) {
    this.trie = trie;
    this.tags = tags;
  }

  /** The words of HanLP's trie. */
  static UserWords of(DoubleArrayTrie<CoreDictionary.Attribute> dictionary) {
    byte[] tags = new byte[dictionary.size()];
    for (int word = 0; word < tags.length; word++) {
      tags[word] = (byte) HanLpData.tagOf(dictionary.getValueAt(word));
    }
    return new UserWords(WordTrie.of(dictionary), tags);
  }

  WordTrie trie() {
    return trie;
  }

  /** The code of a word's tag. */
  int tag(int word) {
    return tags[word] & 0xFF;
  }
}
