package org.zhengyu.transforms.passages;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.PackedReader;

/**
 * The tokens of one document after the other, each in one array. A passage lies within a piece: a
 * paragraph, or of a paragraph of more than {@value #MOST_IN_PIECE} tokens what stands up to the
 * end of the sentence that passes this number, and so on. Not thread-safe.
 */
final class DocumentTokens implements SegmentedSplit.Visitor {
  /** The tokens with which a piece of a long paragraph ends, after their sentence. */
  static final int MOST_IN_PIECE = 4096;

  /** Takes the documents; what it is given is overwritten by the next one. */
  interface Receiver {
    /** A document. */
    void document(DocumentTokens tokens);
  }

  private final Receiver receiver;
  private final int[] lengths;
  private final Joints joints = new Joints();
  private PackedReader packedJoints = new PackedReader(new byte[0]);
  private CountedDocument document;
  private DocumentStanding standing;
  private int[] types = new int[1 << 12];
  private int[] begins = new int[1 << 12];
  private int[] ends = new int[1 << 12];
  private long[] gaps = new long[1 << 12];
  private int count;
  private int[] pieceEnds = new int[64];
  private int pieces;
  private int[] sentenceEnds = new int[64];
  private int sentences;

  /** What stands behind the last word of the sentence before. */
  private long gapBehind;

  private DocumentTokens(int[] lengths, Receiver receiver) {
    this.lengths = lengths;
    this.receiver = receiver;
  }

  /** Reads the documents of a split whose keys are wanted. */
  static void read(
      SegmentedSplit split, TermsOfSplit terms, LongPredicate wanted, Receiver receiver) {
    split.visit(wanted, new DocumentTokens(terms.lengths(), receiver));
  }

  CountedDocument document() {
    return document;
  }

  DocumentStanding standing() {
    return standing;
  }

  /** How many tokens the document has. */
  int count() {
    return count;
  }

  /** The tokens by their types; the array is longer. */
  int[] types() {
    return types;
  }

  /** How many pieces the document has. */
  int pieces() {
    return pieces;
  }

  /** The first token of a piece. */
  int pieceBegin(int piece) {
    return piece == 0 ? 0 : pieceEnds[piece - 1];
  }

  /** The token behind the last one of a piece. */
  int pieceEnd(int piece) {
    return pieceEnds[piece];
  }

  /** Whether a token is the first of its piece. */
  boolean isPieceBegin(int token) {
    return token == 0 || Arrays.binarySearch(pieceEnds, 0, pieces, token) >= 0;
  }

  /** How many sentences the document has. */
  int sentences() {
    return sentences;
  }

  /** The token behind the last one of a sentence. */
  int sentenceEnd(int sentence) {
    return sentenceEnds[sentence];
  }

  /** Where a token begins in the decoded document, in code points. */
  int begin(int token) {
    return begins[token];
  }

  /** Where a token ends, excluded. */
  int end(int token) {
    return ends[token];
  }

  /** What stands before a token: see {@link Joints}, across the ends of sentences too. */
  long gap(int token) {
    return gaps[token];
  }

  @Override
  public void beginDocument(CountedDocument begun) {
    document = begun;
    count = 0;
    pieces = 0;
    sentences = 0;
    gapBehind = Joints.BARE;
  }

  @Override
  public void joints(PackedReader ofDocument) {
    packedJoints = ofDocument;
    standing = DocumentStanding.unpack(packedJoints);
    joints.startDocument();
  }

  @Override
  public void sentence(int[] words, int size, InnerUses uses) {
    joints.read(packedJoints, words, size, lengths);
    if (count + size > types.length) {
      int capacity = 2 * (count + size);
      types = Arrays.copyOf(types, capacity);
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
      gaps = Arrays.copyOf(gaps, capacity);
    }
    System.arraycopy(words, 0, types, count, size);
    for (int word = 0; word < size; word++) {
      begins[count + word] = joints.begin(word);
      ends[count + word] = joints.end(word);
      gaps[count + word] = joints.gap(word);
    }
    gaps[count] = joined(gapBehind, joints.gap(0));
    gapBehind = joints.gap(size);
    count += size;
    if (sentences == sentenceEnds.length) {
      sentenceEnds = Arrays.copyOf(sentenceEnds, 2 * sentences);
    }
    sentenceEnds[sentences++] = count;
    if (count - pieceBegin(pieces) >= MOST_IN_PIECE) {
      endPiece();
    }
  }

  /**
   * What stands between two words of which a sentence ends behind one and begins before the other.
   */
  private static long joined(long behind, long before) {
    if (behind == Joints.LONG || before == Joints.LONG) {
      return Joints.LONG;
    }
    String both = Joints.charsOf(behind) + Joints.charsOf(before);
    return Joints.gapOf(both, 0, both.length());
  }

  @Override
  public void endParagraph() {
    if (count > pieceBegin(pieces)) {
      endPiece();
    }
  }

  private void endPiece() {
    if (pieces == pieceEnds.length) {
      pieceEnds = Arrays.copyOf(pieceEnds, 2 * pieces);
    }
    pieceEnds[pieces++] = count;
  }

  @Override
  public void endDocument() {
    receiver.document(this);
  }
}
