package org.zhengyu.transforms.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/** Which documents are put in which cluster, when it is known what is like what. */
class DuplicateClustersTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  private final List<SortedRun> runs = new ArrayList<>();
  private final BucketWriter out = new BucketWriter(1, (bucket, run) -> runs.add(run));
  private final LikenessWriter likenesses = new LikenessWriter(out);

  private static ClusterMember document(long key, @Nullable KnownDate date) {
    return new ClusterMember(key, "d" + key, date);
  }

  private static KnownDate days(int from, int to) {
    return DatedDocuments.span(MONDAY.plusDays(from), MONDAY.plusDays(to));
  }

  private List<String> clusters() throws IOException {
    out.passAll();
    List<String> rows = new ArrayList<>();
    DuplicateClusters.find(
        runs,
        (docId, original, role, similarity, lag) ->
            rows.add(docId + " " + role + " of " + original + " " + similarity + " " + lag));
    return rows;
  }

  @Test
  void haveTheEarliestDocumentAsTheirOriginal() throws IOException {
    ClusterMember first = document(3, days(0, 0));
    ClusterMember second = document(1, days(2, 4));
    likenesses.add(second, first, DuplicateRole.REPRINT, 0.75);
    assertThat(clusters()).containsExactly("d3 original of d3 1.0 null", "d1 reprint of d3 0.75 2");
  }

  @Test
  void areStarsAndNotChains() throws IOException {
    ClusterMember first = document(1, days(0, 0));
    ClusterMember second = document(2, days(1, 1));
    ClusterMember third = document(3, days(2, 2));
    ClusterMember fourth = document(4, days(3, 3));
    likenesses.add(second, first, DuplicateRole.REPRINT, 0.5);
    likenesses.add(third, second, DuplicateRole.REPRINT, 0.5);
    likenesses.add(fourth, third, DuplicateRole.REPRINT, 0.5);
    assertThat(clusters())
        .containsExactly(
            "d1 original of d1 1.0 null",
            "d2 reprint of d1 0.5 1",
            "d3 original of d3 1.0 null",
            "d4 reprint of d3 0.5 1");
  }

  @Test
  void takeAReprintBeforeAnExcerptAndTheEarlierOriginalBeforeTheMoreSimilar() throws IOException {
    ClusterMember first = document(1, days(0, 0));
    ClusterMember second = document(2, days(1, 1));
    ClusterMember third = document(3, days(2, 2));
    ClusterMember fourth = document(4, days(3, 3));
    likenesses.add(fourth, first, DuplicateRole.EXCERPT, 1);
    likenesses.add(fourth, second, DuplicateRole.REPRINT, 0.5);
    likenesses.add(fourth, third, DuplicateRole.REPRINT, 0.9);
    assertThat(clusters()).containsExactly("d2 original of d2 1.0 null", "d4 reprint of d2 0.5 2");
  }

  @Test
  void sayNoLagWhereNobodyIsCertainlyEarlier() throws IOException {
    ClusterMember year = document(1, days(0, 364));
    ClusterMember undated = document(0, null);
    ClusterMember day = document(2, days(100, 100));
    likenesses.add(year, day, DuplicateRole.REPRINT, 0.5);
    likenesses.add(undated, day, DuplicateRole.REPRINT, 0.5);
    assertThat(clusters())
        .containsExactly(
            "d2 original of d2 1.0 null", "d1 reprint of d2 0.5 null", "d0 reprint of d2 0.5 null");
  }

  @Test
  void countADocumentBefore1970AsEarlier() {
    DocumentOrder old = DocumentOrder.of(DatedDocuments.day(LocalDate.of(1954, 9, 20)), 9);
    DocumentOrder recent = DocumentOrder.of(DatedDocuments.day(MONDAY), 1);
    assertThat(old).isLessThan(recent);
    DocumentOrder undated = DocumentOrder.of(null, 0);
    assertThat(recent).isLessThan(undated);
    assertThat(Arrays.compareUnsigned(bytes(old), bytes(recent))).isNegative();
    assertThat(Arrays.compareUnsigned(bytes(recent), bytes(undated))).isNegative();
  }

  private static byte[] bytes(DocumentOrder order) {
    return order.pack(new PackedWriter()).toByteArray();
  }
}
