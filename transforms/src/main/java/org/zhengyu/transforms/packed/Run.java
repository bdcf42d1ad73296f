package org.zhengyu.transforms.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;

/**
 * Entries of a key and a value, sorted by the unsigned order of the keys' bytes (for UTF-8: the
 * order of code points), packed into one array. A key may occur more than once. This is the unit
 * that crosses every shuffle: copying a run is copying an array.
 *
 * <p>Made by {@link RunBuilder}, read by {@link RunCursor}, merged by {@link RunMerge}.
 */
public final class Run {
  /** The run without entries. */
  public static final Run EMPTY = new Run(new byte[0]);

  private final byte[] bytes;

  private Run(byte[] bytes) {
    this.bytes = bytes;
  }

  static Run ofSorted(byte[] entries) {
    return entries.length == 0 ? EMPTY : new Run(entries);
  }

  /** The packed length in bytes. */
  public int size() {
    return bytes.length;
  }

  /** Whether there is no entry. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** A cursor before the first entry. */
  public RunCursor cursor() {
    return new RunCursor(bytes);
  }

  /**
   * The entries whose keys begin with a wanted number of 64 bits, see {@link PackedWriter#putLong}.
   */
  public Run whereKey(LongPredicate wanted) {
    RunBuilder kept = new RunBuilder();
    boolean all = true;
    RunCursor cursor = cursor();
    while (cursor.next()) {
      if (wanted.test(cursor.keyReader().getLong())) {
        cursor.copyTo(kept);
      } else {
        all = false;
      }
    }
    return all ? this : kept.build();
  }

  /**
   * Deals the entries to buckets by a hash of their keys; empty buckets are left out.
   *
   * @param buckets how many buckets there are
   */
  public Map<Integer, Run> dealInto(int buckets) {
    Map<Integer, RunBuilder> builders = new TreeMap<>();
    RunCursor cursor = cursor();
    while (cursor.next()) {
      int bucket = Buckets.of(cursor.key(), buckets);
      cursor.copyTo(builders.computeIfAbsent(bucket, b -> new RunBuilder()));
    }
    Map<Integer, Run> runs = new TreeMap<>();
    builders.forEach((bucket, builder) -> runs.put(bucket, builder.build()));
    return runs;
  }

  /** Appends the run behind its length. */
  public void pack(PackedWriter out) {
    out.putBytes(bytes);
  }

  /** Reads a run behind its length. */
  public static Run unpack(PackedReader in) {
    return ofSorted(in.getBytes());
  }

  /** Appends the run as the last part of a packed element. */
  public void packInto(PackedWriter out) {
    out.putRaw(bytes, 0, bytes.length);
  }

  /** Reads a run that is the last part of a packed element. */
  public static Run unpackRest(PackedReader in) {
    return ofSorted(in.rest());
  }

  /** The coder: the bytes behind their length. Deterministic. */
  public static Coder<Run> coder() {
    return RunCoder.INSTANCE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Run that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  private static final class RunCoder extends AtomicCoder<Run> {
    private static final long serialVersionUID = 1L;
    static final RunCoder INSTANCE = new RunCoder();

    @Override
    public void encode(Run run, OutputStream out) throws IOException {
      ByteArrayCoder.of().encode(run.bytes, out);
    }

    @Override
    public Run decode(InputStream in) throws IOException {
      return Run.ofSorted(ByteArrayCoder.of().decode(in));
    }

    @Override
    public boolean consistentWithEquals() {
      return true;
    }

    private Object readResolve() {
      return INSTANCE;
    }
  }
}
