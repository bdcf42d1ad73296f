package org.zhengyu.pipeline.engine;

import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.NoRoomException;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * What the heap of this process has room for, where it holds all that lies between two groupings.
 */
final class HeapRoom {
  /** What dictionaries and the runner take beside any document. */
  private static final long OWN_HEAP = 144L << 20;

  /** For a document however short: 500,000 of ten characters take 700 MB. */
  private static final long HEAP_PER_DOCUMENT = 1200;

  /** For a byte of a document that is worked on: one of 32 MB takes 400 MB in all. */
  private static final long HEAP_PER_LARGEST = 8;

  /** For a byte of metadata: it is sent to each thread, and held there and here. */
  private static final long HEAP_PER_METADATA = 8;

  private HeapRoom() {}

  /**
   * Refuses what has no room.
   *
   * @throws UsageException naming what to do instead
   */
  static void require(InputSizes input) throws UsageException {
    long heap = Runtime.getRuntime().maxMemory();
    requireRoomForMetadata(input.metadataBytes(), heap);
    long needed =
        Math.max(
            input.textBytes() * input.timesHeld(),
            OWN_HEAP
                + input.documents() * HEAP_PER_DOCUMENT
                + input.largestBytes() * HEAP_PER_LARGEST
                + input.metadataBytes() * HEAP_PER_METADATA);
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
