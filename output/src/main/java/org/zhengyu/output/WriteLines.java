package org.zhengyu.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Writes a line for each element of a collection to one file, sorted by code unit, in UTF-8, each
 * ended by a line feed; an empty collection gives an empty file. This is how a pipeline tells its
 * driver what it found, so it is for thousands of lines, which one worker holds at a time, not for
 * tables.
 *
 * <p>The file is written under another name and then moved over its path: whoever reads it finds
 * all of it, and of several attempts the last one, which wrote the same.
 *
 * <p>The output is the number of lines, once.
 */
public final class WriteLines<T> extends PTransform<PCollection<T>, PCollection<Long>> {

  private final String file;
  private final SerializableFunction<T, String> line;

  private WriteLines(String file, SerializableFunction<T, String> line) {
    this.file = file;
    this.line = line;
  }

  /**
   * Writes lines to a file.
   *
   * @param file its path or URI
   * @param line the line of an element, without a line break
   */
  public static <T> WriteLines<T> to(String file, SerializableFunction<T, String> line) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("the file has no name");
    }
    return new WriteLines<>(file, line);
  }

  /** Reads back the lines of such a file, in their order. */
  public static List<String> read(String file) throws IOException {
    return Storage.file(file).readText().lines().toList();
  }

  @Override
  public PCollection<Long> expand(PCollection<T> elements) {
    Coder<KV<String, String>> coder =
        KvCoder.of(StringUtf8Coder.of(), NullableCoder.of(StringUtf8Coder.of()));
    PCollection<KV<String, String>> ofFile =
        elements
            .apply(
                "Name file",
                MapElements.into(coder.getEncodedTypeDescriptor())
                    .via(element -> KV.of(file, line.apply(element))))
            .setCoder(coder);
    // One element whatever the lines are, so that no lines make an empty file and not none. Lines
    // as a side input would be simpler, but the local runner asks for one without end until it is
    // there.
    PCollection<KV<String, String>> none =
        elements
            .getPipeline()
            .apply(
                "No line", Create.of(List.of(KV.<String, String>of(file, null))).withCoder(coder));
    return PCollectionList.of(ofFile)
        .and(none)
        .apply("At least none", Flatten.pCollections())
        .apply("Gather lines", GroupByKey.create())
        .apply("Write lines", ParDo.of(new WriteFn()))
        .setCoder(VarLongCoder.of());
  }

  private static final class WriteFn extends DoFn<KV<String, Iterable<String>>, Long> {

    @ProcessElement
    public void write(@Element KV<String, Iterable<String>> lines, OutputReceiver<Long> count)
        throws IOException {
      List<String> sorted = new ArrayList<>();
      for (String line : lines.getValue()) {
        if (line == null) {
          continue;
        }
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
          throw new IllegalArgumentException("a line that holds a line break: " + line);
        }
        sorted.add(line);
      }
      Collections.sort(sorted);
      StringBuilder text = new StringBuilder();
      sorted.forEach(line -> text.append(line).append('\n'));
      Storage.file(lines.getKey()).replaceText(text.toString());
      count.output((long) sorted.size());
    }
  }
}
