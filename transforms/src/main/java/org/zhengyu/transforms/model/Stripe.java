package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The partners of one term and how often each occurs with it, ascending by the partner's number:
 * packed as the distance from the partner before and the count. A stripe ends where its bytes end.
 *
 * <p>The name is that of Lin and Dyer (2010), Data-Intensive Text Processing with MapReduce, 3.2.
 */
public final class Stripe {
  private int partner;
  private long count;

  /** Appends one partner to a packed stripe. */
  public static void append(PackedWriter out, int previousPartner, int partner, long count) {
    out.putVarint(partner - previousPartner).putVarint(count);
  }

  /** Starts over before the first partner. */
  public void rewind() {
    partner = 0;
  }

  /** Reads the next partner; false at the end. */
  public boolean next(PackedReader in) {
    if (!in.hasMore()) {
      return false;
    }
    partner += in.getCount();
    count = in.getVarint();
    return true;
  }

  /** The partner's number in the vocabulary. */
  public int partner() {
    return partner;
  }

  /** The joint count. */
  public long count() {
    return count;
  }
}
