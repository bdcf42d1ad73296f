package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    List<WrittenFile> files = new ArrayList<>();
    for (String word : words) {
      String name = PartName.of("", files.size());
      files.add(DatasetTest.stage(dataset, name, word));
    }
    dataset.commit(TABLES, files, DatasetTest.manifest());
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
            OUTPUT + "/words/part-00000.parquet");
    Path copy =
        Files.write(
            temp.resolve("x.parquet"),
            MemoryFileSystem.bytes(OUTPUT + "/words/part-00000.parquet"));
    assertThat(Duck.query(copy, "select word from {}")).containsExactly(List.of("发展"));
  }

  @Test
  void refusesWhatIsThere() throws IOException {
    writeResult("改革");
    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, false))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining(OUTPUT + "/ holds _SUCCESS and 4 more");

    MemoryFileSystem.put(OUTPUT + "/analysis/notes.txt", "");
    assertThatThrownBy(() -> Dataset.open(OUTPUT, TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("holds analysis/, which no run of zhengyu wrote");
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
  void isNotConfusedByAFolderWhoseNameBeginsAlike() throws IOException {
    MemoryFileSystem.put(OUTPUT + "-2/notes.txt", "");
    Dataset.open(OUTPUT, TABLES, false).abandon();
    writeResult("改革");

    assertThat(MemoryFileSystem.names()).contains(OUTPUT + "-2/notes.txt");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesACompleteResultOrNoMarkWhereverItDies(boolean cleansUp) throws IOException {
    writeResult("改革", "开放");
    Map<String, byte[]> old = MemoryFileSystem.snapshot();
    int deaths = 0;
    for (boolean finished = false; !finished; deaths++) {
      MemoryFileSystem.clear();
      old.forEach((name, bytes) -> MemoryFileSystem.restore(name, bytes));
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

      Map<String, byte[]> left = MemoryFileSystem.snapshot();
      boolean oldResult =
          old.entrySet().stream().allMatch(file -> file.getValue() == left.get(file.getKey()));
      if (!oldResult && left.containsKey(OUTPUT + "/_SUCCESS")) {
        assertThat(left.keySet())
            .as("complete after %d changes", deaths)
            .filteredOn(name -> !name.contains("_incomplete-"))
            .containsExactlyInAnyOrder(
                OUTPUT + "/_SUCCESS",
                OUTPUT + "/_manifest.json",
                OUTPUT + "/datapackage.json",
                OUTPUT + "/words/part-00000.parquet",
                OUTPUT + "/counts/part-00000.parquet");
        assertThat(left.get(OUTPUT + "/words/part-00000.parquet"))
            .isNotEqualTo(old.get(OUTPUT + "/words/part-00000.parquet"));
      }

      writeResult("创新");
      assertThat(MemoryFileSystem.names()).as("after %d changes", deaths).hasSize(5);
    }
    // Two tables, a package and a manifest staged, six old files removed, four moved in two each.
    assertThat(deaths).isGreaterThan(15);
  }
}
