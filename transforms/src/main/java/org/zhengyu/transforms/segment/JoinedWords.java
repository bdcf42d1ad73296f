package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import java.io.IOException;
import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * The words of HanLP's user dictionary that are words: those whose parts were never seen side by
 * side as words of their own. 低|碳 were not, nor 产业|链; but 新|的, 经济|发展 and 走|进 were, so that the
 * corpus which was counted takes each for two. Immutable.
 *
 * <p>Parts are what the core dictionary makes of the word. They may be single characters, or a word
 * and one character behind it: longer parts that never met are a phrase, not a word (系统集成). No part
 * is a numeral, for numerals were counted all together (亿|元).
 */
final class JoinedWords {
  private static final int FILTER_BITS = 1 << 19;
  private static final int FILTER_SHIFT = Integer.numberOfLeadingZeros(FILTER_BITS) + 1;

  // 2^32 divided by the golden ratio: multiplicative hashing spreads neighbours apart.
  private static final int HASH_32 = 0x9E3779B9;

  private final WordTrie trie;
  private final LanguageModel model;

  /**
   * Bits of the first two characters of words; of the first three where the first two are a word of
   * the core dictionary.
   */
  private final long[] filter;

  private JoinedWords(WordTrie trie, LanguageModel model, long[] filter) {
    this.trie = trie;
    this.model = model;
    this.filter = filter;
  }

  /** What {@link #write} wrote of the words of a model. */
  static JoinedWords read(ArrayFile.Reader in, LanguageModel model) {
    return new JoinedWords(WordTrie.read(in), model, in.longs());
  }

  void write(ArrayFile.Writer out) throws IOException {
    trie.write(out);
    out.longs(filter);
  }

  /**
   * Picks the words from HanLP's trie.
   *
   * @param texts the words of the trie
   * @param core the words that these are put together from
   */
  static JoinedWords of(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary, String[] texts, LanguageModel core) {
    Parts parts = new Parts(core);
    int[] numbers = new int[texts.length];
    byte[] tags = new byte[texts.length];
    int[] frequencies = new int[texts.length];
    int words = 0;
    for (int word = 0; word < texts.length; word++) {
      boolean joined = parts.areOneWord(texts[word]);
      numbers[word] = joined ? core.firstAdded() + words : -1;
      if (joined) {
        CoreDictionary.Attribute attribute = dictionary.getValueAt(word);
        frequencies[words] = Math.max(1, attribute.totalFrequency / WordWorth.TIMES);
        tags[words++] = (byte) HanLpData.tagOf(attribute);
      }
    }
    JoinedWords all =
        new JoinedWords(
            WordTrie.of(dictionary, word -> numbers[word]),
            core.withWords(Arrays.copyOf(tags, words), frequencies),
            new long[FILTER_BITS / Long.SIZE]);
    for (int word = 0; word < texts.length; word++) {
      if (numbers[word] >= 0) {
        String text = texts[word];
        boolean isLonger = core.trie().find(text.substring(0, 2)) >= 0;
        int bit = filterBit(text.charAt(0), text.charAt(1), isLonger ? text.charAt(2) : 0);
        all.filter[bit >>> 6] |= 1L << bit;
      }
    }
    return all;
  }

  /** The model that they were picked with, and these words. */
  LanguageModel model() {
    return model;
  }

  private static int filterBit(char first, char second, int third) {
    int hash = ((first << 16 | second) * HASH_32 + third) * HASH_32;
    return hash >>> FILTER_SHIFT;
  }

  /**
   * Is 0 if no word begins with these: most places are dismissed so, and some others are not.
   *
   * @param third if the first two are a word of the core dictionary, else 0
   */
  int mayBegin(char first, char second, int third) {
    int bit = filterBit(first, second, third);
    return (int) (filter[bit >>> 6] >>> bit) & 1;
  }

  /** Adds the words that begin at a place, and returns the first node that is free then. */
  int add(char[] text, int begin, int length, LatticeNodes nodes, int node) {
    int free = node;
    int state = trie.root();
    for (int at = begin; at < length; at++) {
      long step = trie.step(state, text[at]);
      if (step == WordTrie.NONE) {
        break;
      }
      if (WordTrie.endsWord(step)) {
        nodes.word[free] = WordTrie.word(step);
        nodes.end[free++] = at + 1;
      }
      state = WordTrie.state(step);
    }
    return free;
  }

  /** What the core dictionary makes of a word, and whether that was seen. */
  private static final class Parts {
    private static final String NO_ENDING = "fupcdyr";
    private static final Matches NONE = new Matches();

    private final LanguageModel core;
    private final WordLattice lattice;

    Parts(LanguageModel core) {
      this.core = core;
      this.lattice = new WordLattice(core, null, null);
    }

    boolean areOneWord(String word) {
      return word.length() > 1
          && isChinese(word)
          && core.trie().find(word) < 0
          && isShortEnough(word)
          && werePartsNeverSeen();
    }

    private static boolean isChinese(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (CharType.type[word.charAt(i)] != CharType.CT_CHINESE) {
          return false;
        }
      }
      return true;
    }

    /** Single characters, or one longer part and a character. */
    private boolean isShortEnough(String word) {
      lattice.segment(word, NONE, Undisputed.NOTHING);
      int parts = lattice.size();
      return parts == word.length()
          || (parts == 2 && lattice.end(0) == word.length() - 1 && mayEnd(lattice.word(1)));
    }

    /** A particle, preposition, conjunction, adverb, pronoun or place makes no longer word. */
    private boolean mayEnd(int character) {
      String tag = PartOfSpeech.of(core.tag(character)).name();
      return NO_ENDING.indexOf(tag.charAt(0)) < 0;
    }

    private boolean werePartsNeverSeen() {
      for (int i = 0; i + 1 < lattice.size(); i++) {
        int first = lattice.word(i);
        int second = lattice.word(i + 1);
        if (first < core.dictionaryWords()
            && second < core.dictionaryWords()
            && core.seen(first, second) > 0) {
          return false;
        }
      }
      return true;
    }
  }
}
