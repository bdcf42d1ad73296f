package org.zhengyu.transforms.segment;

import java.io.IOException;

/**
 * The words that may begin at a place of a sentence though the core dictionary does not list them:
 * {@link JoinedWords}, {@link ChineseNames} and {@link ForeignNames}. Immutable.
 */
final class UnlistedWords {
  /** The most names that begin at one place. */
  static final int MOST_NAMES = ChineseNames.MOST + ForeignNames.MOST;

  /** Set in what a character costs in Chinese names if it may be in foreign ones. */
  private static final int SOUND_SHIFT = 28;

  private static final int SOUND = 1 << SOUND_SHIFT;

  // Behind a place that was found: what may begin there.
  private static final int WORD = 1;
  private static final int NAME = 2;
  private static final int KIND_BITS = 2;

  private final JoinedWords joined;
  private final ChineseNames chinese;
  private final ForeignNames foreign;

  /** Of each character what it costs in Chinese names, with {@link #SOUND}. */
  private final int[] characters = new int[Character.MAX_VALUE + 1];

  UnlistedWords(JoinedWords joined, ChineseNames chinese, ForeignNames foreign) {
    this.joined = joined;
    this.chinese = chinese;
    this.foreign = foreign;
    for (int c = 0; c < characters.length; c++) {
      int sound = foreign.isSound((char) c) ? SOUND : 0;
      characters[c] = (chinese.costs((char) c) & ~SOUND) | sound;
    }
  }

  /** What {@link #write} wrote of the words of a model. */
  static UnlistedWords read(ArrayFile.Reader in, LanguageModel model) {
    return new UnlistedWords(
        JoinedWords.read(in, model), ChineseNames.read(in), ForeignNames.read(in));
  }

  void write(ArrayFile.Writer out) throws IOException {
    joined.write(out);
    chinese.write(out);
    foreign.write(out);
  }

  /**
   * Finds the places where such words may begin; at nearly all others none does.
   *
   * @param text longer than the sentence by two characters at least
   * @param first of each place the cell of its character in the core dictionary
   * @param second of each place the cell of the next character behind that
   * @param places as long as the text; the places found, as {@link #place} reads them, and behind
   *     them {@code length}
   */
  void findPlaces(char[] text, int length, long[] first, long[] second, int[] places) {
    JoinedWords words = joined;
    int[] costs = characters;
    int found = 0;
    int here = costs[text[0]];
    int next = costs[text[1]];
    for (int i = 0; i + 1 < length; i++) {
      int last = costs[text[i + 2]];
      int third = text[i + 2] & -WordTrie.isWord(first[i], text[i], second[i], text[i + 1]);
      int isWord = words.mayBegin(text[i], text[i + 1], third);
      int isSound = ((here & next) >>> SOUND_SHIFT) & 1;
      int isName = ChineseNames.mayBegin(here, next, last) | isSound;
      // Whether it is one is hard to guess: written in any case, it costs no wrong guess.
      places[found] = i << KIND_BITS | isName << 1 | isWord;
      found += isName | isWord;
      here = next;
      next = last;
    }
    places[found] = length << KIND_BITS;
  }

  /** The place itself of one that was found. */
  static int place(int found) {
    return found >> KIND_BITS;
  }

  /**
   * Adds the words that begin at a place.
   *
   * @param found the place, as it was found
   * @param length of the sentence; the array is longer
   * @param beginsWord whether a word of two or more characters of the dictionary begins there
   * @param nodes with room for a word to each place behind, and {@link #MOST_NAMES}
   * @param node the first that is free
   * @return the first that is free then
   */
  int add(char[] text, int found, int length, boolean beginsWord, LatticeNodes nodes, int node) {
    int begin = place(found);
    int free = node;
    if ((found & WORD) != 0) {
      free = joined.add(text, begin, length, nodes, free);
    }
    if ((found & NAME) != 0) {
      free = chinese.add(text, begin, length, beginsWord, nodes, free);
      if ((characters[text[begin]] & SOUND) != 0) {
        free = foreign.add(text, begin, length, nodes, free);
      }
    }
    return free;
  }
}
