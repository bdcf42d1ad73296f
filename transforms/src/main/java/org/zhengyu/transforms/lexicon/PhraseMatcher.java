package org.zhengyu.transforms.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * Finds every literal occurrence of every form of every phrase in a sentence, overlapping and
 * nested ones too. What is {@linkplain Spelling spelled alike} matches.
 *
 * <p>A trie that is walked once from each position where a form can begin at all. Nearly all
 * positions are dismissed by one look into a bit set of the two-character beginnings of all forms,
 * which is what makes it fast: policy phrases are rare in running text. Failure links
 * (Aho-Corasick) would bound the worst case, text made of long repeated beginnings, but would
 * report by end and have to be sorted; here the cost of a position is bounded by the longest form,
 * 100 characters.
 *
 * <p>The edges of the trie stand in one open-addressing hash table keyed by node and character: 12
 * bytes a slot, so that a million phrases of two to eight characters take less than 100 MB and
 * about a second to build.
 *
 * <p>Immutable and thread-safe; expensive, so build one per lexicon and JVM ({@link Lexicon#key}).
 */
public final class PhraseMatcher {

  // 2^32 divided by the golden ratio: multiplicative hashing spreads neighbours apart.
  private static final int HASH_32 = 0x9E3779B9;

  private static final int MIN_FILTER_BITS = 1 << 16;
  private static final int MAX_FILTER_BITS = 1 << 25;
  private static final int FILTER_BITS_PER_FORM = 16;

  private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩";

  /** Those that make a larger number of the one before them. */
  private static final String UNITS = "十百千万亿拾佰仟萬億";

  /** What stands between a numeral and a unit where a number is not told exactly: 九千多万. */
  private static final String SOME = "多余来餘";

  private static final String SEVERAL = "几幾";

  /** What stands between the ordinals of a list or a range. */
  private static final String ORDINAL_JOINTS = "、至到和及与或-—–~～";

  private final Trie trie = new Trie();
  private final long[] oneCharForms = new long[1 << 10];
  private final long[] filter;
  private final int filterShift;

  private PhraseMatcher(int forms) {
    long wanted = (long) forms * FILTER_BITS_PER_FORM;
    int bits =
        Integer.highestOneBit((int) Math.min(MAX_FILTER_BITS, Math.max(MIN_FILTER_BITS, wanted)));
    filter = new long[bits / Long.SIZE];
    filterShift = Integer.numberOfLeadingZeros(bits) + 1;
  }

  /** Builds the matcher of a lexicon, for those of its forms that are literal. */
  public static PhraseMatcher of(Lexicon lexicon) {
    int forms = lexicon.size();
    for (int i = 0; i < lexicon.size(); i++) {
      forms += lexicon.variants(i).size();
    }
    PhraseMatcher matcher = new PhraseMatcher(forms);
    for (int i = 0; i < lexicon.size(); i++) {
      matcher.insertLiteral(lexicon.phrase(i), i);
      for (String variant : lexicon.variants(i)) {
        matcher.insertLiteral(variant, i);
      }
    }
    return matcher;
  }

  /** Builds a matcher for these forms, each of which is found as its place in the list. */
  static PhraseMatcher of(List<String> forms) {
    PhraseMatcher matcher = new PhraseMatcher(forms.size());
    for (int i = 0; i < forms.size(); i++) {
      matcher.insert(forms.get(i), i);
    }
    return matcher;
  }

  /**
   * Finds all occurrences.
   *
   * <p>An occurrence is marked as guarded where it is a piece of a longer number: it starts with a
   * numeral (a digit or a Chinese one), and a numeral, a decimal point after a digit, 第, 分之 or a
   * number that is not told exactly stands before it (第[六个城市]更新, 1[5个1]0亿元, 百分之[三十], 几[百万]), or
   * ordinals that it is the last of (第四、[八项规定], 第三项至[八项规定]); or it ends with a numeral, and a
   * digit, a percent sign or a decimal point with a digit stands after it ([5个1]%), or a Chinese
   * numeral if it is a number itself ([十五]五).
   *
   * @param sentence folded text, which is what surrounds the occurrences: nothing outside is seen
   * @param out overwritten with the result
   */
  public void find(String sentence, Matches out) {
    out.clear();
    int length = sentence.length();
    if (length == 0) {
      return;
    }
    char current = sentence.charAt(0);
    for (int i = 0; i < length; i++) {
      char next = i + 1 < length ? sentence.charAt(i + 1) : 0;
      if (mayBegin(current, next)) {
        walk(sentence, i, out);
      }
      current = next;
    }
  }

  private boolean mayBegin(char first, char second) {
    int bit = filterBit(first, second);
    return ((filter[bit >>> 6] >>> bit) & 1) != 0
        || ((oneCharForms[first >>> 6] >>> first) & 1) != 0
        || Spelling.isUnusual(first)
        || Spelling.isUnusual(second);
  }

  private int filterBit(char first, char second) {
    return (((first << 16) | second) * HASH_32) >>> filterShift;
  }

  private void walk(String sentence, int begin, Matches out) {
    int found = out.size();
    int node = Trie.ROOT;
    int end;
    for (int at = begin; at < sentence.length(); at = end) {
      end = at + Spelling.width(sentence, at);
      if (at > begin && Spelling.isIdle(sentence, at)) {
        continue;
      }
      node = child(node, sentence, at);
      if (node == Trie.NONE) {
        break;
      }
      int phrase = trie.phraseAt(node);
      if (phrase != Trie.NO_PHRASE && !isCombining(sentence, end)) {
        out.add(begin, end, phrase, isGuarded(sentence, begin, end));
      }
    }
    out.reverseFrom(found);
  }

  private static boolean isCombining(String text, int at) {
    return at < text.length() && Spelling.isCombining(text.charAt(at));
  }

  private int child(int node, String sentence, int at) {
    String spelled = Spelling.at(sentence, at);
    if (spelled != null) {
      int child = node;
      for (int i = 0; i < spelled.length() && child != Trie.NONE; i++) {
        child = trie.child(child, spelled.charAt(i));
      }
      return child;
    }
    return trie.child(node, Spelling.plain(sentence, at));
  }

  private void insertLiteral(String form, int phrase) {
    if (!Glob.isGlob(form)) {
      insert(form, phrase);
    }
  }

  private void insert(String form, int phrase) {
    String spelling = Spelling.of(form);
    trie.insert(spelling, phrase);
    String firsts = Twins.of(spelling.charAt(0));
    for (int i = 0; i < firsts.length(); i++) {
      char first = firsts.charAt(i);
      if (spelling.length() == 1) {
        oneCharForms[first >>> 6] |= 1L << first;
      } else {
        admit(first, spelling.charAt(1));
      }
    }
  }

  private void admit(char first, char second) {
    String seconds = second == Spelling.NAME_DOT ? Spelling.NAME_DOT + "." : Twins.of(second);
    if (!Spelling.keepsApart(first, second)) {
      seconds += Twins.of(Spelling.BLANK);
    }
    for (int i = 0; i < seconds.length(); i++) {
      int bit = filterBit(first, seconds.charAt(i));
      filter[bit >>> 6] |= 1L << bit;
    }
  }

  private static boolean isGuarded(String text, int begin, int end) {
    return (isNumeral(text.charAt(begin))
            && (continuesNumber(text, begin) || continuesOrdinals(text, begin, end)))
        || (isNumeral(text.charAt(end - 1)) && isContinued(text, begin, end));
  }

  private static boolean continuesNumber(String text, int begin) {
    if (begin == 0) {
      return false;
    }
    char before = text.charAt(begin - 1);
    return isNumeral(before)
        || before == '第'
        || (isDecimalPoint(before) && begin > 1 && isDigit(text.charAt(begin - 2)))
        || (before == '之' && begin > 1 && text.charAt(begin - 2) == '分')
        || (UNITS.indexOf(text.charAt(begin)) >= 0 && endsInexactly(text, begin));
  }

  /** Whether a number before a unit is not told exactly: 几百万, 九千多万. */
  private static boolean endsInexactly(String text, int end) {
    char last = text.charAt(end - 1);
    return SEVERAL.indexOf(last) >= 0
        || (SOME.indexOf(last) >= 0 && end > 1 && isNumeral(text.charAt(end - 2)));
  }

  /** Whether a list or range of ordinals, of which only the first has its 第, goes on here. */
  private static boolean continuesOrdinals(String text, int begin, int end) {
    int unit = begin;
    while (unit < end && isNumeral(text.charAt(unit))) {
      unit++;
    }
    int at = begin;
    int joint = jointBefore(text, at);
    while (joint > 0) {
      int last = at - joint;
      // The unit, 项, may stand after each: 第三项至八项.
      if (last > 0 && unit < end && text.charAt(last - 1) == text.charAt(unit)) {
        last--;
      }
      at = numeralBefore(text, last);
      if (at == last) {
        return false;
      }
      if (at > 0 && text.charAt(at - 1) == '第') {
        return true;
      }
      joint = jointBefore(text, at);
    }
    return false;
  }

  /** The length of what joins ordinals before a place: 2 of 或者, 1 of 、. */
  private static int jointBefore(String text, int place) {
    if (text.startsWith("或者", place - 2) || text.startsWith("以及", place - 2)) {
      return 2;
    }
    return place > 0 && ORDINAL_JOINTS.indexOf(text.charAt(place - 1)) >= 0 ? 1 : 0;
  }

  /** Where a numeral that ends at a place begins, with the brackets around it: （四）. */
  private static int numeralBefore(String text, int end) {
    boolean isInBrackets = end > 0 && isOneOf(")）", text.charAt(end - 1));
    int last = isInBrackets ? end - 1 : end;
    int first = last;
    while (first > 0 && isNumeral(text.charAt(first - 1))) {
      first--;
    }
    if (first == last || !isInBrackets) {
      return first == last ? end : first;
    }
    return first > 0 && isOneOf("(（", text.charAt(first - 1)) ? first - 1 : end;
  }

  private static boolean isOneOf(String characters, char c) {
    return characters.indexOf(c) >= 0;
  }

  private static boolean isContinued(String text, int begin, int end) {
    if (end == text.length()) {
      return false;
    }
    char after = text.charAt(end);
    return isDigit(after)
        || (isNumeral(after) && isNumber(text, begin, end))
        || after == '%'
        || after == '％'
        || (isDecimalPoint(after) && end + 1 < text.length() && isDigit(text.charAt(end + 1)));
  }

  /** Whether it is a number or an ordinal. */
  private static boolean isNumber(String text, int begin, int end) {
    int at = text.charAt(begin) == '第' ? begin + 1 : begin;
    while (at < end && isNumeral(text.charAt(at))) {
      at++;
    }
    return at == end;
  }

  private static boolean isNumeral(char c) {
    return isDigit(c) || NUMERALS.indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  private static boolean isDecimalPoint(char c) {
    return c == '.' || c == '．';
  }

  /** A character trie; written while the matcher is built, only read afterwards. */
  private static final class Trie {
    static final int NONE = 0;
    static final int ROOT = 1;
    static final int NO_PHRASE = -1;

    // 2^64 divided by the golden ratio, as above.
    private static final long HASH_64 = 0x9E3779B97F4A7C15L;

    // An edge: node << 16 | character. No edge is 0, since no node is 0.
    private long[] edges = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int edgeCount;

    // By node: the phrase that a form ending here belongs to.
    private int[] phraseAt = new int[1 << 9];
    private int nodeCount = ROOT + 1;

    Trie() {
      Arrays.fill(phraseAt, NO_PHRASE);
    }

    int child(int node, char label) {
      return targets[slot(node, label)];
    }

    int phraseAt(int node) {
      return phraseAt[node];
    }

    void insert(String form, int phrase) {
      int node = ROOT;
      for (int i = 0; i < form.length(); i++) {
        int slot = slot(node, form.charAt(i));
        if (edges[slot] == 0) {
          edges[slot] = ((long) node << 16) | form.charAt(i);
          targets[slot] = newNode();
          node = targets[slot];
          edgeCount++;
          if (edgeCount > edges.length / 2) {
            growEdges();
          }
        } else {
          node = targets[slot];
        }
      }
      phraseAt[node] = phrase;
    }

    private int newNode() {
      if (nodeCount == phraseAt.length) {
        phraseAt = Arrays.copyOf(phraseAt, 2 * nodeCount);
        Arrays.fill(phraseAt, nodeCount, phraseAt.length, NO_PHRASE);
      }
      return nodeCount++;
    }

    private void growEdges() {
      long[] oldEdges = edges;
      int[] oldTargets = targets;
      edges = new long[2 * oldEdges.length];
      targets = new int[2 * oldEdges.length];
      for (int i = 0; i < oldEdges.length; i++) {
        if (oldEdges[i] != 0) {
          int slot = slot((int) (oldEdges[i] >>> 16), (char) oldEdges[i]);
          edges[slot] = oldEdges[i];
          targets[slot] = oldTargets[i];
        }
      }
    }

    /** The slot of the edge, or the empty one where it would stand, whose target is 0. */
    private int slot(int node, char label) {
      long edge = ((long) node << 16) | label;
      int mask = edges.length - 1;
      int slot = (int) ((edge * HASH_64) >>> Long.numberOfLeadingZeros(mask));
      while (edges[slot] != edge && edges[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }
}
