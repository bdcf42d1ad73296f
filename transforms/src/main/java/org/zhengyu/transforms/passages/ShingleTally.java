package org.zhengyu.transforms.passages;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.model.SegmentedSplit;

/**
 * The shingles of one split, each once: a table of them is passed on, sorted and dealt to buckets,
 * with the document that fills it. So a document is never in two blocks. Not thread-safe.
 */
public final class ShingleTally {
  private static final int MOST_HELD = 1 << 19;
  private static final long FREE = 0;

  /** Marks in {@link #lastDocuments} a shingle that several documents have. */
  private static final int SEVERAL = -1;

  /** Takes what was found. */
  public interface Receiver {
    /** Shingles of a bucket. */
    void block(int bucket, ShingleBlock block);
  }

  private final int length;
  private final int buckets;
  private long[] hashes = new long[1 << 16];
  private long[] lefts = new long[1 << 16];
  private int[] lastDocuments = new int[1 << 16];
  private int size;
  private int documents;
  private long[] ofDocument = {};

  /**
   * A tally.
   *
   * @param length the tokens of a shingle
   * @param buckets into how many buckets the shingles are dealt
   */
  public ShingleTally(int length, int buckets) {
    this.length = length;
    this.buckets = buckets;
  }

  /** Finds the shingles of the documents that count. */
  public void count(SegmentedSplit split, LongPredicate counts, Receiver receiver) {
    long key = split.key();
    TermsOfSplit terms = new TermsOfSplit(split.types());
    DocumentTokens.read(
        split,
        terms,
        counts,
        tokens -> {
          add(tokens, terms.hashes());
          if (size >= MOST_HELD) {
            pass(key, receiver);
          }
        });
    pass(key, receiver);
  }

  private void add(DocumentTokens tokens, long[] hashesOfTypes) {
    documents++;
    ofDocument = Shingles.of(tokens, length, hashesOfTypes, ofDocument);
    for (int piece = 0; piece < tokens.pieces(); piece++) {
      int begin = tokens.pieceBegin(piece);
      for (int token = begin; token < tokens.pieceEnd(piece); token++) {
        if (ofDocument[token] == Shingles.NONE) {
          break;
        }
        add(
            ofDocument[token],
            token == begin
                ? ShingleBlock.VARIES
                : ShingleBlock.left(hashesOfTypes[tokens.types()[token - 1]]));
      }
    }
  }

  private void add(long hash, long left) {
    int slot = slotOf(hash);
    if (hashes[slot] == FREE) {
      hashes[slot] = hash + 1;
      lefts[slot] = left;
      lastDocuments[slot] = documents;
      size++;
      if (2 * size > hashes.length) {
        grow();
      }
      return;
    }
    if (lastDocuments[slot] != documents) {
      lastDocuments[slot] = SEVERAL;
    }
    if (lefts[slot] != left) {
      lefts[slot] = ShingleBlock.VARIES;
    }
  }

  private int slotOf(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != FREE && hashes[slot] != hash + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldLefts = lefts;
    int[] oldDocuments = lastDocuments;
    hashes = new long[2 * oldHashes.length];
    lefts = new long[hashes.length];
    lastDocuments = new int[hashes.length];
    for (int old = 0; old < oldHashes.length; old++) {
      if (oldHashes[old] != FREE) {
        int slot = slotOf(oldHashes[old] - 1);
        hashes[slot] = oldHashes[old];
        lefts[slot] = oldLefts[old];
        lastDocuments[slot] = oldDocuments[old];
      }
    }
  }

  private void pass(long split, Receiver receiver) {
    long[] sorted = new long[size];
    int next = 0;
    for (long hash : hashes) {
      if (hash != FREE) {
        sorted[next++] = hash - 1;
      }
    }
    Arrays.sort(sorted);
    ShingleBlock.Builder block = new ShingleBlock.Builder();
    int last = 0;
    for (long hash : sorted) {
      int bucket = Shingles.bucket(hash, buckets);
      if (bucket != last && !block.isEmpty()) {
        receiver.block(last, block.build(split));
      }
      last = bucket;
      int slot = slotOf(hash);
      block.add(hash, lastDocuments[slot] == SEVERAL, lefts[slot]);
    }
    if (!block.isEmpty()) {
      receiver.block(last, block.build(split));
    }
    Arrays.fill(hashes, FREE);
    size = 0;
  }
}
