package org.zhengyu.transforms.model;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What one worker reads and segments at one go: slices of files that together have about the
 * planned size. One element of the first collection.
 *
 * @param number its place among the splits, from 0
 * @param slices in the order of the files' numbers
 */
public record InputSplit(int number, List<FileSlice> slices) {
  /** Copies the list. */
  public InputSplit {
    slices = List.copyOf(slices);
  }

  /** About how many bytes of text all slices hold. */
  public long textBytes() {
    return slices.stream().mapToLong(FileSlice::textBytes).sum();
  }

  /** The coder. */
  public static Coder<InputSplit> coder() {
    return PackedCoder.of(InputSplit.class, InputSplit::pack, InputSplit::unpack);
  }

  private void pack(PackedWriter out) {
    out.putVarint(number).putList(slices, FileSlice::pack);
  }

  private static InputSplit unpack(PackedReader in) {
    return new InputSplit(in.getCount(), in.getList(FileSlice::unpack));
  }
}
