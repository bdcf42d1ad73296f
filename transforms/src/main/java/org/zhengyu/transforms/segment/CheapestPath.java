package org.zhengyu.transforms.segment;

import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * The cheapest way through a lattice: Viterbi (1967). Phrases are words on it as others are. What a
 * phrase costs is what its characters would cost otherwise, by the cheapest way between its ends,
 * less something for being listed and a share of what the joins inside it cost. So it takes a word
 * apart only where the two ways cost nearly the same: 链长制|作为 for 链|长|制作|为, 青年|人才 for 青年人|才, but not
 * 创|新区 for 创新|区. Arrays are used again for each sentence. Not thread-safe.
 */
final class CheapestPath {
  /** What {@link #word} returns for a phrase. */
  static final int PHRASE = -1;

  private static final int BEGIN = 0;

  /** What any phrase costs less, because somebody listed it: 青年|人才, not 青年人|才. */
  private static final double LISTED = 0.8;

  /** The share of what the joins inside a phrase cost that it costs less. */
  private static final double SHARE = 0.5;

  /** The most of that share, for each character but the first. */
  private static final double MOST_PER_CHARACTER = 1.7;

  private final LatticeNodes nodes;
  private final LatticePairs pairs;
  private int[] begins = new int[0];
  private Matches phrases = new Matches();

  /** The words and phrases of the cheapest way, last first: a node, or ~ the number of a phrase. */
  private int[] path = new int[256];

  /** Where they end, and their numbers, first first. */
  private int[] ends = new int[256];

  private int[] words = new int[256];
  private int size;

  /** Of each phrase what comes before it on the cheapest way to it. */
  private int[] beforePhrase = new int[16];

  /**
   * Within a phrase: the cost of the cheapest way to the end of a node that enters at its begin.
   */
  private double[] inside = new double[256];

  /** The cost up to the first word of that way, and what comes before that word. */
  private double[] entered = new double[256];

  private int[] enteredFrom = new int[256];

  CheapestPath(LatticeNodes nodes, LatticePairs pairs) {
    this.nodes = nodes;
    this.pairs = pairs;
  }

  /**
   * Finds the cheapest way.
   *
   * @param firstNode the nodes that begin at each place
   * @param length of the sentence
   * @param found the phrases in the sentence
   */
  void find(int[] firstNode, int length, Matches found) {
    begins = firstNode;
    phrases = found;
    Arrays.fill(nodes.weight, 0, nodes.size, Double.POSITIVE_INFINITY);
    nodes.weight[BEGIN] = 0;
    if (found.size() > 0) {
      makeRoomForPhrases();
    }
    int from = 0;
    for (int i = 0; i < found.size(); i++) {
      if (!found.guarded(i)) {
        // Whatever ends where the phrase begins has its cost by now.
        int to = begins[found.begin(i)];
        goOn(from, to);
        from = Math.max(from, to);
        addPhrase(i);
      }
    }
    goOn(from, nodes.size);
    trace(length);
  }

  private void makeRoomForPhrases() {
    if (phrases.size() > beforePhrase.length) {
      beforePhrase = new int[2 * phrases.size()];
    }
    if (nodes.size > inside.length) {
      inside = new double[2 * nodes.size];
      entered = new double[2 * nodes.size];
      enteredFrom = new int[2 * nodes.size];
    }
  }

  /** Of equally cheap ways the first is kept. What no way leads to stays infinitely far. */
  private void goOn(int fromNode, int toNode) {
    int[] end = nodes.end;
    double[] weight = nodes.weight;
    int[] from = nodes.from;
    double[] pairCost = pairs.cost;
    int[] firstNode = begins;
    int pair = fromNode < toNode ? nodes.firstPair[fromNode] : 0;
    for (int first = fromNode; first < toNode; first++) {
      int last = firstNode[end[first] + 1];
      double firstWeight = weight[first];
      for (int second = firstNode[end[first]]; second < last; second++) {
        double cost = firstWeight + pairCost[pair++];
        if (cost < weight[second]) {
          weight[second] = cost;
          from[second] = first;
        }
      }
    }
  }

  /** Goes on from a phrase, if there is a way between its ends. */
  private void addPhrase(int phrase) {
    int end = phrases.end(phrase);
    int last = cheapestInside(phrases.begin(phrase), end);
    if (last < 0) {
      return;
    }
    beforePhrase[phrase] = enteredFrom[last];
    double weight = inside[last];
    int joins = end - phrases.begin(phrase) - 1;
    double less = Math.min(SHARE * (weight - entered[last]), MOST_PER_CHARACTER * joins);
    weight -= LISTED + Math.max(0, less);
    int pair = nodes.firstPair[last];
    long rests = restsOfWords(phrases.begin(phrase), end);
    for (int second = begins[end]; second < begins[end + 1]; second++) {
      double cost = pairs.cost[pair++];
      if (rests != 0 && isIn(rests, nodes.end[second] - end)) {
        cost = Math.min(cost, 0);
      }
      boolean wasWord = nodes.from[second] >= 0;
      if (weight + cost < nodes.weight[second]
          || (weight + cost == nodes.weight[second] && wasWord)) {
        nodes.weight[second] = weight + cost;
        nodes.from[second] = ~phrase;
      }
    }
  }

  /** The last node of the cheapest way from one place to another, or -1 if there is none. */
  private int cheapestInside(int begin, int end) {
    int first = begins[begin];
    for (int node = first; node < begins[begin + 1]; node++) {
      inside[node] = nodes.weight[node];
      entered[node] = nodes.weight[node];
      enteredFrom[node] = nodes.from[node];
    }
    Arrays.fill(inside, begins[begin + 1], begins[end], Double.POSITIVE_INFINITY);
    int last = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int node = first; node < begins[end]; node++) {
      double weight = inside[node];
      if (nodes.end[node] == end && weight < least) {
        last = node;
        least = weight;
      } else if (nodes.end[node] < end && weight < Double.POSITIVE_INFINITY) {
        int pair = nodes.firstPair[node];
        int behind = begins[nodes.end[node] + 1];
        for (int second = begins[nodes.end[node]]; second < behind; second++) {
          double cost = weight + pairs.cost[pair++];
          if (cost < inside[second] && nodes.end[second] <= end) {
            inside[second] = cost;
            entered[second] = entered[node];
            enteredFrom[second] = enteredFrom[node];
          }
        }
      }
    }
    return last;
  }

  /**
   * The lengths, as bits, of what is left of words that a phrase cuts where they are put together:
   * 告知承诺|制, for 承诺制 is 承诺 and 制. That comes with the phrase and costs nothing.
   */
  private long restsOfWords(int begin, int end) {
    long rests = 0;
    for (int place = begin + 1; place < end - 1; place++) {
      boolean isWord = false;
      for (int node = begins[place]; node < begins[place + 1]; node++) {
        isWord |= nodes.end[node] == end;
      }
      for (int node = begins[place]; isWord && node < begins[place + 1]; node++) {
        int rest = nodes.end[node] - end;
        if (rest > 0 && rest < Long.SIZE && isPutTogetherAt(place, nodes.end[node], end)) {
          rests |= 1L << rest;
        }
      }
    }
    return rests;
  }

  private static boolean isIn(long lengths, int length) {
    return length < Long.SIZE && ((lengths >>> length) & 1) != 0;
  }

  /** Whether a word, cut without itself as a candidate, has a border there. */
  private boolean isPutTogetherAt(int begin, int end, int border) {
    Arrays.fill(inside, begins[begin], begins[end], Double.POSITIVE_INFINITY);
    for (int node = begins[begin]; node < begins[begin + 1]; node++) {
      boolean isItself = nodes.end[node] == end;
      inside[node] = isItself ? Double.POSITIVE_INFINITY : nodes.unseenCost[node];
      enteredFrom[node] = nodes.end[node] == border ? 1 : 0;
    }
    double least = Double.POSITIVE_INFINITY;
    boolean isBorder = false;
    for (int node = begins[begin]; node < begins[end]; node++) {
      double weight = inside[node];
      if (nodes.end[node] == end && weight < least) {
        least = weight;
        isBorder = enteredFrom[node] == 1;
      } else if (nodes.end[node] < end && weight < Double.POSITIVE_INFINITY) {
        int pair = nodes.firstPair[node];
        int behind = begins[nodes.end[node] + 1];
        for (int second = begins[nodes.end[node]]; second < behind; second++) {
          double cost = weight + pairs.cost[pair++];
          if (cost < inside[second]) {
            inside[second] = cost;
            enteredFrom[second] = nodes.end[second] == border ? 1 : enteredFrom[node];
          }
        }
      }
    }
    return isBorder;
  }

  private void trace(int length) {
    if (length > path.length) {
      path = new int[2 * length];
      ends = new int[2 * length];
      words = new int[2 * length];
    }
    size = 0;
    for (int at = nodes.from[nodes.size - 1]; at != BEGIN; ) {
      path[size++] = at;
      at = at < 0 ? beforePhrase[~at] : nodes.from[at];
    }
    for (int i = 0; i < size; i++) {
      int at = path[size - 1 - i];
      ends[i] = at < 0 ? phrases.end(~at) : nodes.end[at];
      words[i] = at < 0 ? PHRASE : nodes.word[at];
    }
  }

  int size() {
    return size;
  }

  /** Where a word of the way ends. */
  int end(int i) {
    return ends[i];
  }

  /** The number that the model has for a word of the way, or {@link #PHRASE}. */
  int word(int i) {
    return words[i];
  }
}
