package org.zhengyu.transforms.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a byte stream with their offsets and numbers. A line ends before LF or CRLF; the last
 * one may end with the stream. Lines longer than the limit are passed over and said to be too long,
 * so that memory is bounded whatever the stream holds.
 */
final class LineReader {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long bufferOffset;

  private byte[] line = new byte[1 << 12];
  private int length;
  private long offset;
  private long number;
  private long lineBytes;

  LineReader(InputStream in, long firstOffset, long firstNumber, int limit) {
    this.in = in;
    this.limit = limit;
    this.bufferOffset = firstOffset;
    this.number = firstNumber - 1;
  }

  /** Steps to the next line; false at the end of the stream. */
  boolean next() throws IOException {
    length = 0;
    lineBytes = 0;
    number++;
    while (true) {
      if (position == end && !fill()) {
        return lineBytes > 0;
      }
      if (lineBytes == 0) {
        offset = bufferOffset + position;
      }
      int newline = position;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      boolean found = newline < end;
      int stop = found ? newline + 1 : newline;
      append(stop - position);
      position = stop;
      if (found) {
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    bufferOffset += end;
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void append(int count) {
    lineBytes += count;
    if (lineBytes > limit) {
      length = 0;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(limit, Math.max(line.length * 2L, length + count)));
    }
    System.arraycopy(buffer, position, line, length, count);
    length += count;
  }

  /** Where the next line begins, or the stream ends. */
  long position() {
    return bufferOffset + position;
  }

  /** The line's bytes, valid up to {@link #length()} until the next step. */
  byte[] bytes() {
    return line;
  }

  /** The line's length in bytes without its end. */
  int length() {
    int content = length;
    if (content > 0 && line[content - 1] == '\n') {
      content--;
      if (content > 0 && line[content - 1] == '\r') {
        content--;
      }
    }
    return content;
  }

  /** Where the line begins in the stream. */
  long offset() {
    return offset;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** The line's length as it stands in the stream, its end included. */
  long lineBytes() {
    return lineBytes;
  }

  /** Whether the line was longer than the limit and is not held. */
  boolean isTooLong() {
    return lineBytes > limit;
  }
}
