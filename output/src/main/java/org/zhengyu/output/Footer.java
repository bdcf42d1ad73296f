package org.zhengyu.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** The end of a Parquet file: the footer, its length in four bytes, and {@code PAR1}. */
final class Footer {

  private static final int LENGTH_AND_MAGIC = 8;

  private Footer() {}

  /**
   * Sorts the encodings of each column. Parquet keeps them in a hash set of enumerators, whose
   * order changes from one process to the next, and nothing else of a file does.
   *
   * @param end the last bytes of a file, the whole footer among them; changed in place
   * @throws IOException if they hold no footer
   */
  static void sortEncodings(byte[] end) throws IOException {
    int to = end.length - LENGTH_AND_MAGIC;
    int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(to);
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end, to - length, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        Collections.sort(chunk.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, sorted);
    if (sorted.size() != length) {
      throw new IllegalStateException("a sorted footer is as long as it was");
    }
    System.arraycopy(sorted.toByteArray(), 0, end, to - length, length);
  }
}
