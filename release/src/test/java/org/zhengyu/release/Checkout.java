package org.zhengyu.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small checkout with the launcher of this one, under a path with a blank and Chinese characters,
 * and a Java and a Maven that only write down how they were called.
 */
final class Checkout {
  private static final Path ROOT = Path.of(System.getProperty("zhengyu.root"));

  /** Says how it was called; or does what a test put beside it. */
  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *-XX:ArchiveClassesAtExit=*)
          echo archive >>"$(dirname "$0")/calls"
          ;;
        *.StoredWords\\ *)
          for file; do :; done
          : >"$file"
          ;;
        *)
          if [ -f "$(dirname "$0")/behaviour" ]; then . "$(dirname "$0")/behaviour"; fi
          for argument in "$@"; do echo "java: $argument"; done
          ;;
      esac
      """;

  /** Leaves one jar for each module that is asked for, in the folder that is asked for. */
  private static final String MAVEN =
      """
      #!/bin/sh
      set -eu
      here=$(dirname "$0")
      echo "mvn $*" >>"$here/calls"
      while [ $# -gt 0 ]; do
        case $1 in
          -Dtarget.directory=*) target=${1#*=} ;;
          -pl) modules=$(echo "$2" | tr , ' ') ;;
        esac
        shift
      done
      if [ -p "$here/gate" ]; then
        echo "maven waits"
        read -r _ <"$here/gate"
      fi
      for path in $modules; do
        module=$(basename "$path")
        folder=$(dirname "$target")/zhengyu-$module/app
        mkdir -p "$folder"
        echo "$module" >"$folder/$module.jar"
      done
      """;

  private final Path folder;
  private final Path tools;

  private Checkout(Path folder, Path tools) {
    this.folder = folder;
    this.tools = tools;
  }

  /** Makes a checkout in an empty folder. */
  static Checkout in(Path parent) throws IOException {
    Checkout checkout =
        new Checkout(parent.resolve("政语 checkout"), Files.createDirectories(parent.resolve("bin")));
    checkout.write("pom.xml", "<project/>");
    checkout.write("pipeline/pom.xml", "<project/>");
    checkout.write("pipeline/src/main/Main.java", "class Main {}");
    checkout.write("engines/flink/pom.xml", "<project/>");
    checkout.write("engines/flink/src/main/Flink.java", "class Flink {}");
    checkout.write("seeds/lexicon/policy-phrases.csv", "phrase");
    checkout.copyFromThisOne("zhengyu");
    try (Stream<Path> files = Files.list(ROOT.resolve("launcher"))) {
      for (Path file : files.toList()) {
        checkout.copyFromThisOne("launcher/" + file.getFileName());
      }
    }
    checkout.tool("java", JAVA);
    checkout.tool("mvn", MAVEN);
    return checkout;
  }

  private void copyFromThisOne(String path) throws IOException {
    Path target = folder.resolve(path);
    Files.createDirectories(target.getParent());
    Files.copy(
        ROOT.resolve(path),
        target,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void tool(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, script, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path folder() {
    return folder;
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  /** What Java does before it says how it was called, in the words of a shell. */
  void javaDoes(String script) throws IOException {
    Files.writeString(tools.resolve("behaviour"), script, UTF_8);
  }

  /** From now on a build says that it waits, and waits until a line is written to this pipe. */
  Path mavenWaits() throws IOException, InterruptedException {
    Path gate = tools.resolve("gate");
    new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
    return gate;
  }

  /** From now on a build does not wait. */
  void mavenWaitsNoMore() throws IOException {
    Files.delete(tools.resolve("gate"));
  }

  /** How Maven and Java's archiver were called so far. */
  List<String> calls() throws IOException {
    Path calls = tools.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls, UTF_8) : List.of();
  }

  long builds() throws IOException {
    return calls().stream().filter(call -> call.startsWith("mvn ")).count();
  }

  /** Starts the launcher, both streams in one. */
  Process start(Map<String, String> environment, String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("zhengyu").toString());
    builder.command().addAll(List.of(args));
    builder.redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("ZHENGYU_") || name.equals("JAVA_HOME"));
    variables.put("PATH", tools + ":" + variables.get("PATH"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.putAll(environment);
    return builder.start();
  }

  /** Runs the launcher to its end. */
  Ended run(String... args) throws IOException, InterruptedException {
    return run(Map.of(), args);
  }

  Ended run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return end(start(environment, args));
  }

  static Ended end(Process process) throws IOException, InterruptedException {
    List<String> printed;
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      printed = lines.lines().toList();
    }
    return new Ended(process.waitFor(), printed);
  }

  /**
   * How a run of the launcher ended.
   *
   * @param exitCode its exit code
   * @param printed what it printed, by lines
   */
  record Ended(int exitCode, List<String> printed) {
    /** What Java was given, of those arguments that begin so. */
    List<String> java(String prefix) {
      return printed.stream()
          .filter(line -> line.startsWith("java: " + prefix))
          .map(line -> line.substring("java: ".length()))
          .toList();
    }
  }
}
