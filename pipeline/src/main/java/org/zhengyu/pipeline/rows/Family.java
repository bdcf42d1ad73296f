package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * The tests of all terms in one group of documents, which are corrected together: a q-value is
 * known when all of them are.
 *
 * @param facet the place of the group's field in the grouping
 * @param value the group's value of that field
 * @param terms in UTF-8, each as often as there are tests of it
 * @param tests of the terms, in their order
 */
record Family<T>(int facet, String value, List<byte[]> terms, List<T> tests) {

  /** Takes one family. */
  @FunctionalInterface
  interface Receiver<T> {
    void family(Family<T> family) throws IOException;
  }

  /**
   * Goes through runs of tests by facet, value and term, and hands over every family when it is
   * complete, in their order.
   */
  static <T> void forEach(
      Iterable<SortedRun> runs, Function<PackedReader, T> unpack, Receiver<T> receiver)
      throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    Family<T> family = null;
    while (merge.nextKey()) {
      PackedReader key = new PackedReader(merge.key());
      int facet = key.getByte();
      String value = key.getString();
      if (family == null || facet != family.facet || !value.equals(family.value)) {
        if (family != null) {
          receiver.family(family);
        }
        family = new Family<>(facet, value, new ArrayList<>(), new ArrayList<>());
      }
      byte[] term = key.rest();
      while (merge.nextValue()) {
        family.terms.add(term);
        family.tests.add(unpack.apply(merge.value()));
      }
    }
    if (family != null) {
      receiver.family(family);
    }
  }
}
