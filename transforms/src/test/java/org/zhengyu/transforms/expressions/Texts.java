package org.zhengyu.transforms.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhengyu.transforms.document.DocumentSegmenter;
import org.zhengyu.transforms.document.SampleSettings;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.document.SplitCollector;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/** Texts on the way to candidates, each a document, segmented as a run does by default. */
final class Texts {
  private static final int BUCKETS = 3;

  private final SegmentationSettings settings;
  private final List<SegmentedSplit> splits = new ArrayList<>();
  private long documents;

  /** Texts in which 粤港澳大湾区 is a phrase. */
  Texts() {
    try {
      SegmentationSettings usual = SampleSettings.of("粤港澳大湾区\n");
      settings =
          usual.with(
              usual.lexicon(),
              /* writesTheirTokens= */ false,
              /* writesTheirSentences= */ false,
              /* keepsTheirJoints= */ true);
    } catch (InputFileException e) {
      throw new IllegalArgumentException(e);
    }
  }

  StopWords stopWords() {
    return settings.stopWords();
  }

  List<SegmentedSplit> splits() {
    return splits;
  }

  /** Adds a split of some documents. */
  Texts split(String... texts) {
    SplitCollector collector =
        new SplitCollector(
            new DocumentSegmenter(settings), /* keepsTexts= */ false, new TokenReceiver());
    for (String text : texts) {
      String id = "document " + documents;
      collector.document(
          new PolicyDocument(
              documents++,
              id,
              id + ".txt",
              Description.NONE,
              text,
              new TextOrigin("UTF-8", "utf8"),
              text.getBytes(UTF_8).length));
    }
    collector.finish();
    return this;
  }

  private final class TokenReceiver implements SplitCollector.Receiver {
    @Override
    public void document(DocumentRecord record) {}

    @Override
    public void tokens(SegmentedSplit split) {
      splits.add(split);
    }

    @Override
    public void rows(SplitCollector.Rows kind, SortedRun run) {}

    @Override
    public void identities(SortedRun run) {}

    @Override
    public void fact(RunFact fact) {}
  }

  /** The candidates, the best first, where so many expressions are counted besides quoted ones. */
  List<Candidate> candidates(long minTf, int mostCounted) {
    ExpressionTally tally = new ExpressionTally(settings.stopWords(), settings.newSegmenter());
    ExpressionSketch sketch = sketch(tally, minTf, mostCounted);
    List<SortedRun> proposals =
        byBucket((split, out) -> tally.count(split, key -> true, sketch, out)).stream()
            .map(runs -> ExpressionMerge.merge(runs, minTf, text -> false))
            .toList();
    SelectedExpressions selected = new SelectedExpressions(ExpressionMerge.best(proposals));
    CandidateTally closely = new CandidateTally(settings.stopWords(), settings.newSegmenter());
    List<SortedRun> measured =
        byBucket((split, out) -> closely.count(split, key -> true, selected, out)).stream()
            .map(CandidateMerge::merge)
            .toList();
    return CandidateRanking.rank(selected, measured, /* tokens= */ 1_000);
  }

  private ExpressionSketch sketch(ExpressionTally tally, long minTf, int mostCounted) {
    ExpressionSketch.Builder builder = new ExpressionSketch.Builder();
    Map<Integer, List<byte[]>> pieces = new TreeMap<>();
    for (SegmentedSplit split : splits) {
      tally.sketch(split, key -> true, builder);
      builder.deal(
          (piece, counts) -> pieces.computeIfAbsent(piece, p -> new ArrayList<>()).add(counts));
    }
    return ExpressionSketch.of(
        pieces.entrySet().stream()
            .map(piece -> ExpressionSketch.Piece.sum(piece.getKey(), piece.getValue(), minTf))
            .toList(),
        mostCounted);
  }

  private interface Counting {
    void count(SegmentedSplit split, BucketWriter out);
  }

  private List<List<SortedRun>> byBucket(Counting counting) {
    List<List<SortedRun>> buckets =
        IntStream.range(0, BUCKETS).<List<SortedRun>>mapToObj(b -> new ArrayList<>()).toList();
    for (SegmentedSplit split : splits) {
      counting.count(
          split, new BucketWriter(BUCKETS, (bucket, run) -> buckets.get(bucket).add(run)));
    }
    return buckets;
  }
}
