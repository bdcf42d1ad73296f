package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTableTest {

  /** Fails at the word 错误, after the words before it were written. */
  private static final class WordRows implements RowEncoder<List<String>> {

    @Override
    public Table table() {
      return SampleTables.WORDS;
    }

    @Override
    public void encode(List<String> words, RowWriter out) throws IOException {
      for (String word : words) {
        if (word.equals("错误")) {
          throw new IOException("cannot encode " + word);
        }
        out.setString(SampleTables.WORD, word);
        out.setLong(SampleTables.LENGTH, word.length());
        out.endRow();
      }
    }
  }

  @TempDir Path folder;

  private static PCollection<KV<Integer, List<String>>> buckets(
      Pipeline pipeline, List<KV<Integer, List<String>>> buckets) {
    return pipeline.apply(
        Create.of(buckets)
            .withCoder(KvCoder.of(VarIntCoder.of(), ListCoder.of(StringUtf8Coder.of()))));
  }

  private List<WrittenFile> write(
      WriteTable<List<String>> transform, List<KV<Integer, List<String>>> buckets)
      throws IOException {
    Pipeline pipeline = Pipeline.create();
    String list = folder.resolve("list").toString();
    buckets(pipeline, buckets)
        .apply("Write table", transform)
        .apply(WriteLines.to(list, WriteTableTest::line));
    pipeline.run().waitUntilFinish();
    return WriteLines.read(list).stream().map(WriteTableTest::file).toList();
  }

  private static String line(WrittenFile file) {
    return String.join(
        "\t",
        file.table(),
        file.name(),
        file.stagedPath(),
        String.valueOf(file.rows()),
        String.valueOf(file.bytes()));
  }

  private static WrittenFile file(String line) {
    String[] parts = line.split("\t", -1);
    return new WrittenFile(
        parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Long.parseLong(parts[4]));
  }

  private WriteTable<List<String>> transform() {
    return WriteTable.of(new WordRows()).into(folder.resolve("staging").toString());
  }

  @Test
  void writesOneFileForEachBucketNamedAfterIt() throws IOException {
    List<WrittenFile> files =
        write(transform(), List.of(KV.of(3, List.of("六个城市", "链长制")), KV.of(123456, List.of("改革"))));

    assertThat(files)
        .extracting(WrittenFile::table, WrittenFile::name, WrittenFile::rows)
        .containsExactly(
            tuple("words", "part-00003.parquet", 2L), tuple("words", "part-123456.parquet", 1L));
    for (WrittenFile file : files) {
      assertThat(file.bytes()).isEqualTo(Files.size(Path.of(file.stagedPath())));
    }
    assertThat(Duck.query(Path.of(files.get(0).stagedPath()), "select * from {}"))
        .containsExactly(List.of("六个城市", 4L), List.of("链长制", 3L));
  }

  @Test
  void writesNoFileForABucketWithoutRows() throws IOException {
    assertThat(write(transform(), List.of(KV.of(0, List.of())))).isEmpty();
    assertThat(folder.resolve("staging")).doesNotExist();
  }

  @Test
  void putsThePrefixIntoTheName() throws IOException {
    assertThat(write(transform().withFilePrefix("sentence"), List.of(KV.of(0, List.of("改革")))))
        .extracting(WrittenFile::name)
        .containsExactly("part-sentence-00000.parquet");
  }

  @Test
  void givesEveryAttemptAFileOfItsOwn() throws IOException {
    List<KV<Integer, List<String>>> bucket = List.of(KV.of(1, List.of("改革")));
    String first = write(transform(), bucket).get(0).stagedPath();
    String second = write(transform(), bucket).get(0).stagedPath();

    assertThat(first).isNotEqualTo(second);
    assertThat(Path.of(first)).exists().hasSameBinaryContentAs(Path.of(second));
  }

  @Test
  void failsWithTheEncodersFaultAndLeavesNoPartOfTheFile() throws IOException {
    assertThatThrownBy(() -> write(transform(), List.of(KV.of(0, List.of("改革", "错误")))))
        .isInstanceOf(PipelineExecutionException.class)
        .rootCause()
        .hasMessage("cannot encode 错误");
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void failsOnANegativeBucket() {
    assertThatThrownBy(() -> write(transform(), List.of(KV.of(-1, List.of("改革")))))
        .hasRootCauseMessage("a bucket is numbered from 0, not -1");
  }

  @Test
  void refusesToBeAppliedWithoutAFolder() {
    Pipeline pipeline = Pipeline.create();
    PCollection<KV<Integer, List<String>>> input = buckets(pipeline, List.of());
    assertThatThrownBy(() -> input.apply(WriteTable.of(new WordRows())))
        .hasMessage("say where to write table words: into(folder)");
  }

  @Test
  void refusesAPrefixThatWouldNotBeRecognisedAsOurs() {
    for (String prefix : List.of("", "Sentence", "a-b", "5", "句")) {
      assertThatThrownBy(() -> transform().withFilePrefix(prefix))
          .as(prefix)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void writesNothingForARunThatIsOver() throws IOException {
    Dataset dataset =
        Dataset.open(folder.resolve("result").toString(), List.of(new WordRows().table()), false);
    dataset.begin();
    WriteTable<List<String>> late = WriteTable.of(new WordRows()).into(dataset.stagingFolder());
    dataset.abandon();

    assertThatThrownBy(() -> write(late, List.of(KV.of(0, List.of("改革")))))
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining("the run is over");
    assertThat(folder.resolve("result")).doesNotExist();
  }
}
