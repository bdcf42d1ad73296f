package org.zhengyu.pipeline;

import org.zhengyu.pipeline.plan.InputPlan;

/**
 * Into how many buckets each stage deals its elements. A bucket is merged and written by one worker
 * at one go, so there are more where there is more input; on the local runner every bucket of every
 * stage costs a little, so there are few where there is little.
 *
 * <p>What is dealt by a hash leaves each split in a piece a bucket. With as many splits as buckets
 * the pieces would grow with the square of the input, and with them the documents that each lists
 * and the vocabulary that each bucket of pairs carries. So there are more of these buckets than
 * keep all workers busy only where a bucket would be large. A bucket of terms lies in a slot for
 * each shard, so that it may have as much more text.
 *
 * @param tokens for tokens, of which a split's lie in one bucket
 * @param terms for counts of terms
 * @param sequences for pairs, expressions and passages
 * @param occurrences for occurrences of phrases, for ids, of which short documents have many, and
 *     for texts
 * @param documents for one row a document, and for rejections
 */
record BucketCounts(int tokens, int terms, int sequences, int occurrences, int documents) {
  private static final long BYTES_PER_BUCKET = 4L << 20;
  private static final long BYTES_PER_DEALT_BUCKET = 8L << 20;
  private static final long BYTES_PER_LARGE_BUCKET = 32L << 20;

  /** News have 5 M postings of it, 15 MB; the documents of a shard, which they name, are more. */
  private static final long BYTES_PER_SLOT_OF_TERMS = 64L << 20;

  private static final int FEWEST = 2;
  private static final int MOST = 4096;
  private static final int ENOUGH = 64;
  private static final int ENOUGH_PER_WORKER = 8;
  private static final int FEWEST_PER_WORKER = 2;
  private static final int MANY_OF_UNKNOWN = 256;
  private static final int TOKENS_PER_OCCURRENCES = 8;
  private static final int TOKENS_PER_DOCUMENTS_OF_UNKNOWN = 64;
  private static final int SPLITS_PER_BUCKET_OF_DOCUMENTS = 4096;

  /** Some 30 MB of rows, of which a merge holds all. */
  private static final long DOCUMENTS_PER_BUCKET = 100_000;

  /**
   * Buckets for a plan.
   *
   * @param wanted how many for tokens, terms and sequences; 0 leaves it to the plan
   * @param workers how many share the work
   * @param documents about how many the plan has; 0 if it is not known
   * @param shards how many slots a bucket of terms lies in
   */
  static BucketCounts of(int wanted, int workers, InputPlan plan, long documents, int shards) {
    if (!plan.isKnown()) {
      int many = wanted > 0 ? wanted : MANY_OF_UNKNOWN;
      return new BucketCounts(
          many,
          many,
          many,
          ceil(many, TOKENS_PER_OCCURRENCES),
          ceil(many, TOKENS_PER_DOCUMENTS_OF_UNKNOWN));
    }
    int ofDocuments =
        Math.max(
            1 + plan.splits().size() / SPLITS_PER_BUCKET_OF_DOCUMENTS,
            ceil(documents, DOCUMENTS_PER_BUCKET));
    if (wanted > 0) {
      int ofOccurrences = ceil(wanted, TOKENS_PER_OCCURRENCES);
      return new BucketCounts(wanted, wanted, wanted, ofOccurrences, ofDocuments);
    }
    long bytes = plan.textBytes();
    int ofTokens = between(FEWEST, ceil(bytes, BYTES_PER_BUCKET), MOST);
    int ofTerms = dealt(bytes, workers, shards, BYTES_PER_SLOT_OF_TERMS);
    int ofSequences = dealt(bytes, workers, /* slots= */ 1, BYTES_PER_LARGE_BUCKET);
    return new BucketCounts(
        ofTokens,
        Math.min(ofTokens, ofTerms),
        Math.min(ofTokens, ofSequences),
        ceil(ofTokens, TOKENS_PER_OCCURRENCES),
        ofDocuments);
  }

  /** Buckets for what is dealt by a hash, each of which lies in so many slots. */
  private static int dealt(long bytes, int workers, int slots, long bytesPerSlot) {
    int enough = Math.max(ENOUGH, ceil((long) workers * ENOUGH_PER_WORKER, slots));
    int few = between(workers * FEWEST_PER_WORKER, ceil(bytes, BYTES_PER_DEALT_BUCKET), enough);
    return Math.max(few, ceil(bytes, slots * bytesPerSlot));
  }

  private static int between(int fewest, int count, int most) {
    return Math.max(fewest, Math.min(most, count));
  }

  private static int ceil(long dividend, long divisor) {
    return (int) Math.min(Integer.MAX_VALUE, (dividend + divisor - 1) / divisor);
  }
}
