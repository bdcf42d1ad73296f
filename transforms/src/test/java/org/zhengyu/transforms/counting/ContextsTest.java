package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
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

/**
 * What a context is, and that all who count in contexts take the same for one. Documents are
 * written with a character a word; 的 and 了 are no terms, and 链 is one only because it is a phrase.
 */
class ContextsTest {
  private static final String TERMS = "丁丙乙甲链";
  private static final String OTHERS = "的了";
  private static final long SEED = 17;

  private static SegmentedSplit split(List<String> documents) {
    Samples.Unit split = Samples.unit();
    for (int d = 0; d < documents.size(); d++) {
      String text =
          documents
              .get(d)
              .replaceAll("[甲乙丙丁]", "$0/")
              .replaceAll("[的了]", "$0~/")
              .replace("链", "链~#0/");
      split.document(d, "文" + d, text);
    }
    return split.build();
  }

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new CorpusTotals(Bootstrap.MIN_DOCUMENTS, 0, 0, 0, 0, 0),
          TERMS
              .chars()
              .mapToObj(term -> new Vocabulary.Member("" + (char) term, new Margins(0, 0, 0, 0)))
              .toList());

  /** Writes down what comes. */
  private static final class Lines implements Contexts.Receiver {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void beginDocument(CountedDocument document) {
      lines.add("begin " + document.id());
    }

    @Override
    public void set(ContextUnit unit, int[] terms, int count) {
      String set =
          IntStream.of(terms)
              .limit(count)
              .sorted()
              .mapToObj(term -> TERMS.substring(term, term + 1))
              .collect(Collectors.joining());
      lines.add(unit.label() + " " + set);
    }

    @Override
    public void sequence(int[] terms, int[] places, int count, int length) {
      StringBuilder line = new StringBuilder("window of " + length);
      for (int i = 0; i < count; i++) {
        line.append(' ').append(TERMS.charAt(terms[i])).append(places[i]);
      }
      lines.add(line.toString());
    }

    @Override
    public void endDocument() {
      lines.add("end");
    }
  }

  private static List<String> lines(Set<ContextUnit> units, String... documents) {
    SegmentedSplit split = split(List.of(documents));
    Lines received = new Lines();
    split.visit(
        key -> true,
        new Contexts(units, VOCABULARY.numbersOf(split.types()), VOCABULARY.size(), received));
    return received.lines;
  }

  @Example
  void yieldsWhatIsPresentInEveryUnitAndAllPlacesOfASentence() {
    assertThat(lines(EnumSet.allOf(ContextUnit.class), "甲的乙甲。乙\n链了", "", "丙丁"))
        .containsExactly(
            "begin 文0",
            "window of 4 甲0 乙2 甲3",
            "sentence 乙甲",
            "window of 1 乙0",
            "sentence 乙",
            "paragraph 乙甲",
            "window of 2 链0",
            "sentence 链",
            "paragraph 链",
            "document 乙甲链",
            "end",
            "begin 文1",
            "end",
            "begin 文2",
            "window of 2 丙0 丁1",
            "sentence 丁丙",
            "paragraph 丁丙",
            "document 丁丙",
            "end");
  }

  @Example
  void yieldsTheUnitsThatAreAskedForAndNoContextWithoutATerm() {
    assertThat(lines(EnumSet.of(ContextUnit.PARAGRAPH), "甲。乙\n的", "丙"))
        .containsExactly("begin 文0", "paragraph 乙甲", "end", "begin 文1", "paragraph 丙", "end");
    assertThat(lines(EnumSet.of(ContextUnit.DOCUMENT), "甲。乙\n的甲", "了"))
        .containsExactly("begin 文0", "document 乙甲", "end", "begin 文1", "end");
    assertThat(lines(EnumSet.of(ContextUnit.WINDOW), "的。的甲"))
        .containsExactly("begin 文0", "window of 2 甲1", "end");
  }

  @Provide
  Arbitrary<List<String>> documents() {
    return Arbitraries.strings()
        .withChars(TERMS + OTHERS + "。\n")
        .ofMaxLength(40)
        .list()
        .ofMaxSize(4);
  }

  /** Margins, joint counts and the number of contexts, by looking at every pair of words. */
  private static final class ByHand {
    private final ContextUnit unit;
    private final int window;
    private final Map<String, Long> margins = new TreeMap<>();
    private final Map<String, Long> joint = new TreeMap<>();
    private long contexts;

    ByHand(ContextUnit unit, int window, List<String> documents) {
      this.unit = unit;
      this.window = window;
      documents.forEach(this::add);
    }

    private void add(String document) {
      String border =
          switch (unit) {
            case SENTENCE, WINDOW -> "[。\n]";
            case PARAGRAPH -> "\n";
            case DOCUMENT -> "(?!)";
          };
      for (String written : document.split(border, -1)) {
        String words = written.replaceAll("[。\n]", "");
        if (unit == ContextUnit.WINDOW) {
          addSlots(words);
        } else if (!words.isEmpty()) {
          addPresent(words.chars().distinct().sorted().toArray());
        }
      }
    }

    private void addPresent(int[] present) {
      contexts++;
      for (int a : present) {
        margins.merge("" + (char) a, 1L, Long::sum);
        for (int b : present) {
          if (a < b) {
            joint.merge("" + (char) a + (char) b, 1L, Long::sum);
          }
        }
      }
    }

    private void addSlots(String words) {
      for (int i = 0; i < words.length(); i++) {
        for (int j = 0; j < words.length(); j++) {
          if (i != j && Math.abs(i - j) <= window) {
            contexts++;
            margins.merge(words.substring(i, i + 1), 1L, Long::sum);
            if (words.charAt(i) < words.charAt(j)) {
              joint.merge("" + words.charAt(i) + words.charAt(j), 1L, Long::sum);
            }
          }
        }
      }
    }

    long margin(String term) {
      return margins.getOrDefault(term, 0L);
    }

    long joint(String pair) {
      return joint.getOrDefault(pair, 0L);
    }
  }

  private static final List<String> PAIRS =
      IntStream.range(0, TERMS.length())
          .boxed()
          .flatMap(
              a ->
                  IntStream.range(a + 1, TERMS.length())
                      .mapToObj(b -> "" + TERMS.charAt(a) + TERMS.charAt(b)))
          .toList();

  @Property(tries = 300)
  void marginsPairsAndEdgesAreThoseOfLookingAtEveryPairOfWords(
      @ForAll("documents") List<String> documents,
      @ForAll ContextUnit unit,
      @ForAll @IntRange(min = 1, max = 6) int window) {
    SegmentedSplit split = split(documents);
    ByHand byHand = new ByHand(unit, window, documents);

    TermTally tally = TermTally.of(split, key -> true, window);
    Map<String, Long> margins = margins(tally, unit);
    assertThat(margins).isEqualTo(byHand.margins);
    assertThat(tally.totals().of(unit)).isEqualTo(byHand.contexts);

    Map<String, Long> joint = joint(split, unit, window);
    for (String pair : PAIRS) {
      long o11 = joint.getOrDefault(pair, 0L);
      long r1 = margins.getOrDefault(pair.substring(0, 1), 0L);
      long c1 = margins.getOrDefault(pair.substring(1), 0L);
      assertThat(o11).as(pair).isEqualTo(byHand.joint(pair));
      assertThat(o11).as("no cell of %s is negative", pair).isLessThanOrEqualTo(Math.min(r1, c1));
      assertThat(r1 + c1 - o11).isLessThanOrEqualTo(tally.totals().of(unit));
    }

    assertThat(edges(split, unit, window)).isEqualTo(resampledByHand(documents, unit, window));
  }

  /** A slot has two words, so a word that stands alone in its sentence has none. */
  private static Map<String, Long> margins(TermTally tally, ContextUnit unit) {
    Map<String, Long> margins = new TreeMap<>();
    tally.deal(
        1,
        (bucket, block) -> {
          SortedRunCursor cursor = block.entries().cursor();
          TermEntry entry = new TermEntry();
          while (cursor.next()) {
            entry.read(cursor.value());
            if (entry.margins().of(unit) > 0) {
              margins.put(new String(cursor.key(), UTF_8), entry.margins().of(unit));
            }
          }
        });
    return margins;
  }

  private static Map<String, Long> joint(SegmentedSplit split, ContextUnit unit, int window) {
    Map<String, Long> joint = new TreeMap<>();
    PairCounter pairs =
        new PairCounter(
            unit,
            window,
            /* longSentence= */ 80,
            VOCABULARY.size(),
            (first, second, count, shared, documents, inLong) ->
                joint.put("" + TERMS.charAt(first) + TERMS.charAt(second), count));
    split.visit(
        key -> true,
        new Contexts(
            EnumSet.of(unit), VOCABULARY.numbersOf(split.types()), VOCABULARY.size(), pairs));
    pairs.flush();
    return joint;
  }

  private static ResampledEdges edges(SegmentedSplit split, ContextUnit unit, int window) {
    EdgeCounter counter = new EdgeCounter(unit, window, SEED, edges(), VOCABULARY);
    counter.count(split, key -> true);
    return counter.resampled();
  }

  private static PairLists edges() {
    return new PairLists(
        List.of(
            new StrongPairs(
                PAIRS.stream()
                    .map(
                        pair ->
                            new StrongPair(
                                TERMS.indexOf(pair.charAt(0)),
                                TERMS.indexOf(pair.charAt(1)),
                                1,
                                0,
                                1))
                    .toList())));
  }

  private static ResampledEdges resampledByHand(
      List<String> documents, ContextUnit unit, int window) {
    long[][] joint = new long[PAIRS.size()][Bootstrap.REPLICATES];
    long[][] margins = new long[PAIRS.size()][Bootstrap.REPLICATES];
    byte[] weights = new byte[Bootstrap.REPLICATES];
    for (int d = 0; d < documents.size(); d++) {
      Bootstrap.weights(SEED, "文" + d, weights);
      ByHand counts = new ByHand(unit, window, List.of(documents.get(d)));
      for (int edge = 0; edge < PAIRS.size(); edge++) {
        String pair = PAIRS.get(edge);
        long ofTerms = counts.margin(pair.substring(0, 1)) + counts.margin(pair.substring(1));
        for (int i = 0; i < weights.length; i++) {
          joint[edge][i] += weights[i] * counts.joint(pair);
          margins[edge][i] += weights[i] * ofTerms;
        }
      }
    }
    return new ResampledEdges(edges(), joint, margins);
  }
}
