package org.zhengyu.transforms.passages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.passages.SharedPassages.Text;

/** Passages of small corpora over a few words, against all their sequences, one by one. */
class PassagesPropertiesTest {
  private static final DocumentStanding UNKNOWN = new DocumentStanding(null, null);

  /** Documents, each of paragraphs, each of letters that stand for words. */
  @Provide
  Arbitrary<List<List<String>>> corpora() {
    Arbitrary<String> paragraphs =
        Arbitraries.integers()
            .between(1, 3)
            .flatMap(
                letters ->
                    Arbitraries.strings()
                        .withCharRange('a', (char) ('a' + letters))
                        .ofMaxLength(14));
    return paragraphs.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 300)
  void areTheLongestSequencesOfTheirDocuments(
      @ForAll("corpora") List<List<String>> corpus,
      @ForAll @IntRange(min = 2, max = 4) int length,
      @ForAll @IntRange(min = 1, max = 4) int splits,
      @ForAll @IntRange(min = 1, max = 3) int buckets) {
    SharedPassages found = SharedPassages.of(cut(corpus, splits), length, buckets);
    Map<String, List<List<Long>>> expected = byBruteForce(corpus, length);
    assertThat(found.places).isEqualTo(expected);
    expected.forEach(
        (passage, places) -> {
          PassageSummary summary = found.summaries.get(passage);
          assertThat(summary.tokens()).isEqualTo(passage.length());
          assertThat(summary.occurrences()).isEqualTo(places.size());
          assertThat(summary.documents())
              .isEqualTo(places.stream().map(place -> place.get(0)).distinct().count());
          assertThat(
                  List.of(
                      summary.example().key(), summary.example().begin(), summary.example().end()))
              .isEqualTo(places.get(0));
        });
  }

  /** A letter is a word of one code point, so offsets are places. */
  @Property(tries = 300)
  void leaveOutTheTokensOfAllPlacesOrOfAllButTheFirst(
      @ForAll("corpora") List<List<String>> corpus,
      @ForAll @IntRange(min = 2, max = 4) int length,
      @ForAll @IntRange(min = 1, max = 4) int splits,
      @ForAll PassageUse use) {
    List<String> expected = new ArrayList<>();
    for (List<String> document : corpus) {
      expected.add(String.join("", document));
    }
    for (List<List<Long>> places : byBruteForce(corpus, length).values()) {
      for (List<Long> place : places) {
        if (use == PassageUse.EXCLUDE || (use == PassageUse.ONCE && place != places.get(0))) {
          int document = place.get(0).intValue();
          int begin = place.get(1).intValue();
          int end = place.get(2).intValue();
          String text = expected.get(document);
          expected.set(
              document, text.substring(0, begin) + "-".repeat(end - begin) + text.substring(end));
        }
      }
    }
    Map<Long, String> counted = new TreeMap<>();
    for (SegmentedSplit split : SharedPassages.of(cut(corpus, splits), length, use, 2).counted) {
      counted.putAll(texts(split));
    }
    assertThat(counted.values()).containsExactlyElementsOf(expected);
  }

  /** By their keys the words of each document, and a dash for each that is left out. */
  private static Map<Long, String> texts(SegmentedSplit split) {
    SegmentedSplit.Types types = split.types();
    Map<Long, String> texts = new TreeMap<>();
    split.visit(
        key -> true,
        new SegmentedSplit.Visitor() {
          private CountedDocument document;
          private final StringBuilder text = new StringBuilder();

          @Override
          public void beginDocument(CountedDocument begun) {
            document = begun;
            text.setLength(0);
          }

          @Override
          public void sentence(int[] words, int count, InnerUses uses) {
            for (int i = 0; i < count; i++) {
              text.append(types.isTerm(words[i]) ? new String(types.term(words[i]), UTF_8) : "-");
            }
          }

          @Override
          public void endDocument() {
            texts.put(document.key(), text.toString());
            long kept = text.chars().filter(c -> c != '-').count();
            assertThat(document.tokens()).isEqualTo(kept);
          }
        });
    return texts;
  }

  /** Deals documents to splits in turn, as the shares of a compressed file have them. */
  private static List<SegmentedSplit> cut(List<List<String>> corpus, int splits) {
    List<SegmentedSplit> cut = new ArrayList<>();
    for (int split = 0; split < Math.min(splits, corpus.size()); split++) {
      List<Text> documents = new ArrayList<>();
      for (int d = split; d < corpus.size(); d += splits) {
        documents.add(new Text(d, UNKNOWN, paragraphs(corpus.get(d))));
      }
      cut.add(SharedPassages.split(documents));
    }
    return cut;
  }

  /** Every third word ends a sentence: a passage may go on behind it. */
  private static List<List<List<String>>> paragraphs(List<String> document) {
    return document.stream()
        .map(
            paragraph -> {
              List<List<String>> sentences = new ArrayList<>();
              for (int from = 0; from < paragraph.length(); from += 3) {
                sentences.add(
                    paragraph
                        .substring(from, Math.min(paragraph.length(), from + 3))
                        .chars()
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.toList()));
              }
              return sentences;
            })
        .collect(Collectors.toList());
  }

  private static Map<String, List<List<Long>>> byBruteForce(List<List<String>> corpus, int length) {
    Map<String, Set<List<Long>>> places = new TreeMap<>();
    for (int d = 0; d < corpus.size(); d++) {
      long offset = 0;
      for (String paragraph : corpus.get(d)) {
        for (int begin = 0; begin < paragraph.length(); begin++) {
          for (int end = begin + 1; end <= paragraph.length(); end++) {
            places
                .computeIfAbsent(
                    paragraph.substring(begin, end),
                    each -> new TreeSet<>(Comparator.comparing(List::toString)))
                .add(List.of((long) d, offset + begin, offset + end));
          }
        }
        offset += paragraph.length();
      }
    }
    Set<String> maximal = new HashSet<>();
    places.forEach(
        (text, where) -> {
          if (text.length() >= length
              && documents(where).size() > 1
              && places.entrySet().stream()
                  .filter(longer -> isOneLonger(longer.getKey(), text))
                  .noneMatch(longer -> longer.getValue().size() == where.size())) {
            maximal.add(text);
          }
        });
    Map<String, List<List<Long>>> passages = new TreeMap<>();
    for (String text : maximal) {
      boolean isInside =
          maximal.stream()
              .anyMatch(
                  longer ->
                      longer.length() > text.length()
                          && longer.contains(text)
                          && documents(places.get(longer)).equals(documents(places.get(text))));
      if (!isInside) {
        List<List<Long>> sorted = new ArrayList<>(places.get(text));
        sorted.sort(
            Comparator.<List<Long>>comparingLong(p -> p.get(0)).thenComparing(p -> p.get(1)));
        passages.put(text, sorted);
      }
    }
    return passages;
  }

  private static boolean isOneLonger(String longer, String text) {
    return longer.length() == text.length() + 1
        && (longer.startsWith(text) || longer.endsWith(text));
  }

  private static Set<Long> documents(Set<List<Long>> places) {
    return places.stream().map(place -> place.get(0)).collect(Collectors.toSet());
  }
}
