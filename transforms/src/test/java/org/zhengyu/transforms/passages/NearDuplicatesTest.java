package org.zhengyu.transforms.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.SharedPassages.Text;

/** Near-duplicates among seeded texts, against a comparison of every document with every other. */
class NearDuplicatesTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  /** A document that is like an earlier one. */
  private record Reprint(String original, double similarity) {}

  /**
   * Thirty texts, each in five versions of which words were changed, from none to one in ten; and a
   * form that was filled in sixty times.
   */
  private static List<List<String>> corpus() {
    Random random = new Random(1);
    List<List<String>> corpus = new ArrayList<>();
    for (int text = 0; text < 30; text++) {
      List<String> words = words(20 + random.nextInt(400), random);
      for (int version = 0; version < 5; version++) {
        corpus.add(changed(words, 0.025 * version, random));
      }
    }
    List<String> form = words(300, random);
    for (int filled = 0; filled < 60; filled++) {
      corpus.add(changed(form, 0.01, random));
    }
    return corpus;
  }

  private static List<String> words(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> "词" + random.nextInt(2000))
        .collect(Collectors.toList());
  }

  private static List<String> changed(List<String> words, double share, Random random) {
    return words.stream()
        .map(word -> random.nextDouble() < share ? "新" + random.nextInt(2000) : word)
        .collect(Collectors.toList());
  }

  /** Of three documents in a row the first is the latest; sentences have seven words. */
  private static List<SegmentedSplit> cut(List<List<String>> corpus, int size) {
    List<SegmentedSplit> splits = new ArrayList<>();
    for (int from = 0; from < corpus.size(); from += size) {
      List<Text> documents = new ArrayList<>();
      for (int d = from; d < Math.min(corpus.size(), from + size); d++) {
        List<List<String>> sentences = new ArrayList<>();
        List<String> words = corpus.get(d);
        for (int begin = 0; begin < words.size(); begin += 7) {
          sentences.add(words.subList(begin, Math.min(words.size(), begin + 7)));
        }
        documents.add(
            new Text(
                d, new DocumentStanding(DatedDocuments.day(day(d)), null), List.of(sentences)));
      }
      splits.add(SharedPassages.split(documents));
    }
    return splits;
  }

  private static LocalDate day(int document) {
    return MONDAY.plusDays(document / 3 * 3 + 2 - document % 3);
  }

  private static Map<String, Reprint> found(List<SegmentedSplit> splits, int buckets) {
    Map<Integer, List<SortedRun>> bands = new TreeMap<>();
    for (SegmentedSplit split : splits) {
      BandTally.count(
          split,
          key -> true,
          new BucketWriter(buckets, (bucket, run) -> SharedPassages.add(bucket, run, bands)));
    }
    Map<Long, List<SortedRun>> asked = SharedPassages.cut(splits);
    bands
        .values()
        .forEach(
            runs ->
                BandMerge.merge(
                    runs, new SplitWriter((split, run) -> SharedPassages.add(split, run, asked))));
    Map<Long, List<SortedRun>> sent = SharedPassages.cut(splits);
    asked
        .values()
        .forEach(
            runs ->
                ShingleSender.send(
                    JoinedSplit.of(runs),
                    new SplitWriter((split, run) -> SharedPassages.add(split, run, sent))));
    List<SortedRun> likenesses = new ArrayList<>();
    sent.values()
        .forEach(
            runs ->
                ReprintFinder.find(
                    JoinedSplit.of(runs),
                    key -> true,
                    new BucketWriter(1, (bucket, run) -> likenesses.add(run))));
    Map<String, Reprint> reprints = new TreeMap<>();
    try {
      DuplicateClusters.find(
          likenesses,
          (docId, original, role, similarity, lag) -> {
            if (role == DuplicateRole.REPRINT) {
              reprints.put(docId, new Reprint(original, similarity));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reprints;
  }

  /** By the definition: in the order of their days each is compared with all originals before. */
  private static Map<String, Reprint> byBruteForce(List<List<String>> corpus) {
    Map<List<String>, Integer> numbers = new HashMap<>();
    List<Set<Integer>> shingles = new ArrayList<>();
    for (List<String> words : corpus) {
      Set<Integer> ofDocument = new HashSet<>();
      for (int from = 0; from + 5 <= words.size(); from++) {
        ofDocument.add(numbers.computeIfAbsent(words.subList(from, from + 5), s -> numbers.size()));
      }
      shingles.add(ofDocument);
    }
    Map<LocalDate, Integer> byDay = new TreeMap<>();
    for (int d = 0; d < corpus.size(); d++) {
      byDay.put(day(d), d);
    }
    List<Integer> originals = new ArrayList<>();
    Map<String, Reprint> reprints = new TreeMap<>();
    for (int d : byDay.values()) {
      boolean isReprint = false;
      for (int original : originals) {
        Set<Integer> all = new HashSet<>(shingles.get(d));
        all.addAll(shingles.get(original));
        int common = shingles.get(d).size() + shingles.get(original).size() - all.size();
        double similarity = (double) common / all.size();
        if (similarity >= 0.5) {
          reprints.put("d" + d, new Reprint("d" + original, similarity));
          isReprint = true;
          break;
        }
      }
      if (!isReprint) {
        originals.add(d);
      }
    }
    return reprints;
  }

  @Test
  void areThoseOfAllPairs() {
    List<List<String>> corpus = corpus();
    Map<String, Reprint> expected = byBruteForce(corpus);
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(found(cut(corpus, 100), 2)).isEqualTo(expected);
  }

  @Test
  void areTheSameHoweverTheCorpusIsCut() {
    List<List<String>> corpus = corpus();
    Map<String, Reprint> whole = found(cut(corpus, corpus.size()), 1);
    assertThat(found(cut(corpus, 7), 5)).isEqualTo(whole);
    assertThat(found(cut(corpus, 1), 3)).isEqualTo(whole);
  }

  @Test
  void areNoneOfDocumentsThatAreShorterThanAShingle() {
    List<List<String>> corpus =
        List.of(List.of("一", "二", "三", "四"), List.of("一", "二", "三", "四"), List.of());
    assertThat(found(cut(corpus, 3), 1)).isEmpty();
  }
}
