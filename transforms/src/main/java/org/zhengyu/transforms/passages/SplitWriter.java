package org.zhengyu.transforms.passages;

import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * Collects what splits are told about their shingles and passages, and passes it on before it is
 * large. Not thread-safe.
 */
public final class SplitWriter {
  private static final int MOST_IN_ALL = 16 << 20;

  /** Takes what a split is told. */
  public interface Receiver {
    /** Entries for a split, see {@link JoinedSplit}. */
    void run(long split, SortedRun run);
  }

  private final Map<Long, SortedRunBuilder> runs = new TreeMap<>();
  private final Receiver receiver;
  private long bytes;

  /** A writer that holds nothing. */
  public SplitWriter(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Adds an entry for a split. */
  void add(long split, PackedWriter key, PackedWriter value) {
    SortedRunBuilder run = runs.computeIfAbsent(split, each -> new SortedRunBuilder());
    int before = run.size();
    run.add(key, value);
    bytes += run.size() - before;
    if (run.size() >= BucketWriter.MOST_IN_RUN) {
      runs.remove(split);
      bytes -= run.size();
      receiver.run(split, run.build());
    } else if (bytes >= MOST_IN_ALL) {
      passAll();
    }
  }

  /** Passes on all that is held. */
  public void passAll() {
    runs.forEach((split, run) -> receiver.run(split, run.build()));
    runs.clear();
    bytes = 0;
  }
}
