package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.zhengyu.transforms.input.DocumentFormat;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

/**
 * How much an input holds, as far as that can be told without reading it; what has to fit a heap.
 *
 * @param textBytes bytes of text, uncompressed
 * @param documents how many there are, by the first records of each file that has records
 * @param largestBytes the documents that are worked on at the same time have so many at most, where
 *     a document is a file
 * @param splitBytes the splits that are worked on at the same time have so many bytes of text
 * @param metadataBytes what is held of the metadata beside it, by each who reads
 * @param timesHeld so many bytes for a byte of text lie between two groupings at a time
 */
public record InputSizes(
    long textBytes,
    long documents,
    long largestBytes,
    long splitBytes,
    long metadataBytes,
    int timesHeld) {
  /** Of an office document most is pictures and fonts. */
  private static final long BYTES_PER_TEXT_BYTE = 10;

  /** What an archive of each format becomes, all of which may be text. */
  private static final Map<String, Long> ARCHIVES = Map.of("zip", 4L, "7z", 4L, "tar", 1L);

  /** It is handed to another process as it is, which costs less than to segment a text. */
  private static final long BYTES_PER_HELD_BYTE = 4;

  /** Of so many files of records the first bytes are looked at; the others are taken for alike. */
  private static final int MOST_SAMPLES = 256;

  private static final int SAMPLE_BYTES = 1 << 16;

  /** What a record has where none was seen. */
  private static final double USUAL_RECORD_BYTES = 1000;

  /** In times its stored size, what text becomes that is not made to do harm. */
  private static final int USUAL_EXPANSION = 30;

  /** The length of a gzip file's last member, modulo 2^32, stands in its last four bytes. */
  private static final int GZIP_LENGTH_BYTES = 4;

  /**
   * The sizes of an input.
   *
   * @param atOnce how many documents are worked on at the same time
   * @param maxDocumentBytes a larger document is refused, and never held
   * @param timesHeld so many bytes for a byte of text lie between two groupings at a time
   */
  public static InputSizes of(InputPlan plan, int atOnce, int maxDocumentBytes, int timesHeld) {
    long textBytes = 0;
    List<Long> documents = new ArrayList<>();
    Samples samples = new Samples();
    for (InputFile file : plan.files()) {
      long bytes = uncompressed(file);
      DocumentFormat format = Formats.of(file);
      if (!format.isText()) {
        documents.add(bytes / BYTES_PER_HELD_BYTE);
        Long expansion = ARCHIVES.get(file.format());
        textBytes += expansion == null ? bytes / BYTES_PER_TEXT_BYTE : bytes * expansion;
        continue;
      }
      if (format.hasRecords()) {
        samples.add(file, bytes);
      } else if (bytes <= maxDocumentBytes) {
        documents.add(bytes);
      } else {
        continue;
      }
      textBytes += bytes;
    }
    long count = documents.size() + Math.round(samples.records());
    return new InputSizes(
        textBytes,
        count,
        largest(documents.stream(), atOnce),
        inSplits(plan, atOnce, textBytes),
        0,
        timesHeld);
  }

  /** What so many splits have of all text, by their planned sizes, which are rough. */
  private static long inSplits(InputPlan plan, int count, long textBytes) {
    long planned = largest(plan.splits().stream().map(InputSplit::textBytes), count);
    return planned == 0 ? 0 : (long) ((double) textBytes * planned / plan.textBytes());
  }

  /** The sum of so many of these, the largest ones. */
  private static long largest(Stream<Long> sizes, int count) {
    return sizes.sorted(Comparator.reverseOrder()).limit(count).mapToLong(Long::longValue).sum();
  }

  /** The same with metadata of this size. */
  public InputSizes withMetadata(long bytes) {
    return new InputSizes(textBytes, documents, largestBytes, splitBytes, bytes, timesHeld);
  }

  /** The size of a local compressed file is what it says of itself, unless that cannot be right. */
  private static long uncompressed(InputFile file) {
    if (file.compression() != Compression.GZIP || RemoteSource.isRemote(file.uri())) {
      return file.textBytes();
    }
    try (RandomAccessFile stored = new RandomAccessFile(file.uri(), "r")) {
      stored.seek(Math.max(0, file.bytes() - GZIP_LENGTH_BYTES));
      long length = Integer.toUnsignedLong(Integer.reverseBytes(stored.readInt()));
      boolean isLikely =
          length >= file.bytes() / 2 && length <= file.bytes() * USUAL_EXPANSION + SAMPLE_BYTES;
      return isLikely ? length : count(file);
    } catch (IOException e) {
      return file.textBytes(); // It is refused, with this reason, when it is read.
    }
  }

  /** Reads a file that has several members, is damaged, or becomes suspiciously large. */
  private static long count(InputFile file) {
    long most = ReadSettings.mostUncompressed(file.bytes());
    long count = 0;
    try (InputStream in = open(file)) {
      byte[] buffer = new byte[SAMPLE_BYTES];
      for (int read = 0; read >= 0 && count < most; count += Math.max(read, 0)) {
        read = in.read(buffer);
      }
    } catch (IOException e) {
      return count; // What stands before the fault is read.
    }
    return count;
  }

  private static InputStream open(InputFile file) throws IOException {
    InputStream stored = Files.newInputStream(Path.of(file.uri()));
    try {
      return file.compression() == Compression.GZIP ? new GZIPInputStream(stored) : stored;
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  /** Counts records by the first of each file. */
  private static final class Samples {
    private double records;
    private long bytesSeen;
    private long recordsSeen;
    private int files;

    void add(InputFile file, long bytes) {
      byte[] head = new byte[0];
      boolean isOpened =
          file.compression() == Compression.NONE || file.compression() == Compression.GZIP;
      if (isOpened && files++ < MOST_SAMPLES && !RemoteSource.isRemote(file.uri())) {
        try (InputStream in = open(file)) {
          head = in.readNBytes(SAMPLE_BYTES);
        } catch (IOException e) {
          return; // It is refused, with this reason, when it is read.
        }
      }
      int seen = count(head, file.format().equals("jsonl") ? '{' : '\n');
      bytesSeen += head.length;
      recordsSeen += seen;
      double recordBytes = recordsSeen == 0 ? USUAL_RECORD_BYTES : (double) bytesSeen / recordsSeen;
      records += bytes / (seen == 0 ? recordBytes : (double) head.length / seen);
    }

    /** How often a byte stands there outside of quotation marks. */
    private static int count(byte[] head, char mark) {
      int count = 0;
      boolean isQuoted = false;
      for (int i = 0; i < head.length; i++) {
        if (head[i] == '\\') {
          i++;
        } else if (head[i] == '"') {
          isQuoted = !isQuoted;
        } else if (head[i] == mark && !isQuoted) {
          count++;
        }
      }
      return count;
    }

    double records() {
      return records;
    }
  }
}
