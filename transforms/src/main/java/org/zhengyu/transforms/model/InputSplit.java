package org.zhengyu.transforms.model;

import java.util.ArrayList;
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
    return new SplitCoder();
  }

  private static final class SplitCoder extends PackedCoder<InputSplit> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(InputSplit split, PackedWriter out) {
      out.putVarint(split.number).putVarint(split.slices.size());
      for (FileSlice slice : split.slices) {
        InputFile file = slice.file();
        out.putVarint(file.number())
            .putString(file.uri())
            .putString(file.name())
            .putString(file.recordPrefix())
            .putVarint(file.bytes())
            .putString(file.format())
            .putByte(file.compression().ordinal())
            .putVarint(slice.from())
            .putVarint(slice.to())
            .putVarint(slice.firstLine())
            .putVarint(slice.share())
            .putVarint(slice.shares());
      }
    }

    @Override
    protected InputSplit unpack(PackedReader in) {
      int number = in.getCount();
      int count = in.getCount();
      List<FileSlice> slices = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        InputFile file =
            new InputFile(
                in.getCount(),
                in.getString(),
                in.getString(),
                in.getString(),
                in.getVarint(),
                in.getString(),
                Compression.values()[in.getByte()]);
        slices.add(
            new FileSlice(
                file,
                in.getVarint(),
                in.getVarint(),
                in.getVarint(),
                in.getCount(),
                in.getCount()));
      }
      return new InputSplit(number, slices);
    }
  }
}
