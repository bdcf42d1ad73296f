package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.dictionary.other.CharType;
import java.util.Arrays;

/**
 * All words that a sentence may consist of, and the cheapest way through them: HanLP's bigram
 * segmentation with the same words, costs and order of comparisons. Nodes are numbers, and their
 * properties stand in arrays that are used again for each sentence. Not thread-safe.
 *
 * <p>It goes over the sentence several times, and asks the dictionaries for one thing each time:
 * the next question never waits for an answer, so that the memory works on many at once.
 *
 * <p>Viterbi (1967).
 */
final class WordLattice {
  /** The node before the sentence. */
  private static final int BEGIN = 0;

  /** Marks that may stand within a number. */
  private static final String DECIMAL_MARKS = "，,．.";

  private final LanguageModel model;
  private final WordTrie trie;
  private final byte[] charTypes = CharType.type;

  private char[] text = new char[256];
  private int length;

  /** Of each place the cells of the dictionary for the character there and the one behind it. */
  private long[] firstCell = new long[256];

  private long[] secondCell = new long[256];

  /** Where the longest word ends that begins at a place, or 0. */
  private int[] longestEnd = new int[256];

  /**
   * The nodes that begin at a place, shortest first, from here to where the next place has them.
   * The node behind the sentence is the only one that begins at its end.
   */
  private int[] firstNode = new int[256];

  private final LatticeNodes nodes = new LatticeNodes();
  private final LatticePairs pairs = new LatticePairs();

  /** The nodes of the cheapest way, without those before and behind the sentence. */
  private int[] path = new int[256];

  private int pathLength;

  WordLattice(LanguageModel model) {
    this.model = model;
    this.trie = model.trie();
  }

  /** Finds the cheapest way through a sentence, which is not empty. */
  void segment(String sentence) {
    segment(sentence, false);
  }

  /** Finds the cheapest way through a word, which is not empty, as if there were no such word. */
  void segmentApart(String word) {
    segment(word, true);
  }

  private void segment(String sentence, boolean isApart) {
    length = sentence.length();
    if (length + 3 > text.length) {
      int capacity = 2 * length + 3;
      text = new char[capacity];
      firstCell = new long[capacity];
      secondCell = new long[capacity];
      longestEnd = new int[capacity];
      firstNode = new int[capacity];
      path = new int[capacity];
    }
    sentence.getChars(0, length, text, 0);
    trie.fetch(text, length, firstCell, secondCell);
    findWords();
    if (isApart) {
      leaveOutWhole();
    }
    findAtoms();
    model.describe(nodes);
    findPairs();
    model.findCosts(nodes, pairs);
    findCheapest();
    tracePath();
  }

  /** The number of words on the cheapest way. */
  int size() {
    return pathLength;
  }

  /** Where a word of the cheapest way ends. */
  int end(int i) {
    return nodes.end[path[i]];
  }

  /** The number that the model has for a word of the cheapest way. */
  int word(int i) {
    return nodes.word[path[i]];
  }

  /** The characters of the sentence; the array is longer. */
  char[] text() {
    return text;
  }

  private void findWords() {
    nodes.makeRoom(1);
    nodes.word[BEGIN] = model.begin();
    nodes.end[BEGIN] = 0;
    int node = BEGIN + 1;
    for (int begin = 0; begin < length; begin++) {
      firstNode[begin] = node;
      nodes.makeRoom(node + length - begin + 2);
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
      if (longest == 0 || charTypes[text[begin]] == CharType.CT_CNUM) {
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

  /** Makes of the word that is the whole sentence room for an atom. */
  private void leaveOutWhole() {
    longestEnd[0] = 0;
    for (int node = firstNode[0]; node < firstNode[1]; node++) {
      if (nodes.end[node] == length) {
        nodes.word[node] = model.end();
        nodes.end[node] = length + 1;
      } else if (nodes.end[node] < length) {
        longestEnd[0] = nodes.end[node];
      }
    }
  }

  /** Fills the gaps that the longest words leave with what else the characters may be. */
  private void findAtoms() {
    for (int place = 0; place < length; ) {
      if (longestEnd[place] != 0) {
        place = longestEnd[place];
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
    int atom = firstNode[begin + 1] - 1;
    for (int node = firstNode[begin]; node < atom; node++) {
      if (nodes.end[node] == atomEnd) {
        return;
      }
    }
    nodes.word[atom] = model.atom(type);
    nodes.end[atom] = atomEnd;
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
    for (int first = 0; first < size; first++) {
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

  /** Of equally cheap ways the first is kept. What no way leads to stays infinitely far. */
  private void findCheapest() {
    int size = nodes.size;
    int[] end = nodes.end;
    double[] weight = nodes.weight;
    int[] from = nodes.from;
    double[] pairCost = pairs.cost;
    int[] begins = firstNode;
    Arrays.fill(weight, 0, size, Double.POSITIVE_INFINITY);
    weight[BEGIN] = 0;
    int pair = 0;
    for (int first = 0; first < size; first++) {
      int last = begins[end[first] + 1];
      double firstWeight = weight[first];
      for (int second = begins[end[first]]; second < last; second++) {
        double cost = firstWeight + pairCost[pair++];
        if (cost < weight[second]) {
          weight[second] = cost;
          from[second] = first;
        }
      }
    }
  }

  private void tracePath() {
    int[] from = nodes.from;
    int words = 0;
    for (int node = from[nodes.size - 1]; node != BEGIN; node = from[node]) {
      path[words++] = node;
    }
    for (int i = 0, j = words - 1; i < j; i++, j--) {
      int node = path[i];
      path[i] = path[j];
      path[j] = node;
    }
    pathLength = words;
  }
}
