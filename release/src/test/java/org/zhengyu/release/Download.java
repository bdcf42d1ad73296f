package org.zhengyu.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A download as a user has it: unpacked under a path with a blank and Chinese characters, with a
 * PATH on which there is no Java and a HOME in which there is nothing.
 */
final class Download {
  private static final String ZIPS = System.getProperty("zhengyu.zips");

  /** What the launcher calls. */
  private static final List<String> COMMANDS =
      List.of("awk", "dirname", "du", "mktemp", "mv", "readlink", "rm", "sed", "tr", "wc");

  private final Path parent;
  private final Path folder;

  private Download(Path parent) {
    this.parent = parent;
    this.folder = parent.resolve("下载 here").resolve(Path.of(ZIPS).getFileName());
  }

  /** A zip of this build: that of the program, or one that has more in its name. */
  static Path zip(String... more) {
    return Path.of(
        String.join("-", Stream.concat(Stream.of(ZIPS), Stream.of(more)).toList()) + ".zip");
  }

  /** Unpacks zips over each other. */
  static Download of(Path parent, List<Path> zips) throws IOException {
    Download download = new Download(parent);
    for (Path zip : zips) {
      unpack(zip, download.folder.getParent());
    }
    Files.createDirectory(parent.resolve("home"));
    Path bin = Files.createDirectory(parent.resolve("bin"));
    for (String command : COMMANDS) {
      Path usual = Path.of("/usr/bin", command);
      Files.createSymbolicLink(
          bin.resolve(command), Files.exists(usual) ? usual : Path.of("/bin", command));
    }
    return download;
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (FileSystem files =
            FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", true));
        Stream<Path> entries = Files.walk(files.getPath("/"))) {
      for (Path entry : entries.toList()) {
        Path file = target.resolve(entry.toString().substring(1));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(file);
        } else {
          Files.copy(entry, file);
          Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(entry);
          Files.setPosixFilePermissions(file, permissions);
        }
      }
    }
  }

  Path folder() {
    return folder;
  }

  /** The jars that came with it. */
  List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  /** Runs the launcher in its folder, with nothing in the environment but what is given here. */
  Checkout.Ended run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("./zhengyu");
    builder.command().addAll(List.of(args));
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", parent.resolve("bin").toString());
    builder.environment().put("HOME", parent.resolve("home").toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
    return Checkout.end(builder.start());
  }

  /** The lines of one of its files. */
  List<String> lines(String path) throws IOException {
    return Files.readAllLines(folder.resolve(path), UTF_8);
  }
}
