package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import org.zhengyu.output.WrittenFile.WrittenFileCoder;

class WrittenFileTest {

  private static WrittenFile file() {
    return new WrittenFile(
        "terms", "part-00003.parquet", "/数据/\"结果\" 一/_incomplete-1/x.parquet", 5_000_000_000L, 7);
  }

  @Test
  void survivesItsCoder() throws Exception {
    Coder<WrittenFile> coder = CoderRegistry.createDefault().getCoder(WrittenFile.class);
    assertThat(coder).isEqualTo(WrittenFileCoder.of());
    coder.verifyDeterministic();
    CoderProperties.coderDecodeEncodeEqual(coder, file());
    CoderProperties.coderDeterministic(coder, file(), file());
    CoderProperties.coderSerializable(coder);
  }

  @Test
  void hasOtherBytesWhereverItDiffers() throws Exception {
    WrittenFileCoder coder = WrittenFileCoder.of();
    WrittenFile file = new WrittenFile("a", "b", "c", 1, 2);
    Set<String> encoded = new HashSet<>();
    for (WrittenFile other :
        List.of(
            file,
            new WrittenFile("x", "b", "c", 1, 2),
            new WrittenFile("a", "x", "c", 1, 2),
            new WrittenFile("a", "b", "x", 1, 2),
            new WrittenFile("a", "b", "c", 9, 2),
            new WrittenFile("a", "b", "c", 1, 9),
            new WrittenFile("ab", "", "c", 1, 2))) {
      encoded.add(HexFormat.of().formatHex(CoderUtils.encodeToByteArray(coder, other)));
    }

    assertThat(coder.consistentWithEquals()).isTrue();
    assertThat(encoded).hasSize(7);
  }
}
