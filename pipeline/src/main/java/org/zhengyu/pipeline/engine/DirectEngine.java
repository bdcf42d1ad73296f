package org.zhengyu.pipeline.engine;

import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.NoRoomException;
import org.zhengyu.pipeline.plan.UsageException;

/** The local runner: starts at once, and keeps on the heap what lies between two groupings. */
public final class DirectEngine implements Engine {
  /** Bytes of heap for a byte of text, as measured: with half of that it barely moves. */
  private static final int HEAP_PER_TEXT = 4;

  /** What dictionaries and the runner take beside any document. */
  private static final long OWN_HEAP = 144L << 20;

  /** For a document however short: 500,000 of ten characters take 700 MB. */
  private static final long HEAP_PER_DOCUMENT = 1200;

  /** For a byte of a document that is worked on: one of 32 MB takes 400 MB in all. */
  private static final long HEAP_PER_LARGEST = 8;

  /** For a byte of metadata: it is sent to each thread, and held there and here. */
  private static final long HEAP_PER_METADATA = 8;

  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == DirectRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven)
      throws UsageException {
    DirectOptions direct = options.as(DirectOptions.class);
    if (isGiven.test("targetParallelism")) {
      Engine.requireAtLeastOne("--targetParallelism", direct.getTargetParallelism());
    }
    direct.setBlockOnRun(false);
    if (!isGiven.test("enforceImmutability")) {
      direct.setEnforceImmutability(false);
    }
    if (!isGiven.test("enforceEncodability")) {
      direct.setEnforceEncodability(false);
    }
    // Beam takes three threads at least, of which on two processors one is always in the way.
    if (!isGiven.test("targetParallelism")) {
      direct.setTargetParallelism(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  /** It does not fail cleanly when the heap is full, but stands still or runs for ever. */
  @Override
  public void requireRoomFor(InputSizes input) throws UsageException {
    long heap = Runtime.getRuntime().maxMemory();
    requireRoomForMetadata(input.metadataBytes(), heap);
    long needed =
        Math.max(
            input.textBytes() * HEAP_PER_TEXT,
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

  /** If that fails, it fails again in the worker that needs it, and the run with it. */
  @Override
  public void prepare(Runnable loading) {
    Thread thread = new Thread(loading, "prepare");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return CountedJob.of(pipeline.run(), workload);
  }
}
