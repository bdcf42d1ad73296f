package org.zhengyu.transforms.passages;

import java.util.function.LongPredicate;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Deals the documents of a split to buckets by the bands of their {@link MinHashes}: from the
 * number of a band and the {@link DocumentOrder} of a document to its split.
 */
public final class BandTally {
  private BandTally() {}

  /** Deals the documents that count. */
  public static void count(SegmentedSplit split, LongPredicate counts, BucketWriter out) {
    TermsOfSplit terms = new TermsOfSplit(split.types());
    PackedWriter key = new PackedWriter(Long.BYTES + DocumentOrder.BYTES);
    PackedWriter value = new PackedWriter(Long.BYTES).putLong(split.key());
    DocumentTokens.read(
        split,
        terms,
        counts,
        tokens -> {
          ShingleSet shingles = ShingleSet.of(tokens, terms.hashes());
          if (shingles.size() == 0) {
            return;
          }
          DocumentOrder order = DocumentOrder.of(tokens.standing().date(), tokens.document().key());
          for (long band : MinHashes.bandsOf(shingles)) {
            key.clear();
            order.pack(key.putLong(band));
            out.add(
                Shingles.bucket(band >>> (Long.SIZE - Shingles.BITS), out.buckets()), key, value);
          }
        });
    out.passAll();
  }
}
