package org.zhengyu.pipeline.engine;

import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.NoRoomException;
import org.zhengyu.pipeline.plan.UsageException;

/** What the heap of this process has room for. */
final class HeapRoom {
  /** What dictionaries and the runner take beside any document. */
  private static final long OWN_HEAP = 144L << 20;

  /** For a document however short: 500,000 of ten characters take 700 MB. */
  private static final long HEAP_PER_DOCUMENT = 1200;

  /** For a byte of a document that is worked on: one of 32 MB takes 400 MB in all. */
  private static final long HEAP_PER_LARGEST = 8;

  /** For a byte of the splits that are worked on: 59 MB in two splits take 280 MB in all. */
  private static final long HEAP_PER_SPLIT_BYTE = 2;

  /** So many bytes for a byte of text lie between groupings at least, and nearly all in files. */
  private static final int TIMES_IN_FILES = 4;

  /** One in so many of those beyond is counted: how few would do was not measured. */
  private static final int OTHERS_PER_COUNTED = 2;

  /** One in so many bytes of text is merged in buckets at a time, which grow with the text. */
  private static final long TEXT_PER_MERGED_BYTE = 4;

  /** For a byte of metadata: it is sent to each thread, and held there and here. */
  private static final long HEAP_PER_METADATA = 8;

  private HeapRoom() {}

  /**
   * Refuses what has no room.
   *
   * @param holdsAll whether all that lies between two groupings is on the heap
   * @throws UsageException naming what to do instead
   */
  static void require(InputSizes input, boolean holdsAll) throws UsageException {
    long heap = Runtime.getRuntime().maxMemory();
    requireRoomForMetadata(input.metadataBytes(), heap);
    long text = input.textBytes();
    long worked =
        OWN_HEAP
            + input.documents() * HEAP_PER_DOCUMENT
            + input.largestBytes() * HEAP_PER_LARGEST
            + input.metadataBytes() * HEAP_PER_METADATA;
    long others = text * Math.max(0, input.timesHeld() - TIMES_IN_FILES) / OTHERS_PER_COUNTED;
    long needed =
        holdsAll
            ? Math.max(text * input.timesHeld(), worked)
            : Math.max(
                text / TEXT_PER_MERGED_BYTE,
                worked + input.splitBytes() * HEAP_PER_SPLIT_BYTE + others);
    if (needed > heap) {
      throw new NoRoomException(
          "--input",
          EngineMessage.HEAP_TOO_SMALL.with(
              input.documents(),
              input.textBytes() >> 20,
              input.largestBytes() >> 20,
              input.metadataBytes() >> 20,
              needed >> 20,
              heap >> 20),
          EngineMessage.MORE_HEAP.with(1 + (needed >> 30)));
    }
  }

  /** A disk is of no help with it. */
  private static void requireRoomForMetadata(long bytes, long heap) throws UsageException {
    long needed = OWN_HEAP + bytes * HEAP_PER_METADATA;
    if (bytes > 0 && needed > heap) {
      throw new UsageException(
          "--metadata",
          EngineMessage.METADATA_TOO_LARGE.with(
              bytes >> 20, needed >> 20, heap >> 20, 1 + (needed >> 30)));
    }
  }
}
