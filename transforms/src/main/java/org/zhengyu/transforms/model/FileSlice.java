package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A part of an input file that is read at one go. Exactly one of two ways of cutting is used: a
 * range of bytes (a line belongs to the range in which its first byte stands), or a share (every
 * reader reads the whole stream and keeps each {@code shares}-th block of it, for streams that
 * cannot be entered in the middle).
 *
 * @param file the file
 * @param from the first byte of the range, with which a line begins
 * @param to the byte after the range; {@link Long#MAX_VALUE} up to the end of the file
 * @param firstLine the number, from 1, of the line that begins at {@code from}
 * @param share which of the shares, from 0
 * @param shares into how many shares the stream is dealt; 1 for all of it
 */
public record FileSlice(InputFile file, long from, long to, long firstLine, int share, int shares) {

  /** All of a file. */
  public static FileSlice whole(InputFile file) {
    return new FileSlice(file, 0, Long.MAX_VALUE, 1, 0, 1);
  }

  /** A range of bytes. */
  public static FileSlice range(InputFile file, long from, long to, long firstLine) {
    return new FileSlice(file, from, to, firstLine, 0, 1);
  }

  /** One of several shares. */
  public static FileSlice share(InputFile file, int share, int shares) {
    return new FileSlice(file, 0, Long.MAX_VALUE, 1, share, shares);
  }

  /** Whether this slice speaks for the whole file where that must be done once. */
  public boolean isFirst() {
    return from == 0 && share == 0;
  }

  /** About how many bytes of text the slice holds, to weigh it and to show progress. */
  public long textBytes() {
    return shares > 1 ? file.textBytes() / shares : Math.min(to, file.textBytes()) - from;
  }

  void pack(PackedWriter out) {
    file.pack(out);
    out.putVarint(from).putVarint(to).putVarint(firstLine).putVarint(share).putVarint(shares);
  }

  static FileSlice unpack(PackedReader in) {
    return new FileSlice(
        InputFile.unpack(in),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getCount(),
        in.getCount());
  }
}
