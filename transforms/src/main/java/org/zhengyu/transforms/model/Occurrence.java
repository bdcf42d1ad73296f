package org.zhengyu.transforms.model;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

/**
 * A literal occurrence of a lexicon phrase: one row of {@code phrase_occurrences}.
 *
 * @param phrase the lexicon's number of the phrase
 * @param form as written
 * @param status what became of it
 * @param coveredBy the phrase or word that it is nested in or overlapped by
 * @param firstUse whether the phrase is used here for the first time in its document: what its
 *     document frequency counts
 * @param newCategories how many levels of its category, the innermost ones, are used here for the
 *     first time in their document: an outer one that is new has no inner one that is not
 * @param zone the part of the document
 * @param paragraph the paragraph, from 0 within the document
 * @param sentence the sentence, from 0 within the document
 * @param begin the first code point in the decoded text
 * @param end the code point after it
 * @param left what stands before it in the paragraph, as written
 * @param right what stands behind it
 */
public record Occurrence(
    int phrase,
    String form,
    MatchStatus status,
    @Nullable String coveredBy,
    boolean firstUse,
    int newCategories,
    Zone zone,
    long paragraph,
    long sentence,
    long begin,
    long end,
    String left,
    String right) {
  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(phrase)
        .putString(form)
        .putEnum(status)
        .putNullable(coveredBy)
        .putBoolean(firstUse)
        .putVarint(newCategories)
        .putEnum(zone)
        .putVarint(paragraph)
        .putVarint(sentence)
        .putVarint(begin)
        .putVarint(end)
        .putString(left)
        .putString(right);
  }

  /** Reads the packed form. */
  public static Occurrence unpack(PackedReader in) {
    return new Occurrence(
        in.getCount(),
        in.getString(),
        in.getEnum(MatchStatus.class),
        in.getNullable(),
        in.getBoolean(),
        in.getCount(),
        in.getEnum(Zone.class),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getString(),
        in.getString());
  }
}
