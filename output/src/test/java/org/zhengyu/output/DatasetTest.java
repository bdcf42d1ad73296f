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

  private static final List<Table> TERMS_ONLY = List.of(Tables.DOCUMENT_TERMS);

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void nameOutput() {
    output = temp.resolve("结果 一 [草稿]");
  }

  private Dataset open(boolean overwrite) throws IOException {
    return Dataset.open(output.toString(), overwrite);
  }

  /** Stages a file with one row, whose term tells results apart. */
  static WrittenFile stage(Dataset dataset, String name, String term) throws IOException {
    Storage staged = Storage.file(dataset.stagingFile(term + "-" + name));
    TableFile file =
        TableFile.write(
            Tables.DOCUMENT_TERMS,
            staged.resource(),
            out -> {
              out.setString(0, "文件");
              out.setString(1, term);
              out.setLong(2, 1);
              out.setDouble(3, 0.5);
              out.endRow();
            });
    return new WrittenFile("document_terms", name, staged.toString(), file.rows(), file.bytes());
  }

  static Manifest manifest() {
    return ManifestTest.ofNothing();
  }

  private void writeResult(String term) throws IOException {
    Dataset dataset = open(true);
    dataset.commit(TERMS_ONLY, List.of(stage(dataset, "part-00003.parquet", term)), manifest());
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

  /** The terms of the result, file by file in the order of their names. */
  private List<Object> terms() throws IOException {
    List<Object> terms = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("document_terms"))) {
      for (Path file : files.sorted().toList()) {
        Duck.query(file, "select term from {}").forEach(terms::addAll);
      }
    }
    return terms;
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

    Manifest written = dataset.commit(TERMS_ONLY, List.of(kept, other), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "document_terms/part-00003.parquet",
            "document_terms/part-sentence-00000.parquet");
    assertThat(terms()).containsExactly("改革", "发展");
    assertThat(content().get("_SUCCESS")).isEmpty();
    assertThat(Files.readString(output.resolve("_manifest.json"), StandardCharsets.UTF_8))
        .isEqualTo(written.toJson())
        .contains("\"rows\": 2,\n      \"bytes\": " + (kept.bytes() + other.bytes()));
    assertThat(dataset.manifestFile()).isEqualTo(output.resolve("_manifest.json").toString());
    assertThat(Path.of(dataset.tableFolder(Tables.DOCUMENT_TERMS)))
        .isEqualTo(output.resolve("document_terms"));
  }

  static List<Table> tables() {
    return Tables.all();
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
    assertThat(content()).hasSize(3);
  }

  @Test
  void refusesAFolderThatHoldsAnythingUnlessToldToOverwrite() throws IOException {
    writeResult("改革");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ holds _SUCCESS and 2 more: name another folder, or replace an older result"
                + " with --overwrite");
  }

  @Test
  void acceptsAnEmptyFolderAndOneThatAFileBrowserLookedAt() throws IOException {
    Files.createDirectory(output);
    open(false);
    Files.createFile(output.resolve(".DS_Store"));
    Dataset dataset = open(false);
    dataset.commit(TERMS_ONLY, List.of(), manifest());

    assertThat(content()).containsKeys(".DS_Store", "_SUCCESS");
  }

  @Test
  void keepsTheOldResultUntilTheNewOneIsComplete() throws IOException {
    writeResult("改革");
    SortedMap<String, String> old = content();

    Dataset dataset = open(true);
    WrittenFile file = stage(dataset, "part-00000.parquet", "发展");
    assertThat(content()).containsAllEntriesOf(old);
    dataset.commit(List.of(Tables.DOCUMENT_TERMS, Tables.TERMS), List.of(file), manifest());

    assertThat(content().keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "document_terms/part-00000.parquet",
            "terms/part-00000.parquet");
    assertThat(terms()).containsExactly("发展");
  }

  @Test
  void removesTablesThatTheNewResultDoesNotHave() throws IOException {
    open(false).commit(Tables.all(), List.of(), manifest());
    open(true).commit(List.of(Tables.TERMS), List.of(), manifest());

    assertThat(content().keySet())
        .containsExactly("_SUCCESS", "_manifest.json", "terms/part-00000.parquet");
  }

  @Test
  void touchesNothingIfANamedFileIsGone() throws IOException {
    writeResult("改革");
    SortedMap<String, String> old = content();
    Dataset dataset = open(true);
    WrittenFile present = stage(dataset, "part-00000.parquet", "发展");
    WrittenFile gone = stage(dataset, "part-00001.parquet", "创新");
    Files.delete(Path.of(gone.stagedPath()));

    assertThatThrownBy(() -> dataset.commit(TERMS_ONLY, List.of(present, gone), manifest()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            gone.stagedPath() + " is gone, which was to be document_terms/part-00001.parquet");
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

    assertThatThrownBy(() -> dataset.commit(TERMS_ONLY, List.of(file, file), manifest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two files would be document_terms/part-00000.parquet");
    assertThatThrownBy(() -> dataset.commit(List.of(Tables.TERMS), List.of(file), manifest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document_terms/part-00000.parquet is no file of the tables [terms]");
    WrittenFile misnamed =
        new WrittenFile("document_terms", "../x.parquet", file.stagedPath(), 1, file.bytes());
    assertThatThrownBy(() -> dataset.commit(TERMS_ONLY, List.of(misnamed), manifest()))
        .isInstanceOf(IllegalArgumentException.class);
    WrittenFile elsewhere =
        new WrittenFile(
            "document_terms",
            "part-00000.parquet",
            output.resolve("document_terms/part-00003.parquet").toString(),
            1,
            1);
    assertThatThrownBy(() -> dataset.commit(TERMS_ONLY, List.of(elsewhere), manifest()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "analysis/x.parquet",
        "document_terms/notes.txt",
        "document_terms/part-00000-c000.snappy.parquet",
        "document_terms/deeper/part-00000.parquet",
        "terms",
        "_incomplete-notes"
      })
  void neverOverwritesWhatNoRunWrote(String stranger) throws IOException {
    writeResult("改革");
    Path file = output.resolve(stranger);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    String named = stranger.startsWith("analysis/") ? "analysis/" : stranger;
    named = named.contains("deeper") ? "document_terms/deeper/" : named;

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(
            "The output folder "
                + output
                + "/ holds "
                + named
                + ", which no run of zhengyu wrote: move it away, or name another folder");
  }

  @Test
  void doesNotTakeFilesForItsOwnByTheirNamesAlone() throws IOException {
    Path file = output.resolve("document_terms/part-00000.parquet");
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThatThrownBy(() -> open(true)).hasMessageContaining("document_terms/, which no run");

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
        .containsExactly("_SUCCESS", "_manifest.json", "document_terms/part-00003.parquet");
  }

  @Test
  void doesNotDisturbARunThatBeganLater() throws IOException {
    writeResult("改革");
    Dataset first = open(true);
    WrittenFile early = stage(first, "part-00000.parquet", "发展");
    Dataset second = open(true);
    WrittenFile late = stage(second, "part-00000.parquet", "创新");

    first.commit(TERMS_ONLY, List.of(early), manifest());
    assertThat(terms()).containsExactly("发展");
    second.commit(TERMS_ONLY, List.of(late), manifest());
    assertThat(terms()).containsExactly("创新");
  }

  @Test
  void refusesToCommitIntoAFolderThatWasFilledMeanwhile() throws IOException {
    Dataset slow = open(false);
    WrittenFile file = stage(slow, "part-00000.parquet", "改革");
    Files.createFile(output.resolve("notes.txt"));

    assertThatThrownBy(() -> slow.commit(TERMS_ONLY, List.of(file), manifest()))
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
    dataset.commit(TERMS_ONLY, List.of(), manifest());
    SortedMap<String, String> result = content();
    dataset.abandon();

    assertThat(content()).isEqualTo(result);
  }

  @Test
  void refusesAPathThatIsOrLeadsThroughAFile() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> Dataset.open(file.toString(), true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage("The output " + file + " is a file: name a folder");
    assertThatThrownBy(() -> Dataset.open(file + "/below/it", true))
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

    assertThatThrownBy(() -> Dataset.open(locked.resolve("below").toString(), false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("no permission for " + locked);
  }

  @Test
  void refusesAPathThatIsNone() {
    assertThatThrownBy(() -> Dataset.open(" ", false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("has no name");
    assertThatThrownBy(() -> Dataset.open("a\u0000b", false))
        .isInstanceOf(OutputRefusedException.class);
    assertThatThrownBy(() -> Dataset.open("nosuchstore://bucket/out", false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("nosuchstore");
  }

  @Test
  void understandsAFileUriAndARelativePath() throws IOException {
    assertThat(Dataset.open("file://" + output, false).folder()).isEqualTo(output + "/");
    assertThat(Dataset.open("file:" + output, false).folder()).isEqualTo(output + "/");
    assertThat(Dataset.open("target/nowhere/../out", false).folder())
        .isEqualTo(Path.of("target/out").toAbsolutePath() + "/");
  }

  @Test
  void doesNotFollowALinkWhenItCleansUp() throws IOException {
    Path outside = Files.createFile(Files.createDirectory(temp.resolve("outside")).resolve("x"));
    Dataset dataset = open(false);
    WrittenFile file = stage(dataset, "part-00000.parquet", "改革");
    Files.createSymbolicLink(Path.of(dataset.stagingFile("link")), outside.getParent());
    dataset.commit(TERMS_ONLY, List.of(file), manifest());

    assertThat(outside).exists();
    assertThat(content()).hasSize(3);
  }

  @Test
  void acceptsTheFolderAsBeamNamesItInAPipeline() throws IOException {
    Dataset dataset = open(false);
    assertThat(FileSystems.matchNewResource(dataset.stagingFolder(), true).toString())
        .isEqualTo(dataset.stagingFolder());
  }
}
