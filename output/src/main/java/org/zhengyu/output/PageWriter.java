package org.zhengyu.output;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Compresses the pages of a Parquet file and has Parquet write them, with their headers, statistics
 * and indexes. Zstandard is called directly: Parquet's own factory would look the codec up through
 * Hadoop, which costs start-up time and a warning about missing native code.
 */
final class PageWriter implements Closeable {

  /** The fastest level: levels 2 and 3 save 1 % of a table of co-occurrences. */
  private static final int LEVEL = 1;

  /**
   * A column without a dictionary stays as it is when its first page would not get smaller by this
   * part: most measures have random digits, and trying all their pages in vain costs time.
   */
  private static final int LEAST_GAIN = 16;

  private final ChannelOutputFile output;
  private final ParquetFileWriter file;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private final PageBuffer page = new PageBuffer();
  private byte[] compressed = new byte[1 << 16];
  private ColumnDescriptor column;
  private int entriesOfColumn;
  private CompressionCodecName codec;

  /** Creates the file. */
  PageWriter(ChannelOutputFile output, MessageType schema) throws IOException {
    this.output = output;
    file =
        new ParquetFileWriter(
            output,
            schema,
            ParquetFileWriter.Mode.CREATE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            ParquetProperties.builder().build());
    file.start();
  }

  void startRowGroup(int rows) throws IOException {
    file.startBlock(rows);
  }

  void endRowGroup() throws IOException {
    file.endBlock();
  }

  /**
   * How the column is compressed is decided when its first page is there.
   *
   * @param entries of all its rows: values and missing ones
   */
  void startColumn(ColumnDescriptor started, int entries) {
    column = started;
    entriesOfColumn = entries;
    codec = null;
  }

  private void start(CompressionCodecName chosen) throws IOException {
    codec = chosen;
    file.startColumn(column, entriesOfColumn, chosen);
  }

  void endColumn() throws IOException {
    file.endColumn();
  }

  /** The page to fill next, empty. */
  PageBuffer page() {
    page.clear();
    return page;
  }

  /** Writes the page as the dictionary of a column, of so many values. */
  void writeDictionary(int values) throws IOException {
    start(CompressionCodecName.ZSTD);
    BytesInput bytes = compress();
    file.writeDictionaryPage(new DictionaryPage(bytes, page.size(), values, Encoding.PLAIN));
  }

  /** Writes the page as the entries of so many rows. */
  void writeData(int rows, int entries, Statistics<?> statistics, Encoding values)
      throws IOException {
    BytesInput bytes = compress();
    file.writeDataPage(
        entries, page.size(), bytes, statistics, rows, Encoding.RLE, Encoding.RLE, values);
  }

  private BytesInput compress() throws IOException {
    if (codec == CompressionCodecName.UNCOMPRESSED) {
      return plain();
    }
    int most = Math.toIntExact(Zstd.compressBound(page.size()));
    if (compressed.length < most) {
      compressed = new byte[most];
    }
    int length = zstd.compressByteArray(compressed, 0, most, page.array(), 0, page.size());
    if (codec == null) {
      boolean pays = length < page.size() - page.size() / LEAST_GAIN;
      start(pays ? CompressionCodecName.ZSTD : CompressionCodecName.UNCOMPRESSED);
      if (!pays) {
        return plain();
      }
    }
    return BytesInput.from(compressed, 0, length);
  }

  private BytesInput plain() {
    return BytesInput.from(page.array(), 0, page.size());
  }

  /** Writes the footer. */
  void end(Map<String, String> metadata) throws IOException {
    output.holdBack();
    file.end(metadata);
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    file.close();
  }
}
