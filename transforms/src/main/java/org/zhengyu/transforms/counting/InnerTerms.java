package org.zhengyu.transforms.counting;

import java.util.Arrays;
import org.zhengyu.transforms.model.InnerUses;

/**
 * The inner uses of a sentence that are of terms, beside its words: what they add to a context, and
 * which terms meet there only by sharing characters. A buffer, used again for each sentence.
 */
final class InnerTerms {
  /** Takes pairs of terms that share characters. */
  interface Pairs {
    /**
     * A pair, its smaller number first.
     *
     * @param distance how many places apart the two begin
     */
    void pair(int first, int second, int distance);
  }

  private int[] terms = new int[8];
  private int[] uses = new int[8];
  private int size;
  private InnerUses of = new InnerUses();

  /** Takes the uses of terms, in place of what there was. */
  void load(InnerUses all, int[] numberOfType) {
    of = all;
    size = 0;
    for (int use = 0; use < all.size(); use++) {
      int term = numberOfType[all.type(use)];
      if (term >= 0) {
        if (size == terms.length) {
          terms = Arrays.copyOf(terms, 2 * size);
          uses = Arrays.copyOf(uses, 2 * size);
        }
        terms[size] = term;
        uses[size++] = use;
      }
    }
  }

  int size() {
    return size;
  }

  /** Their terms, with those of several uses as often; the array is longer. */
  int[] terms() {
    return terms;
  }

  int term(int i) {
    return terms[i];
  }

  /** The place of the word in which it begins. */
  int place(int i) {
    return of.first(uses[i]);
  }

  /** Whether no other use of the term before this one begins in the same word. */
  boolean isFirstInWord(int i) {
    for (int j = i - 1; j >= 0 && place(j) == place(i); j--) {
      if (terms[j] == terms[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Yields the terms of any two occurrences that share characters, of which one at least is an
   * inner use.
   *
   * @param words of each word its number as a term, negative if it is none
   */
  void overlaps(int[] words, Pairs receiver) {
    for (int i = 0; i < size; i++) {
      for (int place = of.first(uses[i]); place <= of.last(uses[i]); place++) {
        give(terms[i], words[place], 0, receiver);
      }
      for (int j = i + 1; j < size && share(i, j); j++) {
        give(terms[i], terms[j], 0, receiver);
      }
    }
  }

  /**
   * Yields the terms that begin in two different words but, whichever of their uses there are
   * taken, share characters; each such two words once.
   */
  void sharedSlots(int[] words, Pairs receiver) {
    for (int i = 0; i < size; i++) {
      if (!isFirstInWord(i)) {
        continue;
      }
      for (int place = place(i) + 1; place <= of.last(uses[i]); place++) {
        if (reach(i, place)) {
          give(terms[i], words[place], place - place(i), receiver);
        }
      }
      for (int j = i + 1; j < size && share(i, j); j++) {
        if (place(j) > place(i) && isFirstInWord(j) && shareAll(i, j)) {
          give(terms[i], terms[j], place(j) - place(i), receiver);
        }
      }
    }
  }

  private static void give(int one, int other, int distance, Pairs receiver) {
    if (other >= 0 && one != other) {
      receiver.pair(Math.min(one, other), Math.max(one, other), distance);
    }
  }

  /** Whether a use shares characters with one that begins no earlier. */
  private boolean share(int i, int j) {
    return of.begin(uses[j]) < of.end(uses[i]);
  }

  /** Whether all uses of a term that begin in one word have characters of a later one. */
  private boolean reach(int first, int place) {
    for (int i = first; i < size && place(i) == place(first); i++) {
      if (terms[i] == terms[first] && of.last(uses[i]) < place) {
        return false;
      }
    }
    return true;
  }

  /** Whether all uses of one term in a word share characters with all of another in a later one. */
  private boolean shareAll(int first, int second) {
    for (int i = first; i < size && place(i) == place(first); i++) {
      for (int j = second; j < size && place(j) == place(second); j++) {
        if (terms[i] == terms[first] && terms[j] == terms[second] && !share(i, j)) {
          return false;
        }
      }
    }
    return true;
  }
}
