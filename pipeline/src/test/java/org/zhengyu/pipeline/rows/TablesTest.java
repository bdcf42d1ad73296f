package org.zhengyu.pipeline.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Table;

class TablesTest {

  static Stream<Table> tables() {
    return Tables.all().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void hasTheSchemaThatNotebooksDependOn(Table table) throws IOException {
    String pinned = "/schemas/" + table + ".txt";
    try (InputStream in = TablesTest.class.getResourceAsStream(pinned)) {
      assertThat(in).as("no pinned schema " + pinned).isNotNull();
      assertThat(print(table.schema()))
          .as("table %s changed: if that is meant, change %s and say so in the docs", table, pinned)
          .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Parquet prints types in the lower case of the default locale: in Turkish, {@code ınt64}. */
  private static String print(MessageType schema) {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      return schema.toString();
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void pinsNoSchemaOfATableThatIsGone() throws IOException {
    try (Stream<Path> pinned =
        Files.list(
            Path.of(System.getProperty("zhengyu.root"), "pipeline/src/test/resources/schemas"))) {
      assertThat(pinned.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Tables.all().stream().map(table -> table + ".txt").toList());
    }
  }

  @Test
  void findsATableByName() {
    assertThat(Tables.named("phrases")).isSameAs(Tables.PHRASES);
    assertThatThrownBy(() -> Tables.named("phrase"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no table phrase, only [documents, texts, sentences, tokens,");
  }
}
