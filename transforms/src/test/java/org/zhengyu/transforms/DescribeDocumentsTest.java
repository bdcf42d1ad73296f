package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.packed.SortedRun;

/** What becomes of documents by what was decided about them. */
class DescribeDocumentsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  /** The second is refused; the third repeats the first; the fourth holds no word. */
  private static final Admissions ADMISSIONS =
      new Admissions(Map.of(2L, "a.txt"), Map.of(3L, "甲"), false);

  private static DocumentRecord record(String id, String uri, long chars, long tokens) {
    return record(id, uri, chars, tokens, true);
  }

  private static DocumentRecord record(
      String id, String uri, long chars, long tokens, boolean isSelected) {
    return new DocumentRecord(
        id,
        uri,
        Description.NONE,
        new TextOrigin("UTF-8", "utf8"),
        3 * chars,
        chars,
        1,
        1,
        tokens,
        tokens,
        "",
        "",
        null,
        isSelected,
        null);
  }

  private static final DocumentRecord FIRST = record("甲", "a.txt", 10, 5);
  private static final DocumentRecord REFUSED = record("甲", "b.txt", 100, 50);
  private static final DocumentRecord REPEATED = record("乙", "c.txt", 10, 5);
  private static final DocumentRecord EMPTY = record("丙", "d.txt", 1, 0);

  private static List<KV<Integer, SortedRun>> records() {
    return List.of(
        KV.of(0, Samples.runByKey(Map.of(1L, FIRST, 2L, REFUSED), DocumentRecord::pack)),
        KV.of(5, Samples.runByKey(Map.of(3L, REPEATED, 4L, EMPTY), DocumentRecord::pack)));
  }

  private static List<SortedRun> runsOf(Iterable<KV<Integer, SortedRun>> keyed) {
    List<SortedRun> runs = new ArrayList<>();
    keyed.forEach(run -> runs.add(run.getValue()));
    return runs;
  }

  private PCollection<KV<Integer, SortedRun>> input() {
    return check.of("Records", records(), GatherRuns.runCoder());
  }

  @Test
  void namesTheOriginalOfARepetitionAndRefusesARepeatedId() {
    PCollectionTuple described =
        input()
            .apply(
                DescribeDocuments.with(check.view("Admissions", ADMISSIONS, Admissions.coder())));

    PAssert.that(described.get(DescribeDocuments.DOCUMENTS))
        .satisfies(
            that(
                runs -> {
                  assertThat(Samples.byKey(runsOf(runs), DocumentRecord::unpack))
                      .isEqualTo(Map.of(1L, FIRST, 3L, REPEATED.asDuplicateOf("甲"), 4L, EMPTY));
                }));
    PAssert.that(described.get(DescribeDocuments.REJECTIONS))
        .satisfies(
            that(
                runs -> {
                  assertThat(Samples.byKey(runsOf(runs), Rejection::unpack))
                      .isEqualTo(
                          Map.of(
                              2L,
                              new Rejection(
                                  "b.txt",
                                  "甲",
                                  Rejection.Reason.DUPLICATE_ID,
                                  "an earlier document has this id, in a.txt",
                                  300)));
                }));
    PAssert.that(described.get(DescribeDocuments.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(
                          Samples.ofKind(RunFact.Documents.class, facts).stream()
                              .reduce(RunFact.Documents::plus))
                      .hasValue(new RunFact.Documents(3, 1, 1, 21));
                  assertThat(Samples.ofKind(RunFact.Rejections.class, facts))
                      .containsExactly(new RunFact.Rejections(Rejection.Reason.DUPLICATE_ID, 1));
                }));
    check.run();
  }

  @Test
  void keepsRowsOfAdmittedDocuments() {
    PAssert.that(
            input()
                .apply(
                    KeepAdmitted.admitted(
                        check.view("Admissions", ADMISSIONS, Admissions.coder()))))
        .satisfies(keysAre(List.of(1L, 3L, 4L)));
    check.run();
  }

  @Test
  void keepsRowsOfCountedDocuments() {
    PAssert.that(
            input()
                .apply(
                    KeepAdmitted.counted(check.view("Admissions", ADMISSIONS, Admissions.coder()))))
        .satisfies(keysAre(List.of(1L, 4L)));
    check.run();
  }

  @Test
  void passesOnNoRunOfWhichNothingIsKept() {
    Admissions none = new Admissions(Map.of(3L, "a.txt", 4L, "a.txt"), Map.of(), false);
    PAssert.that(input().apply(KeepAdmitted.counted(check.view("None", none, Admissions.coder()))))
        .satisfies(
            that(
                runs -> {
                  assertThat(runs).singleElement().extracting(KV::getKey).isEqualTo(0);
                }));
    check.run();
  }

  private static SerializableFunction<Iterable<KV<Integer, SortedRun>>, Void> keysAre(
      List<Long> expected) {
    return that(
        runs ->
            assertThat(Samples.byKey(runsOf(runs), DocumentRecord::unpack).keySet())
                .containsExactlyElementsOf(expected));
  }
}
