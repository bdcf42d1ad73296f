package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;

/**
 * Compares the documents of a split with the earlier ones whose shingles it is sent, and writes
 * those down that are nearly the same: whose similarity, the shingles of both over those of either
 * (Jaccard 1901; Broder 1997), is {@value #LEAST} or more. It is counted, not estimated.
 */
public final class ReprintFinder {
  /** The least similarity of a reprint. */
  public static final double LEAST = 0.5;

  /** A document of the split. */
  private record Later(ClusterMember member, ShingleSet shingles) {}

  private final Map<Long, Later> documents = new HashMap<>();
  private final LikenessWriter out;

  private @Nullable ClusterMember earlier;
  private long sizeOfEarlier;
  private List<Later> later = List.of();
  private long[] common = {};

  private ReprintFinder(LikenessWriter out) {
    this.out = out;
  }

  /**
   * Finds what documents of a split are reprints of.
   *
   * @param joined a split, and what {@link ShingleSender} sends it
   * @param counts which documents count
   * @param out takes what {@link DuplicateClusters} reads
   */
  public static void find(JoinedSplit joined, LongPredicate counts, BucketWriter out) {
    ReprintFinder finder = new ReprintFinder(new LikenessWriter(out));
    TermsOfSplit terms = new TermsOfSplit(joined.split().types());
    DocumentTokens.read(
        joined.split(),
        terms,
        counts,
        tokens ->
            finder.documents.put(
                tokens.document().key(),
                new Later(ClusterMember.of(tokens), ShingleSet.of(tokens, terms.hashes()))));
    joined.tell(finder::take);
    finder.endEarlier();
    out.passAll();
  }

  private void take(PackedReader key, PackedReader value) {
    key.getLong();
    if (key.getInt() == 0) {
      endEarlier();
      earlier = ClusterMember.unpack(value);
      sizeOfEarlier = 0;
      later = new ArrayList<>();
      value.getList(PackedReader::getLong).forEach(each -> later.add(documents.get(each)));
      common = new long[later.size()];
      return;
    }
    long[] hashes = new long[value.remaining() / Long.BYTES];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = value.getLong();
    }
    sizeOfEarlier += hashes.length;
    for (int i = 0; i < common.length; i++) {
      common[i] += later.get(i).shingles.common(hashes);
    }
  }

  private void endEarlier() {
    for (int i = 0; i < common.length; i++) {
      Later each = later.get(i);
      double similarity = (double) common[i] / (sizeOfEarlier + each.shingles.size() - common[i]);
      if (similarity >= LEAST) {
        out.add(each.member, earlier, DuplicateRole.REPRINT, similarity);
      }
    }
  }
}
