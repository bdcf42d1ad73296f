package org.zhengyu.output;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes a table, one file for each element: the key is the number of the bucket and names the
 * file, the value becomes its rows. An element without rows writes no file.
 *
 * <p>Every attempt writes a file of its own in the staging folder, and only the attempt whose
 * element the runner keeps is named in the output; {@link Dataset#commit} takes the named files and
 * drops the others. Hence a row is in the result exactly once, however often a runner retries. No
 * two elements may have the same bucket number (and prefix).
 */
public final class WriteTable<T>
    extends PTransform<PCollection<KV<Integer, T>>, PCollection<WrittenFile>> {

  /** The name of the counter, in the namespace of this class, of buckets that were written. */
  public static final String BUCKETS_WRITTEN = "buckets_written";

  private final RowEncoder<T> encoder;
  private final String stagingFolder;
  private final String prefix;

  private WriteTable(RowEncoder<T> encoder, String stagingFolder, String prefix) {
    this.encoder = encoder;
    this.stagingFolder = stagingFolder;
    this.prefix = prefix;
  }

  /** Writes rows as the encoder makes them, to the table that it fills. */
  public static <T> WriteTable<T> of(RowEncoder<T> encoder) {
    return new WriteTable<>(Objects.requireNonNull(encoder, "encoder"), "", "");
  }

  /** Sets where files wait for the commit, as {@link Dataset#stagingFolder} has it. */
  public WriteTable<T> into(String folder) {
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("the staging folder has no name");
    }
    return new WriteTable<>(encoder, folder, prefix);
  }

  /**
   * Sets a word for the files' names, for a table that several transforms write: {@code
   * part-sentence-00003.parquet}.
   *
   * @throws IllegalArgumentException unless it is lower-case letters and digits, a letter first
   */
  public WriteTable<T> withFilePrefix(String word) {
    if (!PartName.PREFIX.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "a file prefix is lower-case letters and digits, not '" + word + "'");
    }
    return new WriteTable<>(encoder, stagingFolder, word);
  }

  /** The table that is filled. */
  public Table table() {
    return encoder.table();
  }

  /** What is written, for the name of a step: the table, and the files' prefix if there is one. */
  public String label() {
    return prefix.isEmpty() ? table().name() : table().name() + " " + prefix;
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<KV<Integer, T>> buckets) {
    if (stagingFolder.isEmpty()) {
      throw new IllegalStateException("say where to write table " + table() + ": into(folder)");
    }
    return buckets
        .apply("WriteBuckets", ParDo.of(new WriteBucketFn<>(this)))
        .setCoder(WrittenFile.WrittenFileCoder.of());
  }

  private static final class WriteBucketFn<T> extends DoFn<KV<Integer, T>, WrittenFile> {

    private final RowEncoder<T> encoder;
    private final String stagingFolder;
    private final String prefix;
    private final Counter bucketsWritten = Metrics.counter(WriteTable.class, BUCKETS_WRITTEN);

    WriteBucketFn(WriteTable<T> transform) {
      this.encoder = transform.encoder;
      this.stagingFolder = transform.stagingFolder;
      this.prefix = transform.prefix;
    }

    @ProcessElement
    public void write(@Element KV<Integer, T> bucket, OutputReceiver<WrittenFile> written)
        throws IOException {
      // A worker may go on for a while when its run has failed and its folder is deleted.
      if (RunFolder.isOver(stagingFolder)) {
        throw new IOException("the run is over, and its folder " + stagingFolder + " is gone");
      }
      Table table = encoder.table();
      String name = PartName.of(prefix, bucket.getKey());
      ResourceId staged =
          FileSystems.matchNewResource(stagingFolder, /* isDirectory= */ true)
              .resolve(table.name(), StandardResolveOptions.RESOLVE_DIRECTORY)
              .resolve(UUID.randomUUID() + "-" + name, StandardResolveOptions.RESOLVE_FILE);
      TableFile file =
          TableFile.write(table, staged, out -> encoder.encode(bucket.getValue(), out));
      bucketsWritten.inc();
      if (file.rows() > 0) {
        written.output(
            new WrittenFile(table.name(), name, staged.toString(), file.rows(), file.bytes()));
      }
    }
  }
}
