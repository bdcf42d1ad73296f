package org.zhengyu.transforms.segment;

import java.util.Arrays;

/**
 * The nodes of a lattice in the order of where they begin, and what is asked about them most, taken
 * over from the {@link LanguageModel}. Arrays that are open to those who work on them in turn, and
 * are used again for each sentence. Not thread-safe.
 */
final class LatticeNodes {
  int size;

  /** The number that the model has for the word. */
  int[] word = new int[1024];

  int[] end = new int[1024];

  /** See {@link LanguageModel#describe}. */
  int[] identity = new int[1024];

  long[] before = new long[1024];
  long[] after = new long[1024];
  double[] unseenCost = new double[1024];

  /** Of names only. */
  double[] ownCost = new double[1024];

  /** The number of the first pair that the node is the first of. */
  int[] firstPair = new int[1024];

  /** The names among them, and what of each cost is that it is this name. */
  private int names;

  private int[] named = new int[64];
  private double[] nameCost = new double[64];

  /** The cost of the cheapest way to the end of the node, and the node before it on that way. */
  double[] weight = new double[1024];

  int[] from = new int[1024];

  /** Removes all nodes. */
  void clear() {
    size = 0;
    names = 0;
  }

  /** Sets a node to a name, for which there is room, and what it costs to be this one. */
  void addName(int node, int newWord, int newEnd, double cost) {
    word[node] = newWord;
    end[node] = newEnd;
    if (names == named.length) {
      named = Arrays.copyOf(named, 2 * names);
      nameCost = Arrays.copyOf(nameCost, 2 * names);
    }
    named[names] = node;
    nameCost[names++] = cost;
  }

  /** Adds to the description of each name what that one costs. */
  void addNameCosts() {
    for (int i = 0; i < names; i++) {
      ownCost[named[i]] += nameCost[i];
      unseenCost[named[i]] += nameCost[i];
    }
  }

  /** Makes room for so many words and their ends. */
  void makeRoom(int nodes) {
    if (nodes > word.length) {
      word = Arrays.copyOf(word, 2 * nodes);
      end = Arrays.copyOf(end, 2 * nodes);
    }
  }

  /** Makes room for all else about the nodes that are there. */
  void makeRoomForDescription() {
    int capacity = word.length;
    if (capacity > identity.length) {
      identity = new int[capacity];
      before = new long[capacity];
      after = new long[capacity];
      unseenCost = new double[capacity];
      ownCost = new double[capacity];
      firstPair = new int[capacity];
      weight = new double[capacity];
      from = new int[capacity];
    }
  }
}
