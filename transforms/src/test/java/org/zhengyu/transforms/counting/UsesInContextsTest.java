package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.ContingencyTable;

/**
 * Uses of phrases that are no tokens, in every unit: against sets of occurrences, each of which
 * knows its characters. 甲 and 乙乙 are words, 的 is no term; the others are phrases.
 */
class UsesInContextsTest {
  private static final List<String> TERMS = List.of("乙乙", "桥桥桥", "江", "甲", "链链");
  private static final Map<String, Integer> PHRASES = Map.of("桥桥桥", 0, "江", 1, "链链", 2);
  private static final long SEED = 17;

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new CorpusTotals(Bootstrap.MIN_DOCUMENTS, 0, 0, 0, 0, 0),
          TERMS.stream()
              .map(term -> new Vocabulary.Member(term, new Margins(0, 0, 0, 0)))
              .toList());

  /** An occurrence of a term: the place of the word in which it begins, and its characters. */
  private record Use(String term, int place, int begin, int end, boolean isToken) {
    boolean sharesCharacters(Use other) {
      return begin < other.end && other.begin < end;
    }
  }

  /** A sentence: its words, and where phrases are used that are none. */
  private record Sentence(List<String> words, List<Use> inner) {
    List<Use> uses() {
      List<Use> uses = new ArrayList<>(inner);
      int at = 0;
      for (int place = 0; place < words.size(); place++) {
        String word = words.get(place);
        if (!word.equals("的")) {
          uses.add(new Use(word, place, at, at + word.length(), true));
        }
        at += word.length();
      }
      return uses;
    }

    String written() {
      List<String> parts = new ArrayList<>();
      for (String word : words) {
        parts.add(word.equals("的") ? "的~" : phrase(word));
      }
      for (Use use : inner) {
        parts.add("[" + phrase(use.term) + ":" + use.begin + "-" + use.end + "]");
      }
      return String.join("/", parts);
    }

    private static String phrase(String term) {
      return PHRASES.containsKey(term) ? term + "#" + PHRASES.get(term) : term;
    }
  }

  /** Uses in the order of the text; of one phrase none that shares characters with another. */
  private static Sentence sentence(List<String> words, List<Use> wanted) {
    Sentence sentence = new Sentence(words, new ArrayList<>());
    int length = String.join("", words).length();
    for (Use use : wanted) {
      boolean fits =
          use.end <= length
              && sentence.uses().stream()
                  .noneMatch(other -> other.term.equals(use.term) && other.sharesCharacters(use));
      if (fits) {
        int place = 0;
        for (int end = words.get(0).length(); end <= use.begin; end += words.get(place).length()) {
          place++;
        }
        sentence.inner.add(new Use(use.term, place, use.begin, use.end, false));
      }
    }
    sentence.inner.sort((a, b) -> Integer.compare(a.begin, b.begin));
    return sentence;
  }

  @Provide
  Arbitrary<List<List<List<Sentence>>>> documents() {
    Arbitrary<List<String>> words =
        Arbitraries.of("甲", "乙乙", "的", "江", "链链", "桥桥桥", "的").list().ofMinSize(1).ofMaxSize(7);
    Arbitrary<Use> uses =
        Combinators.combine(
                Arbitraries.of(List.copyOf(new TreeSet<>(PHRASES.keySet()))),
                Arbitraries.integers().between(0, 8),
                Arbitraries.integers().between(1, 5))
            .as((phrase, begin, length) -> new Use(phrase, 0, begin, begin + length, false));
    Arbitrary<Sentence> sentences =
        Combinators.combine(words, uses.list().ofMaxSize(5)).as(UsesInContextsTest::sentence);
    return sentences
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofMaxSize(3);
  }

  private static SegmentedSplit split(List<List<List<Sentence>>> documents) {
    Samples.Unit split = Samples.unit();
    for (int d = 0; d < documents.size(); d++) {
      List<String> paragraphs = new ArrayList<>();
      for (List<Sentence> paragraph : documents.get(d)) {
        paragraphs.add(String.join("。", paragraph.stream().map(Sentence::written).toList()));
      }
      split.document(d, "文" + d, String.join("\n", paragraphs));
    }
    return split.build();
  }

  /** The counts of one unit, event by event. */
  private static final class ByHand {
    private final ContextUnit unit;
    private final int window;
    private final Map<String, Long> present = new TreeMap<>();
    private final Map<String, Long> together = new TreeMap<>();
    private final Map<String, Long> shared = new TreeMap<>();
    private long events;

    ByHand(ContextUnit unit, int window, List<List<List<Sentence>>> documents) {
      this.unit = unit;
      this.window = window;
      for (List<List<Sentence>> document : documents) {
        List<Sentence> inDocument = new ArrayList<>();
        for (List<Sentence> paragraph : document) {
          inDocument.addAll(paragraph);
          paragraph.forEach(sentence -> addIf(ContextUnit.SENTENCE, List.of(sentence)));
          addIf(ContextUnit.PARAGRAPH, paragraph);
          paragraph.forEach(this::addWindows);
        }
        addIf(ContextUnit.DOCUMENT, inDocument);
      }
    }

    private void addIf(ContextUnit of, List<Sentence> sentences) {
      if (of == unit) {
        add(sentences.stream().map(Sentence::uses).toList(), null);
      }
    }

    /** An event for each ordered pair of words near each other. */
    private void addWindows(Sentence sentence) {
      for (int i = 0; unit == ContextUnit.WINDOW && i < sentence.words.size(); i++) {
        for (int j = 0; j < sentence.words.size(); j++) {
          if (i != j && Math.abs(i - j) <= window) {
            int left = i;
            int right = j;
            add(
                List.of(sentence.uses().stream().filter(use -> use.place == left).toList()),
                List.of(sentence.uses().stream().filter(use -> use.place == right).toList()));
          }
        }
      }
    }

    /**
     * An event: uses by sentence, in which a pair is; or of a window those of its first and of its
     * second word, of which one has the first term of a pair, the other the second.
     */
    private void add(List<List<Use>> ofFirst, List<List<Use>> ofSecond) {
      events++;
      for (String a : TERMS) {
        if (has(ofFirst, a)) {
          present.merge(a, 1L, Long::sum);
        }
        for (String b : TERMS) {
          List<List<Use>> second = ofSecond == null ? ofFirst : ofSecond;
          if (a.compareTo(b) < 0 && has(ofFirst, a) && has(second, b)) {
            together.merge(a + b, 1L, Long::sum);
            if (!meet(ofFirst, a, second, b)) {
              shared.merge(a + b, 1L, Long::sum);
            }
          }
        }
      }
    }

    private static boolean has(List<List<Use>> uses, String term) {
      return uses.stream().flatMap(List::stream).anyMatch(use -> use.term.equals(term));
    }

    private static boolean meet(List<List<Use>> ofA, String a, List<List<Use>> ofB, String b) {
      for (int i = 0; i < ofA.size(); i++) {
        for (int j = 0; j < ofB.size(); j++) {
          for (Use one : ofA.get(i)) {
            for (Use other : ofB.get(j)) {
              if (one.term.equals(a)
                  && other.term.equals(b)
                  && (i != j || !one.sharesCharacters(other))) {
                return true;
              }
            }
          }
        }
      }
      return false;
    }

    long shared(String pair) {
      return shared.getOrDefault(pair, 0L);
    }

    /** Joint count, margins and number of events, of those in which two terms do not only share. */
    ContingencyTable table(String a, String b) {
      long off = shared(a + b);
      return new ContingencyTable(
          together.getOrDefault(a + b, 0L) - off,
          present.getOrDefault(a, 0L) - off,
          present.getOrDefault(b, 0L) - off,
          events - off);
    }
  }

  private record Pair(int first, int second) {
    String a() {
      return TERMS.get(first);
    }

    String b() {
      return TERMS.get(second);
    }
  }

  private static final List<Pair> PAIRS =
      IntStream.range(0, TERMS.size())
          .boxed()
          .flatMap(a -> IntStream.range(a + 1, TERMS.size()).mapToObj(b -> new Pair(a, b)))
          .toList();

  @Property(tries = 600)
  void tablesAndSharedUnitsAreThoseOfLookingAtEveryUse(
      @ForAll("documents") List<List<List<Sentence>>> documents,
      @ForAll ContextUnit unit,
      @ForAll @IntRange(min = 1, max = 5) int window) {
    SegmentedSplit split = split(documents);
    ByHand byHand = new ByHand(unit, window, documents);
    TermTally tally = TermTally.of(split, key -> true, window);
    Map<String, Long> margins = new TreeMap<>();
    entries(tally, (term, entry) -> margins.put(term, entry.margins().of(unit)));
    Map<Pair, List<Long>> counts = new HashMap<>();
    PairCounter pairs =
        new PairCounter(
            unit,
            window,
            /* longSentence= */ 80,
            TERMS.size(),
            (first, second, count, shared, df, inLong) ->
                counts.put(new Pair(first, second), List.of(count, shared)));
    split.visit(
        key -> true,
        new Contexts(
            EnumSet.of(unit), VOCABULARY.numbersOf(split.types()), VOCABULARY.size(), pairs));
    pairs.flush();

    for (Pair pair : PAIRS) {
      List<Long> counted = counts.getOrDefault(pair, List.of(0L, 0L));
      long off = counted.get(1);
      // The table refuses counts of which a cell would be negative.
      assertThat(
              new ContingencyTable(
                  counted.get(0),
                  margins.getOrDefault(pair.a(), 0L) - off,
                  margins.getOrDefault(pair.b(), 0L) - off,
                  tally.totals().of(unit) - off))
          .as(pair.a() + " and " + pair.b())
          .isEqualTo(byHand.table(pair.a(), pair.b()));
      assertThat(off).isEqualTo(byHand.shared(pair.a() + pair.b()));
    }
    assertThat(edges(split, unit, window)).isEqualTo(edgesByHand(documents, unit, window));
  }

  private interface EntryReceiver {
    void entry(String term, TermEntry entry);
  }

  private static void entries(TermTally tally, EntryReceiver receiver) {
    tally.deal(
        1,
        (bucket, block) -> {
          SortedRunCursor cursor = block.entries().cursor();
          TermEntry entry = new TermEntry();
          while (cursor.next()) {
            entry.read(cursor.value());
            receiver.entry(new String(cursor.key(), UTF_8), entry);
          }
        });
  }

  @Property(tries = 200)
  void countsTokensUsesAndTheTokensInWhichUsesBegin(
      @ForAll("documents") List<List<List<Sentence>>> documents) {
    Map<String, List<Long>> expected = new TreeMap<>();
    for (int d = 0; d < documents.size(); d++) {
      for (String term : TERMS) {
        long tokens = 0;
        long uses = 0;
        long frequency = 0;
        for (List<Sentence> paragraph : documents.get(d)) {
          for (Sentence sentence : paragraph) {
            Set<Integer> places = new TreeSet<>();
            for (Use use : sentence.uses()) {
              if (use.term.equals(term)) {
                tokens += use.isToken ? 1 : 0;
                uses++;
                places.add(use.place);
              }
            }
            frequency += places.size();
          }
        }
        if (uses > 0) {
          expected.put(term + " in " + d, List.of(tokens, uses, frequency));
        }
      }
    }
    Map<String, List<Long>> counted = new TreeMap<>();
    entries(
        TermTally.of(split(documents), key -> true, 0),
        (term, entry) -> {
          for (int i = 0; i < entry.postings() && !term.equals("的"); i++) {
            counted.put(
                term + " in " + entry.document(i),
                List.of(entry.tokens(i), entry.uses(i), entry.frequency(i)));
          }
        });
    assertThat(counted).isEqualTo(expected);
  }

  private static PairLists edges() {
    return new PairLists(
        List.of(
            new StrongPairs(
                PAIRS.stream()
                    .map(pair -> new StrongPair(pair.first, pair.second, 1, 0, 1))
                    .toList())));
  }

  private static ResampledEdges edges(SegmentedSplit split, ContextUnit unit, int window) {
    EdgeCounter counter = new EdgeCounter(unit, window, SEED, edges(), VOCABULARY);
    counter.count(split, key -> true);
    return counter.resampled();
  }

  private static ResampledEdges edgesByHand(
      List<List<List<Sentence>>> documents, ContextUnit unit, int window) {
    long[][] joint = new long[PAIRS.size()][Bootstrap.REPLICATES];
    long[][] margins = new long[PAIRS.size()][Bootstrap.REPLICATES];
    byte[] weights = new byte[Bootstrap.REPLICATES];
    for (int d = 0; d < documents.size(); d++) {
      Bootstrap.weights(SEED, "文" + d, weights);
      ByHand counts = new ByHand(unit, window, List.of(documents.get(d)));
      for (int edge = 0; edge < PAIRS.size(); edge++) {
        ContingencyTable table = counts.table(PAIRS.get(edge).a(), PAIRS.get(edge).b());
        for (int i = 0; i < weights.length; i++) {
          joint[edge][i] += weights[i] * table.o11();
          margins[edge][i] += weights[i] * (table.r1() + table.c1());
        }
      }
    }
    return new ResampledEdges(edges(), joint, margins);
  }

  /**
   * 链链 is used in the word 甲 and the 乙乙 behind it, once more a paragraph later: in the first
   * sentence and paragraph 链链 and 乙乙 only share characters, in the document they meet.
   */
  @Example
  void leavesOutAUnitInWhichTwoTermsOnlyShareCharacters() {
    SegmentedSplit split = Samples.unit().document(1, "文", "甲/乙乙/[链链#2:0-2]\n甲/链链#2。乙乙").build();
    assertThat(pairs(split, ContextUnit.SENTENCE))
        .containsExactly("乙乙甲 1", "乙乙链链 0 shared 1", "甲链链 1 shared 1");
    assertThat(pairs(split, ContextUnit.PARAGRAPH))
        .containsExactly("乙乙甲 2", "乙乙链链 1 shared 1", "甲链链 1 shared 1");
    assertThat(pairs(split, ContextUnit.DOCUMENT)).containsExactly("乙乙甲 1", "乙乙链链 1", "甲链链 1");
    assertThat(pairs(split, ContextUnit.WINDOW))
        .containsExactly("乙乙甲 1", "乙乙链链 0 shared 1", "甲链链 1");
  }

  private static List<String> pairs(SegmentedSplit split, ContextUnit unit) {
    List<String> lines = new ArrayList<>();
    PairCounter pairs =
        new PairCounter(
            unit,
            5,
            /* longSentence= */ 80,
            TERMS.size(),
            (first, second, count, shared, df, inLong) ->
                lines.add(
                    TERMS.get(first)
                        + TERMS.get(second)
                        + (" " + count)
                        + (shared == 0 ? "" : " shared " + shared)));
    split.visit(
        key -> true,
        new Contexts(
            EnumSet.of(unit), VOCABULARY.numbersOf(split.types()), VOCABULARY.size(), pairs));
    pairs.flush();
    return lines;
  }
}
