package org.zhengyu.transforms.segment;

import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * Decides which phrases may take characters from words that cross their ends: 外国|人才 or 外国人|才. The
 * cheapest way through the words is held against the cheapest that has borders at both ends of the
 * phrase. Where the two part, each word of either speaks for it ({@link WordWorth}), the phrase
 * speaks for the second, and so does a word that is put together from an end of the phrase and more
 * (告知|承诺制); what the second costs more speaks against it, and that the phrase ends within words on
 * both sides. Where that leaves a doubt, the rest of the document has a say ({@link Undisputed}).
 *
 * <p>The weights are those of a logistic regression over 1,914 places in laws and work reports that
 * a reader judged, of 910 words and phrases, in units of the logarithms; a false use weighs more
 * than a lost one. Not thread-safe.
 */
final class PhraseDisputes {
  /** The {@linkplain #credit credit} of a phrase that is none. */
  static final double REFUSED = -1;

  private static final int BEGIN = 0;

  private static final double PHRASE = -0.8;
  private static final double LISTED = 4.2;
  private static final double EACH_BEYOND_THREE = 5.2;
  private static final double HAS_LAST_WORD = 5.7;
  private static final double ENDS_WITHIN_BOTH = 5.2;
  private static final double COST = 0.55;

  /** Beyond this, differences come from the smoothing of pairs that were never seen. */
  private static final double MOST_COST = 12;

  /**
   * For the logarithm of places in the rest of the document, fitted beside the sum of the others;
   * that of the phrase was 2.6, and is lower because a false use weighs more.
   */
  private static final double PHRASE_ELSEWHERE = 2;

  private static final double WORDS_ELSEWHERE = 3.4;

  /** So many places in the rest of the document tell as much as more of them. */
  private static final int MOST_PHRASES = 2;

  private static final int MOST_WORDS = 6;

  /**
   * More characters than these stand together by chance so rarely that no other word tells of it.
   */
  private static final int LONGEST_BY_CHANCE = 3;

  /** The characters of the shortest last word of a phrase that tells of more than chance. */
  private static final int SHORTEST_LAST = 2;

  private final LatticeNodes nodes;
  private final LatticePairs pairs;
  private final WordWorth worth;
  private final InnerPath inner;
  private int[] begins = new int[0];
  private int length;
  private Matches phrases = new Matches();
  private Undisputed document = Undisputed.NOTHING;

  /** Of each place where the word of the cheapest way begins that has the character there. */
  private int[] wordBegin = new int[256];

  /** Of each place where a word of the cheapest way begins, and behind the last, its node. */
  private int[] wordNode = new int[256];

  /** Behind a phrase: the cost of the cheapest way to the end of a node, and what comes before. */
  private double[] aheadCost = new double[256];

  private int[] aheadBefore = new int[256];

  private double[] credits = new double[16];

  PhraseDisputes(LatticeNodes nodes, LatticePairs pairs, WordWorth worth, InnerPath inner) {
    this.nodes = nodes;
    this.pairs = pairs;
    this.worth = worth;
    this.inner = inner;
  }

  /**
   * Decides about the phrases of a sentence.
   *
   * @param firstNode the nodes that begin at each place; they have the weights of the ways through
   *     words alone
   * @param newLength of the sentence
   * @param newDocument what is beyond doubt in the document that it is from
   */
  void settle(int[] firstNode, int newLength, Matches found, Undisputed newDocument) {
    begins = firstNode;
    phrases = found;
    document = newDocument;
    length = newLength;
    if (phrases.size() > credits.length) {
      credits = new double[2 * phrases.size()];
    }
    if (length >= wordBegin.length) {
      wordBegin = new int[2 * length];
      wordNode = new int[2 * length];
    }
    wordNode[length] = nodes.size - 1;
    for (int node = nodes.from[nodes.size - 1]; node != BEGIN; node = nodes.from[node]) {
      int begin = nodes.end[nodes.from[node]];
      Arrays.fill(wordBegin, begin, nodes.end[node], begin);
      wordNode[begin] = node;
    }
    for (int i = 0; i < phrases.size(); i++) {
      credits[i] = phrases.guarded(i) ? REFUSED : creditOf(i);
    }
  }

  /**
   * What a phrase costs less so that its way costs no more than that of the words, or {@link
   * #REFUSED}.
   */
  double credit(int phrase) {
    return credits[phrase];
  }

  private double creditOf(int phrase) {
    int begin = phrases.begin(phrase);
    int end = phrases.end(phrase);
    if (!inner.find(begins, begin, end)) {
      return REFUSED;
    }
    if (!cuts(begin) && !cuts(end)) {
      return moreBefore(wordNode[end]);
    }
    if (isWithinOne(begin, end) && !mayCutOthers(wordNode[wordBegin[begin]], end)) {
      return 0;
    }
    double more = costAhead(end) - nodes.weight[nodes.size - 1];
    if (more == Double.POSITIVE_INFINITY) {
      return REFUSED;
    }
    double evidence = evidence(begin, end, more);
    if (evidence > -PHRASE_ELSEWHERE * told(MOST_PHRASES)
        && evidence <= WORDS_ELSEWHERE * told(MOST_WORDS)) {
      evidence += elsewhere(phrases.phrase(phrase), begin, end);
    }
    return evidence > 0 ? Math.max(more, 0) : REFUSED;
  }

  /** Whether a border there is within a word of the cheapest way. */
  private boolean cuts(int place) {
    return place < length && wordBegin[place] < place;
  }

  private boolean isWithinOne(int begin, int end) {
    return wordBegin[begin] == wordBegin[end - 1];
  }

  /** Whether the word that crosses the end begins with a word of the phrase. */
  private boolean hasLastWord(int begin, int end) {
    return cuts(end) && end - Math.max(wordBegin[end], begin) >= SHORTEST_LAST;
  }

  /** What the sentence says for the phrase. */
  private double evidence(int begin, int end, double more) {
    double evidence = PHRASE - COST * Math.min(more, MOST_COST) + worthOfWords(begin, end);
    evidence += EACH_BEYOND_THREE * Math.max(0, end - begin - LONGEST_BY_CHANCE);
    if (isListed(begin, end)) {
      evidence += LISTED;
    }
    if (cuts(begin) && cuts(end)) {
      evidence -= ENDS_WITHIN_BOTH;
    }
    return hasLastWord(begin, end) ? evidence + HAS_LAST_WORD : evidence;
  }

  /** What the rest of the document says for the phrase, and against it for the words. */
  private double elsewhere(int phrase, int begin, int end) {
    int words = end - begin > LONGEST_BY_CHANCE ? 0 : crossingWords(begin, end);
    return PHRASE_ELSEWHERE * told(Math.min(document.phrases(phrase), MOST_PHRASES))
        - WORDS_ELSEWHERE * told(Math.min(words, MOST_WORDS));
  }

  /** How many times the document has the words elsewhere that cross the ends of a phrase. */
  private int crossingWords(int begin, int end) {
    int words = cuts(begin) ? placesOf(wordBegin[begin]) : 0;
    boolean isSameWord = cuts(begin) && isWithinOne(begin, end);
    boolean isAnother = cuts(end) && !hasLastWord(begin, end) && !isSameWord;
    return isAnother ? words + placesOf(wordBegin[end]) : words;
  }

  /** What so many places in the rest of the document tell. */
  private static double told(int places) {
    return Math.log1p(places);
  }

  /** How many times the document has the word elsewhere that begins there. */
  private int placesOf(int begin) {
    int word = nodes.word[wordNode[begin]];
    return worth.isListed(word) ? document.words(word) : 0;
  }

  /**
   * What the way to the next word costs more if it is that through the phrase: of two ways to the
   * end of a phrase the cheaper may go on at a higher cost.
   */
  private double moreBefore(int next) {
    int last = inner.last();
    double join = pairs.cost[nodes.firstPair[last] + next - begins[nodes.end[last]]];
    return Math.max(inner.cost() + join - nodes.weight[next], 0);
  }

  /**
   * Whether the way through a phrase may have words that cross an end of the word that the phrase
   * is in: 对外|国人 where 对|外国人 is cheaper.
   */
  private boolean mayCutOthers(int word, int end) {
    int wordFrom = nodes.end[nodes.from[word]];
    int before = inner.beforeFirst();
    while (nodes.end[before] > wordFrom) {
      before = nodes.from[before];
    }
    if (nodes.end[before] < wordFrom) {
      return true;
    }
    for (int node = begins[end]; node < begins[nodes.end[word]]; node++) {
      if (nodes.end[node] > nodes.end[word]) {
        return true;
      }
    }
    return false;
  }

  /** The cost of the cheapest way that goes on from that through the phrase, if any does. */
  private double costAhead(int end) {
    if (nodes.size > aheadCost.length) {
      aheadCost = new double[2 * nodes.size];
      aheadBefore = new int[2 * nodes.size];
    }
    Arrays.fill(aheadCost, begins[end], nodes.size, Double.POSITIVE_INFINITY);
    goOn(inner.last(), inner.cost());
    for (int node = begins[end]; node < nodes.size - 1; node++) {
      goOn(node, aheadCost[node]);
    }
    return aheadCost[nodes.size - 1];
  }

  private void goOn(int node, double cost) {
    int pair = nodes.firstPair[node];
    int behind = begins[nodes.end[node] + 1];
    for (int second = begins[nodes.end[node]]; second < behind; second++) {
      double newCost = cost + pairs.cost[pair++];
      if (newCost < aheadCost[second]) {
        aheadCost[second] = newCost;
        aheadBefore[second] = node;
      }
    }
  }

  /**
   * What the words outside of the phrase are worth that only its way has, less those that only the
   * cheapest way has, or has within the phrase. Of two nodes the one with the higher number does
   * not begin before the other.
   */
  private double worthOfWords(int begin, int end) {
    double sum = 0;
    int other = nodes.from[nodes.size - 1];
    int own = aheadBefore[nodes.size - 1];
    while (own != other || own >= begins[begin]) {
      boolean isInside = own >= begins[begin] && own < begins[end];
      boolean isCommon = own == other;
      if (other >= own && (isInside || !isCommon)) {
        sum -= worthOf(other, nodes.from[other]);
      }
      if (own > other && !isInside) {
        sum += worthOfOwn(own, before(own, begin, end));
      }
      int next = other >= own ? nodes.from[other] : other;
      own = own >= other ? before(own, begin, end) : own;
      other = next;
    }
    return sum;
  }

  /** What comes before a node on the way of the phrase. */
  private int before(int node, int begin, int end) {
    if (node >= begins[end]) {
      return aheadBefore[node];
    }
    return node >= begins[begin] ? inner.before(node) : nodes.from[node];
  }

  /**
   * What a word is worth on the way of a phrase; it does not speak against it as a part of another.
   */
  private double worthOfOwn(int node, int before) {
    double worthOfWord = worthOf(node, before);
    return isInPhrase(nodes.end[before], nodes.end[node]) ? Math.max(0, worthOfWord) : worthOfWord;
  }

  /** Whether a word is a part of some phrase. */
  private boolean isInPhrase(int begin, int end) {
    for (int i = 0; i < phrases.size() && phrases.begin(i) <= begin; i++) {
      if (phrases.end(i) >= end && !phrases.guarded(i)) {
        return true;
      }
    }
    return false;
  }

  private double worthOf(int node, int before) {
    return worth.of(nodes.word[node], nodes.end[node] - nodes.end[before]);
  }

  /** Whether the phrase is a word of the dictionary. */
  private boolean isListed(int begin, int end) {
    for (int node = begins[begin]; node < begins[begin + 1]; node++) {
      if (nodes.end[node] == end && worth.isListed(nodes.word[node])) {
        return true;
      }
    }
    return false;
  }
}
