package org.zhengyu.transforms.passages;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How much of a document stood earlier elsewhere.
 *
 * @param docId the document
 * @param tokens its length
 * @param isDated whether its date is known; without one nothing is known but its length
 * @param copied tokens in passages that stood in an earlier document
 * @param unsourced those of them of which no document is certainly the first
 * @param adapted tokens that are not copied, of adapted sentences
 * @param adaptedSentences sentences of which a third or more of the tokens, but not all, are copied
 */
public record Reuse(
    String docId,
    long tokens,
    boolean isDated,
    long copied,
    long unsourced,
    long adapted,
    long adaptedSentences) {
  /** Tokens that are neither copied nor adapted. */
  public long own() {
    return tokens - copied - adapted;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(docId)
        .putVarint(tokens)
        .putBoolean(isDated)
        .putVarint(copied)
        .putVarint(unsourced)
        .putVarint(adapted)
        .putVarint(adaptedSentences);
  }

  /** Reads the packed form. */
  public static Reuse unpack(PackedReader in) {
    return new Reuse(
        in.getString(),
        in.getVarint(),
        in.getBoolean(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint());
  }
}
