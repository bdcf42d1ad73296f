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
 * place, where words that are no terms keep theirs. A phrase is present where it has a use, at the
 * place of the word in which that begins. Terms are numbers that the counting gives them.
 *
 * <p>Two terms may be present and only share characters, 改革开放 and 开放: then the context is no event
 * for that pair. It is yielded, and the pair named.
 */
public final class Contexts implements SegmentedSplit.Visitor {
  /** Is handed the contexts that hold a term, in the order of the text. Arrays are reused. */
  public interface Receiver {
    /** A document begins. */
    default void beginDocument(CountedDocument document) {}

    /** A sentence comes next that has so many words, terms or not. */
    default void beginSentence(int length) {}

    /**
     * The sentence that comes next uses a term where it is no word.
     *
     * @param isFirst whether no other use of the term before it begins in the same word
     */
    default void innerUse(int term, boolean isFirst) {}

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
     * @param terms in the order of the text, of those in one place each once
     * @param places of each term its place, from 0; ascending, and several terms may share one
     * @param count how many terms there are
     * @param length how many places the sentence has, with those of other words
     */
    void sequence(int[] terms, int[] places, int count, int length);

    /**
     * In the context that came last two terms only share characters: a set, or of a sequence the
     * two places in which they begin.
     *
     * @param first the smaller number
     * @param second the larger number
     * @param distance how far those places are apart, and 0 in a set
     */
    default void shared(int first, int second, int distance) {}

    /** The document has ended, and with it all its contexts. */
    default void endDocument() {}
  }

  private final int[] numberOfType;
  private final Receiver receiver;

  /** The sets that are asked for, from the smallest unit to the largest. */
  private final List<TermSet> sets = new ArrayList<>();

  private final boolean inWindows;
  private final InnerTerms inner = new InnerTerms();

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
    receiver.beginSentence(length);
    inner.load(uses, numberOfType);
    if (length + inner.size() > words.length) {
      int capacity = 2 * (length + inner.size());
      words = new int[capacity];
      terms = new int[capacity];
      places = new int[capacity];
    }
    int[] numbers = numberOfType;
    int[] numbered = words;
    for (int i = 0; i < length; i++) {
      numbered[i] = numbers[types[i]];
    }
    for (int i = 0; i < inner.size(); i++) {
      receiver.innerUse(inner.term(i), inner.isFirstInWord(i));
    }
    if (inWindows) {
      yieldSequence(length);
    }
    if (!sets.isEmpty()) {
      TermSet smallest = sets.get(0);
      smallest.addAll(words, length);
      if (inner.size() > 0) {
        smallest.addAll(inner.terms(), inner.size());
        inner.overlaps(words, (first, second, distance) -> smallest.overlaps.add(first, second));
      }
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
    int count = inner.size() == 0 ? placeWords(length) : placeAll(length);
    if (count > 0) {
      receiver.sequence(terms, places, count, length);
      if (inner.size() > 0) {
        inner.sharedSlots(words, receiver::shared);
      }
    }
  }

  /** Lists the terms of a sentence with their places, and returns how many they are. */
  private int placeWords(int length) {
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
    return count;
  }

  /** The same with inner uses. */
  private int placeAll(int length) {
    int count = 0;
    int next = 0;
    for (int place = 0; place < length; place++) {
      if (words[place] >= 0) {
        terms[count] = words[place];
        places[count++] = place;
      }
      for (; next < inner.size() && inner.place(next) == place; next++) {
        if (inner.isFirstInWord(next)) {
          terms[count] = inner.term(next);
          places[count++] = place;
        }
      }
    }
    return count;
  }

  /** Yields the set of a unit; what is in it is in the next larger unit, too. */
  private void end(ContextUnit ended) {
    for (int i = 0; i < sets.size(); i++) {
      TermSet set = sets.get(i);
      if (set.unit == ended && set.count > 0) {
        TermSet larger = i + 1 < sets.size() ? sets.get(i + 1) : null;
        receiver.set(ended, set.terms, set.count);
        if (larger != null) {
          larger.addAll(set.terms, set.count);
        }
        if (!set.overlaps.isEmpty()) {
          set.yieldShared(
              (first, second, distance) -> {
                receiver.shared(first, second, distance);
                if (larger != null) {
                  larger.overlaps.add(first, second);
                }
              });
        }
        set.clear();
      }
    }
  }

  /**
   * The terms that the current unit has so far, and how often: of the smallest unit each occurrence
   * counts, and of a larger one each unit within it that has the term.
   */
  private static final class TermSet {
    private final ContextUnit unit;
    private final int[] terms;
    private int count;

    /** Of each term how often it is there. */
    private final int[] counts;

    /** Pairs of terms, once for any two of what is counted that only share characters. */
    private final PairBag overlaps = new PairBag();

    TermSet(ContextUnit unit, int terms) {
      this.unit = unit;
      this.terms = new int[terms];
      this.counts = new int[terms];
    }

    /** Adds those that are not negative. */
    void addAll(int[] others, int length) {
      // Without the optimizing compiler, a field is read anew each time.
      int[] counted = counts;
      int[] present = terms;
      int size = count;
      for (int i = 0; i < length; i++) {
        int term = others[i];
        if (term >= 0 && counted[term]++ == 0) {
          present[size++] = term;
        }
      }
      count = size;
    }

    /**
     * Yields the pairs of which all that is counted of one only shares characters with the other.
     */
    void yieldShared(InnerTerms.Pairs receiver) {
      overlaps.forEach(
          (first, second, times) -> {
            if (times == (long) counts[first] * counts[second]) {
              receiver.pair(first, second, 0);
            }
          });
    }

    void clear() {
      for (int i = 0; i < count; i++) {
        counts[terms[i]] = 0;
      }
      count = 0;
      overlaps.clear();
    }
  }
}
