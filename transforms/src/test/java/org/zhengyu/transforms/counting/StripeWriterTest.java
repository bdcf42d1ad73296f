package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

class StripeWriterTest {
  private final List<String> lines = new ArrayList<>();

  private void read(int bucket, SortedRun run) {
    SortedRunCursor cursor = run.cursor();
    while (cursor.next()) {
      StringBuilder line = new StringBuilder("in " + bucket + ": " + cursor.keyReader().getInt());
      Stripe stripe = new Stripe();
      PackedReader packed = cursor.value();
      stripe.rewind();
      while (stripe.next(packed)) {
        line.append(' ').append(stripe.partner()).append('*').append(stripe.count());
        line.append(stripe.shared() == 0 ? "" : "+" + stripe.shared());
        line.append(stripe.outside() == 0 ? "" : "~" + stripe.outside());
      }
      lines.add(line.toString());
    }
  }

  @Test
  void dealsAStripeOfEachTermByItsNumber() {
    StripeWriter writer = new StripeWriter(2, this::read);
    writer.pair(0, 1, 3, 0, 2, 1);
    writer.pair(0, 300, 1L << 40, 2, 9, 0);
    writer.pair(1, 2, 1, 0, 1, 0);
    writer.pair(4, 5, 0, 9, 0, 0);
    assertThat(lines).isEmpty();
    writer.end();
    assertThat(lines)
        .containsExactly("in 0: 0 1*3 300*1099511627776+2", "in 0: 4 5*0+9", "in 1: 1 2*1");
  }

  @Test
  void tellsNothingButHowOftenOfPairsOutsideOfPassages() {
    StripeWriter writer = StripeWriter.ofOutside(1, this::read);
    writer.pair(0, 1, 3, 0, 2, 1);
    writer.pair(0, 3, 0, 9, 0, 0);
    writer.pair(0, 4, 1, 2, 1, 0);
    writer.pair(1, 2, 0, 1, 0, 0);
    writer.end();
    assertThat(lines).containsExactly("in 0: 0 1*0~3 4*0~1");
  }

  /** A counter that is full hands over all its pairs, and may begin again where it ended. */
  @Test
  void beginsANewStripeAfterTheEndAlsoOfTheSameTerm() {
    StripeWriter writer = new StripeWriter(1, this::read);
    writer.pair(7, 9, 1, 0, 1, 0);
    writer.end();
    writer.pair(7, 8, 2, 0, 1, 0);
    writer.end();
    writer.end();
    assertThat(lines).containsExactly("in 0: 7 9*1", "in 0: 7 8*2");
  }
}
