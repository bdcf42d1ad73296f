package org.zhengyu.transforms.text;

import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;

/**
 * All words that a sentence may consist of, and the cheapest way through them: HanLP's bigram
 * segmentation with the same words, costs and order of comparisons. Nodes are numbers, and their
 * properties stand in arrays that are used again for each sentence. Not thread-safe.
 *
 * <p>Viterbi (1967).
 */
final class WordLattice {
  private static final int NONE = -1;

  /** The node before the sentence. */
  private static final int BEGIN = 0;

  /** Marks that may stand within a number. */
  private static final String DECIMAL_MARKS = "，,．.";

  private final LanguageModel model;
  private final WordTrie trie;
  private final byte[] charTypes = CharType.type;

  private char[] text = new char[256];
  private int length;

  /**
   * The words that begin at a place, shortest first, from here to where the next place has them.
   */
  private int[] firstNode = new int[257];

  /** What begins at a place beside words of the dictionary, or {@link #NONE}. */
  private int[] atom = new int[256];

  private int nodes;
  private long[] word = new long[1024];
  private int[] end = new int[1024];
  private double[] unseenCost = new double[1024];
  private double[] weight = new double[1024];
  private int[] from = new int[1024];

  /** The words of the cheapest way. */
  private int[] path = new int[256];

  private int pathLength;

  WordLattice(LanguageModel model) {
    this.model = model;
    this.trie = model.trie();
  }

  /** Finds the cheapest way through a sentence, which is not empty. */
  void segment(String sentence) {
    length = sentence.length();
    if (length > text.length) {
      text = new char[2 * length];
      firstNode = new int[2 * length + 1];
      atom = new int[2 * length];
      path = new int[2 * length];
    }
    sentence.getChars(0, length, text, 0);
    findWords();
    findAtoms();
    tracePath(findCheapest());
  }

  /** The number of words on the cheapest way. */
  int size() {
    return pathLength;
  }

  /** Where a word of the cheapest way ends. */
  int end(int i) {
    return end[path[i]];
  }

  /** The code of the tag of a word of the cheapest way. */
  int tag(int i) {
    return LanguageModel.tag(word[path[i]]);
  }

  /** The characters of the sentence; the array is longer. */
  char[] text() {
    return text;
  }

  private void findWords() {
    nodes = 0;
    addNode(model.begin(), 0, 0);
    int root = trie.root();
    for (int begin = 0; begin < length; begin++) {
      firstNode[begin] = nodes;
      int state = root;
      for (int i = begin; i < length; i++) {
        long step = trie.step(state, text[i]);
        if (step == WordTrie.NONE) {
          break;
        }
        if (WordTrie.endsWord(step)) {
          int number = trie.word(step);
          addNode(model.word(number), i + 1, model.unseenCostOfWord(number));
        }
        state = WordTrie.state(step);
      }
    }
    firstNode[length] = nodes;
  }

  private int addNode(long newWord, int newEnd, double newUnseenCost) {
    if (nodes == word.length) {
      int capacity = 2 * nodes;
      word = Arrays.copyOf(word, capacity);
      end = Arrays.copyOf(end, capacity);
      unseenCost = Arrays.copyOf(unseenCost, capacity);
      weight = Arrays.copyOf(weight, capacity);
      from = Arrays.copyOf(from, capacity);
    }
    word[nodes] = newWord;
    end[nodes] = newEnd;
    unseenCost[nodes] = newUnseenCost;
    weight[nodes] = Double.POSITIVE_INFINITY;
    return nodes++;
  }

  /** Fills the gaps that the longest words leave with what else the characters may be. */
  private void findAtoms() {
    Arrays.fill(atom, 0, length, NONE);
    for (int place = 0; place < length; ) {
      if (atom[place] != NONE) {
        place = end[atom[place]];
      } else if (hasWord(place)) {
        place = end[firstNode[place + 1] - 1];
      } else {
        int gapEnd = place + 1;
        while (gapEnd < length
            && (!hasWord(gapEnd) || charTypes[text[gapEnd]] == CharType.CT_CNUM)) {
          gapEnd++;
        }
        addAtoms(place, gapEnd);
        place = gapEnd;
      }
    }
  }

  private boolean hasWord(int place) {
    return firstNode[place] < firstNode[place + 1];
  }

  /** Cuts a gap where the type of the characters changes; a number may hold a decimal mark. */
  private void addAtoms(int gapBegin, int gapEnd) {
    int begin = gapBegin;
    byte type = charTypes[text[begin]];
    for (int i = begin + 1; i < gapEnd; i++) {
      byte next = charTypes[text[i]];
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

  private void addAtom(int begin, int atomEnd, byte type) {
    for (int node = firstNode[begin]; node < firstNode[begin + 1]; node++) {
      if (end[node] == atomEnd) {
        return;
      }
    }
    long found = model.atom(type);
    atom[begin] = addNode(found, atomEnd, model.unseenCost(found));
  }

  /** The last word of the cheapest way. */
  private int findCheapest() {
    long sentenceEnd = model.end();
    double unseenEnd = model.unseenCost(sentenceEnd);
    double cheapest = Double.POSITIVE_INFINITY;
    int last = NONE;
    weight[BEGIN] = 0;
    continueFrom(BEGIN, 0);
    for (int place = 0; place < length; place++) {
      int endOfPlace = firstNode[place + 1];
      for (int node = firstNode[place]; node <= endOfPlace; node++) {
        int current = node < endOfPlace ? node : atom[place];
        if (current == NONE || weight[current] == Double.POSITIVE_INFINITY) {
          continue;
        }
        if (end[current] < length) {
          continueFrom(current, end[current]);
        } else {
          double whole = weight[current] + model.cost(word[current], sentenceEnd, unseenEnd);
          if (last == NONE || cheapest > whole) {
            cheapest = whole;
            last = current;
          }
        }
      }
    }
    return last;
  }

  private void continueFrom(int node, int place) {
    long fromWord = word[node];
    double fromWeight = weight[node];
    int endOfPlace = firstNode[place + 1];
    for (int to = firstNode[place]; to < endOfPlace; to++) {
      reach(to, node, fromWord, fromWeight);
    }
    if (atom[place] != NONE) {
      reach(atom[place], node, fromWord, fromWeight);
    }
  }

  /** Of equally cheap ways the first is kept. A weight is infinite until a node is reached. */
  private void reach(int to, int by, long byWord, double byWeight) {
    if (weight[to] <= byWeight + model.leastCost(byWord, word[to])) {
      return;
    }
    double cost = byWeight + model.cost(byWord, word[to], unseenCost[to]);
    if (weight[to] > cost) {
      from[to] = by;
      weight[to] = cost;
    }
  }

  private void tracePath(int last) {
    pathLength = 0;
    for (int node = last; node != BEGIN; node = from[node]) {
      path[pathLength++] = node;
    }
    for (int i = 0, j = pathLength - 1; i < j; i++, j--) {
      int node = path[i];
      path[i] = path[j];
      path[j] = node;
    }
  }
}
