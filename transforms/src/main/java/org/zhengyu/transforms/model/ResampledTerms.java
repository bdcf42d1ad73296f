package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * A part of what is to be known of a bucket of terms before they are compared between groups.
 *
 * @param terms counts, of documents that are summed up
 * @param resampled how often terms are in each replicate of some documents
 */
public record ResampledTerms(TermBlock terms, SortedRun resampled) {
  /** The coder. */
  public static Coder<ResampledTerms> coder() {
    return PackedCoder.of(ResampledTerms.class, ResampledTerms::pack, ResampledTerms::unpack);
  }

  private void pack(PackedWriter out) {
    resampled.pack(out);
    terms.pack(out);
  }

  private static ResampledTerms unpack(PackedReader in) {
    SortedRun resampled = SortedRun.unpack(in);
    return new ResampledTerms(TermBlock.unpack(in), resampled);
  }
}
