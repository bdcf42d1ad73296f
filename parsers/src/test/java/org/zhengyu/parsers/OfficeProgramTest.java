package org.zhengyu.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Real reports, written by LibreOffice in each of its formats and read back. */
@Tag("slow")
class OfficeProgramTest {
  private static final int REPORTS = 3;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"docx", "doc", "odt", "rtf", "html"})
  void readsBackWhatAnOfficeProgramWrote(String format) throws Exception {
    for (Path report : reports()) {
      assertThat(visible(read(convert(report, format)).lines())).isEqualTo(lines(report));
    }
  }

  /**
   * Lines that are too long for a page are broken there; which of them end is told by the layout.
   */
  @ParameterizedTest
  @ValueSource(strings = "pdf")
  void readsBackWhatIsPrintedButForItsBlanks(String format) throws Exception {
    for (Path report : reports()) {
      assertThat(bare(read(convert(report, format)).text()))
          .isEqualTo(bare(String.join("", lines(report))));
    }
  }

  private record Read(String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  private static Read read(Path file) throws IOException {
    ParserAnswer answer = Documents.read(Files.readAllBytes(file));
    assertThat(answer.reason()).as(file + ": " + answer.text()).isNull();
    return new Read(answer.text());
  }

  private static List<String> lines(Path report) throws IOException {
    return visible(Files.readAllLines(report, UTF_8));
  }

  /** Without what no page shows: blank lines, blanks around others, the kind of a blank. */
  private static List<String> visible(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll("\\u200B", "").replaceAll("[\\t\\u00A0]", " ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\p{Z}\\u200B]", "");
  }

  private static List<Path> reports() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("zhengyu.root"), "..", "shared", "corpus", "work-reports", "txt");
    assumeTrue(Files.isDirectory(folder), () -> "no reports at " + folder.normalize());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> reports = files.sorted().limit(REPORTS).toList();
      assertThat(reports).hasSize(REPORTS);
      return reports;
    }
  }

  private Path convert(Path report, String format) throws IOException, InterruptedException {
    Path plain = Files.copy(report, temp.resolve("report.txt"));
    ProcessBuilder office =
        new ProcessBuilder(
            "soffice",
            "-env:UserInstallation=" + temp.resolve("profile").toUri(),
            "--headless",
            "--infilter=Text (encoded):UTF8,LF,,,",
            "--convert-to",
            format.equals("html") ? "html:HTML (StarWriter)" : format,
            "--outdir",
            temp.toString(),
            plain.toString());
    office.environment().put("LC_ALL", "C.UTF-8");
    office.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = office.start();
    } catch (IOException e) {
      assumeTrue(false, "no LibreOffice here: " + e.getMessage());
      throw e;
    }
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    Files.delete(plain);
    return Files.move(
        temp.resolve("report." + format), Files.createTempDirectory(temp, "").resolve("report"));
  }
}
