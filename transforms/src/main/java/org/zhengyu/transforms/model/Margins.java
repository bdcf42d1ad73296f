package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * In how many events of each kind a term occurs: its margins in every contingency table.
 *
 * @param documents documents with the term (document frequency)
 * @param paragraphs paragraphs with it
 * @param sentences sentences with it (sentence frequency)
 * @param slots slots of the window whose centre it is
 */
public record Margins(long documents, long paragraphs, long sentences, long slots) {

  /** The margins of the term in two disjoint parts of a corpus together. */
  public Margins plus(Margins other) {
    return new Margins(
        documents + other.documents,
        paragraphs + other.paragraphs,
        sentences + other.sentences,
        slots + other.slots);
  }

  /** The margin for a unit. */
  public long of(ContextUnit unit) {
    return switch (unit) {
      case SENTENCE -> sentences;
      case PARAGRAPH -> paragraphs;
      case DOCUMENT -> documents;
      case WINDOW -> slots;
    };
  }

  /**
   * How many units of the kind hold the term, for the least frequency: the margin itself, and for
   * the window, whose slots are no units of text, the sentences.
   */
  public long unitsWith(ContextUnit unit) {
    return unit == ContextUnit.WINDOW ? sentences : of(unit);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(documents).putVarint(paragraphs).putVarint(sentences).putVarint(slots);
  }

  /** Reads the packed form. */
  public static Margins unpack(PackedReader in) {
    return new Margins(in.getVarint(), in.getVarint(), in.getVarint(), in.getVarint());
  }
}
