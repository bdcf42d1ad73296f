package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The partners of one term and how often each occurs with it, ascending by the partner's number:
 * packed as the distance from the partner before, the count with a bit that says whether the two
 * share characters anywhere, and if so, how often. A stripe ends where its bytes end.
 *
 * <p>The name is that of Lin and Dyer (2010), Data-Intensive Text Processing with MapReduce, 3.2.
 */
public final class Stripe {
  private int partner;
  private long count;
  private long shared;

  /**
   * Appends one partner to a packed stripe.
   *
   * @param count the joint count
   * @param shared the number of units in which the two only share characters
   */
  public static void append(
      PackedWriter out, int previousPartner, int partner, long count, long shared) {
    out.putVarint(partner - previousPartner);
    if (shared == 0) {
      out.putVarint(count << 1);
    } else {
      out.putVarint(count << 1 | 1).putVarint(shared);
    }
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
    long countAndFlag = in.getVarint();
    count = countAndFlag >>> 1;
    shared = (countAndFlag & 1) == 0 ? 0 : in.getVarint();
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

  /** The units in which the two only share characters, which are no events for them. */
  public long shared() {
    return shared;
  }
}
