package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.nr.NRDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import java.io.IOException;
import java.util.Arrays;

/**
 * Chinese names of persons: a surname of one character and a given name of one or two. What a name
 * costs beside that of any name is -ln of how frequent its characters are in their places among
 * HanLP's 390,000 names. Immutable.
 */
final class ChineseNames {
  /** The most that begin at one place. */
  static final int MOST = 2;

  /** What a character {@link #costs} that is no hanzi. */
  static final int NEVER = -1;

  private static final char FIRST = '\u4E00';
  private static final int CHARACTERS = 0x9FFF - FIRST + 1;

  // Costs are counted in quarters, in 7 bits each.
  private static final int UNIT = 4;
  private static final int MASK = 127;
  private static final int SURNAME = 0;
  private static final int ONLY = 7;
  private static final int FIRST_OF_TWO = 14;
  private static final int SECOND_OF_TWO = 21;

  /** Names are rarer than in the news that was counted. */
  private static final double RARER = 1;

  /** What names may cost: dearer ones were hardly ever right. */
  private static final int MOST_FOR_ONE = 18 * UNIT;

  private static final int MOST_FOR_TWO = 24 * UNIT;

  /** What they may cost where a longer word begins with the surname: 高度, 方便. */
  private static final int MOST_FOR_TWO_OR_WORD = 18 * UNIT;

  private final int name;

  /** Of each hanzi what it costs as a surname, and in its place in a given name. */
  private final int[] costs;

  /**
   * Takes the costs from HanLP's dictionary.
   *
   * @param name the number that the model has for a Chinese name
   */
  ChineseNames(NRDictionary dictionary, int name) {
    this.name = name;
    costs = new int[CHARACTERS];
    int[] ones = counts(dictionary, NR.E);
    int[] twos = counts(dictionary, NR.C);
    double given = sum(ones) + sum(twos);
    int[] surnames = counts(dictionary, NR.B);
    // 万亿元, 千瓦 are no names.
    for (int c = 0; c < CHARACTERS; c++) {
      surnames[c] = CharType.type[FIRST + c] == CharType.CT_CNUM ? 0 : surnames[c];
    }
    add(surnames, RARER, SURNAME);
    add(ones, -Math.log(sum(ones) / given), ONLY);
    add(twos, -Math.log(sum(twos) / given), FIRST_OF_TWO);
    add(counts(dictionary, NR.D), 0, SECOND_OF_TWO);
  }

  private ChineseNames(ArrayFile.Reader in) {
    name = in.ints()[0];
    costs = in.ints();
  }

  /** What {@link #write} wrote. */
  static ChineseNames read(ArrayFile.Reader in) {
    return new ChineseNames(in);
  }

  void write(ArrayFile.Writer out) throws IOException {
    out.ints(name);
    out.ints(costs);
  }

  /** How often each character has a place in names. */
  private static int[] counts(NRDictionary dictionary, NR place) {
    int[] counts = new int[CHARACTERS];
    for (int c = 0; c < CHARACTERS; c++) {
      EnumItem<NR> item = dictionary.get(String.valueOf((char) (FIRST + c)));
      counts[c] = item == null ? 0 : item.labelMap.getOrDefault(place, 0);
    }
    return counts;
  }

  private static double sum(int[] counts) {
    return Arrays.stream(counts).asLongStream().sum();
  }

  private void add(int[] counts, double more, int place) {
    double all = sum(counts);
    for (int c = 0; c < CHARACTERS; c++) {
      double cost = UNIT * (more - Math.log(counts[c] / all));
      costs[c] |= (int) Math.min(MASK, Math.round(cost)) << place;
    }
  }

  /** What a character costs in each place of a name, as {@link #mayBegin} takes it. */
  int costs(char c) {
    int i = c - FIRST;
    return i >= 0 && i < CHARACTERS ? costs[i] : NEVER;
  }

  private static int cost(int costs, int place) {
    return costs >>> place & MASK;
  }

  /**
   * Whether a name may begin with a character, by what it and the two behind it {@link #costs}: 1
   * or 0, without a branch.
   */
  static int mayBegin(int surname, int next, int last) {
    int one = cost(surname, SURNAME) + cost(next, ONLY) - MOST_FOR_ONE;
    int two = costOfTwo(surname, next, last) - MOST_FOR_TWO;
    return (one | two) >>> (Integer.SIZE - 1);
  }

  private static int costOfTwo(int surname, int next, int last) {
    return cost(surname, SURNAME) + cost(next, FIRST_OF_TWO) + cost(last, SECOND_OF_TWO);
  }

  /**
   * Adds the names that begin at a place, and returns the first node that is free then.
   *
   * @param beginsWord whether a word of two or more characters begins there, too
   */
  int add(char[] text, int begin, int length, boolean beginsWord, LatticeNodes nodes, int node) {
    int free = node;
    int surname = costs(text[begin]);
    int next = costs(text[begin + 1]);
    int one = cost(surname, SURNAME) + cost(next, ONLY);
    if (one < MOST_FOR_ONE && !beginsWord) {
      nodes.addName(free++, name, begin + 2, (double) one / UNIT);
    }
    if (begin + 2 < length) {
      int two = costOfTwo(surname, next, costs(text[begin + 2]));
      if (two < (beginsWord ? MOST_FOR_TWO_OR_WORD : MOST_FOR_TWO)) {
        nodes.addName(free++, name, begin + 3, (double) two / UNIT);
      }
    }
    return free;
  }
}
