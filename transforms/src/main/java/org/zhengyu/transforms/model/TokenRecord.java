package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.structure.Zone;

/**
 * A token: one row of {@code tokens}.
 *
 * @param zone the part of the document
 * @param paragraph the paragraph, from 0 within the document
 * @param sentence the sentence, from 0 within the document
 * @param position the place among the words of its sentence, from 0
 * @param begin the first code point in the decoded text
 * @param end the code point after it
 * @param form as written
 * @param term what it is counted as
 * @param tag the code of its part of speech, see {@code PartOfSpeech}
 * @param phrase the lexicon's number of the phrase that it is, or -1
 */
public record TokenRecord(
    Zone zone,
    long paragraph,
    long sentence,
    long position,
    long begin,
    long end,
    String form,
    String term,
    int tag,
    int phrase) {
  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putEnum(zone)
        .putVarint(paragraph)
        .putVarint(sentence)
        .putVarint(position)
        .putVarint(begin)
        .putVarint(end)
        .putString(form)
        .putNullable(term.equals(form) ? null : term)
        .putByte(tag)
        .putVarint(phrase + 1L);
  }

  /** Reads the packed form. */
  public static TokenRecord unpack(PackedReader in) {
    Zone zone = in.getEnum(Zone.class);
    long paragraph = in.getVarint();
    long sentence = in.getVarint();
    long position = in.getVarint();
    long begin = in.getVarint();
    long end = in.getVarint();
    String form = in.getString();
    String term = in.getNullable();
    return new TokenRecord(
        zone,
        paragraph,
        sentence,
        position,
        begin,
        end,
        form,
        term == null ? form : term,
        in.getByte(),
        in.getCount() - 1);
  }
}
