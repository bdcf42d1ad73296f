package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The documents that are not like others: those refused because an earlier document has the same
 * id, and those that repeat an earlier one. All others are admitted and counted, so this is as
 * large as the repetitions in a corpus, not as the corpus.
 */
public final class Admissions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every document is admitted and counted. */
  public static final Admissions ALL = new Admissions(new TreeMap<>(), new TreeMap<>(), false);

  private final TreeMap<Long, String> refused;
  private final TreeMap<Long, String> duplicates;
  private final boolean countsDuplicates;

  /**
   * Admissions.
   *
   * @param refused by key, where the first document of the same id stands
   * @param duplicates by key, the id of the first document with the same text
   * @param countsDuplicates whether those count all the same
   */
  public Admissions(
      Map<Long, String> refused, Map<Long, String> duplicates, boolean countsDuplicates) {
    this.refused = new TreeMap<>(refused);
    this.duplicates = new TreeMap<>(duplicates);
    this.countsDuplicates = countsDuplicates;
  }

  /** Where the first document with this one's id stands, if this one is refused. */
  public @Nullable String refusedFor(long key) {
    return refused.get(key);
  }

  /** The id of the document that this one repeats, if it does. */
  public @Nullable String originalOf(long key) {
    return duplicates.get(key);
  }

  /** Whether the document counts in the corpus tables. */
  public boolean counts(long key) {
    return !refused.containsKey(key) && (countsDuplicates || !duplicates.containsKey(key));
  }

  /** Both together. */
  public Admissions plus(Admissions other) {
    Admissions sum =
        new Admissions(refused, duplicates, countsDuplicates || other.countsDuplicates);
    sum.refused.putAll(other.refused);
    sum.duplicates.putAll(other.duplicates);
    return sum;
  }

  /** The coder. */
  public static Coder<Admissions> coder() {
    return PackedCoder.of(Admissions.class, Admissions::pack, Admissions::unpack);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Admissions that
        && refused.equals(that.refused)
        && duplicates.equals(that.duplicates)
        && countsDuplicates == that.countsDuplicates;
  }

  @Override
  public int hashCode() {
    return 31 * refused.hashCode() + duplicates.hashCode();
  }

  private void pack(PackedWriter out) {
    pack(refused, out);
    pack(duplicates, out);
    out.putBoolean(countsDuplicates);
  }

  private static void pack(Map<Long, String> map, PackedWriter out) {
    out.putVarint(map.size());
    map.forEach((key, value) -> out.putLong(key).putString(value));
  }

  private static Admissions unpack(PackedReader in) {
    return new Admissions(unpackMap(in), unpackMap(in), in.getBoolean());
  }

  private static Map<Long, String> unpackMap(PackedReader in) {
    Map<Long, String> map = new TreeMap<>();
    int count = in.getCount();
    for (int i = 0; i < count; i++) {
      map.put(in.getLong(), in.getString());
    }
    return map;
  }
}
