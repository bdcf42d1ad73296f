package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.Coder.NonDeterministicException;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;

/** What every coder of ours promises, checked on one value. */
public final class CoderChecks {
  private CoderChecks() {}

  /**
   * Checks that the value comes back equal, alone and followed by others; that its encoding does
   * not change on the way; and that the coder is deterministic and equal to its copies.
   */
  public static <T> void roundTrips(Coder<T> coder, T value) {
    try {
      byte[] encoded = CoderUtils.encodeToByteArray(coder, value);
      T decoded = CoderUtils.decodeFromByteArray(coder, encoded);
      assertThat(decoded).isEqualTo(value).hasSameHashCodeAs(value);
      assertThat(CoderUtils.encodeToByteArray(coder, decoded)).isEqualTo(encoded);

      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      coder.encode(value, stream);
      coder.encode(value, stream);
      ByteArrayInputStream in = new ByteArrayInputStream(stream.toByteArray());
      assertThat(coder.decode(in)).isEqualTo(value);
      assertThat(coder.decode(in)).isEqualTo(value);
      assertThat(in.available()).isZero();

      coder.verifyDeterministic();
      assertThat(coder.consistentWithEquals()).isTrue();
      assertThat(SerializableUtils.ensureSerializable(coder))
          .isEqualTo(coder)
          .hasSameHashCodeAs(coder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NonDeterministicException e) {
      throw new AssertionError(e);
    }
  }
}
