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

  private Dataset begin(boolean overwrite) throws IOException {
    Dataset dataset = open(overwrite);
    dataset.begin();
    return dataset;
  }

  /** Stages a file with one row, whose word tells results apart. */
  static WrittenFile stage(Dataset dataset, String name, String word) throws IOException {
    dataset.begin();
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

  /** One that differs from others, as the manifests of two runs do. */
  static Manifest manifest(int number) {
    return ManifestTest.ofNothing(number);
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
            "load.sql",
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
    begin(false).commit(List.of(table), List.of(), manifest());

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
                              case STRING_LIST -> " VARCHAR[]";
                            })
                .toList());
    assertThat(content()).hasSize(5);
  }

  @Test
  void refusesAFolderThatHoldsAnythingUnlessToldToOverwrite() throws IOException {
    writeResult("改革");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ holds _SUCCESS and 4 more: name another folder, or replace an older result"
                + " with --overwrite");
  }

  @Test
  void acceptsAnEmptyFolderAndOneThatAFileBrowserLookedAt() throws IOException {
    Files.createDirectory(output);
    open(false);
    Files.createFile(output.resolve(".DS_Store"));
    Dataset dataset = begin(false);
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
            "load.sql",
            "words/part-00000.parquet");
    assertThat(words()).containsExactly("发展");
  }

  @Test
  void removesTablesThatTheNewResultDoesNotHave() throws IOException {
    begin(false).commit(TABLES, List.of(), manifest());
    begin(true).commit(List.of(SampleTables.COUNTS), List.of(), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "counts/part-00000.parquet",
            "datapackage.json",
            "load.sql");
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
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words/part-00003.parquet is not below");
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
        "_incomplete-notes",
        "_incomplete-drafts/thesis.docx",
        "_incomplete-20260301T120000Z-0a1b2c3d/thesis.docx",
        "_incomplete-20260301T120000Z-0a1b2c3d",
        "_lock/notes.txt"
      })
  void neverOverwritesWhatNoRunWrote(String stranger) throws IOException {
    writeResult("改革");
    Path file = output.resolve(stranger);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    String named = stranger.contains("deeper") ? "words/deeper/" : stranger;
    named = stranger.matches("(analysis|_).*/.*") ? stranger.replaceAll("/.*", "/") : named;

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
  @ValueSource(strings = {"_manifest.json", "datapackage.json", "load.sql"})
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
            "_SUCCESS",
            "_manifest.json",
            "datapackage.json",
            "load.sql",
            "words/part-00003.parquet");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesTheResultToTheFirstOfTwoRunsThatCommits(boolean earlierCommits) throws IOException {
    writeResult("改革");
    Dataset earlier = open(true);
    WrittenFile early = stage(earlier, "part-00000.parquet", "发展");
    Dataset later = open(true);
    WrittenFile late = stage(later, "part-00001.parquet", "创新");
    Dataset winner = earlierCommits ? earlier : later;
    Dataset loser = earlierCommits ? later : earlier;
    winner.commit(WORDS_ONLY, List.of(earlierCommits ? early : late), manifest(1));

    assertThatThrownBy(
            () -> loser.commit(WORDS_ONLY, List.of(earlierCommits ? late : early), manifest(2)))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ got the result of another run since this one began: that is kept, and this"
                + " run's is not");
    try {
      loser.abandon();
    } catch (OutputRefusedException e) {
      assertThat(e).as("its folder is gone").hasMessageContaining("another run");
    }
    assertThat(content()).hasSize(5);
    assertThat(words()).containsExactly(earlierCommits ? "发展" : "创新");
  }

  @Test
  void commitsNothingWhileAnotherRunIsAtIt() throws IOException {
    writeResult("改革");
    SortedMap<String, String> old = content();
    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    try (CommitLock other = CommitLock.take(Storage.folder(output.toString()), "another")) {
      assertThat(other).isNotNull();
      assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(file), manifest(1)))
          .isInstanceOf(OutputRefusedException.class)
          .hasMessageContaining("is being changed by another run just now");
      assertThatThrownBy(() -> open(true))
          .isInstanceOf(OutputRefusedException.class)
          .hasMessageContaining("is being changed by another run just now");
    }
    dataset.abandon();
    assertThat(content()).isEqualTo(old);
  }

  @Test
  void takesALockThatAKilledRunLeft() throws IOException {
    writeResult("改革");
    Files.createFile(output.resolve("_lock"));
    writeResult("发展");

    assertThat(words()).containsExactly("发展");
    assertThat(output.resolve("_lock")).doesNotExist();
  }

  @Test
  void neitherTakesNorDeletesALockThatIsSomebodysFile() throws IOException {
    writeResult("改革");
    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    Files.writeString(output.resolve("_lock"), "mine");

    assertThatThrownBy(() -> dataset.commit(WORDS_ONLY, List.of(file), manifest(1)))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("holds _lock, which no run of zhengyu wrote");
    dataset.abandon();
    assertThat(output.resolve("_lock")).hasContent("mine");
    assertThat(words()).containsExactly("改革");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void finishesACommitThatWasDecidedBeforeItDoesAnythingElse(boolean overwrite) throws IOException {
    writeResult("改革");
    Dataset killed = open(true);
    WrittenFile file = stage(killed, "part-00000.parquet", "发展");
    Files.writeString(Path.of(killed.stagingFile("_manifest.json")), manifest(1).toJson());
    RunFolder.in(Storage.folder(output.toString()))
        .get(0)
        .decide(
            new CommitDecision(
                true,
                List.of(
                    new CommitDecision.Move("发展-part-00000.parquet", file.path()),
                    new CommitDecision.Move("_manifest.json", "_manifest.json"))));
    Files.delete(output.resolve("_SUCCESS"));
    Files.delete(output.resolve("words/part-00003.parquet"));

    if (overwrite) {
      open(true);
    } else {
      assertThatThrownBy(() -> open(false))
          .isInstanceOf(OutputRefusedException.class)
          .hasMessageContaining("holds _SUCCESS and 4 more");
    }
    assertThat(words()).containsExactly("发展");
    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "datapackage.json",
            "load.sql",
            "words/part-00000.parquet");
  }

  @Test
  void refusesAFileThatWouldGoWithWhatADeadRunLeft() throws IOException {
    Dataset dead = open(false);
    stage(dead, "part-00000.parquet", "改革");
    Path inside = Files.createFile(Path.of(dead.stagingFile("report.txt")));
    Path linked = Files.createSymbolicLink(temp.resolve("link.txt"), inside);
    Path outside = Files.createFile(temp.resolve("report.txt"));
    Dataset dataset = open(true);

    for (Path path : List.of(inside, linked)) {
      assertThatThrownBy(() -> dataset.requireApart(path.toString()))
          .isInstanceOf(OutputRefusedException.class)
          .hasMessage(
              path
                  + " lies in "
                  + dead.stagingFolder()
                  + ", which an unfinished run left and --overwrite deletes: move it elsewhere");
    }
    dataset.requireApart(outside.toString());
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
  void replacesAResultByOneThatIsNoSuccessAndSaysSo() throws IOException {
    writeResult("改革");
    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    dataset.commitUnmarked(WORDS_ONLY, List.of(file), manifest(1));

    assertThat(content().keySet())
        .containsExactly(
            "_manifest.json", "datapackage.json", "load.sql", "words/part-00000.parquet");
    writeResult("创新");
    assertThat(words()).containsExactly("创新");
  }

  @Test
  void leavesACommittedResultAloneWhenItIsAbandonedAfterwards() throws IOException {
    Dataset dataset = begin(false);
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
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("nowhere"));
    assertThatThrownBy(() -> Dataset.open(link.toString(), TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder " + link + " cannot be made: " + link + " is a link to nothing");
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
    assertThat(content()).hasSize(5);
  }

  @Test
  void acceptsTheFolderAsBeamNamesItInAPipeline() throws IOException {
    Dataset dataset = open(false);
    assertThat(FileSystems.matchNewResource(dataset.stagingFolder(), true).toString())
        .isEqualTo(dataset.stagingFolder());
  }
}
