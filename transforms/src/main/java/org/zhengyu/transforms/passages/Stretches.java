package org.zhengyu.transforms.passages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Stretches as entries of runs. A stretch is what stands from a shared shingle on as long as
 * shingles are shared. Its entries weigh so that sums count documents: the weights of all stretches
 * that begin with a sequence of words sum up to the documents with that sequence, and the weights
 * of those of them behind one word to the documents in which the sequence stands behind this word.
 * So splits add up what they have, and nobody needs to know all occurrences.
 *
 * <p>The key is the words, a byte that no word has and that is not {@link TermsOfSplit#END}, and
 * what stands before them.
 */
final class Stretches {
  private static final int END_OF_WORDS = 0xFE;

  /** What stands before a stretch. */
  enum Before {
    /** Nothing: it begins its piece. */
    NOTHING,
    /** A word. */
    WORD,
    /** Makes up for documents with several occurrences, whatever stands before them. */
    ANY
  }

  private Stretches() {}

  /** Ends the words of a key, with a word following only where that stands before them. */
  static PackedWriter putBefore(Before before, PackedWriter key) {
    return key.putByte(END_OF_WORDS).putEnum(before);
  }

  /** How many bytes of a key are its words. */
  static int wordsIn(byte[] key) {
    int length = 0;
    while ((key[length] & 0xFF) != END_OF_WORDS) {
      length++;
    }
    return length;
  }

  /** What stands before the words of a key. */
  static Before beforeIn(byte[] key, int words) {
    return new PackedReader(key, words + 1, 1).getEnum(Before.class);
  }

  /** The word that stands before the words of a key. */
  static String wordIn(byte[] key, int words) {
    return new String(key, words + 2, key.length - words - 2, UTF_8);
  }

  /**
   * Where a stretch begins. Places are in the order of the input.
   *
   * @param document the key of a document
   * @param token which of the document's tokens
   */
  record Place(long document, int token) {
    static Place firstOf(Place one, Place other) {
      int order = Long.compare(one.document, other.document);
      return (order != 0 ? order : Integer.compare(one.token, other.token)) <= 0 ? one : other;
    }
  }

  /**
   * A value.
   *
   * @param weight how many documents it adds
   * @param split the split of these documents
   * @param first where the stretch first begins in them; splits may have documents in turn, so
   *     their own order does not tell which document comes first in the input
   * @param earliest of those with the stretch; null where no date is known, or descent is not
   *     traced
   */
  record Weight(long weight, long split, Place first, @Nullable EarliestDocument earliest) {
    /** Both, of one split. */
    Weight plus(Weight other) {
      return new Weight(
          weight + other.weight,
          split,
          Place.firstOf(first, other.first),
          EarliestDocument.ofBoth(earliest, other.earliest));
    }

    void pack(PackedWriter out) {
      out.putLong(weight)
          .putLong(split)
          .putVarint(first.document() - split)
          .putVarint(first.token())
          .putNullable(earliest, EarliestDocument::pack);
    }

    static Weight unpack(PackedReader in) {
      long weight = in.getLong();
      long split = in.getLong();
      Place first = new Place(split + in.getVarint(), in.getCount());
      return new Weight(weight, split, first, in.getNullable(EarliestDocument::unpack));
    }
  }

  /** Adds up the entries of one split that have the same key. */
  static SortedRun sum(SortedRun run) {
    SortedRunBuilder sums = new SortedRunBuilder();
    PackedWriter value = new PackedWriter(16);
    SortedRunMerge merge = SortedRunMerge.of(List.of(run));
    while (merge.nextKey()) {
      merge.nextValue();
      Weight sum = Weight.unpack(merge.value());
      while (merge.nextValue()) {
        sum = sum.plus(Weight.unpack(merge.value()));
      }
      value.clear();
      sum.pack(value);
      sums.add(merge.key(), value);
    }
    return sums.build();
  }
}
