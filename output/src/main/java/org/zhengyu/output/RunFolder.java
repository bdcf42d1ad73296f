package org.zhengyu.output;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the files of one run wait for their commit: {@code _incomplete-20260301T120000Z-0a1b2c3d}
 * in the folder of the result. It is known to be a run's by its whole name and by the marker in it,
 * so that a folder of somebody else that is named alike is never taken for one.
 */
final class RunFolder {

  private static final String PREFIX = "_incomplete-";

  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The first file in it and the last to go; it is empty. */
  private static final String MARKER = "_zhengyu-run";

  /** What is to become of the files; from when it is there, the commit is decided. */
  private static final String DECISION = "_commit.json";

  private final Storage folder;

  private RunFolder(Storage folder) {
    this.folder = folder;
  }

  /** The folder of a run that begins now; it is not made yet. */
  static RunFolder ofNewRun(Storage result) {
    String run = TIME.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    return new RunFolder(result.subfolder(PREFIX + run));
  }

  /** Those of all runs in the folder of a result, sorted by the time at which they began. */
  static List<RunFolder> in(Storage result) throws IOException {
    List<RunFolder> runs = new ArrayList<>();
    for (String entry : result.list()) {
      if (isOne(result, entry)) {
        runs.add(new RunFolder(result.asItIs().subfolder(Storage.withoutSlash(entry))));
      }
    }
    return runs;
  }

  /** Whether an entry of the folder of a result is one; so is an empty folder of such a name. */
  static boolean isOne(Storage result, String entry) throws IOException {
    String name = Storage.withoutSlash(entry);
    if (name.equals(entry) || !NAME.matcher(name).matches()) {
      return false;
    }
    RunFolder run = new RunFolder(result.subfolder(name));
    return run.isMarked() || run.folder.list().isEmpty();
  }

  /** Whether a folder is that of a run which is over: it has the name of one and no marker. */
  static boolean isOver(String folder) throws IOException {
    RunFolder run = new RunFolder(Storage.folder(folder));
    return NAME.matcher(run.name()).matches() && !run.isMarked();
  }

  /**
   * Makes the folder and marks it.
   *
   * @throws OutputRefusedException if nothing can be deleted in an object store, which a commit
   *     would find out too late
   */
  void make() throws IOException {
    Storage marker = folder.child(MARKER);
    if (marker.localPath().isEmpty()) {
      marker.writeText("");
      marker.deleteFile();
    }
    marker.writeText("");
  }

  /** Whether it is there and marked. */
  boolean isMarked() throws IOException {
    return folder.child(MARKER).fileExists();
  }

  String name() {
    return folder.resource().getFilename();
  }

  Storage storage() {
    return folder;
  }

  Storage child(String name) {
    return folder.child(name);
  }

  /** A file in it, given by what follows the folder in its path. */
  Storage file(String pathBelow) {
    return folder.fileBelow(pathBelow);
  }

  /**
   * What a file's path below this folder is.
   *
   * @throws IllegalArgumentException if it is elsewhere
   */
  String pathBelow(String path) {
    if (!path.startsWith(folder.toString())) {
      throw new IllegalArgumentException(path + " is not below " + folder);
    }
    return path.substring(folder.toString().length());
  }

  /** The paths of all files in it, as the folder of the result is seen. */
  SortedSet<String> files(Storage result) throws IOException {
    return result.subfolder(name()).listFilesBelow();
  }

  /** Notes what is to become of the files, whole or not at all. */
  void decide(CommitDecision decision) throws IOException {
    folder.child(DECISION).replaceText(Json.indented(decision));
  }

  /** What was decided of the files, if anything was. */
  Optional<CommitDecision> decision() throws IOException {
    Storage decision = folder.child(DECISION);
    return decision.fileExists()
        ? Optional.of(Json.read(decision.readText(), CommitDecision.class))
        : Optional.empty();
  }

  /** Deletes it, the marker last: whatever interrupts this, what is left is known to be a run's. */
  void delete() throws IOException {
    Storage seen = folder.asSeenNow();
    for (String name : seen.list()) {
      if (name.endsWith("/")) {
        seen.subfolder(Storage.withoutSlash(name)).deleteTree();
      } else if (!name.equals(MARKER)) {
        seen.child(name).deleteFile();
      }
    }
    folder.child(MARKER).deleteFile();
    folder.deleteFolderIfEmpty();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
