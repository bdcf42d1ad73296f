package org.zhengyu.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the build leaves for users to download, used as they use it. */
@Timeout(600)
class DownloadIT {
  private static final Map<String, String> WITH_JAVA_HOME =
      Map.of("JAVA_HOME", System.getProperty("java.home"));
  private static final Path RUNTIME = Download.zip(System.getProperty("zhengyu.with", "none"));
  private static final Path FLINK = Download.zip("flink");

  @TempDir Path temp;

  private static void assumeBuilt(Path zip) {
    Assumptions.assumeTrue(Files.exists(zip), "not in this build: " + zip.getFileName());
  }

  private static void assertCompletes(
      Download download, Map<String, String> environment, String... options) throws Exception {
    String[] args =
        Stream.concat(Stream.of("--input=seeds/corpus", "--output=第一 result"), Stream.of(options))
            .toArray(String[]::new);
    Checkout.Ended ended = download.run(environment, args);
    assertThat(ended.exitCode()).as("exit code; it printed %s", ended.printed()).isZero();
    assertThat(ended.printed()).anyMatch(line -> line.startsWith("22 documents"));
    assertThat(download.folder().resolve("第一 result/_SUCCESS")).exists();
  }

  @Test
  void theProgramRunsWithAJavaThatIsNamed() throws Exception {
    Download download = Download.of(temp, List.of(Download.zip()));
    assertThat(download.run(Map.of(), "--input=seeds/corpus", "--output=out").printed())
        .containsExactly("zhengyu: Java 17 or later is needed: no java");
    assertCompletes(download, WITH_JAVA_HOME);
  }

  @Test
  void theProgramWithAJavaInsideNeedsNoOther() throws Exception {
    assumeBuilt(RUNTIME);
    assertCompletes(Download.of(temp, List.of(RUNTIME)), Map.of());
  }

  @Test
  void flinkIsUnpackedOverIt() throws Exception {
    assumeBuilt(FLINK);
    assumeBuilt(RUNTIME);
    assertCompletes(Download.of(temp, List.of(RUNTIME, FLINK)), Map.of(), "--runner=FlinkRunner");
  }

  @Test
  void namesTheOptionThatAsksForAnEngineItIsWithout() throws Exception {
    Download download = Download.of(temp, List.of(Download.zip()));
    Checkout.Ended ended = download.run(WITH_JAVA_HOME, "--runner=SparkRunner");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.printed())
        .singleElement()
        .asString()
        .startsWith("zhengyu: --runner: this download is without the engine spark");
  }

  @Test
  void namesTheLicenceOfEveryJarAndOfNoOther() throws Exception {
    assumeBuilt(FLINK);
    Download download = Download.of(temp, List.of(Download.zip(), FLINK));
    List<PathMatcher> named =
        download.lines("licences/README.md").stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| jars"))
            .flatMap(line -> Pattern.compile("[A-Za-z0-9._-]+-\\*").matcher(line).results())
            .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name.group() + ".jar"))
            .toList();
    List<Path> jars = download.jars().stream().map(Path::getFileName).toList();
    assertThat(jars).allMatch(jar -> named.stream().anyMatch(name -> name.matches(jar)));
    assertThat(named).allMatch(name -> jars.stream().anyMatch(name::matches));
  }

  @Test
  void everyZipHasItsChecksum() throws Exception {
    try (Stream<Path> files = Files.list(Download.zip().getParent())) {
      for (Path zip : files.filter(file -> file.toString().endsWith(".zip")).toList()) {
        String expected =
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip)));
        assertThat(Files.readString(zip.resolveSibling(zip.getFileName() + ".sha256"), UTF_8))
            .isEqualToIgnoringNewLines(expected + " *" + zip.getFileName());
      }
    }
  }

  @Test
  void isCitedByTheVersionThatItTells() throws Exception {
    String version = System.getProperty("zhengyu.version");
    Download download = Download.of(temp, List.of(Download.zip()));
    assertThat(download.run(WITH_JAVA_HOME, "--version").printed())
        .first()
        .asString()
        .contains(version);
    assertThat(download.lines("CITATION.cff"))
        .contains("version: " + version.replace("-SNAPSHOT", ""));
  }
}
