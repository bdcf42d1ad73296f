package org.zhengyu.output;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * What {@link PageWriter} compresses, taken apart again: Zstandard, called directly and for the
 * same reason, and pages that are as they were.
 */
final class PageDecompressors implements CompressionCodecFactory {

  /** Turns pages of one kind back. */
  private record Decompressor(boolean isZstd) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      return isZstd
          ? BytesInput.from(Zstd.decompress(page.toInputStream().readAllBytes(), size))
          : page;
    }

    @Override
    public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size)
        throws IOException {
      byte[] page = new byte[compressed];
      input.get(page);
      output.put(decompress(BytesInput.from(page), size).toInputStream().readAllBytes());
    }

    @Override
    public void release() {}
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> new Decompressor(true);
      case UNCOMPRESSED -> new Decompressor(false);
      default -> throw new IllegalArgumentException("no result of ours has pages in " + codec);
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("pages are read here, not written");
  }

  @Override
  public void release() {}
}
