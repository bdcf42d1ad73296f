package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLinesTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("目录").resolve("lines.txt");
  }

  private void write(String... lines) {
    Pipeline pipeline = Pipeline.create();
    PCollection<Long> written =
        pipeline
            .apply(Create.of(List.of(lines)).withCoder(StringUtf8Coder.of()))
            .apply(WriteLines.to(file.toString(), line -> line));
    PAssert.thatSingleton(written).isEqualTo((long) lines.length);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void writesAllLinesSortedAndNothingElse() throws IOException {
    write("丙", "b", "", "a", "b");

    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("\na\nb\nb\n丙\n");
    assertThat(WriteLines.read(file.toString())).containsExactly("", "a", "b", "b", "丙");
    assertThat(file.getParent().toFile().list()).containsExactly("lines.txt");
  }

  @Test
  void writesAnEmptyFileForNoLines() throws IOException {
    write();

    assertThat(file).isEmptyFile();
    assertThat(WriteLines.read(file.toString())).isEmpty();
  }

  @Test
  void replacesWhatAnEarlierAttemptWrote() throws IOException {
    write("old", "older");
    write("new");

    assertThat(WriteLines.read(file.toString())).containsExactly("new");
  }

  @Test
  void refusesALineThatWouldBeReadAsTwo() {
    assertThatThrownBy(() -> write("a\nb"))
        .hasRootCauseMessage("a line that holds a line break: a\nb");
    assertThat(file).doesNotExist();
  }
}
