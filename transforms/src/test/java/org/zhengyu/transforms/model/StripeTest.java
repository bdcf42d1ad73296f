package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

class StripeTest {
  /** Most partners share no character with the term. */
  private static long shared(int partner) {
    return Math.max(0, partner % 9 - 4) * 100L;
  }

  /** Those that are not all in one document. */
  private static long documents(int partner, long count) {
    return Math.min(count, 1 + partner % 7);
  }

  /** Few partners are met in long sentences. */
  private static long inLong(int partner, long count) {
    return partner % 5 == 0 ? count / 2 : 0;
  }

  /** Of some partners it is known how often they are met outside of passages. */
  private static long outside(int partner, long count) {
    return partner % 4 == 0 ? count : 0;
  }

  @Property
  void readsBackPartnersAndCounts(
      @ForAll
          Map<@IntRange(min = 0) Integer, @LongRange(min = 0, max = Long.MAX_VALUE / 4) Long>
              partners) {
    PackedWriter out = new PackedWriter();
    int[] previous = {0};
    new TreeMap<>(partners)
        .forEach(
            (partner, count) -> {
              Stripe.append(
                  out,
                  previous[0],
                  partner,
                  count,
                  shared(partner),
                  documents(partner, count),
                  inLong(partner, count),
                  outside(partner, count));
              previous[0] = partner;
            });
    Stripe stripe = new Stripe();
    for (int round = 0; round < 2; round++) {
      Map<Integer, Long> read = new TreeMap<>();
      PackedReader in = new PackedReader(out.toByteArray());
      stripe.rewind();
      while (stripe.next(in)) {
        read.put(stripe.partner(), stripe.count());
        assertThat(stripe.shared()).isEqualTo(shared(stripe.partner()));
        assertThat(stripe.documents()).isEqualTo(documents(stripe.partner(), stripe.count()));
        assertThat(stripe.inLong()).isEqualTo(inLong(stripe.partner(), stripe.count()));
        assertThat(stripe.outside()).isEqualTo(outside(stripe.partner(), stripe.count()));
      }
      assertThat(read).isEqualTo(partners);
    }
  }
}
