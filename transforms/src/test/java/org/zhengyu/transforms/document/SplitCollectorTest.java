package org.zhengyu.transforms.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.document.SplitCollector.Rows;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.packed.SortedRunMerge;

class SplitCollectorTest {
  /** Keeps what comes. */
  private static final class Received implements SplitCollector.Receiver {
    private final List<String> documents = new ArrayList<>();
    private final List<SegmentedSplit> tokens = new ArrayList<>();
    private final Map<Rows, List<SortedRun>> rows = new EnumMap<>(Rows.class);
    private final List<SortedRun> identities = new ArrayList<>();
    private final List<RunFact> facts = new ArrayList<>();

    @Override
    public void document(DocumentRecord record) {
      documents.add(record.id());
    }

    @Override
    public void tokens(SegmentedSplit split) {
      tokens.add(split);
    }

    @Override
    public void rows(Rows kind, SortedRun run) {
      rows.computeIfAbsent(kind, k -> new ArrayList<>()).add(run);
    }

    @Override
    public void identities(SortedRun run) {
      identities.add(run);
    }

    @Override
    public void fact(RunFact fact) {
      facts.add(fact);
    }
  }

  private final Received received = new Received();
  private SplitCollector collector;

  @BeforeEach
  void collectWithAPhrase() throws InputFileException {
    SegmentationSettings settings = SampleSettings.of("链长制\n");
    collector =
        new SplitCollector(new DocumentSegmenter(settings), /* keepsTexts= */ true, received);
  }

  private static PolicyDocument document(long key, String id, String text) {
    return new PolicyDocument(
        key,
        id,
        id + ".txt",
        Description.NONE,
        text,
        new TextOrigin("UTF-8", "utf8"),
        text.getBytes(UTF_8).length);
  }

  @Test
  void passesOnAllOfASmallSplitAtItsEnd() {
    collector.document(document(9, "甲", "推行链长制。"));
    collector.document(document(12, "乙", "……"));
    assertThat(received.documents).containsExactly("甲", "乙");
    assertThat(received.tokens).isEmpty();
    assertThat(received.rows).isEmpty();
    assertThat(received.identities).isEmpty();

    collector.finish();

    assertThat(received.tokens).hasSize(1);
    assertThat(received.tokens.get(0).documents(key -> true))
        .extracting(counted -> counted.id() + counted.tokens())
        .containsExactly("甲2", "乙0");
    assertThat(received.rows).containsOnlyKeys(Rows.DOCUMENTS, Rows.OCCURRENCES, Rows.TEXTS);
    List<Long> keys = new ArrayList<>();
    SortedRunCursor records = received.rows.get(Rows.DOCUMENTS).get(0).cursor();
    while (records.next()) {
      keys.add(records.keyReader().getLong());
    }
    assertThat(keys).containsExactly(9L, 12L);
    assertThat(begins()).containsExactly(2L);
    assertThat(received.identities).hasSize(1);
    SortedRunCursor identities = received.identities.get(0).cursor();
    while (identities.next()) {
      Identity identity = Identity.unpack(identities.value());
      assertThat(identity.textKey().isEmpty())
          .as("a text without a word repeats none")
          .isEqualTo(identity.id().equals("乙"));
    }
    assertThat(received.facts).isEmpty();
  }

  /** The begins of all occurrences, merged as rows are. */
  private List<Long> begins() {
    List<Long> begins = new ArrayList<>();
    SortedRunMerge merge = SortedRunMerge.of(received.rows.get(Rows.OCCURRENCES));
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        PackedReader rows = merge.value();
        DocumentHead.unpack(rows);
        while (rows.hasMore()) {
          begins.add(Occurrence.unpack(rows).begin());
        }
      }
    }
    return begins;
  }

  /** Forty thousand occurrences with their contexts: some eight megabytes. */
  @Test
  void passesOnRowsOfOneLongDocumentInRunsOfBoundedSizeThatKeepTheirOrder() {
    int occurrences = 40_000;
    collector.document(document(1, "甲", "链长制。".repeat(occurrences)));
    collector.finish();
    assertThat(received.rows.get(Rows.OCCURRENCES))
        .hasSizeGreaterThan(2)
        .allSatisfy(run -> assertThat(run.size()).isLessThan(BucketWriter.MOST_IN_RUN + (2 << 20)));
    assertThat(begins())
        .containsExactlyElementsOf(
            LongStream.range(0, occurrences).mapToObj(number -> 4 * number).toList());
  }

  @Test
  void tellsHowManyWereRefusedForEachReasonOnceASplit() {
    for (int line = 0; line < 1000; line++) {
      Rejection.Reason reason =
          line % 4 == 0 ? Rejection.Reason.MISSING_TEXT : Rejection.Reason.INVALID_JSON;
      collector.rejection(line, new Rejection("a.jsonl", null, reason, "line " + line, 5));
    }
    assertThat(received.facts).isEmpty();
    collector.finish();
    assertThat(received.facts)
        .containsExactlyInAnyOrder(
            new RunFact.Rejections(Rejection.Reason.MISSING_TEXT, 250),
            new RunFact.Rejections(Rejection.Reason.INVALID_JSON, 750));
    assertThat(received.rows).containsOnlyKeys(Rows.REJECTIONS);
  }
}
