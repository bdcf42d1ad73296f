package org.zhengyu.transforms.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The bytes of a gzip file (RFC 1952), of all its members. The stream of the JDK takes whatever
 * comes after the first member and is no second one for its end, so that the rest of a damaged file
 * is lost without a word; here that is a fault. Zeros at the end, as tapes have them, are none.
 */
final class GzipMembers extends InputStream {
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream stored;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  private final Inflater inflater = new Inflater(/* nowrap= */ true);
  private final CRC32 crc = new CRC32();
  private final CRC32 headerCrc = new CRC32();
  private boolean isInMember;
  private boolean isAtEnd;

  /**
   * The bytes of a file.
   *
   * @param stored the file as stored, which is closed with this stream
   * @throws EOFException when the header of the first member is cut short
   * @throws ZipException when there is none
   */
  GzipMembers(InputStream stored) throws IOException {
    this.stored = stored;
    readHeader(nextByte());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!isAtEnd) {
      if (!isInMember && !nextMember()) {
        isAtEnd = true;
        break;
      }
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        crc.update(bytes, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a dictionary is asked for, which gzip does not have");
      } else if (!fill()) {
        throw new EOFException("the compressed data end too early");
      } else {
        inflater.setInput(buffer, position, end - position);
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException("the compressed data are damaged");
    }
  }

  private void endMember() throws IOException {
    position = end - inflater.getRemaining();
    isInMember = false;
    if (nextInt() != (int) crc.getValue()) {
      throw new ZipException("the check sum is not that of the data");
    }
    if (nextInt() != (int) inflater.getBytesWritten()) {
      throw new ZipException("the length is not that of the data");
    }
  }

  /** Reads the header of the next member; false where nothing but zeros follows. */
  private boolean nextMember() throws IOException {
    int first = 0;
    while (first == 0) {
      if (position == end && !fill()) {
        return false;
      }
      first = buffer[position++] & 0xFF;
    }
    readHeader(first);
    return true;
  }

  private void readHeader(int first) throws IOException {
    headerCrc.reset();
    headerCrc.update(first);
    if (first != MAGIC_1 || headerByte() != MAGIC_2) {
      throw new ZipException("not in gzip format");
    }
    int method = headerByte();
    int flags = headerByte();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new ZipException("a kind of gzip that nobody knows");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(headerByte() | (headerByte() << 8));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      int expected = (int) headerCrc.getValue() & 0xFFFF;
      if ((headerByte() | (headerByte() << 8)) != expected) {
        throw new ZipException("the check sum of the header is not its own");
      }
    }
    crc.reset();
    inflater.reset();
    inflater.setInput(buffer, position, end - position);
    isInMember = true;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      headerByte();
    }
  }

  private void skipText() throws IOException {
    int c = headerByte();
    while (c != 0) {
      c = headerByte();
    }
  }

  private int headerByte() throws IOException {
    int b = nextByte();
    headerCrc.update(b);
    return b;
  }

  private int nextInt() throws IOException {
    return nextByte() | (nextByte() << 8) | (nextByte() << 16) | (nextByte() << 24);
  }

  private int nextByte() throws IOException {
    if (position == end && !fill()) {
      throw new EOFException("the compressed stream ends too early");
    }
    return buffer[position++] & 0xFF;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, stored.read(buffer));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stored.close();
  }
}
