package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Parts;

/** The size of a group of documents. Immutable. */
public final class GroupSize implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long documents;
  private final long tokens;
  private final long minTokens;
  private final long[] resampledTokens;

  /**
   * A size.
   *
   * @param documents documents with at least one token
   * @param tokens their tokens
   * @param minTokens the tokens of the smallest of them
   * @param resampledTokens the tokens of each bootstrap replicate; none where nothing is resampled
   */
  public GroupSize(long documents, long tokens, long minTokens, long... resampledTokens) {
    this.documents = documents;
    this.tokens = tokens;
    this.minTokens = minTokens;
    this.resampledTokens = resampledTokens.clone();
  }

  /** Documents with at least one token. */
  public long documents() {
    return documents;
  }

  /** The tokens of the documents. */
  public long tokens() {
    return tokens;
  }

  /** The documents as parts of the group, for dispersion. */
  public Parts parts() {
    return new Parts(documents, tokens, minTokens);
  }

  /** The tokens of each bootstrap replicate, as an array of its own. */
  public long[] resampledTokens() {
    return resampledTokens.clone();
  }

  /** The size of two disjoint groups together. */
  public GroupSize plus(GroupSize other) {
    long[] sum = resampledTokens.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.resampledTokens[i];
    }
    return new GroupSize(
        documents + other.documents,
        tokens + other.tokens,
        Math.min(minTokens, other.minTokens),
        sum);
  }

  void pack(PackedWriter out) {
    out.putVarint(documents).putVarint(tokens).putVarint(minTokens);
    out.putVarint(resampledTokens.length);
    for (long resampled : resampledTokens) {
      out.putVarint(resampled);
    }
  }

  static GroupSize unpack(PackedReader in) {
    long documents = in.getVarint();
    long tokens = in.getVarint();
    long minTokens = in.getVarint();
    long[] resampled = new long[in.getCount()];
    for (int i = 0; i < resampled.length; i++) {
      resampled[i] = in.getVarint();
    }
    return new GroupSize(documents, tokens, minTokens, resampled);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupSize that
        && documents == that.documents
        && tokens == that.tokens
        && minTokens == that.minTokens
        && Arrays.equals(resampledTokens, that.resampledTokens);
  }

  @Override
  public int hashCode() {
    return Objects.hash(documents, tokens, minTokens, Arrays.hashCode(resampledTokens));
  }

  @Override
  public String toString() {
    return documents + " documents, " + tokens + " tokens";
  }
}
