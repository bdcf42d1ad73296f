package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

  private static final List<Table> TABLES = List.of(SampleTables.WORDS, SampleTables.COUNTS);
  private static final List<Table> WORDS_ONLY = List.of(SampleTables.WORDS);

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void nameOutput() {
    output = temp.resolve("结果 一 [草稿]");
  }

  private Dataset open(boolean overwrite) throws IOException {
    return Dataset.open(output.toString(), TABLES, overwrite);
  }

  /** Stages a file with one row, whose word tells results apart. */
  static WrittenFile stage(Dataset dataset, String name, String word) throws IOException {
    Storage staged = Storage.file(dataset.stagingFile(word + "-" + name));
    TableFile file =
        TableFile.write(
            SampleTables.WORDS,
            staged.resource(),
            out -> {
              out.setString(SampleTables.WORD, word);
              out.setLong(SampleTables.LENGTH, 2);
              out.endRow();
            });
    return new WrittenFile("words", name, staged.toString(), file.rows(), file.bytes());
  }

  static Manifest manifest() {
    return ManifestTest.ofNothing();
  }

  private void writeResult(String word) throws IOException {
    Dataset dataset = open(true);
    dataset.commit(WORDS_ONLY, List.of(stage(dataset, "part-00003.parquet", word)), manifest());
  }

  /** Every file under the output with its bytes, and every folder that is empty. */
  private SortedMap<String, String> content() throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    if (Files.exists(output)) {
      try (Stream<Path> paths = Files.walk(output)) {
        for (Path path : paths.filter(path -> !path.equals(output)).toList()) {
          String name = output.relativize(path).toString();
          if (Files.isRegularFile(path)) {
            content.put(name, new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
          } else if (path.toFile().list().length == 0) {
            content.put(name + "/", "");
          }
        }
      }
    }
    return content;
  }

  /** The words of the result, file by file in the order of their names. */
  private List<Object> words() throws IOException {
    List<Object> words = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("words"))) {
      for (Path file : files.sorted().toList()) {
        Duck.query(file, "select word from {}").forEach(words::addAll);
      }
    }
    return words;
  }

  @Test
  void changesNothingBeforeItIsCommitted() throws IOException {
    open(false);

    assertThat(output).doesNotExist();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void leavesExactlyTheNamedFilesTheManifestAndTheMark() throws IOException {
    Dataset dataset = open(false);
    WrittenFile kept = stage(dataset, "part-00003.parquet", "改革");
    WrittenFile other = stage(dataset, "part-sentence-00000.parquet", "发展");
    stage(dataset, "part-00003.parquet", "重试");
    Files.writeString(Path.of(dataset.stagingFile("facts.txt")), "a");

    Manifest written = dataset.commit(WORDS_ONLY, List.of(kept, other), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "datapackage.json",
            "words/part-00003.parquet",
            "words/part-sentence-00000.parquet");
    assertThat(words()).containsExactly("改革", "发展");
    assertThat(content().get("_SUCCESS")).isEmpty();
    assertThat(Files.readString(output.resolve("_manifest.json"), StandardCharsets.UTF_8))
        .isEqualTo(written.toJson())
        .contains("\"rows\": 2,\n      \"bytes\": " + (kept.bytes() + other.bytes()));
    assertThat(dataset.manifestFile()).isEqualTo(output.resolve("_manifest.json").toString());
    assertThat(Path.of(dataset.tableFolder(SampleTables.WORDS))).isEqualTo(output.resolve("words"));
  }

  static List<Table> tables() {
    return TABLES;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void writesATableWithoutRowsAsOneEmptyFileWithItsSchema(Table table) throws IOException {
    open(false).commit(List.of(table), List.of(), manifest());

    Path file = output.resolve(table.name()).resolve("part-00000.parquet");
    assertThat(Duck.count(file)).isZero();
    assertThat(Duck.describe(file))
        .isEqualTo(
            table.columns().stream()
                .map(
                    column ->
                        column.name()
                            + switch (column.type()) {
                              case STRING -> " VARCHAR";
                              case DATE -> " DATE";
                              case INT64 -> " BIGINT";
                              case DOUBLE -> " DOUBLE";
                              case BOOLEAN -> " BOOLEAN";
                            })
                .toList());
    assertThat(content()).hasSize(4);
  }

  @Test
  void refusesAFolderThatHoldsAnythingUnlessToldToOverwrite() throws IOException {
    writeResult("改革");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ holds _SUCCESS and 3 more: name another folder, or replace an older result"
                + " with --overwrite");
  }

  @Test
  void acceptsAnEmptyFolderAndOneThatAFileBrowserLookedAt() throws IOException {
    Files.createDirectory(output);
    open(false);
    Files.createFile(output.resolve(".DS_Store"));
    Dataset dataset = open(false);
    dataset.commit(WORDS_ONLY, List.of(), manifest());

    assertThat(content()).containsKeys(".DS_Store", "_SUCCESS");
  }

  @Test
  void keepsTheOldResultUntilTheNewOneIsComplete() throws IOException {
    writeResult("改革");
    SortedMap<String, String> old = content();

    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    assertThat(content()).containsAllEntriesOf(old);
    dataset.commit(List.of(SampleTables.WORDS, SampleTables.COUNTS), List.of(file), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "counts/part-00000.parquet",
            "datapackage.json",
            "words/part-00000.parquet");
    assertThat(words()).containsExactly("发展");
  }

  @Test
  void removesTablesThatTheNewResultDoesNotHave() throws IOException {
    open(false).commit(TABLES, List.of(), manifest());
    open(true).commit(List.of(SampleTables.COUNTS), List.of(), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS", "_manifest.json", "counts/part-00000.parquet", "datapackage.json");
  }

  @Test
  void touchesNothingIfANamedFileIsGone() throws IOException {
    writeResult("改革");
    SortedMap<String, String> old = content();
    Dataset dataset = open(true);
    WrittenFile present = stage(dataset, "part-00000.parquet", "发展");
    WrittenFile gone = stage(dataset, "part-00001.parquet", "创新");
    Files.delete(Path.of(gone.stagedPath()));

    assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(present, gone), manifest()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(gone.stagedPath() + " is gone, which was to be words/part-00001.parquet");
    assertThat(content()).containsAllEntriesOf(old);
    dataset.abandon();
    assertThat(content()).isEqualTo(old);
  }

  @Test
  void touchesNothingIfTheFilesAreNotThoseOfAResult() throws IOException {
    writeResult("改革");
    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    SortedMap<String, String> before = content();

    assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(file, file), manifest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two files would be words/part-00000.parquet");
    assertThatThrownBy(
            () -> dataset.commit(List.of(SampleTables.COUNTS), List.of(file), manifest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("words/part-00000.parquet is no file of the tables [counts]");
    WrittenFile misnamed =
        new WrittenFile("words", "../x.parquet", file.stagedPath(), 1, file.bytes());
    assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(misnamed), manifest()))
        .isInstanceOf(IllegalArgumentException.class);
    WrittenFile elsewhere =
        new WrittenFile(
            "words",
            "part-00000.parquet",
            output.resolve("words/part-00003.parquet").toString(),
            1,
            1);
    assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(elsewhere), manifest()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "analysis/x.parquet",
        "words/notes.txt",
        "words/part-00000-c000.snappy.parquet",
        "words/deeper/part-00000.parquet",
        "counts",
        "_incomplete-notes"
      })
  void neverOverwritesWhatNoRunWrote(String stranger) throws IOException {
    writeResult("改革");
    Path file = output.resolve(stranger);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    String named = stranger.startsWith("analysis/") ? "analysis/" : stranger;
    named = named.contains("deeper") ? "words/deeper/" : named;

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ holds "
                + named
                + ", which no run of zhengyu wrote: move it away, or name another folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_manifest.json", "datapackage.json"})
  void neverOverwritesAFileOfThatNameThatSaysItIsAnothers(String name) throws IOException {
    writeResult("改革");
    dieBeforeItsEnd();
    Files.writeString(output.resolve(name), "{\"name\": \"mine\", \"resources\": []}");

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("holds " + name + ", which no run of zhengyu wrote");
  }

  /** Leaves the staging folder of a run that died, which proves the folder to be a result's. */
  private void dieBeforeItsEnd() throws IOException {
    stage(open(true), "part-00000.parquet", "发展");
  }

  @Test
  void doesNotTakeFilesForItsOwnByTheirNamesAlone() throws IOException {
    Path file = output.resolve("words/part-00000.parquet");
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThatThrownBy(() -> open(true)).hasMessageContaining("words/, which no run");

    Files.writeString(output.resolve("_manifest.json"), "{\"project\": \"another\"}");
    assertThatThrownBy(() -> open(true)).hasMessageContaining("_manifest.json, which no run");
    assertThat(file).exists();
  }

  @Test
  void overwritesWhatACrashedRunLeft() throws IOException {
    Dataset crashed = open(false);
    stage(crashed, "part-00000.parquet", "改革");
    assertThatThrownBy(() -> open(false)).isInstanceOf(OutputRefusedException.class);

    writeResult("发展");

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS", "_manifest.json", "datapackage.json", "words/part-00003.parquet");
  }

  @Test
  void doesNotDisturbARunThatBeganLater() throws IOException {
    writeResult("改革");
    Dataset first = open(true);
    WrittenFile early = stage(first, "part-00000.parquet", "发展");
    Dataset second = open(true);
    WrittenFile late = stage(second, "part-00000.parquet", "创新");

    first.commit(WORDS_ONLY, List.of(early), manifest());
    assertThat(words()).containsExactly("发展");
    second.commit(WORDS_ONLY, List.of(late), manifest());
    assertThat(words()).containsExactly("创新");
  }

  @Test
  void refusesToCommitIntoAFolderThatWasFilledMeanwhile() throws IOException {
    Dataset slow = open(false);
    WrittenFile file = stage(slow, "part-00000.parquet", "改革");
    Files.createFile(output.resolve("notes.txt"));

    assertThatThrownBy(() -> slow.commit(WORDS_ONLY, List.of(file), manifest()))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("was empty when this run began, and holds notes.txt now");
    slow.abandon();
    assertThat(content().keySet()).containsExactly("notes.txt");
  }

  @Test
  void removesAllItMadeWhenItIsAbandoned() throws IOException {
    output = temp.resolve("a/b/c");
    Dataset dataset = open(false);
    stage(dataset, "part-00000.parquet", "改革");
    dataset.abandon();
    assertThat(temp).isEmptyDirectory();

    Files.createDirectories(output);
    Dataset second = open(false);
    stage(second, "part-00000.parquet", "改革");
    second.abandon();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void leavesACommittedResultAloneWhenItIsAbandonedAfterwards() throws IOException {
    Dataset dataset = open(false);
    dataset.commit(WORDS_ONLY, List.of(), manifest());
    SortedMap<String, String> result = content();
    dataset.abandon();

    assertThat(content()).isEqualTo(result);
  }

  @Test
  void refusesAPathThatIsOrLeadsThroughAFile() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> Dataset.open(file.toString(), TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage("The output " + file + " is a file: name a folder");
    assertThatThrownBy(() -> Dataset.open(file + "/below/it", TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder " + file + "/below/it cannot be made: " + file + " is a file");
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Path locked = Files.createDirectory(temp.resolve("locked"));
    Assumptions.assumeTrue(
        locked.toFile().setWritable(false) && !Files.isWritable(locked),
        "this user may write anywhere");

    assertThatThrownBy(() -> Dataset.open(locked.resolve("below").toString(), TABLES, false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("no permission for " + locked);
  }

  @Test
  void refusesAPathThatIsNone() {
    assertThatThrownBy(() -> Dataset.open(" ", TABLES, false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("has no name");
    assertThatThrownBy(() -> Dataset.open("a\u0000b", TABLES, false))
        .isInstanceOf(OutputRefusedException.class);
    assertThatThrownBy(() -> Dataset.open("nosuchstore://bucket/out", TABLES, false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("nosuchstore");
  }

  @Test
  void understandsAFileUriAndARelativePath() throws IOException {
    assertThat(Dataset.open("file://" + output, TABLES, false).folder()).isEqualTo(output + "/");
    assertThat(Dataset.open("file:" + output, TABLES, false).folder()).isEqualTo(output + "/");
    assertThat(Dataset.open("target/nowhere/../out", TABLES, false).folder())
        .isEqualTo(Path.of("target/out").toAbsolutePath() + "/");
  }

  @Test
  void doesNotFollowALinkWhenItCleansUp() throws IOException {
    Path outside = Files.createFile(Files.createDirectory(temp.resolve("outside")).resolve("x"));
    Dataset dataset = open(false);
    WrittenFile file = stage(dataset, "part-00000.parquet", "改革");
    Files.createSymbolicLink(Path.of(dataset.stagingFile("link")), outside.getParent());
    dataset.commit(WORDS_ONLY, List.of(file), manifest());

    assertThat(outside).exists();
    assertThat(content()).hasSize(4);
  }

  @Test
  void acceptsTheFolderAsBeamNamesItInAPipeline() throws IOException {
    Dataset dataset = open(false);
    assertThat(FileSystems.matchNewResource(dataset.stagingFolder(), true).toString())
        .isEqualTo(dataset.stagingFolder());
  }
}
