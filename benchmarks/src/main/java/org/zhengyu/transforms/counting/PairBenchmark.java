package org.zhengyu.transforms.counting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.TypeTable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.segment.ContentWords;
import org.zhengyu.transforms.segment.LatticeSegmenter;
import org.zhengyu.transforms.segment.Tokens;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * Counting and merging of pairs alone: one operation is the sentences of the file that the system
 * property {@code zhengyu.text} names, with the vocabulary that the job would take from it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PairBenchmark {
  private static final int VOCABULARY = 20_000;
  private static final int LONG_SENTENCE = 80;

  /** How many numbers are collected before they are counted: 8 bytes each. */
  @Param({"65536", "524288", "4194304"})
  private int limit;

  /** Of each sentence the vocabulary's numbers of its terms, ascending. */
  private final List<int[]> contexts = new ArrayList<>();

  private int terms;
  private final Sum sum = new Sum();
  private PairCounter pairs;
  private final List<SortedRun> runs = new ArrayList<>();

  /** What was done in a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Done {
    /** Times that two terms met. */
    public long increments;

    /** Different pairs, counted anew for each time that the limit was reached. */
    public long pairs;
  }

  /** Segments the text, and counts it once for the runs that are merged. */
  @Setup
  public void read() throws IOException {
    TypeTable types = new TypeTable();
    List<int[]> sentences = segment(types);
    int[] numbers = vocabulary(types, sentences);
    for (int[] sentence : sentences) {
      int[] context =
          Arrays.stream(sentence)
              .map(type -> numbers[type])
              .filter(n -> n >= 0)
              .sorted()
              .distinct()
              .toArray();
      if (context.length > 1) {
        contexts.add(context);
      }
    }
    pairs = inSentences(sum);
    countAll(inSentences(new StripeWriter(1, (bucket, run) -> runs.add(run))));
  }

  private PairCounter inSentences(PairCounter.Receiver receiver) {
    return new PairCounter(ContextUnit.SENTENCE, 0, LONG_SENTENCE, terms, receiver);
  }

  private static List<int[]> segment(TypeTable types) throws IOException {
    ContentWords contentWords = new ContentWords(StopWords.defaults(Folding.LOOK_ALIKES::fold));
    LatticeSegmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);
    Matches none = new Matches();
    Tokens tokens = new Tokens();
    List<int[]> sentences = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(System.getProperty("zhengyu.text")))) {
      SentenceSplitter.split(
          line,
          (begin, end) -> {
            segmenter.segment(line.substring(begin, end), none, tokens);
            sentences.add(
                IntStream.range(0, tokens.size())
                    .filter(i -> tokens.word(i))
                    .filter(i -> contentWords.contains(tokens.form(i), tokens.tag(i)))
                    .map(i -> typeOf(tokens, i, types))
                    .toArray());
          });
    }
    return sentences;
  }

  private static int typeOf(Tokens tokens, int token, TypeTable types) {
    String form = tokens.form(token);
    int type = types.find(form, 0, form.length());
    return type >= 0 ? type : types.add(form, tokens.tag(token).code(), true, Tokens.NO_PHRASE);
  }

  /** Of each type its number in the vocabulary, or -1; the most frequent are in it. */
  private int[] vocabulary(TypeTable types, List<int[]> sentences) {
    int[] frequencies = new int[types.size()];
    for (int[] sentence : sentences) {
      for (int type : sentence) {
        frequencies[type]++;
      }
    }
    // The job numbers its vocabulary by term, not by frequency.
    int[] frequent =
        IntStream.range(0, types.size())
            .boxed()
            .sorted(Comparator.comparingInt(type -> -frequencies[type]))
            .limit(VOCABULARY)
            .sorted(Comparator.comparing(types::term))
            .mapToInt(type -> type)
            .toArray();
    int[] numbers = new int[types.size()];
    Arrays.fill(numbers, -1);
    for (int number = 0; number < frequent.length; number++) {
      numbers[frequent[number]] = number;
    }
    terms = frequent.length;
    return numbers;
  }

  /** Counts pairs. */
  @Benchmark
  public long counting(Done done) {
    sum.done = done;
    countAll(pairs);
    return done.increments;
  }

  private void countAll(PairCounter counter) {
    int collected = 0;
    for (int[] context : contexts) {
      counter.set(ContextUnit.SENTENCE, context, context.length);
      collected += context.length;
      if (collected >= limit) {
        counter.flush();
        collected = 0;
      }
    }
    counter.flush();
  }

  /** Adds up what is counted. */
  private static final class Sum implements PairCounter.Receiver {
    private Done done;

    @Override
    public void pair(int first, int second, long count, long shared, long documents, long inLong) {
      done.increments += count;
      done.pairs++;
    }
  }

  /** Merges the stripes of all times that the limit was reached. */
  @Benchmark
  public long merging(Done done) {
    Stripe stripe = new Stripe();
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        PackedReader value = merge.value();
        stripe.rewind();
        while (stripe.next(value)) {
          done.increments += stripe.count();
          done.pairs++;
        }
      }
    }
    return done.increments;
  }
}
