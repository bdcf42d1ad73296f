package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.SegmentedSplit;

/** From segmented splits to merged pairs, with the margins that the terms were counted with. */
class CooccurrencesTest {
  private static final VocabularyLimits NO_LIMITS = new VocabularyLimits(100, 1, 1);

  private static List<SegmentedSplit> reform() {
    return List.of(
        Samples.unit()
            .document(3, "甲", Samples.REFORM)
            .document(7, "乙", "改革/支持/依靠")
            .document(8, "丙", "")
            .build());
  }

  private static List<String> pairs(
      List<SegmentedSplit> splits,
      ContextUnit unit,
      int window,
      int buckets,
      VocabularyLimits limits) {
    return new CountedCorpus(splits, key -> key != 7, window, buckets, limits).lines(unit);
  }

  private static void expect(List<String> pairs, List<String> expected) {
    assertThat(pairs).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Terms a and b, the joint count, both margins, and the size of the event space. */
  @Test
  void countsTheWorkedExampleInWindowsOfTwo() {
    expect(
        pairs(reform(), ContextUnit.WINDOW, 2, 4, NO_LIMITS),
        List.of(
            "人民 依靠 2 6 5 30",
            "人民 发展 1 6 6 30",
            "人民 支持 1 6 2 30",
            "人民 改革 2 6 8 30",
            "依靠 发展 2 5 6 30",
            "依靠 改革 1 5 8 30",
            "促进 发展 1 3 6 30",
            "促进 改革 2 3 8 30",
            "发展 改革 2 6 8 30",
            "支持 改革 1 2 8 30"));
  }

  @Test
  void countsTheWorkedExampleInSentences() {
    expect(
        pairs(reform(), ContextUnit.SENTENCE, 5, 1, NO_LIMITS),
        List.of(
            "人民 依靠 2 3 2 3",
            "人民 促进 1 3 1 3",
            "人民 发展 2 3 2 3",
            "人民 支持 1 3 1 3",
            "人民 改革 2 3 2 3",
            "依靠 促进 1 2 1 3",
            "依靠 发展 2 2 2 3",
            "依靠 改革 1 2 2 3",
            "促进 发展 1 1 2 3",
            "促进 改革 1 1 2 3",
            "发展 改革 1 2 2 3",
            "支持 改革 1 1 2 3"));
  }

  @ParameterizedTest
  @CsvSource({
    "SENTENCE, sentence_binary, ''",
    "PARAGRAPH, paragraph_binary, ''",
    "DOCUMENT, document_binary, ''",
    "WINDOW, window_symmetric, 1",
    "WINDOW, window_symmetric, 2"
  })
  void countsTheWorkedExampleAsTheVectorsSay(ContextUnit unit, String mode, String k) {
    int window = k.isEmpty() ? 5 : Integer.parseInt(k);
    expect(pairs(reform(), unit, window, 2, NO_LIMITS), vectors(mode, k));
  }

  private static List<String> vectors(String mode, String k) {
    return rows("stats/cooc_zh.csv").stream()
        .filter(row -> row.get("mode").equals(mode) && row.get("k").equals(k))
        .filter(row -> !row.get("o11").equals("0") && !row.get("w1").equals(row.get("w2")))
        .map(row -> columns(row, "w1", "w2", "o11", "r1", "c1", "n"))
        .toList();
  }

  private static List<CSVRecord> rows(String file) {
    try (InputStreamReader in =
        new InputStreamReader(Samples.class.getResourceAsStream(file), UTF_8)) {
      List<CSVRecord> rows =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .build()
              .parse(in)
              .getRecords();
      assertThat(rows).isNotEmpty();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String columns(CSVRecord row, String... names) {
    return Stream.of(names).map(row::get).collect(Collectors.joining(" "));
  }

  /** The joint counts of another library; where it counts in both orders, that of one. */
  @ParameterizedTest
  @CsvSource({"WINDOW, window, frequency, 3", "DOCUMENT, document, boolean, 5"})
  void countsAsQuantedaDoes(ContextUnit unit, String context, String count, int window) {
    List<CSVRecord> rows =
        rows("stats/cooc_quanteda.csv").stream()
            .filter(row -> row.get("context").equals(context) && row.get("count").equals(count))
            .filter(row -> row.get("order").equals("unordered"))
            .filter(row -> row.get("w1").compareTo(row.get("w2")) < 0)
            .toList();
    Samples.Unit texts = Samples.unit();
    String[] documents = rows.get(0).get("texts").split("[|]", -1);
    for (int i = 0; i < documents.length; i++) {
      texts.document(20L + i, "d" + i, documents[i].replace(' ', '/'));
    }
    List<String> expected =
        rows.stream()
            .filter(row -> !row.get("expected").equals("0"))
            .map(row -> columns(row, "w1", "w2", "expected"))
            .distinct()
            .toList();
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(pairs(List.of(texts.build()), unit, window, 2, NO_LIMITS))
        .map(line -> line.substring(0, line.indexOf(' ', 4)))
        .containsAll(expected);
  }

  @Test
  void letsWordsOutsideTheVocabularyKeepTheirPlaces() {
    expect(
        pairs(
            List.of(Samples.unit().document(1, "甲", "改革/的~/了~/开放/改革").build()),
            ContextUnit.WINDOW,
            2,
            1,
            NO_LIMITS),
        // 开放 stands three words behind the first 改革 and next to the second.
        List.of("开放 改革 1 3 4 14"));
  }

  /** 支持 and 促进 are in one sentence only; 人民 and 依靠 share two sentences. */
  @Test
  void keepsPairsThatAreFrequentEnoughAndCountsAllThatWereTested() {
    CountedCorpus corpus =
        new CountedCorpus(reform(), key -> key != 7, 0, 3, new VocabularyLimits(100, 1, 2));
    expect(
        corpus.lines(ContextUnit.SENTENCE),
        List.of("人民 依靠 2 3 2 3", "人民 发展 2 3 2 3", "人民 改革 2 3 2 3", "依靠 发展 2 2 2 3"));
    List<PairMerge> merges =
        corpus.pairs(ContextUnit.SENTENCE, new NetworkPlan(List.of(), 1), new BitSet());
    assertThat(merges.stream().mapToLong(PairMerge::testedPairs).sum()).isEqualTo(12);
    assertThat(merges.stream().mapToLong(PairMerge::keptPairs).sum()).isEqualTo(4);
  }

  /** The phrase is in the vocabulary whatever its frequency, but its pairs must be as frequent. */
  @Test
  void keepsNoPairOfATermThatIsTooRareInItsUnit() {
    List<SegmentedSplit> units =
        List.of(
            Samples.unit().document(1, "甲", "链长制#0/改革/开放。改革/开放").build(),
            Samples.unit().document(2, "乙", "改革/开放").build());
    expect(
        pairs(units, ContextUnit.DOCUMENT, 5, 2, new VocabularyLimits(100, 2, 1)),
        List.of("开放 改革 2 2 2 2"));
  }

  /** Thirty random documents over four units, counted again by looking at every pair of places. */
  @ParameterizedTest
  @EnumSource(ContextUnit.class)
  void countsAnyCorpusAsLookingAtEveryPairOfWordsDoes(ContextUnit unit) {
    Random random = new Random(20221128);
    List<Samples.Unit> units = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      units.add(Samples.unit());
    }
    BruteForce counts = new BruteForce(unit, 3);
    for (int key = 100; key < 130; key++) {
      StringBuilder text = new StringBuilder();
      for (int paragraph = random.nextInt(4); paragraph >= 0; paragraph--) {
        for (int sentence = random.nextInt(4); sentence >= 0; sentence--) {
          int words = random.nextInt(9);
          for (int word = 0; word < words; word++) {
            int number = (int) Math.abs(random.nextGaussian() * 6);
            text.append(word == 0 ? "" : "/").append("词").append((char) ('a' + number));
            text.append(number % 5 == 4 ? "~" : "");
          }
          text.append(sentence == 0 ? "" : "。");
        }
        text.append(paragraph == 0 ? "" : "\n");
      }
      units.get(random.nextInt(4)).document(key, "文" + key, text.toString());
      counts.add(text.toString());
    }
    expect(
        pairs(units.stream().map(Samples.Unit::build).toList(), unit, 3, 5, NO_LIMITS),
        counts.lines());
  }

  /** Events as lists of words, counted one by one. */
  private static final class BruteForce {
    private final ContextUnit unit;
    private final int window;
    private final Map<String, Long> margins = new TreeMap<>();
    private final Map<String, Long> joint = new TreeMap<>();
    private long events;

    BruteForce(ContextUnit unit, int window) {
      this.unit = unit;
      this.window = window;
    }

    void add(String document) {
      String border =
          switch (unit) {
            case DOCUMENT -> "(?!)";
            case PARAGRAPH -> "\n";
            case SENTENCE, WINDOW -> "[\n。]";
          };
      for (String event : document.split(border, -1)) {
        List<String> words =
            Arrays.stream(event.split("[/。\n]")).filter(word -> !word.isEmpty()).toList();
        if (unit == ContextUnit.WINDOW) {
          addSlots(words);
        } else if (!words.isEmpty()) {
          events++;
          addPresent(new ArrayList<>(new TreeSet<>(words)));
        }
      }
    }

    private void addPresent(List<String> types) {
      for (int i = 0; i < types.size(); i++) {
        margins.merge(types.get(i), 1L, Long::sum);
        for (int j = i + 1; j < types.size(); j++) {
          joint.merge(types.get(i) + " " + types.get(j), 1L, Long::sum);
        }
      }
    }

    /** Every ordered pair of places; a pair of different words is counted from its smaller one. */
    private void addSlots(List<String> words) {
      for (int i = 0; i < words.size(); i++) {
        for (int j = 0; j < words.size(); j++) {
          if (i != j && Math.abs(i - j) <= window) {
            events++;
            margins.merge(words.get(i), 1L, Long::sum);
            if (words.get(i).compareTo(words.get(j)) < 0) {
              joint.merge(words.get(i) + " " + words.get(j), 1L, Long::sum);
            }
          }
        }
      }
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      joint.forEach(
          (pair, count) -> {
            if (!pair.contains("~")) {
              String[] terms = pair.split(" ", 2);
              lines.add(
                  String.join(
                      " ",
                      pair,
                      count.toString(),
                      margins.get(terms[0]).toString(),
                      margins.get(terms[1]).toString(),
                      String.valueOf(events)));
            }
          });
      assertThat(lines).hasSizeGreaterThan(50);
      return lines;
    }
  }
}
