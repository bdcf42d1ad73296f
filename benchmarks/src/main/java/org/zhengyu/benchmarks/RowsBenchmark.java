package org.zhengyu.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zhengyu.output.PlainTable;
import org.zhengyu.pipeline.rows.CooccurrenceRows;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.stats.Association;

/**
 * Rows of co-occurrences: one operation is a row. The frequencies are drawn by Zipf's law, so that
 * counts and measures repeat about as often as those of a text do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RowsBenchmark {
  private static final int TERMS = 4000;
  private static final int STRIPES = 1000;
  private static final int PARTNERS = 200;
  private static final int ROWS = STRIPES * PARTNERS;
  private static final int SENTENCES = 500_000;

  private ScoredPairs pairs;
  private Path folder;

  /** Makes the pairs. */
  @Setup
  public void makePairs() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    folder = Files.createTempDirectory("rows");
    Random random = new Random(7);
    List<Vocabulary.Member> members = new ArrayList<>();
    for (int term = 0; term < TERMS; term++) {
      // Hanzi one after another, so that the terms are in the order of their code points.
      String text = new String(Character.toChars(0x4E00 + term)) + "词";
      long frequency = SENTENCES / (2 + random.nextInt(TERMS));
      members.add(new Vocabulary.Member(text, new Margins(frequency, 0, frequency, 0)));
    }
    SortedRunBuilder stripes = new SortedRunBuilder();
    PackedWriter key = new PackedWriter();
    PackedWriter stripe = new PackedWriter();
    for (int first = 0; first < STRIPES; first++) {
      TreeSet<Integer> partners = new TreeSet<>();
      while (partners.size() < PARTNERS) {
        partners.add(first + 1 + random.nextInt(TERMS - first - 1));
      }
      stripe.clear();
      int previous = 0;
      for (int partner : partners) {
        long most =
            Math.min(
                members.get(first).margins().sentences(),
                members.get(partner).margins().sentences());
        Stripe.append(
            stripe,
            previous,
            partner,
            Math.min(most, 2 + (int) (1 / (0.01 + random.nextDouble()))),
            0,
            1,
            0);
        previous = partner;
      }
      key.clear();
      stripes.add(key.putInt(first), stripe);
    }
    pairs =
        new ScoredPairs(
            ContextUnit.SENTENCE,
            new Vocabulary(new CorpusTotals(1000, 0, SENTENCES, 0, 20L * SENTENCES, 100), members),
            stripes.build());
  }

  /** Removes the file. */
  @TearDown
  public void removeFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The measures alone. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public double scored() throws IOException {
    DiscardedRows rows = new DiscardedRows();
    new CooccurrenceRows(0, 1, false, Association.DEFAULTS).encode(pairs, rows);
    return rows.sum();
  }

  /** The measures, written as Parquet. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long written() throws IOException {
    return PlainTable.write(
        folder, 0, new CooccurrenceRows(0, 1, false, Association.DEFAULTS), pairs);
  }
}
