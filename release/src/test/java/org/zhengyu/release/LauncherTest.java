package org.zhengyu.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout: when it builds, what it starts, and how that ends. */
@Timeout(120)
class LauncherTest {
  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void makeACheckout() throws IOException {
    checkout = Checkout.in(temp);
  }

  private static void readUntil(BufferedReader lines, String expected) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(expected)) {
        return;
      }
    }
    throw new AssertionError("ended without “" + expected + "”");
  }

  @Test
  void buildsOnceAndRunsWhatIsBuilt() throws Exception {
    Checkout.Ended first = checkout.run("--input=nowhere");
    Checkout.Ended second = checkout.run("--input=nowhere");

    assertThat(first.exitCode()).isZero();
    assertThat(first.printed()).contains("java: --input=nowhere");
    assertThat(second.java("--input")).containsExactly("--input=nowhere");
    assertThat(second.java(checkout.folder().toString()))
        .singleElement()
        .asString()
        .endsWith("/pipeline/pipeline.jar:");
    assertThat(checkout.calls()).hasSize(2).last().isEqualTo("archive");
  }

  @Test
  void namesTheWordsThatItHadStored() throws Exception {
    String option = "-Dzhengyu.words=";
    assertThat(checkout.run().java(option))
        .singleElement()
        .extracting(words -> Path.of(words.substring(option.length())))
        .satisfies(words -> assertThat(words).isRegularFile());
  }

  @Test
  void buildsNothingForAnotherTimeOfTheSameSources() throws Exception {
    checkout.run();
    try (Stream<Path> files = Files.walk(checkout.folder())) {
      FileTime tomorrow = FileTime.from(Instant.now().plusSeconds(86_400));
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, tomorrow);
      }
    }
    checkout.run();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainForOtherSourcesOfTheSameTime() throws Exception {
    checkout.run();
    Path source = checkout.folder().resolve("pipeline/src/main/Main.java");
    FileTime time = Files.getLastModifiedTime(source);
    Files.writeString(source, "class Main { }", UTF_8);
    Files.setLastModifiedTime(source, time);
    checkout.run();
    assertThat(checkout.builds()).isEqualTo(2);
    try (Stream<Path> programs = Files.list(checkout.folder().resolve("target/program"))) {
      assertThat(programs).as("what older sources gave is gone").hasSize(1);
    }
  }

  @Test
  void buildsOnceForTwoFirstRunsAtOnce() throws Exception {
    Path gate = checkout.mavenWaits();
    Process one = checkout.start(Map.of(), "--input=one");
    BufferedReader linesOfOne = one.inputReader(UTF_8);
    readUntil(linesOfOne, "maven waits");
    Process other = checkout.start(Map.of(), "--input=other");
    BufferedReader linesOfOther = other.inputReader(UTF_8);
    readUntil(linesOfOther, "waiting for another build");
    Files.writeString(gate, "go\n");

    readUntil(linesOfOne, "java: --input=one");
    readUntil(linesOfOther, "java: --input=other");
    assertThat(List.of(one.waitFor(), other.waitFor())).containsOnly(0);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void buildsAnewAfterABuildThatWasKilled() throws Exception {
    checkout.mavenWaits();
    Process killed = checkout.start(Map.of());
    readUntil(killed.inputReader(UTF_8), "maven waits");
    List<ProcessHandle> all = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    for (ProcessHandle process : all) {
      process.destroyForcibly();
      process.onExit().get();
    }
    checkout.mavenWaitsNoMore();

    Checkout.Ended next = checkout.run("--input=nowhere");
    assertThat(next.exitCode()).isZero();
    assertThat(next.java("--input")).hasSize(1);
    try (Stream<Path> left = Files.list(checkout.folder().resolve("target/program"))) {
      assertThat(left).as("neither a lock nor half a build").hasSize(1);
    }
  }

  @Test
  void endsTheBuildWithItself() throws Exception {
    checkout.mavenWaits();
    Process run = checkout.start(Map.of());
    BufferedReader lines = run.inputReader(UTF_8);
    readUntil(lines, "maven waits");
    run.toHandle().destroy();
    readUntil(lines, "the build failed");
    assertThat(run.waitFor()).isEqualTo(1);
    try (Stream<Path> left = Files.list(checkout.folder().resolve("target/program"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void goesToFlinkWhereTheLocalRunnerHasNoRoom() throws Exception {
    checkout.javaDoes("case \"$*\" in *--runner=FlinkRunner) ;; *) exit 4 ;; esac");
    Checkout.Ended run = checkout.run("--input=large", "--output=out");

    assertThat(run.exitCode()).isZero();
    assertThat(run.java("--"))
        .containsSubsequence("--input=large", "--output=out", "--runner=FlinkRunner");
    assertThat(run.java(checkout.folder().toString()))
        .singleElement()
        .asString()
        .endsWith("/flink/flink.jar:");
    assertThat(run.java("-Dzhengyu.flink")).containsExactly("-Dzhengyu.flink=true");
  }

  @Test
  void answersHelpAndVersionWithoutABuild() throws Exception {
    Checkout.Ended unbuilt = checkout.run("--help");
    assertThat(unbuilt.exitCode()).isZero();
    assertThat(unbuilt.printed()).anyMatch(line -> line.contains("Nothing is built yet"));
    assertThat(checkout.calls()).isEmpty();

    checkout.run();
    checkout.write("pipeline/src/main/Main.java", "class Main { int changed; }");
    Checkout.Ended older = checkout.run("--version", "--runner=FlinkRunner");
    assertThat(older.java("--version")).hasSize(1);
    assertThat(older.printed()).anyMatch(line -> line.contains("sources have changed"));
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void takesTheModuleAndTheProfilesThatAnOptionAsksFor() throws Exception {
    Checkout.Ended ended = checkout.run("--runner=FlinkRunner", "--output=s3://bucket/result");
    assertThat(checkout.calls().get(0))
        .contains("-Pflink,s3 -pl engines/flink,parsers -am package");
    assertThat(ended.java(checkout.folder().toString()))
        .singleElement()
        .asString()
        .endsWith("/flink,s3/flink.jar:");
  }

  @Test
  void namesTheJarsOfTheParsersApartFromTheClassPath() throws Exception {
    Checkout.Ended ended = checkout.run();
    String named = ended.java("-Dzhengyu.parsers=").get(0);
    Path parsers = Path.of(named.substring(named.indexOf('=') + 1));
    assertThat(parsers.resolve("parsers.jar")).exists();
    assertThat(parsers.resolveSibling("pipeline")).isDirectory();
    assertThat(ended.java("-cp")).noneMatch(each -> each.contains("parsers.jar"));

    checkout.write("pipeline/target/app/own.jar", "");
    Checkout.Ended never = checkout.run(Map.of("ZHENGYU_BUILD", "never"));
    assertThat(never.java("-Dzhengyu.parsers="))
        .containsExactly("-Dzhengyu.parsers=" + checkout.folder() + "/parsers/target/app");
  }

  @Test
  void runsWhatMavenLeftWhereToldNeverToBuild() throws Exception {
    checkout.write("pipeline/target/app/own.jar", "");
    Checkout.Ended ended = checkout.run(Map.of("ZHENGYU_BUILD", "never"));
    assertThat(ended.java(checkout.folder().toString()))
        .containsExactly(checkout.folder() + "/pipeline/target/app/own.jar:");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void buildsAndRunsNothingWhereToldOnlyToBuild() throws Exception {
    Checkout.Ended ended = checkout.run(Map.of("ZHENGYU_BUILD", "only"));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.java("")).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void sparesSmallInputTheOptimizingCompiler() throws Exception {
    checkout.write("a b.txt", "改革");
    Path small = checkout.folder().resolve("a b.txt");
    assertThat(checkout.run("--input=" + small).java("-XX:TieredStopAtLevel=1")).hasSize(1);
    assertThat(checkout.run("--input=s3://a/b").java("-XX:TieredStopAtLevel=1")).isEmpty();
  }

  @Test
  void collectsWhatSmallInputLeavesInOneThread() throws Exception {
    checkout.write("a.txt", "改革");
    Path small = checkout.folder().resolve("a.txt");
    assertThat(checkout.run("--input=" + small).java("-XX:+Use"))
        .containsExactly("-XX:+UseSerialGC");
    assertThat(checkout.run("--input=s3://a/b").java("-XX:+Use"))
        .containsExactly("-XX:+UseParallelGC");
  }

  @Test
  void givesJavaTheOptionsOfTheUserLast() throws Exception {
    Checkout.Ended ended =
        checkout.run(Map.of("ZHENGYU_JAVA_OPTS", "-Xmx1g -XX:NewRatio=2"), "--input=x");
    assertThat(ended.java("-X")).endsWith("-Xmx1g", "-XX:NewRatio=2");
    assertThat(ended.java("@"))
        .containsExactly("@" + checkout.folder().resolve("launcher/java.options"));
  }

  @Test
  void readsFileNamesAsUtf8AndKeepsTheLanguage() throws Exception {
    checkout.run();
    checkout.javaDoes("echo $LANG $LC_CTYPE\n");
    Map<String, String> chinese = Map.of("LC_ALL", "", "LANG", "zh_CN.GB18030");
    assertThat(checkout.run(chinese).printed()).first().isEqualTo("zh_CN.GB18030 C.UTF-8");
  }

  @Test
  void passesOnWhatEndsIt() throws Exception {
    checkout.run();
    checkout.javaDoes("trap 'echo ended; exit 143' TERM; echo runs; while :; do sleep 1; done\n");
    Process run = checkout.start(Map.of());
    BufferedReader lines = run.inputReader(UTF_8);
    readUntil(lines, "runs");
    run.toHandle().destroy();
    readUntil(lines, "ended");
    assertThat(run.waitFor()).isEqualTo(143);
  }

  @Test
  void saysWhatToDoWhenMemoryRanOut() throws Exception {
    checkout.run();
    checkout.javaDoes("exit 3\n");
    Checkout.Ended ended = checkout.run();
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.printed())
        .containsExactly("zhengyu: out of memory: give Java more with ZHENGYU_JAVA_OPTS=-Xmx8g");
  }

  @Test
  void passesOnTheExitCode() throws Exception {
    checkout.run();
    checkout.javaDoes("exit 2\n");
    assertThat(checkout.run().exitCode()).isEqualTo(2);
  }

  @Test
  void saysInOneLineThatJavaIsMissingBeforeItBuilds() throws Exception {
    Checkout.Ended ended = checkout.run(Map.of("JAVA_HOME", "/no/java"), "--input=x");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.printed())
        .containsExactly("zhengyu: Java 17 or later is needed: no /no/java/bin/java");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Path java = temp.resolve("jdk8");
    Files.createDirectories(java.resolve("bin"));
    Files.copy(temp.resolve("bin/java"), java.resolve("bin/java"), COPY_ATTRIBUTES);
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"1.8.0_292\"\n");
    Checkout.Ended old = checkout.run(Map.of("JAVA_HOME", java.toString()), "--input=x");
    assertThat(old.exitCode()).isEqualTo(1);
    assertThat(old.printed())
        .containsExactly("zhengyu: Java 17 or later is needed: " + java + "/bin/java is Java 8");

    Files.writeString(java.resolve("release"), "IMPLEMENTOR=x\nJAVA_VERSION=\"25.0.3\"\n");
    Files.createFile(java.resolve("bin/javac")).toFile().setExecutable(true);
    Checkout.Ended later = checkout.run(Map.of("JAVA_HOME", java.toString()), "--input=x");
    assertThat(later.exitCode()).isZero();
    assertThat(later.java("--sun-misc")).containsExactly("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void saysInOneLineThatItCannotBuild() throws Exception {
    Files.createFile(checkout.folder().resolve("target"));
    Checkout.Ended ended = checkout.run("--input=x");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.printed())
        .containsExactly(
            "zhengyu: cannot write to "
                + checkout.folder()
                + "/target/program, where the program is built");
  }

  @Test
  void saysInOneLineThatTooFewFilesMayBeOpen() throws Exception {
    checkout.run();
    Process run =
        new ProcessBuilder(
                "sh", "-c", "ulimit -n 64; exec \"$0\" --input=x", checkout.folder() + "/zhengyu")
            .redirectErrorStream(true)
            .start();
    Checkout.Ended ended = Checkout.end(run);
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.printed())
        .containsExactly("zhengyu: 64 open files are too few: allow more with ulimit -n 1024");
  }

  @Test
  void runsWithoutATemporaryFolder() throws Exception {
    Checkout.Ended ended = checkout.run(Map.of("TMPDIR", "/no/folder"), "--input=x");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.java("--input")).hasSize(1);
    assertThat(ended.printed()).noneMatch(line -> line.contains("mktemp"));
  }
}
