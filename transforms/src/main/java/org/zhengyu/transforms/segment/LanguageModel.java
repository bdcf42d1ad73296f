package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.io.IOException;
import java.util.Arrays;

/**
 * HanLP's core dictionary and bigrams. Words are numbers: first those of the dictionary, the most
 * frequent first, so that what is asked for most stands together; then what stands for the begin,
 * the end, names, and runs of characters that are no word; then words that were {@linkplain
 * #withWords added}. In the bigrams a word has an identity, which is a number too, and which it may
 * share with all names of its kind. Immutable.
 *
 * <p>As HanLP has it, any name of a person costs what all names together do, as if no other could
 * stand there, and two characters that were once counted apart (创|新) are cheaper than the word that
 * they nearly always are, and a word that was seen once hardly dearer than one that is seen every
 * day. A corrected model takes for a name its share of all names too, drops such pairs, and adds to
 * the cost of rare words; a place that was seen once is such a word, not any place.
 */
final class LanguageModel {
  private static final int NO_IDENTITY = -1;
  private static final int CHAR_TYPES = 32;

  private static final int FACTS = 4;
  private static final int BEFORE = 1;
  private static final int AFTER = 2;
  private static final int UNSEEN_COST = 3;

  /** With {@link #NO_IDENTITY} for a shift: what has none is a candidate beside any word. */
  private static final long BESIDE_ANY = 1L << NO_IDENTITY;

  /** Set in an identity if the frequency of the word is not that of its identity. */
  private static final int OWN_FREQUENCY = Integer.MIN_VALUE;

  /** So many times as often two characters must be one word for their pair to be dropped. */
  private static final int WORD_OR_PAIR = 10;

  /**
   * What a name costs at least after a word that it was never seen after: names are a 35th of the
   * news that was counted, and far less of other text.
   */
  private static final double UNSEEN_PERSON = 8;

  /** What a name costs more that was seen but once, and so will hardly be seen again. */
  private static final double SEEN_ONCE = 5;

  /**
   * What a word costs more after one it was never seen after, for each time that it is e times as
   * rare as a word seen {@link #OFTEN}: HanLP hardly makes a difference there.
   */
  private static final double RARITY = 0.35;

  private static final double OFTEN = 1000;

  private final WordTrie trie;
  private final TransitionCost costs;
  private final BigramTable bigrams;

  /** The frequency of each identity. */
  private final int[] frequencies;

  private final int dictionaryWords;
  private int words;

  /**
   * Of each word what is asked of all words of a sentence, side by side: its identity; the bits of
   * the words seen before it and after it; its cost after any that it was never seen with.
   */
  private final long[] facts;

  private final int[] frequency;
  private final byte[] tag;

  /** The identity of names of persons. */
  private final int persons;

  /** Of a name of the dictionary what of its cost is that it is this one. */
  private final double[] ownCost;

  private final int begin;
  private final int end;
  private final int chineseName;
  private final int foreignName;
  private final int firstAdded;

  /** What a run of characters of one type is that is no word; by {@link CharType}. */
  private final int[] atoms;

  private final byte[] charTypes;

  private LanguageModel(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs,
      boolean corrected) {
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
    char[] characters = trie.charactersThatAreWords(dictionaryWords);
    bigrams =
        BigramTable.of(
            start,
            pair,
            numbers,
            (first, second, seen) ->
                !corrected || isPair(characters[first], characters[second], seen),
            (first, second, seen) -> costs.of(seen, frequencies[first], frequencies[second]));
    persons = numbers[CoreDictionary.NR_WORD_ID];
    int places = numbers[CoreDictionary.NS_WORD_ID];
    int capacity = dictionaryWords + CHAR_TYPES;
    facts = new long[FACTS * capacity];
    frequency = new int[capacity];
    tag = new byte[capacity];
    ownCost = new double[capacity];
    for (int theirs : order) {
      // HanLP's own rules say under which identity a word is looked up, and with which frequency.
      Vertex vertex = new Vertex("字", dictionary.getValueAt(theirs), theirs);
      int known = vertex.wordID == NO_IDENTITY ? NO_IDENTITY : numbers[vertex.wordID];
      int tagOfWord = HanLpData.tagOf(vertex.attribute);
      if (corrected && known == persons) {
        int word = addPerson(vertex.attribute.totalFrequency, tagOfWord);
        if (vertex.attribute.totalFrequency == 1 && characters[word] == 0) {
          addOwnCost(word, SEEN_ONCE);
        }
      } else {
        boolean isRarePlace = known == places && vertex.attribute.totalFrequency == 1;
        int word =
            add(
                corrected && isRarePlace ? numbers[theirs] : known,
                vertex.attribute.totalFrequency,
                tagOfWord);
        if (corrected) {
          addRarity(word);
        }
      }
    }
    begin = add(numbers[CoreDictionary.BEGIN_WORD_ID], border, 0);
    end = add(numbers[CoreDictionary.END_WORD_ID], border, 0);
    chineseName = addPerson(frequencies[persons], HanLpData.tagOf(Nature.nr));
    foreignName = addPerson(frequencies[persons], HanLpData.tagOf(Nature.nrf));
    atoms = new int[CHAR_TYPES];
    addAtoms(numbers);
    charTypes = corrected ? CharacterTypes.lettersApart() : CharacterTypes.ofHanLp();
    firstAdded = words;
  }

  private LanguageModel(LanguageModel model, byte[] tags, int[] newFrequencies) {
    trie = model.trie;
    costs = model.costs;
    bigrams = model.bigrams;
    frequencies = model.frequencies;
    dictionaryWords = model.dictionaryWords;
    persons = model.persons;
    begin = model.begin;
    end = model.end;
    chineseName = model.chineseName;
    foreignName = model.foreignName;
    atoms = model.atoms;
    charTypes = model.charTypes;
    words = model.words;
    int capacity = words + tags.length;
    facts = Arrays.copyOf(model.facts, FACTS * capacity);
    frequency = Arrays.copyOf(model.frequency, capacity);
    tag = Arrays.copyOf(model.tag, capacity);
    ownCost = Arrays.copyOf(model.ownCost, capacity);
    firstAdded = words;
    for (int i = 0; i < tags.length; i++) {
      int word = add(NO_IDENTITY, newFrequencies[i], tags[i]);
      addRarity(word);
      // HanLP takes what it does not know for seen beside any word. These are known never to be.
      facts[FACTS * word + BEFORE] = 0;
      facts[FACTS * word + AFTER] = 0;
    }
  }

  private LanguageModel(ArrayFile.Reader in) {
    trie = WordTrie.read(in);
    bigrams = BigramTable.read(in);
    double[] weights = in.doubles();
    int[] numbers = in.ints();
    costs = new TransitionCost(weights[0], weights[1], numbers[0]);
    dictionaryWords = numbers[1];
    words = numbers[2];
    persons = numbers[3];
    begin = numbers[4];
    end = numbers[5];
    chineseName = numbers[6];
    foreignName = numbers[7];
    firstAdded = numbers[8];
    frequencies = in.ints();
    facts = in.longs();
    frequency = in.ints();
    tag = in.bytes();
    ownCost = in.doubles();
    atoms = in.ints();
    charTypes = in.bytes();
  }

  /** What {@link #write} wrote. */
  static LanguageModel read(ArrayFile.Reader in) {
    return new LanguageModel(in);
  }

  void write(ArrayFile.Writer out) throws IOException {
    trie.write(out);
    bigrams.write(out);
    out.doubles(costs.lambda(), costs.mu());
    out.ints(
        costs.total(),
        dictionaryWords,
        words,
        persons,
        begin,
        end,
        chineseName,
        foreignName,
        firstAdded);
    out.ints(frequencies);
    out.longs(facts);
    out.ints(frequency);
    out.bytes(tag);
    out.doubles(ownCost);
    out.ints(atoms);
    out.bytes(charTypes);
  }

  /**
   * The model of HanLP's data.
   *
   * @param corrected whether it differs from HanLP's own where that is at fault
   */
  static LanguageModel of(
      DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
      int[] start,
      int[] pair,
      TransitionCost costs,
      boolean corrected) {
    return new LanguageModel(dictionary, start, pair, costs, corrected);
  }

  /** This model and more words, by the codes of their tags, and how often each was seen. */
  LanguageModel withWords(byte[] tags, int[] newFrequencies) {
    return new LanguageModel(this, tags, newFrequencies);
  }

  /**
   * This model with words of the dictionary that cost more after any that they were never seen
   * with.
   *
   * @param more of each word; infinite if it is never to be taken
   */
  LanguageModel withDearerWords(double[] more) {
    LanguageModel dearer = withWords(new byte[0], new int[0]);
    for (int word = 0; word < more.length; word++) {
      dearer.setUnseenCost(word, unseenCost(word) + more[word]);
      if (more[word] == Double.POSITIVE_INFINITY) {
        dearer.facts[FACTS * word + BEFORE] = 0;
        dearer.facts[FACTS * word + AFTER] = 0;
      }
    }
    return dearer;
  }

  /**
   * Whether two characters that are words are not rather one word.
   *
   * @param first the character that the first word is, or 0
   */
  private boolean isPair(char first, char second, int seen) {
    if (first == 0 || second == 0) {
      return true;
    }
    long step = trie.step(WordTrie.state(trie.step(trie.root(), first)), second);
    return !WordTrie.endsWord(step) || frequencies[WordTrie.word(step)] < WORD_OR_PAIR * seen;
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

  private int addPerson(int newFrequency, int newTag) {
    int all = frequencies[persons];
    int word = add(persons, all, newTag);
    setUnseenCost(word, Math.max(unseenCost(word), UNSEEN_PERSON));
    addOwnCost(word, -Math.log((double) newFrequency / all));
    return word;
  }

  private void addRarity(int word) {
    double rarer = Math.log(OFTEN / Math.max(1, frequency[word]));
    setUnseenCost(word, unseenCost(word) + RARITY * rarer);
  }

  private void addOwnCost(int word, double cost) {
    ownCost[word] += cost;
    setUnseenCost(word, unseenCost(word) + cost);
  }

  private int add(int newIdentity, int newFrequency, int newTag) {
    boolean known = newIdentity != NO_IDENTITY;
    boolean canonical = known && frequencies[newIdentity] == newFrequency;
    int fact = FACTS * words;
    facts[fact] = canonical ? newIdentity : newIdentity | OWN_FREQUENCY;
    frequency[words] = newFrequency;
    tag[words] = (byte) newTag;
    facts[fact + BEFORE] = known ? bigrams.before(newIdentity) | BESIDE_ANY : -1;
    facts[fact + AFTER] = known ? bigrams.after(newIdentity) | BESIDE_ANY : -1;
    setUnseenCost(words, costs.unseen(newFrequency));
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

  /** Whether no other form has the number of this word. */
  boolean isOneForm(int word) {
    return word < dictionaryWords || word >= firstAdded;
  }

  /** The number of the first word that was added. */
  int firstAdded() {
    return firstAdded;
  }

  /** How often a word of the dictionary was seen. */
  int frequency(int word) {
    return frequencies[word];
  }

  /** How often a word of the dictionary was seen after another. */
  int seen(int first, int second) {
    int place = bigrams.find(first, second);
    return place == BigramTable.UNSEEN ? 0 : bigrams.frequency(place);
  }

  /** How often a word was seen that is not of the dictionary; never, if it is a name. */
  int seenElsewhere(int word) {
    return word == chineseName || word == foreignName ? 0 : frequency[word];
  }

  /** The code of a word's tag. */
  int tag(int word) {
    return tag[word] & 0xFF;
  }

  /** A run of characters of this type that is no word of the dictionary. */
  int atom(int charType) {
    return atoms[charType];
  }

  /** The type of each character, by {@link CharType}. */
  byte[] charTypes() {
    return charTypes;
  }

  /** A Chinese name. */
  int chineseName() {
    return chineseName;
  }

  /** A name from another language, written in characters by their sound. */
  int foreignName() {
    return foreignName;
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
   * identity; their cost after any that they were never seen with; and of names what of a cost is
   * that it is this name.
   */
  void describe(LatticeNodes nodes) {
    nodes.makeRoomForDescription();
    // Without the optimizing compiler a field is read anew each time.
    int size = nodes.size;
    int[] word = nodes.word;
    int[] identity = nodes.identity;
    long[] before = nodes.before;
    long[] after = nodes.after;
    double[] unseenCost = nodes.unseenCost;
    long[] known = facts;
    int person = persons;
    for (int node = 0; node < size; node++) {
      int fact = FACTS * word[node];
      identity[node] = (int) known[fact];
      before[node] = known[fact + BEFORE];
      after[node] = known[fact + AFTER];
      unseenCost[node] = Double.longBitsToDouble(known[fact + UNSEEN_COST]);
      if (identity[node] == person) {
        nodes.ownCost[node] = ownCost[word[node]];
      }
    }
  }

  /** Sets the cost of those pairs that may have been seen. */
  void findCosts(LatticeNodes nodes, LatticePairs pairs) {
    int candidates = pairs.candidates;
    int[] candidate = pairs.candidate;
    int[] firsts = pairs.first;
    int[] seconds = pairs.second;
    int[] identity = nodes.identity;
    double[] cost = pairs.cost;
    BigramTable table = bigrams;
    int person = persons;
    for (int i = 0; i < candidates; i++) {
      int first = identity[firsts[i]];
      int second = identity[seconds[i]];
      if ((first | second) < 0) {
        int from = nodes.word[firsts[i]];
        int to = nodes.word[seconds[i]];
        int seen = timesSeen(from, to);
        if (seen == BigramTable.UNSEEN) {
          continue;
        }
        cost[candidate[i]] = costs.of(seen, frequency[from], frequency[to]);
      } else {
        int place = table.find(first, second);
        if (place == BigramTable.UNSEEN) {
          continue;
        }
        cost[candidate[i]] = table.cost(place);
      }
      if (second == person) {
        cost[candidate[i]] += nodes.ownCost[seconds[i]];
      }
    }
  }

  /**
   * How often a word was seen after another, or {@link BigramTable#UNSEEN}. With a word that has no
   * identity HanLP takes the pair for seen once.
   */
  private int timesSeen(int from, int to) {
    int first = identity(from);
    int second = identity(to);
    if (first == NO_IDENTITY || second == NO_IDENTITY) {
      return 1;
    }
    int place = bigrams.find(first & ~OWN_FREQUENCY, second & ~OWN_FREQUENCY);
    return place == BigramTable.UNSEEN ? place : bigrams.frequency(place);
  }

  private int identity(int word) {
    return (int) facts[FACTS * word];
  }

  private double unseenCost(int word) {
    return Double.longBitsToDouble(facts[FACTS * word + UNSEEN_COST]);
  }

  private void setUnseenCost(int word, double cost) {
    facts[FACTS * word + UNSEEN_COST] = Double.doubleToRawLongBits(cost);
  }
}
