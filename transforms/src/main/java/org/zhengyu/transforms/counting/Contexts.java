package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.SegmentedSplit;

/**
 * What a context is, for all who count in contexts: margins, pairs and resampled edges must agree,
 * or a contingency table has a negative cell. In a sentence, paragraph or document it is the set of
 * the terms that are present, however often; in a window it is a sentence with each term at its
 * place, where words that are no terms keep theirs. Terms are numbers that the counting gives them.
 */
public final class Contexts implements SegmentedSplit.Visitor {
  /** Is handed the contexts that hold a term, in the order of the text. Arrays are reused. */
  public interface Receiver {
    /** A document begins. */
    default void beginDocument(CountedDocument document) {}

    /**
     * A sentence, paragraph or document ends.
     *
     * @param unit which of them
     * @param terms those that are present, each once, in no order
     * @param count how many they are
     */
    void set(ContextUnit unit, int[] terms, int count);

    /**
     * A sentence in whose windows terms meet.
     *
     * @param terms in the order of the text
     * @param places of each term its place, from 0; ascending
     * @param count how many terms there are
     * @param length how many places the sentence has, with those of other words
     */
    void sequence(int[] terms, int[] places, int count, int length);

    /** The document has ended, and with it all its contexts. */
    default void endDocument() {}
  }

  private final int[] numberOfType;
  private final Receiver receiver;

  /** The sets that are asked for, from the smallest unit to the largest. */
  private final List<TermSet> sets = new ArrayList<>();

  private final boolean inWindows;

  /** Of each word of the current sentence its number as a term, negative if it is none. */
  private int[] words = new int[256];

  /** Of these the terms, and the place of each. */
  private int[] terms = new int[256];

  private int[] places = new int[256];

  /**
   * Yields contexts.
   *
   * @param units which to yield
   * @param numberOfType of each type of the split its number as a term; negative if it is none
   * @param terms the numbers are smaller than this
   * @param receiver is handed the contexts
   */
  public Contexts(Set<ContextUnit> units, int[] numberOfType, int terms, Receiver receiver) {
    this.numberOfType = numberOfType;
    this.receiver = receiver;
    this.inWindows = units.contains(ContextUnit.WINDOW);
    for (ContextUnit unit :
        List.of(ContextUnit.SENTENCE, ContextUnit.PARAGRAPH, ContextUnit.DOCUMENT)) {
      if (units.contains(unit)) {
        sets.add(new TermSet(unit, terms));
      }
    }
  }

  @Override
  public void beginDocument(CountedDocument document) {
    receiver.beginDocument(document);
  }

  @Override
  public void sentence(int[] types, int length, InnerUses uses) {
    if (length > words.length) {
      words = new int[2 * length];
      terms = new int[2 * length];
      places = new int[2 * length];
    }
    int[] numbers = numberOfType;
    int[] numbered = words;
    for (int i = 0; i < length; i++) {
      numbered[i] = numbers[types[i]];
    }
    if (inWindows) {
      yieldSequence(length);
    }
    if (!sets.isEmpty()) {
      sets.get(0).addAll(words, length);
    }
    end(ContextUnit.SENTENCE);
  }

  @Override
  public void endParagraph() {
    end(ContextUnit.PARAGRAPH);
  }

  @Override
  public void endDocument() {
    end(ContextUnit.DOCUMENT);
    receiver.endDocument();
  }

  private void yieldSequence(int length) {
    int[] numbered = words;
    int[] termOf = terms;
    int[] placeOf = places;
    int count = 0;
    for (int place = 0; place < length; place++) {
      if (numbered[place] >= 0) {
        termOf[count] = numbered[place];
        placeOf[count++] = place;
      }
    }
    if (count > 0) {
      receiver.sequence(termOf, placeOf, count, length);
    }
  }

  /** Yields the set of a unit; what is in it is in the next larger unit, too. */
  private void end(ContextUnit ended) {
    for (int i = 0; i < sets.size(); i++) {
      TermSet set = sets.get(i);
      if (set.unit == ended && set.count > 0) {
        receiver.set(ended, set.terms, set.count);
        if (i + 1 < sets.size()) {
          sets.get(i + 1).addAll(set.terms, set.count);
        }
        set.clear();
      }
    }
  }

  /** The terms that the current unit has so far. */
  private static final class TermSet {
    private final ContextUnit unit;
    private final int[] terms;
    private int count;

    /** Of each term the number of the last set that it was in. */
    private final int[] lastSet;

    private int set = 1;

    TermSet(ContextUnit unit, int terms) {
      this.unit = unit;
      this.terms = new int[terms];
      this.lastSet = new int[terms];
    }

    /** Adds those that are not negative. */
    void addAll(int[] others, int length) {
      // Without the optimizing compiler, a field is read anew each time.
      int[] last = lastSet;
      int[] present = terms;
      int current = set;
      int size = count;
      for (int i = 0; i < length; i++) {
        int term = others[i];
        if (term >= 0 && last[term] != current) {
          last[term] = current;
          present[size++] = term;
        }
      }
      count = size;
    }

    void clear() {
      count = 0;
      set++;
    }
  }
}
