package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataPackageTest {

  private static final List<WrittenFile> FILES =
      List.of(
          new WrittenFile("words", "part-00001.parquet", "x", 7, 70),
          new WrittenFile("counts", "part-00000.parquet", "y", 1, 10),
          new WrittenFile("words", "part-00000.parquet", "z", 5, 50));

  @Test
  void saysOfEveryTableWhereItIsAndWhatItsColumnsAre() throws IOException {
    try (InputStream expected = DataPackageTest.class.getResourceAsStream("/datapackage.json")) {
      assertThat(
              Json.indented(
                  DataPackage.of(List.of(SampleTables.WORDS, SampleTables.COUNTS), FILES)))
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void refersToNoTableThatIsNotThere() {
    assertThat(TableSchema.of(SampleTables.COUNTS, Set.of("counts")).foreignKeys()).isEmpty();
  }

  @Test
  void namesNoTableWhereOneRefersToItself() {
    Table.Builder columns = Table.named("copies", "document", "每篇文档");
    Column id = columns.column("doc_id", "its id", "编号").key().ofStrings();
    columns
        .column("copy_of", "the first", "首篇")
        .nullable("at times", "有时")
        .references(id)
        .ofStrings();
    assertThat(Json.compact(TableSchema.of(columns.build(), Set.of("copies")).foreignKeys()))
        .isEqualTo("[{\"fields\":[\"copy_of\"],\"reference\":{\"fields\":[\"doc_id\"]}}]");
  }
}
