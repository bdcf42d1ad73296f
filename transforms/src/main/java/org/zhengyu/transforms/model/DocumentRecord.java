package org.zhengyu.transforms.model;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A document without its text: one row of {@code documents}.
 *
 * @param id its unique name
 * @param uri the file that holds it
 * @param description what is known about it
 * @param origin where its text comes from
 * @param bytes the bytes it takes up in its file
 * @param chars code points of the decoded text
 * @param paragraphs paragraphs with at least one token
 * @param sentences sentences with at least one token
 * @param tokens tokens that are words
 * @param types distinct terms
 * @param sha256 of the decoded text in UTF-8, hexadecimal
 * @param textKey equal for texts that differ in line ends, blanks and width only, hexadecimal
 * @param suspectFrom the code point from which the text seems to have been decoded wrongly
 * @param isSelected whether it is in the part of the corpus that is looked at; else nothing of it
 *     is segmented
 * @param duplicateOf the id of the first document with the same text, where this is a later one
 */
public record DocumentRecord(
    String id,
    String uri,
    Description description,
    TextOrigin origin,
    long bytes,
    long chars,
    long paragraphs,
    long sentences,
    long tokens,
    long types,
    String sha256,
    String textKey,
    @Nullable Long suspectFrom,
    boolean isSelected,
    @Nullable String duplicateOf) {

  /** The same, known as a later copy of another document. */
  public DocumentRecord asDuplicateOf(String original) {
    return new DocumentRecord(
        id,
        uri,
        description,
        origin,
        bytes,
        chars,
        paragraphs,
        sentences,
        tokens,
        types,
        sha256,
        textKey,
        suspectFrom,
        isSelected,
        original);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(id).putString(uri);
    description.pack(out);
    origin.pack(out);
    out.putVarint(bytes)
        .putVarint(chars)
        .putVarint(paragraphs)
        .putVarint(sentences)
        .putVarint(tokens)
        .putVarint(types)
        .putString(sha256)
        .putString(textKey)
        .putNullable(suspectFrom, (from, each) -> each.putLong(from))
        .putBoolean(isSelected)
        .putNullable(duplicateOf);
  }

  /** Reads the packed form. */
  public static DocumentRecord unpack(PackedReader in) {
    return new DocumentRecord(
        in.getString(),
        in.getString(),
        Description.unpack(in),
        TextOrigin.unpack(in),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getString(),
        in.getString(),
        in.getNullable(PackedReader::getLong),
        in.getBoolean(),
        in.getNullable());
  }
}
