package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.output.MemoryFileSystem.Request;

/** The same promises where there are no folders, and at every point at which a process can die. */
class DatasetInObjectStoreTest {

  private static final String OUTPUT = "mem://bucket/结果";

  private static final List<Table> TABLES = List.of(SampleTables.WORDS, SampleTables.COUNTS);

  @BeforeEach
  void registerStore() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    MemoryFileSystem.clear();
  }

  @AfterEach
  void clearStore() {
    MemoryFileSystem.clear();
  }

  private static void writeResult(String... words) throws IOException {
    commit(Dataset.open(OUTPUT, TABLES, true), words);
  }

  private static void commit(Dataset dataset, String... words) throws IOException {
    commit(dataset, stage(dataset, words), words[0]);
  }

  private static void commit(Dataset dataset, List<WrittenFile> files, String run)
      throws IOException {
    dataset.commit(TABLES, files, DatasetTest.manifest(run.hashCode()));
  }

  /** Stages a file for each word. */
  private static List<WrittenFile> stage(Dataset dataset, String... words) throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    for (String word : words) {
      files.add(DatasetTest.stage(dataset, PartName.of("", files.size()), word));
    }
    return files;
  }

  /** The objects of the result, without what its runs have beside it. */
  private static Map<String, byte[]> result() {
    Map<String, byte[]> result = new TreeMap<>(MemoryFileSystem.snapshot());
    result.keySet().removeIf(name -> name.contains("/_incomplete-") || name.contains("/_lock/"));
    return result;
  }

  /** What a person does who has seen that the run is dead. */
  private static void deleteLocks() {
    MemoryFileSystem.names().stream()
        .filter(name -> name.contains("/_lock/"))
        .forEach(MemoryFileSystem::remove);
  }

  @Test
  void writesAndReplacesAResult(@TempDir Path temp) throws IOException {
    writeResult("改革", "开放");
    writeResult("发展");

    assertThat(MemoryFileSystem.names())
        .containsExactly(
            OUTPUT + "/_SUCCESS",
            OUTPUT + "/_manifest.json",
            OUTPUT + "/counts/part-00000.parquet",
            OUTPUT + "/datapackage.json",
            OUTPUT + "/load.sql",
            OUTPUT + "/words/part-00000.parquet");
    Path copy =
        Files.write(
            temp.resolve("x.parquet"),
            MemoryFileSystem.bytes(OUTPUT + "/words/part-00000.parquet"));
    assertThat(Duck.query(copy, "select word from {}")).containsExactly(List.of("发展"));
  }

  @Test
  void readsAResultAgainAndAddsItsReport() throws IOException {
    assertThat(StoredResult.find(OUTPUT)).isEmpty();
    writeResult("改革", "开放");
    StoredResult result = StoredResult.find(OUTPUT).orElseThrow();
    List<String> words = new ArrayList<>();
    result
        .table("words")
        .orElseThrow()
        .read(List.of("length", "word"), row -> words.add(row.text(1) + row.number(0)));
    assertThat(words).containsExactly("改革2", "开放2");
    result.writeReport(ReportMark.ELEMENT);
    assertThat(MemoryFileSystem.names())
        .contains(OUTPUT + "/report.html")
        .noneMatch(name -> name.contains("_incomplete") || name.contains("_lock"));
    writeResult("发展");
    assertThat(MemoryFileSystem.names()).doesNotContain(OUTPUT + "/report.html");
  }

  @Test
  void refusesWhatIsThere() throws IOException {
    writeResult("改革");
    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining(OUTPUT + "/ holds _SUCCESS and 5 more");

    MemoryFileSystem.put(OUTPUT + "/analysis/notes.txt", "");
    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("holds analysis/, which no run of zhengyu wrote");
  }

  @Test
  void seesWhatIsThereWhileAnotherRunDeletesItsFiles() throws IOException {
    writeResult("改革");
    MemoryFileSystem.missNextList();

    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, false))
        .hasMessageContaining(OUTPUT + "/ holds _SUCCESS and 5 more");
  }

  @Test
  void refusesAnObjectAndAWildcard() {
    MemoryFileSystem.put("mem://bucket/object", "");
    assertThatThrownBy(() -> Dataset.open("mem://bucket/object", TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage("The output mem://bucket/object is a file: name a folder");
    assertThatThrownBy(() -> Dataset.open("mem://bucket/out*", TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("wildcard");
  }

  @Test
  void takesAWholeBucket() throws IOException {
    commit(Dataset.open("mem://bucket", TABLES, false), "改革");

    assertThat(MemoryFileSystem.names())
        .contains("mem://bucket/_SUCCESS", "mem://bucket/words/part-00000.parquet");
  }

  @Test
  void isNotConfusedByAFolderWhoseNameBeginsAlike() throws IOException {
    MemoryFileSystem.put(OUTPUT + "-2/notes.txt", "");
    Dataset.open(OUTPUT, TABLES, false).abandon();
    writeResult("改革");

    assertThat(MemoryFileSystem.names()).contains(OUTPUT + "-2/notes.txt");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesTheOldResultOrTheNewOneWhereverItDies(boolean cleansUp) throws IOException {
    writeResult("改革", "开放");
    Map<String, byte[]> old = MemoryFileSystem.snapshot();
    writeResult("发展");
    List<String> replaced = MemoryFileSystem.names();
    int kept = 0;
    int deaths = 0;
    for (boolean finished = false; !finished; deaths++) {
      MemoryFileSystem.clear();
      old.forEach(MemoryFileSystem::restore);
      MemoryFileSystem.dieAfterChanges(deaths);
      Dataset dataset = Dataset.open(OUTPUT, TABLES, true);
      try {
        commit(dataset, "发展");
        finished = true;
      } catch (IOException e) {
        assertThat(e).hasMessage("the process is dead");
      }
      MemoryFileSystem.revive();
      if (cleansUp) {
        dataset.abandon();
      }
      String when = "after " + deaths + " changes";
      Map<String, byte[]> left = result();
      if (left.containsKey(OUTPUT + "/_SUCCESS") && !left.equals(old)) {
        assertThat(left.keySet()).as(when).containsExactlyElementsOf(replaced);
      }

      deleteLocks();
      Dataset.open(OUTPUT, TABLES, true);
      left = result();
      if (left.equals(old)) {
        kept++;
      } else {
        assertThat(left.keySet()).as(when).containsExactlyElementsOf(replaced);
        assertThat(left.get(OUTPUT + "/words/part-00000.parquet"))
            .as(when)
            .isNotEqualTo(old.get(OUTPUT + "/words/part-00000.parquet"));
      }

      writeResult("创新");
      assertThat(MemoryFileSystem.names()).as(when).hasSize(6);
    }
    // Before the decision: a marker that is tried to be deleted, two tables, a package, a script
    // and a manifest staged, the
    // lock taken, and the decision written. After it: a mark, a part removed, five files copied and
    // deleted, a mark.
    assertThat(kept).isEqualTo(11);
    assertThat(deaths).isGreaterThan(kept + 13);
  }

  @Test
  void looksAtEachObjectAFewTimesAndMovesAllOfThemAtOnce() throws IOException {
    Map<Request, Integer> few = requestsToReplace(10);
    Map<Request, Integer> more = requestsToReplace(30);

    // At the old ones when the run begins; at old and new ones before the commit is decided; and at
    // each that is copied, as the client does for itself.
    assertThat(more.get(Request.LOOK) - few.get(Request.LOOK)).isEqualTo(20 * 4);
    assertThat(more.get(Request.COPY) - few.get(Request.COPY)).isEqualTo(20);
    for (Request request : List.of(Request.LIST, Request.READ, Request.DELETE)) {
      assertThat(more.get(request)).as(request.name()).isEqualTo(few.get(request));
    }
  }

  /** What a run and its commit ask to put so many files over as many, beside writing them. */
  private static Map<Request, Integer> requestsToReplace(int files) throws IOException {
    MemoryFileSystem.clear();
    String[] words = Collections.nCopies(files, "改革").toArray(String[]::new);
    writeResult(words);
    MemoryFileSystem.takeRequests();
    Dataset dataset = Dataset.open(OUTPUT, TABLES, true);
    Map<Request, Integer> requests = MemoryFileSystem.takeRequests();
    List<WrittenFile> staged = stage(dataset, words);
    MemoryFileSystem.takeRequests();
    commit(dataset, staged, "发展");
    MemoryFileSystem.takeRequests()
        .forEach((request, times) -> requests.merge(request, times, Integer::sum));
    return requests;
  }

  @Test
  void refusesAStoreThatDeletesNothingBeforeTheRunBegins() throws IOException {
    Dataset dataset = Dataset.open(OUTPUT, TABLES, false);
    MemoryFileSystem.keep("_zhengyu-run");

    assertThatThrownBy(dataset::begin)
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageMatching(
            OUTPUT + "/_incomplete-[^/]+/_zhengyu-run could not be deleted: the output needs.*");
  }

  @Test
  void marksNoResultAsCompleteThatStillHasAnOldFile() throws IOException {
    writeResult("改革", "开放");
    MemoryFileSystem.keep("words/part-00001.parquet");
    Dataset dataset = Dataset.open(OUTPUT, TABLES, true);

    assertThatThrownBy(() -> commit(dataset, "发展"))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining(OUTPUT + "/words/part-00001.parquet could not be deleted");
    assertThat(MemoryFileSystem.names()).doesNotContain(OUTPUT + "/_SUCCESS");

    MemoryFileSystem.keep("nothing");
    Dataset.open(OUTPUT, TABLES, true);
    assertThat(MemoryFileSystem.names())
        .contains(OUTPUT + "/_SUCCESS", OUTPUT + "/words/part-00000.parquet")
        .doesNotContain(OUTPUT + "/words/part-00001.parquet");
  }

  @Test
  void commitsNothingWhileAnotherRunIsAtIt() throws IOException {
    writeResult("改革");
    Dataset dataset = Dataset.open(OUTPUT, TABLES, true);
    String claim = OUTPUT + "/_lock/_incomplete-20260301T120000Z-0a1b2c3d";
    MemoryFileSystem.put(claim, "");
    String message =
        "The output is being changed by another run, or one was killed at it: if none is alive,"
            + " delete "
            + claim
            + " and run this again";

    assertThatThrownBy(() -> commit(dataset, "发展")).hasMessage(message);
    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessage(message);
    dataset.abandon();
    MemoryFileSystem.remove(claim);
    writeResult("发展");
    assertThat(MemoryFileSystem.names()).hasSize(6);
  }

  @Test
  void letsNeitherCommitOfTwoThatSeeEachOther() throws IOException {
    writeResult("改革");
    Map<String, byte[]> old = MemoryFileSystem.snapshot();
    Dataset dataset = Dataset.open(OUTPUT, TABLES, true);
    String claim = OUTPUT + "/_lock/_incomplete-20260301T120000Z-0a1b2c3d";
    MemoryFileSystem.whenWritten("/_lock/", () -> MemoryFileSystem.put(claim, ""));

    assertThatThrownBy(() -> commit(dataset, "发展")).hasMessageContaining(claim);
    dataset.abandon();
    assertThat(MemoryFileSystem.names()).containsOnlyOnce(claim);
    assertThat(result()).isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesTheResultToTheFirstOfTwoRunsThatCommits(boolean earlierCommits) throws IOException {
    writeResult("改革");
    Dataset earlier = Dataset.open(OUTPUT, TABLES, true);
    earlier.begin();
    Dataset later = Dataset.open(OUTPUT, TABLES, true);
    later.begin();
    commit(earlierCommits ? earlier : later, "发展");
    Map<String, byte[]> result = result();
    Dataset loser = earlierCommits ? later : earlier;

    assertThatThrownBy(() -> loser.commit(TABLES, List.of(), DatasetTest.manifest()))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("got the result of another run since this one began");
    assertThat(result()).isEqualTo(result);
  }
}
