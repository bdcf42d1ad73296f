package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * All words that a sentence may consist of, and what each costs after each that it may follow:
 * HanLP's bigram segmentation with the same words, costs and order of comparisons, and with {@link
 * UnlistedWords} where there are any. Nodes are numbers, and their properties stand in arrays that
 * are used again for each sentence. Not thread-safe.
 *
 * <p>It goes over the sentence several times, and asks the dictionaries for one thing each time:
 * the next question never waits for an answer, so that the memory works on many at once.
 */
final class WordLattice {
  /** The node before the sentence. */
  private static final int BEGIN = 0;

  private static final int NOWHERE = -1;
  private static final Matches NO_PHRASES = new Matches();
  private static final char NO_CHARACTER = 0;

  /** Marks that may stand within a number. */
  private static final String DECIMAL_MARKS = "，,．.";

  private static final int QUANTIFIER = PartOfSpeech.named("q").code();
  private static final int ABBREVIATION = PartOfSpeech.named("j").code();

  /** Shorter ones stand in words by chance: 中西 in 中西部. */
  private static final int SHORTEST_ABBREVIATION = 3;

  private final LanguageModel model;
  private final WordTrie trie;
  private final @Nullable UnlistedWords unlisted;
  private final byte[] charTypes;

  private char[] text = new char[256];
  private int length;

  /** Of each place the cells of the dictionary for the character there and the one behind it. */
  private long[] firstCell = new long[256];

  private long[] secondCell = new long[256];

  /** Where the longest word of the dictionary ends that begins at a place, or 0. */
  private int[] longestEnd = new int[256];

  /**
   * The nodes that begin at a place, those of the dictionary first and the shorter before the
   * longer, from here to where the next place has them. The node behind the sentence is the only
   * one that begins at its end.
   */
  private int[] firstNode = new int[256];

  /** Where a numeral begins a longer word. */
  private int[] numerals = new int[64];

  private int numeralCount;

  /** Where unlisted words may begin, and behind that a place where nothing does. */
  private int[] unlistedPlaces = new int[256];

  private final LatticeNodes nodes = new LatticeNodes();
  private final LatticePairs pairs = new LatticePairs();
  private final CheapestPath path;
  private final @Nullable ShiftedBorders shifted;

  /**
   * @param unlisted what there is beside the words of the model; with none it is as HanLP has it
   * @param worth of the words; with none there may be no phrases
   */
  WordLattice(LanguageModel model, @Nullable UnlistedWords unlisted, @Nullable WordWorth worth) {
    path = new CheapestPath(nodes, pairs, worth);
    shifted = unlisted == null || worth == null ? null : new ShiftedBorders(model, worth);
    this.model = model;
    this.trie = model.trie();
    this.unlisted = unlisted;
    this.charTypes = model.charTypes();
  }

  /**
   * Finds the cheapest way through a sentence.
   *
   * @param sentence not empty
   * @param phrases those that are not guarded may be words, too
   * @param document what is beyond doubt in the document that it is from
   */
  void segment(String sentence, Matches phrases, Undisputed document) {
    segment(sentence, phrases, document, false);
  }

  /** Finds the cheapest way through a word, which is not empty, as if there were no such word. */
  void segmentApart(String word) {
    segment(word, NO_PHRASES, Undisputed.NOTHING, true);
  }

  private void segment(String sentence, Matches phrases, Undisputed document, boolean isApart) {
    length = sentence.length();
    if (length + 3 > text.length) {
      int capacity = 2 * length + 3;
      text = new char[capacity];
      firstCell = new long[capacity];
      secondCell = new long[capacity];
      longestEnd = new int[capacity];
      firstNode = new int[capacity];
      unlistedPlaces = new int[capacity];
    }
    sentence.getChars(0, length, text, 0);
    text[length] = NO_CHARACTER;
    text[length + 1] = NO_CHARACTER;
    trie.fetch(text, length, firstCell, secondCell);
    if (unlisted == null) {
      unlistedPlaces[0] = NOWHERE;
    } else {
      unlisted.findPlaces(text, length, firstCell, secondCell, unlistedPlaces);
    }
    findWords(isApart);
    if (isApart) {
      leaveOutWhole();
    }
    findAtoms();
    addNumeralsOf(phrases);
    if (unlisted != null) {
      addSingleNumerals();
    }
    model.describe(nodes);
    nodes.addNameCosts();
    findPairs();
    model.findCosts(nodes, pairs);
    path.find(firstNode, length, phrases, document);
    if (shifted != null && shifted.mend(path, text)) {
      path.joinPhrases();
    }
  }

  /** The number of words on the cheapest way. */
  int size() {
    return path.size();
  }

  /** Where a word of the cheapest way ends. */
  int end(int i) {
    return path.end(i);
  }

  /**
   * The number that the model has for a word of the cheapest way, or {@link CheapestPath#PHRASE}.
   */
  int word(int i) {
    return path.word(i);
  }

  /**
   * The ends, as bits, of the abbreviations of three characters or more that begin the sentence.
   * Each character of one stands for a word, so no other may end within it: 中小学 in 中小学校.
   */
  long abbreviationsAtBegin() {
    long ends = 0;
    for (int node = firstNode[0]; node < firstNode[1]; node++) {
      int end = nodes.end[node];
      boolean isLong = end >= SHORTEST_ABBREVIATION && end < Math.min(length, Long.SIZE);
      if (isLong && model.tag(nodes.word[node]) == ABBREVIATION) {
        ends |= 1L << end;
      }
    }
    return ends;
  }

  /** The characters of the sentence, and behind them two that are 0 and some of no meaning. */
  char[] text() {
    return text;
  }

  /** The number of characters of the sentence. */
  int length() {
    return length;
  }

  /**
   * Finds the words, and leaves room where there may be an atom.
   *
   * @param isApart whether there may be one at the begin in any case
   */
  private void findWords(boolean isApart) {
    nodes.clear();
    numeralCount = 0;
    nodes.makeRoom(1);
    nodes.word[BEGIN] = model.begin();
    nodes.end[BEGIN] = 0;
    int node = BEGIN + 1;
    int[] places = unlistedPlaces;
    int place = 0;
    int found = places[0];
    int nextPlace = UnlistedWords.place(found);
    for (int begin = 0; begin < length; begin++) {
      firstNode[begin] = node;
      nodes.makeRoom(node + 2 * (length - begin) + UnlistedWords.MOST_NAMES + 2);
      int[] word = nodes.word;
      int[] end = nodes.end;
      int longest = 0;
      int at = begin;
      long cell = firstCell[at];
      while (WordTrie.leads(cell, text[at])) {
        at++;
        if (WordTrie.endsWord(cell)) {
          longest = at;
          word[node] = WordTrie.word(cell);
          end[node++] = at;
        }
        if (at == length) {
          break;
        }
        cell = at == begin + 1 ? secondCell[begin] : trie.cell(WordTrie.state(cell), text[at]);
      }
      longestEnd[begin] = longest;
      if (begin == nextPlace) {
        node = unlisted.add(text, found, length, longest > begin + 1, nodes, node);
        found = places[++place];
        nextPlace = UnlistedWords.place(found);
      }
      if (longest == 0 || charTypes[text[begin]] == CharType.CT_CNUM || (isApart && begin == 0)) {
        if (longest > begin + 1) {
          addNumeral(begin);
        }
        // Room for an atom. Nothing begins where it ends as long as it is none.
        word[node] = model.end();
        end[node++] = length + 1;
      }
    }
    firstNode[length] = node;
    nodes.word[node] = model.end();
    nodes.end[node++] = length + 1;
    firstNode[length + 1] = node;
    firstNode[length + 2] = node;
    nodes.size = node;
  }

  /** Takes out every word that is the whole sentence. */
  private void leaveOutWhole() {
    longestEnd[0] = 0;
    for (int node = firstNode[0]; node < firstNode[1]; node++) {
      if (nodes.end[node] == length) {
        nodes.word[node] = model.end();
        nodes.end[node] = length + 1;
      } else if (nodes.end[node] < length && nodes.word[node] < model.dictionaryWords()) {
        longestEnd[0] = nodes.end[node];
      }
    }
  }

  /** Fills the gaps that the longest words leave with what else the characters may be. */
  private void findAtoms() {
    for (int place = 0; place < length; ) {
      if (longestEnd[place] != 0) {
        place = longestEnd[place];
        if (unlisted != null && isFree(place - 1) && areFigures(place - 1)) {
          addAtom(place - 1, place, CharType.CT_CNUM);
        }
      } else {
        int gapEnd = place + 1;
        while (gapEnd < length
            && (longestEnd[gapEnd] == 0 || charTypes[text[gapEnd]] == CharType.CT_CNUM)) {
          gapEnd++;
        }
        addAtoms(place, gapEnd);
        place = gapEnd;
      }
    }
  }

  /** Adds the numerals that phrases begin with and words end with: 一|批|零碳, not only 一|批零|碳. */
  private void addNumeralsOf(Matches phrases) {
    for (int i = 0; i < phrases.size(); i++) {
      int begin = phrases.begin(i);
      if (isFree(begin) && charTypes[text[begin]] == CharType.CT_CNUM) {
        addAtom(begin, begin + 1, CharType.CT_CNUM);
      }
    }
  }

  /** Whether nothing at all may begin there so far. */
  private boolean isFree(int place) {
    return longestEnd[place] == 0 && nodes.end[firstNode[place + 1] - 1] > length;
  }

  /** Whether years may be written with the character there and the next. */
  private boolean areFigures(int place) {
    return Compounds.isFigure(text[place]) && Compounds.isFigure(text[place + 1]);
  }

  /** Cuts a gap where the type of the characters changes; a number may hold a decimal mark. */
  private void addAtoms(int gapBegin, int gapEnd) {
    int begin = gapBegin;
    byte type = charTypes[text[begin]];
    for (int i = begin + 1; i < gapEnd; i++) {
      byte next = charTypes[text[i]];
      if (next == CharacterTypes.AS_BEFORE) {
        continue;
      }
      if (next != type) {
        if (type == CharType.CT_NUM
            && DECIMAL_MARKS.indexOf(text[i]) >= 0
            && i + 1 < gapEnd
            && charTypes[text[i + 1]] == CharType.CT_NUM) {
          continue;
        }
        addAtom(begin, i, type);
        begin = i;
      }
      type = next;
    }
    addAtom(begin, gapEnd, type);
  }

  private void addAtom(int begin, int gapEnd, byte type) {
    boolean beforeUnit = unlisted != null && type == CharType.CT_CNUM && beginsUnit(gapEnd - 1);
    int atomEnd = beforeUnit && gapEnd - 1 > begin ? gapEnd - 1 : gapEnd;
    int atom = firstNode[begin + 1] - 1;
    for (int node = firstNode[begin]; node < atom; node++) {
      if (nodes.end[node] == atomEnd) {
        return;
      }
    }
    nodes.word[atom] = model.atom(type);
    nodes.end[atom] = atomEnd;
  }

  private void addNumeral(int place) {
    if (numeralCount == numerals.length) {
      numerals = Arrays.copyOf(numerals, 2 * numeralCount);
    }
    numerals[numeralCount++] = place;
  }

  /** Adds numerals that begin a word, where another word crosses its end: 一|中心, not only 一中|心. */
  private void addSingleNumerals() {
    for (int i = 0; i < numeralCount; i++) {
      int begin = numerals[i];
      int atom = firstNode[begin + 1] - 1;
      boolean isFree = nodes.end[atom] > length;
      boolean isCrossed = begin + 1 < length && longestEnd[begin] < longestEnd[begin + 1];
      if (isFree && isCrossed && nodes.end[firstNode[begin]] > begin + 1) {
        nodes.word[atom] = model.atom(CharType.CT_CNUM);
        nodes.end[atom] = begin + 1;
      }
    }
  }

  /** Whether a unit begins with the numeral there: 千瓦. */
  private boolean beginsUnit(int place) {
    for (int node = firstNode[place]; node < firstNode[place + 1]; node++) {
      if (nodes.end[node] > place + 1 && model.tag(nodes.word[node]) == QUANTIFIER) {
        return true;
      }
    }
    return false;
  }

  /** Finds which words meet, and sorts out the pairs that were never seen. */
  private void findPairs() {
    int size = nodes.size;
    int[] end = nodes.end;
    int[] identity = nodes.identity;
    long[] before = nodes.before;
    long[] after = nodes.after;
    double[] unseenCost = nodes.unseenCost;
    int[] begins = firstNode;
    int pair = 0;
    int candidates = 0;
    int[] firstPair = nodes.firstPair;
    for (int first = 0; first < size; first++) {
      firstPair[first] = pair;
      int second = begins[end[first]];
      int last = begins[end[first] + 1];
      pairs.makeRoom(pair + last - second);
      double[] cost = pairs.cost;
      int[] candidate = pairs.candidate;
      int[] candidateFirst = pairs.first;
      int[] candidateSecond = pairs.second;
      int firstIdentity = identity[first];
      long afterFirst = after[first];
      for (; second < last; second++) {
        cost[pair] = unseenCost[second];
        // Whether it is one is as good as random: written in any case, it costs no wrong guess.
        candidate[candidates] = pair;
        candidateFirst[candidates] = first;
        candidateSecond[candidates] = second;
        candidates +=
            (int) (before[second] >>> firstIdentity & afterFirst >>> identity[second]) & 1;
        pair++;
      }
    }
    pairs.candidates = candidates;
  }
}
