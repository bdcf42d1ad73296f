package org.zhengyu.transforms.packed;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.apache.beam.sdk.coders.Coder;

/**
 * Entries of a key and a value, sorted by the unsigned order of the keys' bytes (for UTF-8: the
 * order of code points), packed into one array. A key may occur more than once. This is the unit
 * that crosses every shuffle, as {@link ElementBytes}: copying a run is copying an array.
 *
 * <p>Made by {@link SortedRunBuilder}, read by {@link SortedRunCursor}, merged by {@link
 * SortedRunMerge}.
 */
public final class SortedRun {
  /** The run without entries. */
  public static final SortedRun EMPTY = new SortedRun(ElementBytes.of(new byte[0]));

  private static final ElementCoder<SortedRun> CODER =
      ElementCoder.of(SortedRun.class, SortedRun::size, run -> run.bytes, SortedRun::of);

  private final ElementBytes bytes;

  private SortedRun(ElementBytes bytes) {
    this.bytes = bytes;
  }

  static SortedRun ofSorted(byte[] entries) {
    return of(ElementBytes.of(entries));
  }

  private static SortedRun of(ElementBytes bytes) {
    return bytes.length() == 0 ? EMPTY : new SortedRun(bytes);
  }

  /** The packed length in bytes. */
  public int size() {
    return bytes.length();
  }

  /** Whether there is no entry. */
  public boolean isEmpty() {
    return bytes.length() == 0;
  }

  /** A cursor before the first entry. */
  public SortedRunCursor cursor() {
    return new SortedRunCursor(bytes.get());
  }

  /**
   * The entries whose keys begin with a wanted number of 64 bits, see {@link PackedWriter#putLong}.
   */
  public SortedRun whereKey(LongPredicate wanted) {
    byte[] entries = bytes.get();
    if (isAllOf(entries, wanted)) {
      return this;
    }
    SortedRunBuilder kept = new SortedRunBuilder();
    SortedRunCursor cursor = new SortedRunCursor(entries);
    while (cursor.next()) {
      if (wanted.test(cursor.keyReader().getLong())) {
        cursor.copyTo(kept);
      }
    }
    return kept.build();
  }

  /** Mostly all are wanted, and then nothing need be copied. */
  private static boolean isAllOf(byte[] entries, LongPredicate wanted) {
    SortedRunCursor cursor = new SortedRunCursor(entries);
    while (cursor.next()) {
      if (!wanted.test(cursor.keyReader().getLong())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Deals the entries to buckets by a hash of their keys; empty buckets are left out.
   *
   * @param buckets how many buckets there are
   */
  public Map<Integer, SortedRun> dealInto(int buckets) {
    Map<Integer, SortedRunBuilder> builders = new TreeMap<>();
    SortedRunCursor cursor = cursor();
    while (cursor.next()) {
      int bucket = Buckets.of(cursor.key(), buckets);
      cursor.copyTo(builders.computeIfAbsent(bucket, b -> new SortedRunBuilder()));
    }
    Map<Integer, SortedRun> runs = new TreeMap<>();
    builders.forEach((bucket, builder) -> runs.put(bucket, builder.build()));
    return runs;
  }

  /** Appends the run behind its length. */
  public void pack(PackedWriter out) {
    out.putBytes(bytes.get());
  }

  /** Reads a run behind its length. */
  public static SortedRun unpack(PackedReader in) {
    return ofSorted(in.getBytes());
  }

  /** Appends the run as the last part of a packed element. */
  public void packInto(PackedWriter out) {
    out.putRaw(bytes.get(), 0, bytes.length());
  }

  /** Reads a run that is the last part of a packed element. */
  public static SortedRun unpackRest(PackedReader in) {
    return ofSorted(in.rest());
  }

  /** The coder. Deterministic. */
  public static Coder<SortedRun> coder() {
    return CODER;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortedRun that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }
}
