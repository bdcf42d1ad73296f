package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Finds documents that repeat an id or a text. Of those with the same id the first in the order of
 * the input stands, of those with the same text the one of the lowest rank: values of one key of a
 * run come in the order of their bytes, with which an {@link Identity} begins.
 */
public final class Repetitions {
  private Repetitions() {}

  /**
   * Finds repeated ids.
   *
   * @param byId from ids to {@link Identity}s, all of one bucket
   * @param admitted takes the identities with a text that stand, under the digest of that text
   * @return by the key of each document that is refused, where the first with its id lies
   */
  public static SortedMap<Long, String> ofIds(Iterable<SortedRun> byId, BucketWriter admitted) {
    SortedMap<Long, String> refused = new TreeMap<>();
    PackedWriter value = new PackedWriter();
    SortedRunMerge merge = SortedRunMerge.of(byId);
    while (merge.nextKey()) {
      merge.nextValue();
      Identity first = Identity.unpack(merge.value());
      if (!first.textKey().isEmpty()) {
        value.clear();
        first.packByRank(value);
        byte[] text = first.textKey().getBytes(UTF_8);
        admitted.add(Buckets.of(text, admitted.buckets()), text, value);
      }
      while (merge.nextValue()) {
        refused.put(Identity.unpack(merge.value()).key(), first.uri());
      }
    }
    admitted.passAll();
    return refused;
  }

  /**
   * Finds repeated texts.
   *
   * @param byText from the keys of texts to {@link Identity}s by rank, all of one bucket
   * @return by the key of each document that repeats one, the id of the original
   */
  public static SortedMap<Long, String> ofTexts(Iterable<SortedRun> byText) {
    SortedMap<Long, String> duplicates = new TreeMap<>();
    SortedRunMerge merge = SortedRunMerge.of(byText);
    while (merge.nextKey()) {
      merge.nextValue();
      Identity original = Identity.unpackByRank(merge.value());
      while (merge.nextValue()) {
        duplicates.put(Identity.unpackByRank(merge.value()).key(), original.id());
      }
    }
    return duplicates;
  }
}
