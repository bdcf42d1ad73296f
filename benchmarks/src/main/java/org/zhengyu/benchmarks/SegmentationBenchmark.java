package org.zhengyu.benchmarks;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.segment.HanLpSegmenter;
import org.zhengyu.transforms.segment.LatticeSegmenter;
import org.zhengyu.transforms.segment.Segmenter;
import org.zhengyu.transforms.segment.Tokens;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * Segmentation and matching alone: one operation is the text of the file that the system property
 * {@code zhengyu.text} names, sentence by sentence.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SegmentationBenchmark {
  private final List<String> sentences = new ArrayList<>();
  private final Matches none = new Matches();
  private final Matches matches = new Matches();
  private final Tokens tokens = new Tokens();
  private Segment plain;
  private Segmenter hanLp;
  private Segmenter lattice;
  private PhraseMatcher matcher;

  /** Reads the text and the lexicon that {@code zhengyu.lexicon} names. */
  @Setup
  public void read() throws IOException, InputFileException {
    for (String line : Files.readAllLines(Path.of(System.getProperty("zhengyu.text")))) {
      if (!line.isBlank()) {
        SentenceSplitter.split(
            line.strip(), (begin, end) -> sentences.add(line.strip().substring(begin, end)));
      }
    }
    plain = new ViterbiSegment().enableAllNamedEntityRecognize(false).enableNormalization(false);
    hanLp = HanLpSegmenter.create();
    lattice = LatticeSegmenter.create(WordStandard.CORE);
    matcher =
        PhraseMatcher.of(
            Lexicon.parse(
                Files.readAllBytes(Path.of(System.getProperty("zhengyu.lexicon"))),
                "lexicon",
                text -> text));
  }

  /** HanLP as it comes. */
  @Benchmark
  public int plainViterbi() {
    int words = 0;
    for (String sentence : sentences) {
      words += plain.seg(sentence.toCharArray()).size();
    }
    return words;
  }

  /** HanLP behind our interface. */
  @Benchmark
  public int hanLpSegmenter() {
    return segment(hanLp);
  }

  /** Our lattice. */
  @Benchmark
  public int latticeSegmenter() {
    return segment(lattice);
  }

  private int segment(Segmenter segmenter) {
    int words = 0;
    for (String sentence : sentences) {
      segmenter.segment(sentence, none, tokens);
      words += tokens.size();
    }
    return words;
  }

  /** The phrases of the lexicon. */
  @Benchmark
  public int phraseMatching() {
    int found = 0;
    for (String sentence : sentences) {
      matcher.find(sentence, matches);
      found += matches.size();
    }
    return found;
  }
}
