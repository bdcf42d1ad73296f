package org.zhengyu.transforms.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.passages.SharedPassages.Text;

/** What documents have from earlier ones, against a search for every token. */
class DescentPropertiesTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
  private static final int SENTENCE = 3;

  /** Stand for the source of a token that is not copied, and of one without a certain source. */
  private static final int OWN = -2;

  private static final int UNCERTAIN = -1;

  /** A document of one paragraph of letters that stand for words, in sentences of three. */
  record Dated(@Nullable KnownDate date, String words) {
    boolean has(String sequence) {
      return words.contains(sequence);
    }

    boolean isBefore(Dated other) {
      return date != null && other.date != null && date.last().isBefore(other.date.first());
    }
  }

  @Provide
  Arbitrary<List<Dated>> corpora() {
    Arbitrary<KnownDate> dates =
        Combinators.combine(
                Arbitraries.integers().between(0, 8), Arbitraries.integers().between(0, 2))
            .as((from, more) -> DatedDocuments.span(day(from), day(from + more)));
    Arbitrary<String> words = Arbitraries.strings().withCharRange('a', 'c').ofMaxLength(16);
    return Combinators.combine(dates.injectNull(0.1), words)
        .as(Dated::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  private static LocalDate day(int number) {
    return MONDAY.plusDays(number);
  }

  @Property(tries = 300)
  void isThatOfTheLongestEarlierPassageOfEachToken(
      @ForAll("corpora") List<Dated> corpus,
      @ForAll @IntRange(min = 2, max = 4) int length,
      @ForAll @IntRange(min = 1, max = 3) int splits) {
    int size = (corpus.size() + splits - 1) / splits;
    SharedPassages found =
        SharedPassages.of(
            IntStream.iterate(0, from -> from < corpus.size(), from -> from + size)
                .mapToObj(from -> split(corpus, from, Math.min(corpus.size(), from + size)))
                .map(SharedPassages::split)
                .toList(),
            length,
            /* buckets= */ 2);
    Map<String, Long> credited = new TreeMap<>();
    for (int target = 0; target < corpus.size(); target++) {
      String id = "d" + target;
      int[] sources = new int[corpus.get(target).words().length()];
      Arrays.setAll(sources, token -> OWN);
      if (corpus.get(target).date() == null) {
        assertThat(found.reuses.get(id))
            .isEqualTo(new Reuse(id, sources.length, false, 0, 0, 0, 0));
        continue;
      }
      for (int token = 0; token < sources.length; token++) {
        sources[token] = source(corpus, target, token, length);
        if (sources[token] >= 0) {
          credited.merge(id + " from d" + sources[token], 1L, Long::sum);
        }
      }
      assertThat(found.reuses.get(id)).isEqualTo(reuse(id, sources));
    }
    Map<String, Long> actual = new TreeMap<>();
    found.descents.forEach((pair, descent) -> actual.put(pair, descent.tokens()));
    assertThat(actual).isEqualTo(credited);
  }

  private static List<Text> split(List<Dated> corpus, int from, int to) {
    List<Text> documents = new ArrayList<>();
    for (int d = from; d < to; d++) {
      List<List<String>> sentences = new ArrayList<>();
      String words = corpus.get(d).words();
      for (int begin = 0; begin < words.length(); begin += SENTENCE) {
        sentences.add(
            words
                .substring(begin, Math.min(words.length(), begin + SENTENCE))
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.toList()));
      }
      documents.add(
          new Text(d, new DocumentStanding(corpus.get(d).date(), null), List.of(sentences)));
    }
    return documents;
  }

  /** The document to which a token is credited, or that it is none. */
  private static int source(List<Dated> corpus, int target, int token, int length) {
    Dated later = corpus.get(target);
    String words = later.words();
    for (int size = words.length(); size >= length; size--) {
      List<Integer> sources = new ArrayList<>();
      for (int begin = Math.max(0, token - size + 1);
          begin <= token && begin + size <= words.length();
          begin++) {
        String sequence = words.substring(begin, begin + size);
        if (isPassage(corpus, sequence)
            && corpus.stream().anyMatch(each -> each.has(sequence) && each.isBefore(later))) {
          sources.add(first(corpus, sequence));
        }
      }
      if (!sources.isEmpty()) {
        return sources.stream()
            .filter(source -> source >= 0)
            .min(
                Comparator.<Integer, LocalDate>comparing(s -> corpus.get(s).date().last())
                    .thenComparing(s -> s))
            .orElse(UNCERTAIN);
      }
    }
    return OWN;
  }

  /** Whether more documents have a sequence, and two at least, than have it with a word more. */
  private static boolean isPassage(List<Dated> corpus, String sequence) {
    long documents = documents(corpus, sequence);
    return documents > 1
        && Stream.of("a", "b", "c")
            .flatMap(word -> Stream.of(word + sequence, sequence + word))
            .allMatch(longer -> documents(corpus, longer) < documents);
  }

  private static long documents(List<Dated> corpus, String sequence) {
    return corpus.stream().filter(each -> each.has(sequence)).count();
  }

  /**
   * The document with a sequence that precedes all others with it, as far as their dates are known.
   */
  private static int first(List<Dated> corpus, String sequence) {
    List<Integer> having =
        IntStream.range(0, corpus.size())
            .filter(d -> corpus.get(d).date() != null && corpus.get(d).has(sequence))
            .boxed()
            .toList();
    for (int d : having) {
      if (having.stream()
          .allMatch(other -> other == d || corpus.get(d).isBefore(corpus.get(other)))) {
        return d;
      }
    }
    return UNCERTAIN;
  }

  private static Reuse reuse(String id, int[] sources) {
    long adapted = 0;
    long sentences = 0;
    for (int begin = 0; begin < sources.length; begin += SENTENCE) {
      int[] sentence =
          Arrays.copyOfRange(sources, begin, Math.min(sources.length, begin + SENTENCE));
      long rest = Arrays.stream(sentence).filter(source -> source == OWN).count();
      if (rest > 0 && rest * 3 <= sentence.length * 2L) {
        adapted += rest;
        sentences++;
      }
    }
    return new Reuse(
        id,
        sources.length,
        /* isDated= */ true,
        Arrays.stream(sources).filter(source -> source != OWN).count(),
        Arrays.stream(sources).filter(source -> source == UNCERTAIN).count(),
        adapted,
        sentences);
  }
}
