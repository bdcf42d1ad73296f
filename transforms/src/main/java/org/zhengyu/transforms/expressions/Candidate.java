package org.zhengyu.transforms.expressions;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * An expression that may be a phrase.
 *
 * @param text the expression
 * @param tf its occurrences
 * @param df documents with one
 * @param quoted occurrences in quotation marks
 * @param cohesion see {@code NewWords.cohesionLog2}; null of a single word
 * @param leftEntropy of the words before it, in nats
 * @param rightEntropy of the words behind it, in nats
 * @param cValue see {@code CValue}
 * @param first the documents that may be the first with it; null where no date is known
 * @param example a place in one that begins first
 */
public record Candidate(
    String text,
    long tf,
    long df,
    long quoted,
    @Nullable Double cohesion,
    double leftEntropy,
    double rightEntropy,
    double cValue,
    @Nullable FirstDocuments first,
    Example example) {

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(text)
        .putVarint(tf)
        .putVarint(df)
        .putVarint(quoted)
        .putNullable(cohesion, (value, each) -> each.putDouble(value))
        .putDouble(leftEntropy)
        .putDouble(rightEntropy)
        .putDouble(cValue)
        .putNullable(first, FirstDocuments::pack);
    example.pack(out);
  }

  /** Reads the packed form. */
  public static Candidate unpack(PackedReader in) {
    return new Candidate(
        in.getString(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getNullable(PackedReader::getDouble),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getNullable(FirstDocuments::unpack),
        Example.unpack(in));
  }
}
