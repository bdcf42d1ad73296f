package org.zhengyu.transforms.structure;

import java.util.Arrays;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A logical line of a document: folded text, and where each of its characters stands in the decoded
 * document.
 *
 * <p>The text is one or more pieces of the document. Where two pieces were rejoined, the characters
 * between them (line breaks, indentation, page furniture) are not part of the text, but they lie
 * inside a span of the document that reaches from one piece into the next.
 *
 * <p>For one thread.
 */
public final class Paragraph {
  /** Fields of a piece: its first char in the text, and that char's place in the document. */
  private static final int TEXT = 0;

  private static final int DOCUMENT_CHAR = 1;
  private static final int DOCUMENT_CODE_POINT = 2;
  private static final int FIELDS = 3;

  private static final int[] NONE = {};

  private final Zone zone;
  private final String text;
  private final String document;

  /** {@value #FIELDS} numbers a piece: the mapping is this, whatever the length of the text. */
  private final int[] pieces;

  /**
   * Indices into the text of every low surrogate that completes a pair, ascending; found when a
   * place is first asked for, which of most paragraphs is never.
   */
  private int @Nullable [] lowSurrogates;

  private Paragraph(Zone zone, String text, String document, int[] pieces) {
    this.zone = zone;
    this.text = text;
    this.document = document;
    this.pieces = pieces;
  }

  /**
   * The paragraph that the pieces {@code from} to {@code to} of {@code document} make up.
   *
   * @param begins the first char of each piece
   * @param ends the char behind each piece
   * @param codePoints the code point offset of the first char of each piece
   */
  static Paragraph of(
      Zone zone,
      String document,
      Folding folding,
      int[] begins,
      int[] ends,
      int[] codePoints,
      int from,
      int to) {
    int[] pieces = new int[(to - from) * FIELDS];
    StringBuilder joined = to - from > 1 ? new StringBuilder() : null;
    int length = 0;
    for (int i = from; i < to; i++) {
      int at = (i - from) * FIELDS;
      pieces[at + TEXT] = length;
      pieces[at + DOCUMENT_CHAR] = begins[i];
      pieces[at + DOCUMENT_CODE_POINT] = codePoints[i];
      length += ends[i] - begins[i];
      if (joined != null) {
        append(document, begins[i], ends[i], joined);
      }
    }
    String text = joined == null ? document.substring(begins[from], ends[from]) : joined.toString();
    return new Paragraph(zone, folding.fold(text), document, pieces);
  }

  /** A line break is a piece of its own where a rejoined line keeps a space between two words. */
  private static void append(String document, int begin, int end, StringBuilder to) {
    if (CharClasses.isLineBreak(document.charAt(begin))) {
      to.append(' ');
    } else {
      to.append(document, begin, end);
    }
  }

  private static int[] lowSurrogates(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return NONE;
    }
    int count = 0;
    int[] found = NONE;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(4, count + count / 2));
        }
        found[count++] = i;
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }

  /** The part of the document that the paragraph belongs to. */
  public Zone zone() {
    return zone;
  }

  /** The folded text, without line breaks, white space at the ends, and markdown heading marks. */
  public String text() {
    return text;
  }

  /** Whether it is one piece, so that what follows in the text follows in the document, too. */
  public boolean isStraight() {
    return pieces.length == FIELDS;
  }

  /**
   * Where a character stands in the decoded document, in code points from its start. For the space
   * that stands for a line break between two words, that is the line break.
   *
   * @param index a char index into {@link #text}; both halves of a surrogate pair have one place
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < text().length()}
   */
  public int begin(int index) {
    Objects.checkIndex(index, text.length());
    int piece = piece(index);
    int start = pieces[piece + TEXT];
    return pieces[piece + DOCUMENT_CODE_POINT]
        + (index - start)
        - (lowSurrogatesUpTo(index) - lowSurrogatesUpTo(start));
  }

  /**
   * The place in the decoded document, in code points, behind the last character of a span, so that
   * {@code decoded[begin(b):end(e)]} of a language that counts code points is the span as written.
   *
   * @param indexExclusive the char index into {@link #text} behind the span
   * @throws IndexOutOfBoundsException unless {@code 1 <= indexExclusive <= text().length()}
   */
  public int end(int indexExclusive) {
    return begin(indexExclusive - 1) + 1;
  }

  /**
   * The chars from {@code from} up to, but not including, {@code to} of {@link #text} as the
   * document has them: not folded, and without what was dropped between rejoined lines.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= text().length()}
   */
  public String asWritten(int from, int to) {
    Objects.checkFromToIndex(from, to, text.length());
    if (isStraight()) {
      return document.substring(pieces[DOCUMENT_CHAR] + from, pieces[DOCUMENT_CHAR] + to);
    }
    StringBuilder written = new StringBuilder(to - from);
    for (int at = from; at < to; ) {
      int piece = piece(at);
      int next = piece + FIELDS;
      int end = next < pieces.length ? Math.min(to, pieces[next + TEXT]) : to;
      int shift = pieces[piece + DOCUMENT_CHAR] - pieces[piece + TEXT];
      append(document, at + shift, end + shift, written);
      at = end;
    }
    return written.toString();
  }

  /**
   * The chars from {@code from} up to, but not including, {@code to} of {@link #text} as they stand
   * in the document, with whatever was dropped between rejoined lines inside the span: what a slice
   * of the document by {@link #begin} and {@link #end} gives.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= text().length()}
   */
  public String slice(int from, int to) {
    Objects.checkFromToIndex(from, to, text.length());
    return document.substring(documentChar(from), documentChar(to - 1) + 1);
  }

  private int documentChar(int index) {
    int piece = piece(index);
    return pieces[piece + DOCUMENT_CHAR] + index - pieces[piece + TEXT];
  }

  /** Index into {@link #pieces} of the piece that holds a char. */
  private int piece(int index) {
    int low = 0;
    int high = pieces.length / FIELDS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces[middle * FIELDS + TEXT] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * FIELDS;
  }

  private int lowSurrogatesUpTo(int index) {
    int[] known = lowSurrogates;
    if (known == null) {
      known = lowSurrogates(text);
      lowSurrogates = known;
    }
    int found = Arrays.binarySearch(known, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  @Override
  public String toString() {
    return zone + ": " + text;
  }
}
