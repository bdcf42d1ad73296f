package org.zhengyu.transforms.counting;

import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Packs pairs into stripes and deals these into buckets by the smaller number of a pair: runs from
 * that number, in four bytes, to a {@link Stripe}.
 */
public final class StripeWriter implements PairCounter.Receiver {
  private static final int NONE = -1;

  private final int buckets;
  private final boolean isOutside;
  private final BucketWriter runs;
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter stripe = new PackedWriter();
  private int stripeOf = NONE;
  private int lastPartner;

  /** Deals into so many buckets; the runs leave at {@link #end} at the latest. */
  public StripeWriter(int buckets, BucketWriter.Receiver receiver) {
    this(buckets, /* isOutside= */ false, receiver);
  }

  private StripeWriter(int buckets, boolean isOutside, BucketWriter.Receiver receiver) {
    this.buckets = buckets;
    this.isOutside = isOutside;
    this.runs = new BucketWriter(buckets, receiver);
  }

  /** The same for what is counted again outside of passages: no more than that is told of it. */
  public static StripeWriter ofOutside(int buckets, BucketWriter.Receiver receiver) {
    return new StripeWriter(buckets, /* isOutside= */ true, receiver);
  }

  @Override
  public void pair(int first, int second, long count, long shared, long documents, long inLong) {
    if (isOutside && count == 0) {
      return;
    }
    if (first != stripeOf) {
      endStripe();
      stripeOf = first;
    }
    if (isOutside) {
      Stripe.append(stripe, lastPartner, second, 0, 0, 0, 0, count);
    } else {
      Stripe.append(stripe, lastPartner, second, count, shared, documents, inLong);
    }
    lastPartner = second;
  }

  @Override
  public void end() {
    endStripe();
    runs.passAll();
  }

  private void endStripe() {
    if (stripeOf == NONE) {
      return;
    }
    key.clear();
    runs.add(stripeOf % buckets, key.putInt(stripeOf), stripe);
    stripe.clear();
    stripeOf = NONE;
    lastPartner = 0;
  }
}
