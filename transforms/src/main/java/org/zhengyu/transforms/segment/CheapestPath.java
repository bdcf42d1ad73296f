package org.zhengyu.transforms.segment;

import java.util.Arrays;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * The cheapest way through a lattice: Viterbi (1967). Phrases are words on it as others are. What a
 * phrase costs is what its characters would cost otherwise, by the cheapest way between its ends,
 * less something for being listed and a share of what the joins inside it cost, so that a longer
 * phrase wins over shorter ones. Where words cross its ends, {@link PhraseDisputes} decides first.
 * Arrays are used again for each sentence. Not thread-safe.
 */
final class CheapestPath {
  /** What {@link #word} returns for a phrase. */
  static final int PHRASE = -1;

  private static final int BEGIN = 0;

  /** What any phrase costs less, because somebody listed it. */
  private static final double LISTED = 0.8;

  /** The share of what the joins inside a phrase cost that it costs less. */
  private static final double SHARE = 0.5;

  /** The most of that share, for each character but the first. */
  private static final double MOST_PER_CHARACTER = 1.7;

  private final LatticeNodes nodes;
  private final LatticePairs pairs;
  private final InnerPath inner;
  private final @Nullable PhraseDisputes disputes;
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
   * @param worth with none there may be no phrases
   */
  CheapestPath(LatticeNodes nodes, LatticePairs pairs, @Nullable WordWorth worth) {
    this.nodes = nodes;
    this.pairs = pairs;
    inner = new InnerPath(nodes, pairs);
    disputes = worth == null ? null : new PhraseDisputes(nodes, pairs, worth, inner);
  }

  /**
   * Finds the cheapest way.
   *
   * @param firstNode the nodes that begin at each place
   * @param length of the sentence
   * @param found the phrases in the sentence
   * @param document what is beyond doubt in the document that it is from
   */
  void find(int[] firstNode, int length, Matches found, Undisputed document) {
    begins = firstNode;
    phrases = found;
    clear();
    goOn(0, nodes.size);
    if (found.size() > 0) {
      PhraseDisputes settled = Objects.requireNonNull(disputes);
      settled.settle(begins, length, found, document);
      goThrough(settled);
    }
    trace(length);
  }

  private void clear() {
    Arrays.fill(nodes.weight, 0, nodes.size, Double.POSITIVE_INFINITY);
    nodes.weight[BEGIN] = 0;
  }

  /** Finds the cheapest way through words and phrases. */
  private void goThrough(PhraseDisputes settled) {
    clear();
    if (phrases.size() > beforePhrase.length) {
      beforePhrase = new int[2 * phrases.size()];
    }
    int from = 0;
    for (int i = 0; i < phrases.size(); i++) {
      double credit = settled.credit(i);
      if (credit != PhraseDisputes.REFUSED) {
        // Whatever ends where the phrase begins has its cost by now.
        int to = begins[phrases.begin(i)];
        goOn(from, to);
        from = Math.max(from, to);
        addPhrase(i, credit);
      }
    }
    goOn(from, nodes.size);
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
  private void addPhrase(int phrase, double credit) {
    int end = phrases.end(phrase);
    if (!inner.find(begins, phrases.begin(phrase), end)) {
      return;
    }
    beforePhrase[phrase] = inner.beforeFirst();
    int joins = end - phrases.begin(phrase) - 1;
    double less = Math.min(SHARE * inner.costOfJoins(), MOST_PER_CHARACTER * joins);
    double weight = inner.cost() - credit - LISTED - Math.max(0, less);
    int pair = nodes.firstPair[inner.last()];
    for (int second = begins[end]; second < begins[end + 1]; second++) {
      double cost = weight + pairs.cost[pair++];
      boolean wasWord = nodes.from[second] >= 0;
      if (cost < nodes.weight[second] || (cost == nodes.weight[second] && wasWord)) {
        nodes.weight[second] = cost;
        nodes.from[second] = ~phrase;
      }
    }
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

  /** Moves the end of a word of the way, so that it and the next are others. */
  void move(int i, int end, int word, int next) {
    ends[i] = end;
    words[i] = word;
    words[i + 1] = next;
  }

  /** Makes phrases of words of the way that begin and end with them. */
  void joinPhrases() {
    int first = 0;
    for (int i = 0; i < phrases.size(); i++) {
      while (first < size && begin(first) < phrases.begin(i)) {
        first++;
      }
      if (first < size && begin(first) == phrases.begin(i) && !phrases.guarded(i)) {
        joinPhrase(first, phrases.end(i));
      }
    }
  }

  private void joinPhrase(int first, int end) {
    int last = first;
    while (words[last] != PHRASE && ends[last] < end) {
      last++;
    }
    if (words[last] != PHRASE && ends[last] == end) {
      ends[first] = end;
      words[first] = PHRASE;
      int rest = size - last - 1;
      System.arraycopy(ends, last + 1, ends, first + 1, rest);
      System.arraycopy(words, last + 1, words, first + 1, rest);
      size -= last - first;
    }
  }

  private int begin(int i) {
    return i == 0 ? 0 : ends[i - 1];
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
