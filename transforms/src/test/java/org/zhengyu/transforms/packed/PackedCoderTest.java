package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

class PackedCoderTest {
  private static final PackedCoder<String> TEXT =
      PackedCoder.of(String.class, (text, out) -> out.putString(text), PackedReader::getString);

  private static final PackedCoder<Long> NUMBER =
      PackedCoder.of(Long.class, (number, out) -> out.putLong(number), PackedReader::getLong);

  @Test
  void carriesWhatIsPacked() {
    CoderChecks.roundTrips(TEXT, "走在前、开新局𠮷");
    CoderChecks.roundTrips(NUMBER, -1L);
  }

  @Test
  void equalsCodersOfItsTypeOnly() {
    assertThat(TEXT)
        .isEqualTo(
            PackedCoder.of(
                String.class, (text, out) -> out.putString(text), PackedReader::getString))
        .isNotEqualTo(NUMBER);
  }

  @Test
  void namesItsType() {
    assertThat(TEXT).hasToString("PackedCoder(String)");
    assertThat(TEXT.getEncodedTypeDescriptor()).isEqualTo(TypeDescriptors.strings());
  }

  @Test
  void refusesAnEncodingThatWasCut() throws CoderException {
    byte[] whole = CoderUtils.encodeToByteArray(TEXT, "改革");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(TEXT, cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(Exception.class);
    }
  }
}
