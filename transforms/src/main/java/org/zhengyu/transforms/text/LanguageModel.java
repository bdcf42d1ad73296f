package org.zhengyu.transforms.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;

/**
 * HanLP's core dictionary and bigrams. A word travels as 64 bits: its identity in the bigrams,
 * which it may share with all names of its kind; its frequency; its tag; and whether the frequency
 * is that of its identity, for which costs are known beforehand. Immutable.
 */
final class LanguageModel {
  private static final int NO_IDENTITY = -1;
  private static final int FREQUENCY_SHIFT = 21;
  private static final int TAG_SHIFT = 52;
  private static final long IDENTITY_MASK = (1L << FREQUENCY_SHIFT) - 1;
  private static final long TAG_MASK = 0xFF;

  /** Set where costs from and to a word are those of its identity. */
  private static final long CANONICAL = 1L << 60;

  private static final int CHAR_TYPES = 32;

  private final WordTrie trie;
  private final TransitionCost costs;
  private final BigramTable bigrams;

  /** The frequency of each identity. */
  private final int[] frequencies;

  /** Of each word of the trie its 64 bits, and the bits of its cost after an unseen word. */
  private final long[] words;

  /** No pair that was seen costs less. */
  private final double leastCost;

  /** What a run of characters of one type is that is no word; by {@link CharType}. */
  private final long[] atoms = new long[CHAR_TYPES];

  private final long begin;
  private final long end;

  private LanguageModel(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs) {
    this.trie = WordTrie.of(dictionary);
    this.costs = costs;
    int size = dictionary.size();
    if (size >= 1 << BigramTable.WORD_BITS) {
      throw new IllegalStateException("too many words: " + size);
    }
    frequencies = new int[size];
    words = new long[2 * size];
    for (int word = 0; word < size; word++) {
      frequencies[word] = dictionary.getValueAt(word).totalFrequency;
    }
    for (int word = 0; word < size; word++) {
      // HanLP's own rules say under which identity a word is looked up, and with which frequency.
      Vertex vertex = new Vertex("字", dictionary.getValueAt(word), word);
      int frequency = vertex.attribute.totalFrequency;
      words[2 * word] = pack(vertex.wordID, frequency, HanLpData.tagOf(vertex.attribute));
      words[2 * word + 1] = Double.doubleToRawLongBits(costs.unseen(frequency));
    }
    bigrams = new BigramTable(pair.length / 2);
    double least = Double.POSITIVE_INFINITY;
    for (int first = 0; first + 1 < start.length; first++) {
      for (int i = start[first]; i < start[first + 1]; i++) {
        int second = pair[2 * i];
        int seen = pair[2 * i + 1];
        double cost = costs.of(seen, frequencies[first], frequencies[second]);
        bigrams.add(first, second, seen, cost);
        least = Math.min(least, cost);
      }
    }
    leastCost = least;
    fillAtoms();
    begin = pack(CoreDictionary.BEGIN_WORD_ID, costs.total() / 10, 0);
    end = pack(CoreDictionary.END_WORD_ID, costs.total() / 10, 0);
  }

  /** The model of HanLP's data. */
  static LanguageModel of(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs) {
    return new LanguageModel(dictionary, start, pair, costs);
  }

  private void fillAtoms() {
    for (int type = 0; type < CHAR_TYPES; type++) {
      atoms[type] = atom(NO_IDENTITY, Nature.n);
    }
    long number = atom(CoreDictionary.M_WORD_ID, Nature.m);
    atoms[CharType.CT_NUM] = number;
    atoms[CharType.CT_INDEX] = number;
    atoms[CharType.CT_CNUM] = number;
    long mark = atom(NO_IDENTITY, Nature.w);
    atoms[CharType.CT_DELIMITER] = mark;
    atoms[CharType.CT_OTHER] = mark;
    atoms[CharType.CT_SINGLE] = atom(CoreDictionary.X_WORD_ID, Nature.nx);
  }

  private long atom(int identity, Nature nature) {
    return pack(identity, Predefine.OOV_DEFAULT_FREQUENCY, HanLpData.tagOf(nature));
  }

  private long pack(int identity, int frequency, int tag) {
    boolean canonical = identity >= 0 && frequencies[identity] == frequency;
    return identity + 1L
        | (long) frequency << FREQUENCY_SHIFT
        | (long) tag << TAG_SHIFT
        | (canonical ? CANONICAL : 0);
  }

  private static int identity(long word) {
    return (int) (word & IDENTITY_MASK) - 1;
  }

  private static int frequency(long word) {
    return (int) (word >>> FREQUENCY_SHIFT) & Integer.MAX_VALUE;
  }

  /** The code of a word's tag. */
  static int tag(long word) {
    return (int) (word >>> TAG_SHIFT & TAG_MASK);
  }

  WordTrie trie() {
    return trie;
  }

  /** A word of the trie. */
  long word(int number) {
    return words[2 * number];
  }

  /** {@link #unseenCost} of a word of the trie. */
  double unseenCostOfWord(int number) {
    return Double.longBitsToDouble(words[2 * number + 1]);
  }

  /** A run of characters of this type that is no word of the trie. */
  long atom(int charType) {
    return atoms[charType];
  }

  /** What stands before the first word. */
  long begin() {
    return begin;
  }

  /** What stands behind the last word. */
  long end() {
    return end;
  }

  /** The cost of a word after any that it was never seen with. */
  double unseenCost(long word) {
    return costs.unseen(frequency(word));
  }

  /**
   * What a word costs at least after another, without looking them up; of words that share their
   * identity nothing is known.
   */
  double leastCost(long from, long to) {
    return (from & to & CANONICAL) != 0 ? leastCost : Double.NEGATIVE_INFINITY;
  }

  /**
   * The cost of a word after another.
   *
   * @param unseen the cost of the second after one that it was never seen with
   */
  double cost(long from, long to, double unseen) {
    if ((from & to & CANONICAL) != 0) {
      int place = bigrams.find(identity(from), identity(to));
      return place == BigramTable.UNSEEN ? unseen : bigrams.cost(place);
    }
    return costOfOthers(from, to, unseen);
  }

  /** With a word that has no identity HanLP takes the pair for seen once. */
  private double costOfOthers(long from, long to, double unseen) {
    int seen = 1;
    if (identity(from) != NO_IDENTITY && identity(to) != NO_IDENTITY) {
      int place = bigrams.find(identity(from), identity(to));
      if (place == BigramTable.UNSEEN) {
        return unseen;
      }
      seen = bigrams.frequency(place);
    }
    return costs.of(seen, frequency(from), frequency(to));
  }
}
