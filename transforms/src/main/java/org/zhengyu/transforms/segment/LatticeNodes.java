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

  /** The cost of the cheapest way to the end of the node, and the node before it on that way. */
  double[] weight = new double[1024];

  int[] from = new int[1024];

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
      weight = new double[capacity];
      from = new int[capacity];
    }
  }
}
