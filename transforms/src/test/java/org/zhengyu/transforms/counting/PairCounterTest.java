package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CountedDocument;

/** Against pairs counted one by one in a map. */
class PairCounterTest {
  /** More than one word of bits on either level. */
  private static final int TERMS = 5000;

  /** Words of a sentence above which it is long. */
  private static final int LONG = 80;

  private static final CountedDocument DOCUMENT = new CountedDocument(1, "d", 9, List.of());

  /** Writes down what comes. */
  private static final class Lines implements PairCounter.Receiver {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void pair(int first, int second, long count, long shared, long documents, long inLong) {
      lines.add(
          first
              + " "
              + second
              + " "
              + count
              + (shared == 0 ? "" : " and " + shared)
              + (documents == Math.min(count, 1) ? "" : " in " + documents)
              + (inLong == 0 ? "" : " long " + inLong));
    }

    @Override
    public void end() {
      lines.add("end");
    }

    List<String> take() {
      List<String> taken = List.copyOf(lines);
      lines.clear();
      return taken;
    }
  }

  private final Lines received = new Lines();

  private PairCounter ofSets(int terms) {
    return new PairCounter(ContextUnit.SENTENCE, 0, LONG, terms, received);
  }

  private static void addSet(PairCounter pairs, List<Integer> terms) {
    pairs.set(ContextUnit.SENTENCE, ints(terms), terms.size());
  }

  /** Words below 0 are no terms. */
  private static void addSequence(PairCounter pairs, List<Integer> words) {
    List<Integer> terms = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < words.size(); place++) {
      if (words.get(place) >= 0) {
        terms.add(words.get(place));
        places.add(place);
      }
    }
    pairs.sequence(ints(terms), ints(places), terms.size(), words.size());
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The pairs of places at most so far apart, in order. */
  private static List<String> countedOneByOne(List<List<Integer>> contexts, int reach) {
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (List<Integer> context : contexts) {
      for (int i = 0; i < context.size(); i++) {
        for (int j = i + 1; j < context.size() && j - i <= reach; j++) {
          int first = Math.min(context.get(i), context.get(j));
          int second = Math.max(context.get(i), context.get(j));
          if (first >= 0 && first != second) {
            counts.computeIfAbsent(first, f -> new TreeMap<>()).merge(second, 1, Integer::sum);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (first, partners) ->
            partners.forEach((second, n) -> lines.add(first + " " + second + " " + n)));
    lines.add("end");
    return lines;
  }

  @Property(tries = 300)
  void countsThePairsOfSetsAndForgetsThem(
      @ForAll @Size(max = 20) List<@Size(max = 30) List<@IntRange(max = 40) Integer>> some,
      @ForAll @Size(max = 5) List<@Size(max = 60) List<@IntRange(max = TERMS - 1) Integer>> more) {
    PairCounter pairs = ofSets(TERMS);
    for (List<List<Integer>> round : List.of(some, more)) {
      List<List<Integer>> sets = new ArrayList<>();
      for (List<Integer> numbers : round) {
        List<Integer> set = List.copyOf(new TreeSet<>(numbers).descendingSet());
        sets.add(set);
        addSet(pairs, set);
      }
      pairs.flush();
      assertThat(received.take()).isEqualTo(countedOneByOne(sets, Integer.MAX_VALUE));
    }
    pairs.flush();
    assertThat(received.take()).containsExactly("end");
  }

  @Property(tries = 300)
  void countsThePairsOfWindowsAndForgetsThem(
      @ForAll @Size(max = 20) List<@Size(max = 30) List<@IntRange(min = -3, max = 6) Integer>> some,
      @ForAll @Size(max = 5)
          List<@Size(max = 60) List<@IntRange(min = -3, max = TERMS - 1) Integer>> more,
      @ForAll @IntRange(min = 1, max = 8) int window) {
    PairCounter pairs = new PairCounter(ContextUnit.WINDOW, window, LONG, TERMS, received);
    for (List<List<Integer>> sentences : List.of(some, more)) {
      sentences.forEach(sentence -> addSequence(pairs, sentence));
      pairs.flush();
      assertThat(received.take()).isEqualTo(countedOneByOne(sentences, window));
    }
    pairs.flush();
    assertThat(received.take()).containsExactly("end");
  }

  @Example
  void aPairInAllContextsAndTheLastOfManyTerms() {
    int last = (1 << 20) - 1;
    PairCounter pairs = ofSets(last + 1);
    for (int i = 0; i < 100_000; i++) {
      addSet(pairs, List.of(last, 63, 64, 0));
    }
    pairs.flush();
    assertThat(received.take())
        .containsExactly(
            "0 63 100000",
            "0 64 100000",
            "0 " + last + " 100000",
            "63 64 100000",
            "63 " + last + " 100000",
            "64 " + last + " 100000",
            "end");
  }

  /** The counter is set forward: two billion steps take a while. */
  @Example
  void countsBeyondAnInt() {
    RowCounter row = new RowCounter(2);
    row.count(1, 0);
    row.counts[2] = Integer.MAX_VALUE;
    row.count(1, 0);
    row.drain(0, received);
    assertThat(received.take()).containsExactly("0 1 2147483648");
  }

  /** 64 bytes: of 16 ints, a set takes two a term and two for the border, a sequence three. */
  @Example
  void handsOverBehindTheDocumentThatFillsIt() {
    PairCounter sets = new PairCounter(ContextUnit.SENTENCE, 0, LONG, 9, received, 64);
    addSet(sets, List.of(1, 2, 3));
    assertThat(received.take()).isEmpty();
    addSet(sets, List.of(7, 8));
    sets.shared(7, 8, 0);
    assertThat(received.take()).isEmpty();
    addSet(sets, List.of(7, 8));
    assertThat(received.take()).as("within a document").isEmpty();
    sets.beginDocument(DOCUMENT);
    assertThat(received.take()).containsExactly("1 2 1", "1 3 1", "2 3 1", "7 8 1 and 1", "end");
    addSet(sets, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    addSet(sets, List.of(7));
    sets.beginDocument(DOCUMENT);
    assertThat(received.take()).hasSize(36 + 1);

    PairCounter windows = new PairCounter(ContextUnit.WINDOW, 1, LONG, 9, received, 64);
    addSequence(windows, List.of(4, 3));
    assertThat(received.take()).isEmpty();
    addSequence(windows, List.of(3, 4));
    assertThat(received.take()).isEmpty();
    windows.beginDocument(DOCUMENT);
    assertThat(received.take()).containsExactly("3 4 2", "end");
  }

  @Example
  void takesOffWhereTwoTermsOnlyShareCharacters() {
    PairCounter pairs = ofSets(9);
    addSet(pairs, List.of(3, 1, 2));
    pairs.shared(1, 3, 0);
    addSet(pairs, List.of(1, 3));
    addSet(pairs, List.of(2, 3));
    pairs.shared(2, 3, 0);
    addSet(pairs, List.of(8, 1, 3));
    pairs.shared(1, 3, 0);
    pairs.flush();
    assertThat(received.take())
        .containsExactly("1 2 1", "1 3 1 and 2", "1 8 1", "2 3 1 and 1", "3 8 1", "end");
    addSet(pairs, List.of(1, 3));
    pairs.flush();
    assertThat(received.take()).as("forgets them").containsExactly("1 3 1", "end");
  }

  /** 1 and 2 in the place 0, 3 in 1, 4 in 3. */
  @Example
  void takesTermsOfOnePlaceForNoPairAndSharedSlotsOnlyInTheWindow() {
    PairCounter pairs = new PairCounter(ContextUnit.WINDOW, 2, LONG, 9, received);
    pairs.sequence(new int[] {2, 1, 3, 4}, new int[] {0, 0, 1, 3}, 4, 5);
    pairs.shared(1, 3, 1);
    pairs.shared(1, 4, 3);
    pairs.flush();
    assertThat(received.take()).containsExactly("1 3 0 and 1", "2 3 1", "3 4 1", "end");
  }

  /** Of 1 and 3 in the first document only shared characters, in the second once more than that. */
  @Example
  void countsTheDocumentsInWhichTwoTermsMeet() {
    PairCounter pairs = ofSets(9);
    pairs.beginDocument(DOCUMENT);
    addSet(pairs, List.of(1, 2, 3));
    pairs.shared(1, 3, 0);
    addSet(pairs, List.of(1, 2));
    pairs.beginDocument(DOCUMENT);
    pairs.beginDocument(DOCUMENT);
    addSet(pairs, List.of(1, 3));
    pairs.shared(1, 3, 0);
    addSet(pairs, List.of(1, 2, 3));
    pairs.flush();
    assertThat(received.take()).containsExactly("1 2 3 in 2", "1 3 1 and 2", "2 3 2 in 2", "end");
  }

  /** The second sentence is long; 1 and 3 only share characters there. */
  @Example
  void countsWhatIsInLongSentences() {
    PairCounter sets = ofSets(9);
    PairCounter windows = new PairCounter(ContextUnit.WINDOW, 5, LONG, 9, received);
    for (int words : List.of(LONG, LONG + 1)) {
      sets.beginSentence(words);
      addSet(sets, List.of(1, 2, 3));
      windows.beginSentence(words);
      addSequence(windows, List.of(1, 2, 3));
    }
    sets.shared(1, 3, 0);
    windows.shared(1, 3, 2);
    for (PairCounter pairs : List.of(sets, windows)) {
      pairs.flush();
      assertThat(received.take())
          .containsExactly("1 2 2 long 1", "1 3 1 and 1", "2 3 2 long 1", "end");
    }
  }

  @Example
  void knowsNoLongSentencesInUnitsOfSeveral() {
    PairCounter pairs = new PairCounter(ContextUnit.PARAGRAPH, 0, LONG, 9, received);
    pairs.beginSentence(LONG + 1);
    pairs.set(ContextUnit.PARAGRAPH, new int[] {1, 2}, 2);
    pairs.flush();
    assertThat(received.take()).containsExactly("1 2 1", "end");
  }
}
