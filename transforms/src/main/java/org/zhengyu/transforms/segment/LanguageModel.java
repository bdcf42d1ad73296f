package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.util.Arrays;

/**
 * HanLP's core dictionary and bigrams. Words are numbers: first those of the dictionary, the most
 * frequent first, so that what is asked for most stands together; then what stands for the begin,
 * the end, and runs of characters that are no word. In the bigrams a word has an identity, which is
 * a number too, and which it may share with all names of its kind. Immutable.
 */
final class LanguageModel {
  private static final int NO_IDENTITY = -1;
  private static final int CHAR_TYPES = 32;

  /** With {@link #NO_IDENTITY} for a shift: what has none is a candidate beside any word. */
  private static final long BESIDE_ANY = 1L << NO_IDENTITY;

  /** Set in an identity if the frequency of the word is not that of its identity. */
  private static final int OWN_FREQUENCY = Integer.MIN_VALUE;

  private final WordTrie trie;
  private final TransitionCost costs;
  private final BigramTable bigrams;

  /** The frequency of each identity. */
  private final int[] frequencies;

  private final int dictionaryWords;
  private int words;
  private final int[] identity;
  private final int[] frequency;
  private final byte[] tag;
  private final long[] before;
  private final long[] after;
  private final double[] unseenCost;

  private final int begin;
  private final int end;

  /** What a run of characters of one type is that is no word; by {@link CharType}. */
  private final int[] atoms = new int[CHAR_TYPES];

  private LanguageModel(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs) {
    this.costs = costs;
    dictionaryWords = dictionary.size();
    int[] order = byFrequency(dictionary);
    int[] numbers = new int[dictionaryWords];
    frequencies = new int[dictionaryWords];
    for (int word = 0; word < dictionaryWords; word++) {
      numbers[order[word]] = word;
      frequencies[word] = dictionary.getValueAt(order[word]).totalFrequency;
    }
    trie = WordTrie.of(dictionary, word -> numbers[word]);
    int border = costs.total() / 10;
    frequencies[numbers[CoreDictionary.BEGIN_WORD_ID]] = border;
    frequencies[numbers[CoreDictionary.END_WORD_ID]] = border;
    bigrams =
        BigramTable.of(
            start,
            pair,
            numbers,
            (first, second, seen) -> costs.of(seen, frequencies[first], frequencies[second]));
    int capacity = dictionaryWords + CHAR_TYPES;
    identity = new int[capacity];
    frequency = new int[capacity];
    tag = new byte[capacity];
    before = new long[capacity];
    after = new long[capacity];
    unseenCost = new double[capacity];
    for (int theirs : order) {
      // HanLP's own rules say under which identity a word is looked up, and with which frequency.
      Vertex vertex = new Vertex("字", dictionary.getValueAt(theirs), theirs);
      int known = vertex.wordID == NO_IDENTITY ? NO_IDENTITY : numbers[vertex.wordID];
      add(known, vertex.attribute.totalFrequency, HanLpData.tagOf(vertex.attribute));
    }
    begin = add(numbers[CoreDictionary.BEGIN_WORD_ID], border, 0);
    end = add(numbers[CoreDictionary.END_WORD_ID], border, 0);
    addAtoms(numbers);
  }

  /** The model of HanLP's data. */
  static LanguageModel of(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs) {
    return new LanguageModel(dictionary, start, pair, costs);
  }

  /** HanLP's numbers of the words, the most frequent first. */
  private static int[] byFrequency(DoubleArrayTrie<CoreDictionary.Attribute> dictionary) {
    long[] sorted = new long[dictionary.size()];
    for (int word = 0; word < sorted.length; word++) {
      int rare = Integer.MAX_VALUE - dictionary.getValueAt(word).totalFrequency;
      sorted[word] = (long) rare << Integer.SIZE | word;
    }
    Arrays.sort(sorted);
    return Arrays.stream(sorted).mapToInt(word -> (int) word).toArray();
  }

  private void addAtoms(int[] numbers) {
    Arrays.fill(atoms, addAtom(NO_IDENTITY, Nature.n));
    int number = addAtom(numbers[CoreDictionary.M_WORD_ID], Nature.m);
    atoms[CharType.CT_NUM] = number;
    atoms[CharType.CT_INDEX] = number;
    atoms[CharType.CT_CNUM] = number;
    int mark = addAtom(NO_IDENTITY, Nature.w);
    atoms[CharType.CT_DELIMITER] = mark;
    atoms[CharType.CT_OTHER] = mark;
    atoms[CharType.CT_SINGLE] = addAtom(numbers[CoreDictionary.X_WORD_ID], Nature.nx);
  }

  private int addAtom(int newIdentity, Nature nature) {
    return add(newIdentity, Predefine.OOV_DEFAULT_FREQUENCY, HanLpData.tagOf(nature));
  }

  private int add(int newIdentity, int newFrequency, int newTag) {
    boolean known = newIdentity != NO_IDENTITY;
    boolean canonical = known && frequencies[newIdentity] == newFrequency;
    identity[words] = canonical ? newIdentity : newIdentity | OWN_FREQUENCY;
    frequency[words] = newFrequency;
    tag[words] = (byte) newTag;
    before[words] = known ? bigrams.before(newIdentity) | BESIDE_ANY : -1;
    after[words] = known ? bigrams.after(newIdentity) | BESIDE_ANY : -1;
    unseenCost[words] = costs.unseen(newFrequency);
    return words++;
  }

  /** The dictionary. */
  WordTrie trie() {
    return trie;
  }

  /** How many words are of the dictionary. */
  int dictionaryWords() {
    return dictionaryWords;
  }

  /** The code of a word's tag. */
  int tag(int word) {
    return tag[word] & 0xFF;
  }

  /** A run of characters of this type that is no word of the dictionary. */
  int atom(int charType) {
    return atoms[charType];
  }

  /** What stands before the first word. */
  int begin() {
    return begin;
  }

  /** What stands behind the last word. */
  int end() {
    return end;
  }

  /**
   * Takes over what is known of words: their identity, negative if costs from and to it have to be
   * computed; the bits of the words that were seen before and after them, by the lowest 6 of their
   * identity; and their cost after any that they were never seen with.
   */
  void describe(LatticeNodes nodes) {
    nodes.makeRoomForDescription();
    for (int node = 0; node < nodes.size; node++) {
      int word = nodes.word[node];
      nodes.identity[node] = identity[word];
      nodes.before[node] = before[word];
      nodes.after[node] = after[word];
      nodes.unseenCost[node] = unseenCost[word];
    }
  }

  /** Sets the cost of those pairs that may have been seen. */
  void findCosts(LatticeNodes nodes, LatticePairs pairs) {
    for (int i = 0; i < pairs.candidates; i++) {
      int first = nodes.identity[pairs.first[i]];
      int second = nodes.identity[pairs.second[i]];
      int pair = pairs.candidate[i];
      if ((first | second) < 0) {
        pairs.cost[pair] = cost(nodes.word[pairs.first[i]], nodes.word[pairs.second[i]]);
      } else {
        int place = bigrams.find(first, second);
        if (place != BigramTable.UNSEEN) {
          pairs.cost[pair] = bigrams.cost(place);
        }
      }
    }
  }

  /** With a word that has no identity HanLP takes the pair for seen once. */
  private double cost(int from, int to) {
    int first = identity[from];
    int second = identity[to];
    int seen = 1;
    if (first != NO_IDENTITY && second != NO_IDENTITY) {
      int place = bigrams.find(first & ~OWN_FREQUENCY, second & ~OWN_FREQUENCY);
      if (place == BigramTable.UNSEEN) {
        return unseenCost[to];
      }
      seen = bigrams.frequency(place);
    }
    return costs.of(seen, frequency[from], frequency[to]);
  }
}
