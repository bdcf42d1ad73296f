package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.zhengyu.transforms.input.Readings.concat;
import static org.zhengyu.transforms.input.Readings.readWhole;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Every compression, by what its library writes: whole, in two parts, cut off, damaged. */
class UncompressedTest {
  private static final String TEXT = "推行链长制，优化营商环境。".repeat(40);

  private static byte[] compress(Compression compression, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (compression) {
          case NONE -> bytes;
          case GZIP -> new GZIPOutputStream(bytes);
          case BZIP2 -> new BZip2CompressorOutputStream(bytes);
          case XZ -> new XZCompressorOutputStream(bytes);
          case ZSTD -> new ZstdOutputStream(bytes);
        }) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String uncompress(Compression compression, byte[] bytes) throws IOException {
    try (InputStream in =
        Uncompressed.of(new ByteArrayInputStream(bytes), compression, Long.MAX_VALUE)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void readsAllOfAFile(Compression compression) throws IOException {
    byte[] bytes = compress(compression, TEXT);
    assertThat(uncompress(compression, bytes)).isEqualTo(TEXT);
    assertThat(uncompress(compression, concat(bytes, compress(compression, "尾"))))
        .isEqualTo(TEXT + "尾");
    assertThat(readWhole("a.txt" + compression.suffix(), bytes).texts()).containsExactly(TEXT);
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void saysThatAFileIsCutOffOrDamaged(Compression compression) throws IOException {
    byte[] bytes = compress(compression, TEXT);
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    byte[] damaged = bytes.clone();
    damaged[1] ^= 0x55;

    assertThatExceptionOfType(EOFException.class).isThrownBy(() -> uncompress(compression, cut));
    assertThatExceptionOfType(ZipException.class)
        .isThrownBy(() -> uncompress(compression, damaged));
    Rejection ofCut = readWhole("a.txt" + compression.suffix(), cut).onlyRejection();
    assertThat(ofCut.reason()).isEqualTo(Reason.TRUNCATED_GZIP);
    assertThat(ofCut.detail()).isEqualTo("the compressed stream ends too early");
    Rejection ofDamaged = readWhole("a.txt" + compression.suffix(), damaged).onlyRejection();
    assertThat(ofDamaged.reason()).isEqualTo(Reason.CORRUPT_GZIP);
    assertThat(ofDamaged.detail()).isIn("not in gzip format", "the compressed data are damaged");
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void endsWhereThereIsMoreThanThereMayBe(Compression compression) throws IOException {
    byte[] bytes = compress(compression, "abc");
    for (long most = 2; most <= 3; most++) {
      try (InputStream in = Uncompressed.of(new ByteArrayInputStream(bytes), compression, most)) {
        assertThat(in.readAllBytes()).hasSize(3);
        assertThat(most).isEqualTo(3);
      } catch (Uncompressed.BombException e) {
        assertThat(most).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void leavesAFaultOfTheStorageWhatItIs(Compression compression) throws IOException {
    byte[] bytes = compress(compression, TEXT);
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes, 0, bytes.length / 2), new FailingStream());
    assertThatIOException()
        .isThrownBy(
            () -> {
              try (InputStream in = Uncompressed.of(failing, compression, Long.MAX_VALUE)) {
                in.readAllBytes();
              }
            })
        .withMessage("the disk is gone");
  }

  private static final class FailingStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }
}
