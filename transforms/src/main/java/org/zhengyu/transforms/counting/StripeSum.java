package org.zhengyu.transforms.counting;

import java.util.BitSet;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.packed.PackedReader;

/**
 * Adds up stripes: for each possible partner of one term a count, and which counts are not 0.
 *
 * <p>A stripe is a term with the counts of all its partners (Lin and Dyer 2010, ch. 3): instead of
 * an element a pair, one element a term crosses the shuffle.
 */
final class StripeSum {
  private final long[] counts;
  private final long[] shared;
  private final long[] documents;
  private final long[] inLong;
  private final long[] outside;
  private final BitSet partners;
  private final Stripe stripe = new Stripe();

  /** A sum over partners with numbers below this, all 0. */
  StripeSum(int terms) {
    counts = new long[terms];
    shared = new long[terms];
    documents = new long[terms];
    inLong = new long[terms];
    outside = new long[terms];
    partners = new BitSet(terms);
  }

  void add(PackedReader packed) {
    stripe.rewind();
    while (stripe.next(packed)) {
      counts[stripe.partner()] += stripe.count();
      documents[stripe.partner()] += stripe.documents();
      if (stripe.shared() > 0) {
        shared[stripe.partner()] += stripe.shared();
      }
      if (stripe.inLong() > 0) {
        inLong[stripe.partner()] += stripe.inLong();
      }
      if (stripe.outside() > 0) {
        outside[stripe.partner()] += stripe.outside();
      }
      partners.set(stripe.partner());
    }
  }

  /** The next partner after this one, or -1. */
  int next(int partner) {
    return partners.nextSetBit(partner + 1);
  }

  /** The partner's joint count. */
  long count(int partner) {
    return counts[partner];
  }

  /** In how many units it only shares characters with the term. */
  long shared(int partner) {
    return shared[partner];
  }

  /** In how many documents it occurs with the term. */
  long documents(int partner) {
    return documents[partner];
  }

  /** How much of the joint count is in long sentences. */
  long inLong(int partner) {
    return inLong[partner];
  }

  /** The joint count without what stands in passages; 0 where nobody counted that. */
  long outside(int partner) {
    return outside[partner];
  }

  /** Sets the counts of a partner to 0. */
  void clear(int partner) {
    counts[partner] = 0;
    shared[partner] = 0;
    documents[partner] = 0;
    inLong[partner] = 0;
    outside[partner] = 0;
    partners.clear(partner);
  }
}
