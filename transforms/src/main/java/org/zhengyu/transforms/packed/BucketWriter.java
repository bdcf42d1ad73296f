package org.zhengyu.transforms.packed;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Collects entries in buckets and passes their runs on before they are large. So memory is bounded
 * however many entries there are, and no element is larger than what runners sort at one go: a sort
 * buffer of Flink's holds some 8 MB when a slot has 256 MB of managed memory, and an element that
 * does not fit ends the job. Not thread-safe.
 */
public final class BucketWriter {
  /** The bytes of a run, beside its last entry. */
  public static final int MOST_IN_RUN = 2 << 20;

  /** The bytes held in all buckets. */
  private static final int MOST_IN_ALL = 16 << 20;

  /** Takes the runs. */
  public interface Receiver {
    /** A bucket and entries of it. */
    void run(int bucket, SortedRun run);
  }

  private final @Nullable SortedRunBuilder[] runs;
  private final Receiver receiver;
  private final int mostInRun;
  private final int mostInAll;
  private long bytes;

  /**
   * A dealer that holds nothing.
   *
   * @param buckets how many buckets there are
   * @param receiver takes the runs
   */
  public BucketWriter(int buckets, Receiver receiver) {
    this(buckets, receiver, MOST_IN_RUN, MOST_IN_ALL);
  }

  BucketWriter(int buckets, Receiver receiver, int mostInRun, int mostInAll) {
    this.runs = new SortedRunBuilder[buckets];
    this.receiver = receiver;
    this.mostInRun = mostInRun;
    this.mostInAll = mostInAll;
  }

  /** How many buckets there are. */
  public int buckets() {
    return runs.length;
  }

  /** Adds an entry to a bucket; the arguments are copied. */
  public void add(int bucket, byte[] key, PackedWriter value) {
    add(bucket, key, key.length, value);
  }

  /** Adds an entry to a bucket; the arguments are copied. */
  public void add(int bucket, PackedWriter key, PackedWriter value) {
    add(bucket, key.array(), key.size(), value);
  }

  private void add(int bucket, byte[] key, int keyLength, PackedWriter value) {
    SortedRunBuilder run = runs[bucket];
    if (run == null) {
      run = new SortedRunBuilder();
      runs[bucket] = run;
    }
    int before = run.size();
    run.add(key, 0, keyLength, value.array(), 0, value.size());
    bytes += run.size() - before;
    if (run.size() >= mostInRun) {
      pass(bucket, run);
    } else if (bytes >= mostInAll) {
      passAll();
    }
  }

  /** Passes on all that is held. */
  public void passAll() {
    for (int bucket = 0; bucket < runs.length; bucket++) {
      SortedRunBuilder run = runs[bucket];
      if (run != null) {
        pass(bucket, run);
      }
    }
  }

  private void pass(int bucket, SortedRunBuilder run) {
    receiver.run(bucket, run.build());
    runs[bucket] = null;
    bytes -= run.size();
  }
}
