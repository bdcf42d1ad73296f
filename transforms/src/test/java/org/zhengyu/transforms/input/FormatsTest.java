package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection;

/** The list of formats: how a file finds its format, and that the documentation has them all. */
class FormatsTest {
  private static final Pattern SUFFIX = Pattern.compile("`(\\.[^`]+)`");

  private static InputFile file(String format) {
    return new InputFile(0, "u", "n", "", 0, format, Compression.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "报告.txt, text",
    "a/b/REPORT.TXT, text",
    "notes.md.gz, markdown",
    "x.JSONL, jsonl",
    "x.ndjson.GZ, jsonl",
    "x.csv, csv",
    "I.TSV, tsv",
    "x.WPS, doc",
    "x.pdf.gz, pdf",
    "x.json, jsonl",
    "x.pages, ",
    "txt, ",
    "x.txt.zip, zip",
    "x.tgz, tar",
    "x.TAR.BZ2, tar",
    "x.txt.zst, text",
    "x.txt.gz.gz, ",
    "x.txt~, ",
    "x.gz, ",
  })
  void tellsTheFormatByTheName(String fileName, String format) {
    assertThat(Formats.ofName(fileName).map(DocumentFormat::name).orElse(null)).isEqualTo(format);
  }

  @Test
  void findsEveryFormatByEachOfItsSuffixesInAnyCaseAndCompressed() {
    for (DocumentFormat format : Formats.all()) {
      assertThat(format.suffixes()).as(format.name()).isNotEmpty();
      for (String suffix : format.suffixes()) {
        assertThat(suffix).startsWith(".").isLowerCase();
        String upperCase = suffix.toUpperCase(Locale.ROOT);
        for (String name : List.of("a" + suffix, "a" + upperCase)) {
          assertThat(Formats.ofName(name)).as(name).containsSame(format);
          assertThat(Formats.ofName(name + ".gz")).as(name + ".gz").containsSame(format);
          assertThat(Formats.ofName(name + ".GZ")).as(name + ".GZ").containsSame(format);
        }
      }
    }
  }

  @Test
  void givesNoSuffixAndNoNameToTwoFormats() {
    assertThat(Formats.suffixes()).doesNotHaveDuplicates();
    assertThat(Formats.all()).extracting(DocumentFormat::name).doesNotHaveDuplicates();
  }

  @Test
  void findsTheFormatThatAPlanNames() {
    for (DocumentFormat format : Formats.all()) {
      assertThat(Formats.of(file(format.name()))).isSameAs(format);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formats.of(file("pages")))
        .withMessageContaining("pages");
  }

  @Test
  void standsInTheReadme() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("zhengyu.root"), "README.md"));
    String section =
        readme.substring(readme.indexOf("\n## Input\n"), readme.indexOf("\n## Options"));
    List<String> documented =
        section
            .lines()
            .filter(line -> line.startsWith("| `."))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .flatMap(cell -> SUFFIX.matcher(cell).results().map(suffix -> suffix.group(1)))
            .toList();
    assertThat(documented).isEqualTo(Formats.suffixes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/input.md", "docs/input.zh.md"})
  void standsWithEveryReasonToRefuseInThePageAboutInput(String name) throws IOException {
    String page = Files.readString(Path.of(System.getProperty("zhengyu.root"), name));
    for (DocumentFormat format : Formats.all()) {
      assertThat(page.lines().filter(line -> line.startsWith("| `")))
          .as(format.name())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains("`" + format.name() + "`")
                      .contains(format.suffixes().stream().map(each -> "`" + each + "`").toList()));
    }
    for (Rejection.Reason reason : Rejection.Reason.values()) {
      assertThat(page).contains("| `" + reason.label() + "` | " + reason.stage() + " |");
    }
  }
}
