package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class PackedCoderTest {
  private static final class TextCoder extends PackedCoder<String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(String value, PackedWriter out) {
      out.putString(value);
    }

    @Override
    protected String unpack(PackedReader in) {
      return in.getString();
    }
  }

  private static final class NumberCoder extends PackedCoder<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(Long value, PackedWriter out) {
      out.putLong(value);
    }

    @Override
    protected Long unpack(PackedReader in) {
      return in.getLong();
    }
  }

  @Test
  void carriesWhatTheSubclassPacks() {
    CoderChecks.roundTrips(new TextCoder(), "走在前、开新局𠮷");
    CoderChecks.roundTrips(new NumberCoder(), -1L);
  }

  @Test
  void equalsCodersOfItsClassOnly() {
    assertThat(new TextCoder()).isEqualTo(new TextCoder()).isNotEqualTo(new NumberCoder());
  }

  @Test
  void refusesAnEncodingThatWasCut() throws CoderException {
    byte[] whole = CoderUtils.encodeToByteArray(new TextCoder(), "改革");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(new TextCoder(), cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(Exception.class);
    }
  }
}
