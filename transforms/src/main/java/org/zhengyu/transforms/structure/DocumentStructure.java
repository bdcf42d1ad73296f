package org.zhengyu.transforms.structure;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Finds the logical lines of a document and the zone of each.
 *
 * <p>Page furniture is dropped: references from page to page （下转第二版）, page numbers (— 12 —, 第3页
 * 共10页), the names of editors （责任编辑：…）, the buttons of a web page. A bare number stays: it may be a
 * cell of a table.
 *
 * <p>Lines are rejoined on evidence. The next line continues a line that does not end like a
 * sentence if it begins with a comma or a closing mark; or if it has no number of its own and the
 * line leaves a 《, （ or “ open, ends with ， 、 的 or 和, holds a complete sentence and then breaks
 * off, or is an unfinished article or item of a statute. If most lines of a document are of one
 * width, break off and hold prose, every line of that width goes on in the next line that is not
 * indented. A break between two Latin words counts as one space.
 *
 * <p>Every character of the document that is neither white space, nor invisible, nor furniture, nor
 * a markdown heading mark is in exactly one paragraph, in the order of the document. Time is linear
 * in the length of the document; memory is about 40 bytes a line.
 */
public final class DocumentStructure {
  private DocumentStructure() {}

  /**
   * The paragraphs of a decoded document, none of them empty.
   *
   * @return an unmodifiable list that makes each paragraph when it is asked for it, so that a
   *     document of millions of lines is never a million objects: go through it once, and keep a
   *     paragraph rather than asking for it again
   */
  public static List<Paragraph> of(String text, Folding folding) {
    Objects.requireNonNull(folding);
    PhysicalLines lines = PhysicalLines.of(text);
    Pieces pieces = Pieces.of(text, lines);
    return new Paragraphs(text, folding, pieces, ZoneFinder.zones(text, lines, pieces.firstLines));
  }

  /** The pieces of the document that make up its paragraphs, in parallel arrays. */
  private static final class Pieces {
    private int[] begins;
    private int[] ends;
    private int[] codePoints;
    private int count;

    /** First piece of each paragraph, and the number of pieces at the end. */
    private int[] firstPieces;

    /** First line of each paragraph, and the number of lines at the end. */
    private int[] firstLines;

    static Pieces of(String text, PhysicalLines lines) {
      Pieces pieces = new Pieces();
      int expected = lines.count();
      pieces.begins = new int[expected];
      pieces.ends = new int[expected];
      pieces.codePoints = new int[expected];
      pieces.firstPieces = new int[expected + 1];
      pieces.firstLines = new int[expected + 1];
      LineJoiner joiner = new LineJoiner(text, lines);
      int paragraphs = 0;
      for (int line = 0; line < lines.count(); line++) {
        if (line == 0 || !joiner.continuesInto(pieces.firstLines[paragraphs - 1], line)) {
          pieces.firstPieces[paragraphs] = pieces.count;
          pieces.firstLines[paragraphs++] = line;
        } else if (joiner.needsSpace(line)) {
          pieces.addBreak(text, lines, line - 1);
        }
        pieces.addVisible(text, lines.begin(line), lines.end(line), lines.codePoint(line));
      }
      pieces.firstPieces[paragraphs] = pieces.count;
      pieces.firstLines[paragraphs] = lines.count();
      pieces.firstPieces = Arrays.copyOf(pieces.firstPieces, paragraphs + 1);
      pieces.firstLines = Arrays.copyOf(pieces.firstLines, paragraphs + 1);
      return pieces;
    }

    /** Adds a line as the pieces between what is invisible in it; its first character stays. */
    private void addVisible(String text, int begin, int end, int codePoint) {
      int from = begin;
      int fromCodePoint = codePoint;
      int i = begin + 1;
      while (i < end) {
        int dropped = invisibleCharsAt(text, i, end);
        if (dropped == 0) {
          i++;
          continue;
        }
        if (i > from) {
          add(from, i, fromCodePoint);
        }
        fromCodePoint += text.codePointCount(from, i) + 1;
        i += dropped;
        from = i;
      }
      if (end > from) {
        add(from, end, fromCodePoint);
      }
    }

    /**
     * The length of the invisible character that begins here, behind the first of a line; 0 if none
     * does. Behind half a surrogate pair it stays: without it two halves might become a pair.
     */
    private static int invisibleCharsAt(String text, int i, int end) {
      char c = text.charAt(i);
      if (CharClasses.isInvisible(c)) {
        return Character.isHighSurrogate(text.charAt(i - 1)) ? 0 : 1;
      }
      return i + 1 < end && CharClasses.isInvisible(c, text.charAt(i + 1)) ? 2 : 0;
    }

    private void addBreak(String text, PhysicalLines lines, int line) {
      int end = lines.end(line);
      int at = end;
      while (!CharClasses.isLineBreak(text.charAt(at))) {
        at++;
      }
      int codePoint = lines.codePoint(line) + text.codePointCount(lines.begin(line), at);
      add(at, at + 1, codePoint);
    }

    private void add(int begin, int end, int codePoint) {
      if (count == begins.length) {
        int capacity = count + (count >> 1) + 1;
        begins = Arrays.copyOf(begins, capacity);
        ends = Arrays.copyOf(ends, capacity);
        codePoints = Arrays.copyOf(codePoints, capacity);
      }
      begins[count] = begin;
      ends[count] = end;
      codePoints[count] = codePoint;
      count++;
    }
  }

  private static final class Paragraphs extends AbstractList<Paragraph> implements RandomAccess {
    private final String text;
    private final Folding folding;
    private final Pieces pieces;
    private final Zone[] zones;

    Paragraphs(String text, Folding folding, Pieces pieces, Zone[] zones) {
      this.text = text;
      this.folding = folding;
      this.pieces = pieces;
      this.zones = zones;
    }

    @Override
    public Paragraph get(int index) {
      Objects.checkIndex(index, zones.length);
      return Paragraph.of(
          zones[index],
          text,
          folding,
          pieces.begins,
          pieces.ends,
          pieces.codePoints,
          pieces.firstPieces[index],
          pieces.firstPieces[index + 1]);
    }

    @Override
    public int size() {
      return zones.length;
    }
  }
}
