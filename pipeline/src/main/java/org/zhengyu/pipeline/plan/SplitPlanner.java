package org.zhengyu.pipeline.plan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhengyu.transforms.decode.ByteOrderMark;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

/**
 * Cuts the input into splits of about equal size: as many for every worker, so that they end
 * together, and none so large that a worker could not hold what it yields. Small files share a
 * split; large JSONL is cut at line ends, or dealt in shares where it is compressed and cannot be
 * entered in the middle.
 */
public final class SplitPlanner {
  private static final long SMALLEST_SPLIT = 256L << 10;

  /**
   * What bounds the tokens that are segmented and counted at one go. Smaller splits cost more: each
   * passes every transform by itself and leaves a piece in every bucket, and the local runner
   * copies what is gathered in a bucket once more for each.
   */
  private static final long LARGEST_SPLIT = 16L << 20;

  /** A split may be larger by this part, so that the last files do not need one more. */
  private static final int ROOM = 16;

  /**
   * Every share reads the whole stream, so there is one for each worker: they are dealt evenly.
   * Only where a share would be larger than this there are more.
   */
  private static final long LARGE_SHARE = 64L << 20;

  private static final int MOST_SHARES = 8;

  private final int workers;
  private final long splitBytes;

  private SplitPlanner(int workers, long splitBytes) {
    this.workers = workers;
    this.splitBytes = splitBytes;
  }

  /** Plans for so many workers. */
  public static SplitPlanner forWorkers(int workers) {
    return new SplitPlanner(workers, 0);
  }

  /** Plans splits of so many bytes, whatever the number of workers. */
  public SplitPlanner withSplitBytes(long bytes) {
    return new SplitPlanner(workers, bytes);
  }

  List<InputSplit> cut(List<InputFile> files) throws IOException {
    long total = files.stream().mapToLong(InputFile::textBytes).sum();
    long target = splitBytes > 0 ? splitBytes : target(total);
    List<InputSplit> splits = new ArrayList<>();
    List<FileSlice> slices = new ArrayList<>();
    long size = 0;
    for (InputFile file : files) {
      for (FileSlice slice : slices(file, target)) {
        long bytes = slice.textBytes();
        if (!slices.isEmpty() && size + bytes > largest(target)) {
          splits.add(new InputSplit(splits.size(), slices));
          slices.clear();
          size = 0;
        }
        slices.add(slice);
        size += bytes;
      }
    }
    splits.add(new InputSplit(splits.size(), slices));
    return splits;
  }

  private long target(long total) {
    long splitsPerWorker = Math.max(1, ceil(total, workers * LARGEST_SPLIT));
    return Math.max(SMALLEST_SPLIT, ceil(total, workers * splitsPerWorker));
  }

  private static long largest(long target) {
    return target + target / ROOM;
  }

  private List<FileSlice> slices(InputFile file, long target) throws IOException {
    long bytes = file.textBytes();
    if (!Formats.of(file).canBeCut() || bytes <= largest(target)) {
      return List.of(FileSlice.whole(file));
    }
    if (file.compression() == Compression.NONE && !RemoteSource.isRemote(file.uri())) {
      return ranges(file, target);
    }
    int shares = shares(bytes, target);
    List<FileSlice> slices = new ArrayList<>();
    for (int share = 0; share < shares; share++) {
      slices.add(FileSlice.share(file, share, shares));
    }
    return slices;
  }

  private int shares(long bytes, long target) {
    long useful = splitBytes > 0 ? MOST_SHARES : Math.max(workers, ceil(bytes, LARGE_SHARE));
    return (int) Math.min(Math.min(useful, MOST_SHARES), Math.max(1, bytes / target));
  }

  private static long ceil(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Cuts a local file at line ends. Reading it once here is what gives every record its line. */
  private static List<FileSlice> ranges(InputFile file, long target) throws IOException {
    List<FileSlice> slices = new ArrayList<>();
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(Path.of(file.uri())), 1 << 16)) {
      byte[] buffer = new byte[1 << 16];
      long offset = 0;
      long line = 1;
      long from = 0;
      long fromLine = 1;
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        if (offset == 0 && hasWideUnits(buffer, read)) {
          return List.of(FileSlice.whole(file));
        }
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            line++;
            long next = offset + i + 1;
            if (next - from >= target && next < file.bytes()) {
              slices.add(FileSlice.range(file, from, next, fromLine));
              from = next;
              fromLine = line;
            }
          }
        }
        offset += read;
      }
      slices.add(FileSlice.range(file, from, Long.MAX_VALUE, fromLine));
    } catch (AccessDeniedException | NoSuchFileException e) {
      return List.of(FileSlice.whole(file)); // Whoever reads it finds the same, and refuses it.
    }
    return slices;
  }

  private static boolean hasWideUnits(byte[] buffer, int length) {
    ByteOrderMark mark =
        ByteOrderMark.of(Arrays.copyOf(buffer, Math.min(length, ByteOrderMark.MAX_LENGTH)));
    return mark != null && Decoder.hasWideUnits(mark.charset());
  }
}
