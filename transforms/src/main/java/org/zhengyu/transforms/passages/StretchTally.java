package org.zhengyu.transforms.passages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.passages.Stretches.Before;

/**
 * Weighs the {@link Stretches} of one split, with which passages may begin, and deals them to
 * buckets by their first shingle. What a document has of a shingle, however often, is one document.
 */
public final class StretchTally {
  /**
   * Of a number that sorts the starts of a document, the bits of the token; before, of the hash.
   */
  private static final int TOKEN_BITS = 30;

  private static final int NO_WORD = -1;

  private final int length;
  private final long split;
  private final TermsOfSplit terms;
  private final SharedShingles shared;
  private final boolean tracesDescent;
  private final BucketWriter out;
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();
  private long[] hashes = {};

  /** Of every token where the stretch that begins with it ends; 0 where none does. */
  private int[] ends = {};

  private DocumentTokens tokens;

  /** The current document, if it has a date and descent is traced. */
  private @Nullable EarliestDocument earliest;

  private StretchTally(int length, JoinedSplit joined, boolean tracesDescent, BucketWriter out) {
    this.length = length;
    this.tracesDescent = tracesDescent;
    this.split = joined.split().key();
    this.terms = new TermsOfSplit(joined.split().types());
    this.shared = new SharedShingles(joined);
    this.out = out;
  }

  /**
   * Weighs the stretches of the documents that count.
   *
   * @param length the tokens of a shingle
   * @param joined a split, and what {@link ShingleMerge} tells it
   * @param tracesDescent whether to tell which document is the earliest that has a stretch
   * @param buckets into how many buckets the stretches are dealt
   * @param receiver takes their runs
   */
  public static void count(
      int length,
      JoinedSplit joined,
      LongPredicate counts,
      boolean tracesDescent,
      int buckets,
      BucketWriter.Receiver receiver) {
    BucketWriter out =
        new BucketWriter(buckets, (bucket, run) -> receiver.run(bucket, Stretches.sum(run)));
    StretchTally tally = new StretchTally(length, joined, tracesDescent, out);
    DocumentTokens.read(joined.split(), tally.terms, counts, tally::add);
    out.passAll();
  }

  private void add(DocumentTokens document) {
    tokens = document;
    earliest = tracesDescent ? EarliestDocument.of(tokens) : null;
    hashes = Shingles.of(tokens, length, terms.hashes(), hashes);
    if (ends.length < tokens.count()) {
      ends = new int[2 * tokens.count()];
    }
    long[] starts = new long[16];
    int count = 0;
    for (int piece = 0; piece < tokens.pieces(); piece++) {
      int begin = tokens.pieceBegin(piece);
      findEnds(begin, tokens.pieceEnd(piece));
      for (int token = begin; token < tokens.pieceEnd(piece); token++) {
        if (ends[token] > 0 && shared.mayBegin(hashes[token]) && !repeatsItself(token, begin)) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
          }
          starts[count++] = hashes[token] >>> TOKEN_BITS << TOKEN_BITS | token;
        }
      }
    }
    Arrays.sort(starts, 0, count);
    int from = 0;
    for (int to = 1; to <= count; to++) {
      if (to == count || starts[to] >>> TOKEN_BITS != starts[from] >>> TOKEN_BITS) {
        addAlike(starts, from, to);
        from = to;
      }
    }
  }

  private void findEnds(int begin, int end) {
    for (int token = end - 1; token >= begin; token--) {
      if (hashes[token] == Shingles.NONE || !shared.contains(hashes[token])) {
        ends[token] = 0;
      } else if (token + 1 < end && ends[token + 1] > 0) {
        ends[token] = ends[token + 1];
      } else {
        ends[token] = token + length;
      }
    }
  }

  /**
   * Whether what begins here says no more than what begins a few words before, because the stretch
   * repeats these words to its end. In a table of equal cells there would be a stretch for every
   * cell, each nearly as long as the table.
   */
  private boolean repeatsItself(int token, int begin) {
    int[] types = tokens.types();
    int end = ends[token];
    for (int before = token - 1; before > begin && before > token - length; before--) {
      int shift = token - before;
      if (hashes[before] == hashes[token]
          && ends[before] == end
          && types[before - 1] == types[token - 1]
          && Arrays.equals(types, token, end, types, token - shift, end - shift)) {
        return true;
      }
    }
    return false;
  }

  /** Weighs stretches of one document that begin with the same shingle, or seem to. */
  private void addAlike(long[] starts, int from, int to) {
    if (to - from == 1) {
      int token = tokenOf(starts[from]);
      put(token, ends[token], wordBefore(token), 1);
      return;
    }
    Integer[] order = new Integer[to - from];
    for (int i = 0; i < order.length; i++) {
      order[i] = tokenOf(starts[from + i]);
    }
    Arrays.sort(
        order, (a, b) -> Arrays.compare(tokens.types(), a, ends[a], tokens.types(), b, ends[b]));
    Map<Integer, Integer> lastBehind = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      int token = order[i];
      int word = wordBefore(token);
      put(token, ends[token], word, 1);
      Integer last = lastBehind.put(word, token);
      if (last != null) {
        int same = same(last, token);
        put(token, token + same, word, -1);
        putAny(token, token + same, 1);
      }
      if (i > 0) {
        putAny(token, token + same(order[i - 1], token), -1);
      }
    }
  }

  private static int tokenOf(long start) {
    return (int) (start & ((1L << TOKEN_BITS) - 1));
  }

  private int wordBefore(int token) {
    return tokens.isPieceBegin(token) ? NO_WORD : tokens.types()[token - 1];
  }

  /** How many words two stretches have in common at their beginning. */
  private int same(int one, int other) {
    int[] types = tokens.types();
    int mismatch = Arrays.mismatch(types, one, ends[one], types, other, ends[other]);
    return mismatch < 0 ? ends[one] - one : mismatch;
  }

  private void put(int from, int to, int wordBefore, int weight) {
    put(from, to, wordBefore == NO_WORD ? Before.NOTHING : Before.WORD, wordBefore, weight);
  }

  private void putAny(int from, int to, int weight) {
    put(from, to, Before.ANY, NO_WORD, weight);
  }

  private void put(int from, int to, Before before, int word, int weight) {
    if (to - from < length) {
      return;
    }
    key.clear();
    terms.put(tokens.types(), from, to, key);
    Stretches.putBefore(before, key);
    if (before == Before.WORD) {
      terms.putWord(word, key);
    }
    value.clear();
    Stretches.Place place = new Stretches.Place(tokens.document().key(), from);
    new Stretches.Weight(weight, split, place, weight > 0 ? earliest : null).pack(value);
    out.add(Shingles.bucket(hashes[from], out.buckets()), key, value);
  }
}
