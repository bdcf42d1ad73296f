package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import org.zhengyu.transforms.model.TermBlock;

/**
 * Takes summaries together as they come, see {@link TermSummary}: those of many shards, which have
 * much in common, are never all held. Not thread-safe.
 */
public final class GatheredSummaries {
  /** The bytes that are held before they are summed up once more. */
  private static final long MOST_HELD = 8L << 20;

  private final long mostHeld;
  private final List<TermBlock> held = new ArrayList<>();
  private long bytes;
  private long next;

  /** Holds nothing. */
  public GatheredSummaries() {
    this(MOST_HELD);
  }

  GatheredSummaries(long mostHeld) {
    this.mostHeld = mostHeld;
    this.next = mostHeld;
  }

  /** Adds a summary of terms of the bucket. */
  public void add(TermBlock summary) {
    held.add(summary);
    bytes += summary.size();
    if (bytes > next) {
      List<TermBlock> summed = new ArrayList<>();
      TermSummary.of(held, summed::add);
      held.clear();
      held.addAll(summed);
      bytes = held.stream().mapToLong(TermBlock::size).sum();
      // What has not much in common is not summed up again and again.
      next = Math.max(mostHeld, 2 * bytes);
    }
  }

  /** Blocks that say what all summaries do. */
  public List<TermBlock> blocks() {
    return held;
  }
}
