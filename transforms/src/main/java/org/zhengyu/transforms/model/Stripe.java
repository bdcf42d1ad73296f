package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The partners of one term and how often each occurs with it, ascending by the partner's number:
 * packed as the distance from the partner before; the count with two bits that say whether more is
 * known of the two, and whether they meet in long sentences; by how many their documents are fewer,
 * unless there is one at most; and as the bits say, where the two share characters and how often
 * they meet outside of passages, and how often in long sentences. A stripe ends where its bytes
 * end.
 *
 * <p>The name is that of Lin and Dyer (2010), Data-Intensive Text Processing with MapReduce, 3.2.
 */
public final class Stripe {
  private static final int HAS_MORE = 1;
  private static final int HAS_LONG = 2;
  private static final int FLAGS = 2;

  private int partner;
  private long count;
  private long shared;
  private long documents;
  private long inLong;
  private long outside;

  /** Appends one partner of which nothing is known outside of passages to a packed stripe. */
  public static void append(
      PackedWriter out,
      int previousPartner,
      int partner,
      long count,
      long shared,
      long documents,
      long inLong) {
    append(out, previousPartner, partner, count, shared, documents, inLong, 0);
  }

  /**
   * Appends one partner to a packed stripe.
   *
   * @param count the joint count
   * @param shared the number of units in which the two only share characters
   * @param documents in how many documents they occur together, at most the joint count
   * @param inLong how much of the joint count is in long sentences
   * @param outside how often they occur together without what stands in passages
   */
  public static void append(
      PackedWriter out,
      int previousPartner,
      int partner,
      long count,
      long shared,
      long documents,
      long inLong,
      long outside) {
    boolean hasMore = shared > 0 || outside > 0;
    out.putVarint(partner - previousPartner)
        .putVarint(count << FLAGS | (hasMore ? HAS_MORE : 0) | (inLong > 0 ? HAS_LONG : 0));
    if (count > 1) {
      out.putVarint(count - documents);
    }
    if (hasMore) {
      out.putVarint(shared).putVarint(outside);
    }
    if (inLong > 0) {
      out.putVarint(inLong);
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
    long countAndFlags = in.getVarint();
    count = countAndFlags >>> FLAGS;
    documents = count > 1 ? count - in.getVarint() : count;
    boolean hasMore = (countAndFlags & HAS_MORE) != 0;
    shared = hasMore ? in.getVarint() : 0;
    outside = hasMore ? in.getVarint() : 0;
    inLong = (countAndFlags & HAS_LONG) == 0 ? 0 : in.getVarint();
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

  /** In how many documents the two occur together. */
  public long documents() {
    return documents;
  }

  /** How much of the joint count is in long sentences. */
  public long inLong() {
    return inLong;
  }

  /** The joint count without what stands in passages; 0 where nobody counted that. */
  public long outside() {
    return outside;
  }
}
