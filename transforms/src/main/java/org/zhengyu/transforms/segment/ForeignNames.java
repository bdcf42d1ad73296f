package org.zhengyu.transforms.segment;

import java.io.IOException;
import java.util.Arrays;

/**
 * Names from other languages, written in characters by their sound: 卡翁达, 约翰·加朗. A name is a run of
 * characters that are much more frequent in such names than elsewhere; what it costs beside that of
 * any name is -ln of how frequent its characters are there. Immutable.
 */
final class ForeignNames {
  /** The most that begin at one place. */
  static final int MOST = 23;

  private static final char DOT = '·';

  /** What a name costs for being foreign: -ln of their share. */
  private static final double FOREIGN = 3;

  /** What it costs that a name goes on, per character. */
  private static final double LONGER = 0.36;

  /** How many times as frequent, as a logarithm, a name's characters must be in names, in all. */
  private static final double EVIDENCE = 6;

  private static final int FEWEST = 3;

  private static final char FIRST = '\u4E00';
  private static final int CHARACTERS = 0x9FFF - FIRST + 1;

  private final int name;

  /** Of each character what it costs in a name, infinite if it is in none. */
  private final float[] costs;

  /** Of each character ln of how many times as frequent it is in names. */
  private final float[] evidence;

  /**
   * Counts characters.
   *
   * @param names of which each counts once
   * @param inAllWords of each character how often it was seen in words
   * @param name the number that a model has for a foreign name
   */
  ForeignNames(Iterable<String> names, long[] inAllWords, int name) {
    this.name = name;
    costs = new float[CHARACTERS];
    evidence = new float[CHARACTERS];
    long[] inNames = new long[CHARACTERS];
    long[] inWords = Arrays.copyOfRange(inAllWords, FIRST, FIRST + CHARACTERS);
    for (String text : names) {
      count(text, inNames);
    }
    double allNames = Arrays.stream(inNames).sum();
    double allWords = Arrays.stream(inWords).sum();
    for (int c = 0; c < CHARACTERS; c++) {
      double share = inNames[c] / allNames;
      evidence[c] = (float) Math.log(share / ((inWords[c] + 1) / allWords));
      boolean isSound = inNames[c] >= FEWEST && evidence[c] >= 0;
      costs[c] = isSound ? (float) (LONGER - Math.log(share)) : Float.POSITIVE_INFINITY;
    }
  }

  private ForeignNames(ArrayFile.Reader in) {
    name = in.ints()[0];
    costs = in.floats();
    evidence = in.floats();
  }

  /** What {@link #write} wrote. */
  static ForeignNames read(ArrayFile.Reader in) {
    return new ForeignNames(in);
  }

  void write(ArrayFile.Writer out) throws IOException {
    out.ints(name);
    out.floats(costs);
    out.floats(evidence);
  }

  private static void count(String text, long[] counts) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i) - FIRST;
      if (c >= 0 && c < CHARACTERS) {
        counts[c]++;
      }
    }
  }

  /** Whether a name may begin with it. */
  boolean isSound(char c) {
    int i = c - FIRST;
    return i >= 0 && i < CHARACTERS && costs[i] < Float.POSITIVE_INFINITY;
  }

  /** Adds the names that begin at a place, and returns the first node that is free then. */
  int add(char[] text, int begin, int length, LatticeNodes nodes, int node) {
    int free = node;
    double cost = FOREIGN;
    double found = 0;
    int last = Math.min(length, begin + MOST + 1);
    for (int at = begin; at < last; at++) {
      char c = text[at];
      if (isSound(c)) {
        cost += costs[c - FIRST];
        found += evidence[c - FIRST];
        if (at > begin && found > EVIDENCE) {
          nodes.addName(free++, name, at + 1, cost);
        }
      } else if (c != DOT || at == begin || text[at - 1] == DOT) {
        break;
      }
    }
    return free;
  }
}
