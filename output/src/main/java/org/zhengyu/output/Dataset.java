package org.zhengyu.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The layout of one result folder, and how a run puts a new result there:
 *
 * <pre>
 * &lt;output&gt;/documents/part-00000.parquet ...   one folder for each table
 * &lt;output&gt;/datapackage.json                  what the tables and columns are, as a Data Package
 * &lt;output&gt;/load.sql                          the same for DuckDB, with a view of each table
 * &lt;output&gt;/candidates.csv                    the best candidates as a lexicon ({@link CandidateList})
 * &lt;output&gt;/_manifest.json                    what was run on what ({@link Manifest})
 * &lt;output&gt;/_SUCCESS                          empty; there only while the result is complete
 * &lt;output&gt;/report.html                       the result as a page, made from the other files
 * &lt;output&gt;/_incomplete-&lt;run&gt;/                files of a run that is not finished
 * &lt;output&gt;/_lock                             there while a run changes the result
 * </pre>
 *
 * <p>Until {@link #commit} the old result stays as it is. A run that dies before that leaves the
 * old result, complete; one that dies within it leaves its own, which whoever opens the folder next
 * puts in place. Of runs that were open at the same time one commits, and the others fail. Other
 * file systems than the local one must be registered before ({@code
 * FileSystems.setDefaultPipelineOptions}). Not for use by several threads.
 */
public final class Dataset {

  static final String SUCCESS = "_SUCCESS";
  static final String MANIFEST = "_manifest.json";
  static final String DATA_PACKAGE = "datapackage.json";
  static final String REPORT = "report.html";
  private static final String LOAD_SQL = "load.sql";

  /** What file browsers leave in any folder that was looked at: nobody's data, so it is let be. */
  private static final Set<String> LET_BE = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Storage folder;
  private final RunFolder staging;
  private final List<Table> ours;
  private final boolean overwrite;

  /** Those of runs that began before this one. */
  private final List<RunFolder> leftovers;

  private final List<String> beside = new ArrayList<>();

  /** The manifest of the result that was there when the run began. */
  private final String oldManifest;

  /** Folders that did not exist when the run began, the innermost first. */
  private final List<Path> missingFolders;

  private boolean begun;
  private boolean decided;

  private Dataset(Storage seen, List<Table> ours, boolean overwrite, List<Path> missingFolders)
      throws IOException {
    this.folder = seen.asItIs();
    this.ours = ours;
    this.overwrite = overwrite;
    this.missingFolders = missingFolders;
    this.leftovers = RunFolder.in(seen);
    this.oldManifest = manifest();
    this.staging = RunFolder.ofNewRun(folder);
  }

  /**
   * Checks that a result may be written to a folder. Nothing is written or changed, unless a run
   * was killed while it put its result there: that is finished first.
   *
   * @param outputUri a local path, or a URI of any file system that Beam knows
   * @param ours every table that a result can have: what else is in the folder is a stranger's
   * @param overwrite whether an older result there may be replaced
   * @throws OutputRefusedException if the folder holds anything and {@code overwrite} is false, if
   *     it holds anything that no run of this project wrote, if another run is changing it, or if
   *     it cannot be written to
   */
  public static Dataset open(String outputUri, List<Table> ours, boolean overwrite)
      throws OutputRefusedException {
    if (outputUri.isBlank()) {
      throw new OutputRefusedException(Refusal.NO_NAME);
    }
    try {
      Storage folder = Storage.folder(outputUri);
      Optional<Path> local = folder.localPath();
      List<Path> missing =
          local.isPresent() ? requireWritable(local.get()) : requireNoObject(folder, outputUri);
      Storage seen = finishInterrupted(folder, ours);
      requireOverwritable(seen, ours, overwrite);
      return new Dataset(seen, List.copyOf(ours), overwrite, missing);
    } catch (OutputRefusedException e) {
      throw e;
    } catch (InvalidPathException e) {
      throw new OutputRefusedException(e, Refusal.NO_PATH, outputUri, e.getReason());
    } catch (IOException | IllegalArgumentException e) {
      throw new OutputRefusedException(e, Refusal.UNUSABLE, outputUri, StoreFault.reason(e));
    }
  }

  /** Gives the folder as it is seen after that. */
  private static Storage finishInterrupted(Storage folder, List<Table> ours) throws IOException {
    Storage seen = folder.asSeenNow();
    boolean isLocked = false;
    for (String entry : seen.list()) {
      isLocked |= CommitLock.isOne(seen, entry);
    }
    if (!isLocked && decided(seen).isEmpty()) {
      return seen;
    }
    CommitLock lock = CommitLock.take(folder, RunFolder.ofNewRun(folder).name());
    try (lock) {
      finish(folder, ours);
    }
    return folder.asSeenNow();
  }

  /** The folders of runs whose commit was decided and is not finished. */
  private static List<RunFolder> decided(Storage folder) throws IOException {
    List<RunFolder> decided = new ArrayList<>();
    for (RunFolder run : RunFolder.in(folder)) {
      if (run.decision().isPresent()) {
        decided.add(run);
      }
    }
    return decided;
  }

  /** To be done by whoever has the lock. Gives the folder as it is seen after that. */
  private static Storage finish(Storage folder, List<Table> ours) throws IOException {
    Storage seen = folder.asSeenNow();
    for (RunFolder run : decided(seen)) {
      carryOut(run.decision().orElseThrow(), run, seen, ours);
      seen = folder.asSeenNow();
    }
    return seen;
  }

  private static void carryOut(
      CommitDecision decision, RunFolder run, Storage seen, List<Table> ours) throws IOException {
    seen.child(REPORT).deleteFile();
    decision.carryOut(run, seen, SUCCESS, ours);
  }

  private String manifest() throws IOException {
    Storage file = folder.child(MANIFEST);
    return file.fileExists() ? file.readText() : "";
  }

  private static List<Path> requireWritable(Path folder) throws OutputRefusedException {
    List<Path> missing = new ArrayList<>();
    Path nearest = folder;
    while (!Files.exists(nearest)) {
      if (Files.isSymbolicLink(nearest)) {
        throw new OutputRefusedException(Refusal.LINK_TO_NOTHING, folder, nearest);
      }
      missing.add(nearest);
      nearest = nearest.getParent();
      if (nearest == null) {
        throw new OutputRefusedException(Refusal.NO_ROOT, folder);
      }
    }
    if (!Files.isDirectory(nearest)) {
      throw nearest.equals(folder)
          ? new OutputRefusedException(Refusal.IS_FILE, folder)
          : new OutputRefusedException(Refusal.BELOW_FILE, folder, nearest);
    }
    if (!Files.isWritable(nearest)) {
      throw new OutputRefusedException(Refusal.NO_PERMISSION, folder, nearest);
    }
    return missing;
  }

  private static List<Path> requireNoObject(Storage folder, String outputUri) throws IOException {
    if (outputUri.chars().anyMatch(c -> "*?[]{}".indexOf(c) >= 0)) {
      throw new OutputRefusedException(Refusal.WILDCARD, outputUri);
    }
    if (!folder.isBucket() && Storage.file(Storage.withoutSlash(folder.toString())).fileExists()) {
      throw new OutputRefusedException(Refusal.IS_FILE, outputUri);
    }
    return List.of();
  }

  /**
   * Checks what the folder holds now.
   *
   * <p>A name such as {@code terms/part-00000.parquet} is not proof that it is ours. A result that
   * is complete has its manifest, and one that a crash left behind has the staging folder of that
   * run, because a commit removes it last and moves the manifest out of it last.
   */
  private static void requireOverwritable(Storage folder, List<Table> ours, boolean overwrite)
      throws IOException {
    SortedSet<String> entries = folder.list();
    entries.removeAll(LET_BE);
    if (entries.isEmpty()) {
      return;
    }
    if (!overwrite) {
      throw entries.size() == 1
          ? new OutputRefusedException(Refusal.NOT_EMPTY, folder, entries.first())
          : new OutputRefusedException(
              Refusal.NOT_EMPTY_BY_SEVERAL, folder, entries.first(), entries.size() - 1);
    }
    boolean proven = !RunFolder.in(folder).isEmpty();
    if (entries.contains(MANIFEST)) {
      proven |= isOurs(folder, MANIFEST);
    }
    Set<String> tableFolders =
        ours.stream().map(table -> table.name() + "/").collect(Collectors.toSet());
    for (String entry : entries) {
      Optional<String> stranger =
          tableFolders.contains(entry) ? strangerIn(folder, entry) : strangerAt(folder, entry);
      if (stranger.isPresent() || !proven) {
        throw new OutputRefusedException(Refusal.STRANGER, folder, stranger.orElse(entry));
      }
    }
  }

  private static Optional<String> strangerIn(Storage folder, String table) throws IOException {
    return folder.subfolder(Storage.withoutSlash(table)).list().stream()
        .filter(name -> !PartName.matches(name) && !LET_BE.contains(name))
        .map(name -> table + name)
        .findFirst();
  }

  private static Optional<String> strangerAt(Storage folder, String entry) throws IOException {
    boolean known =
        entry.equals(SUCCESS)
            || RunFolder.isOne(folder, entry)
            || CommitLock.isOne(folder, entry)
            || isOurs(folder, entry);
    return known ? Optional.empty() : Optional.of(entry);
  }

  /** Whether this is one of the files that say whose they are, and says that it is ours. */
  private static boolean isOurs(Storage folder, String entry) throws IOException {
    return switch (entry) {
      case MANIFEST, DATA_PACKAGE -> Json.isOurs(folder.child(entry).readText());
      case LOAD_SQL -> LoadScript.isOurs(folder.child(entry).readText());
      case CandidateList.NAME -> CandidateList.isOurs(folder.child(entry).readText());
      case REPORT -> ReportMark.isOn(folder.child(entry).readText());
      default -> false;
    };
  }

  /** The folder of the result. */
  public String folder() {
    return folder.toString();
  }

  /** The folder of a table. */
  public String tableFolder(Table table) {
    return folder.subfolder(table.name()).toString();
  }

  /** The file of the {@link Manifest}. */
  public String manifestFile() {
    return folder.child(MANIFEST).toString();
  }

  /** Where the files of this run wait for the commit; this run's alone. */
  public String stagingFolder() {
    return staging.toString();
  }

  /** Adds the list of candidates to the result of this run. */
  public void putCandidates(String list) throws IOException {
    staging.child(CandidateList.NAME).writeText(list);
    beside.add(CandidateList.NAME);
  }

  /** The path for a file that the run itself needs; it is removed with the staging folder. */
  public String stagingFile(String name) {
    return staging.child(name).toString();
  }

  /**
   * Refuses a file that would be deleted with what a dead run left in the output folder.
   *
   * @param path a local path or a URI, of a file that the user means to keep
   * @throws OutputRefusedException if it lies in the folder of such a run
   */
  public void requireApart(String path) throws IOException {
    if (!leftovers.isEmpty()) {
      requireApart(path, Storage.file(path).realPath());
    }
  }

  /** The same for a file of this machine. */
  public void requireApart(Path file) throws IOException {
    requireApart(file.toString(), file.toRealPath().toString());
  }

  private void requireApart(String path, String realPath) throws IOException {
    for (RunFolder leftover : leftovers) {
      if (realPath.startsWith(leftover.storage().realPath())) {
        throw new OutputRefusedException(Refusal.IN_LEFTOVER, path, leftover);
      }
    }
  }

  /**
   * Makes the staging folder; from now on there is something to {@link #abandon}.
   *
   * @throws OutputRefusedException if an object store lets nobody write or delete there
   */
  public void begin() throws IOException {
    try {
      staging.make();
    } catch (IOException | RuntimeException e) {
      Optional<StoreFault> fault = StoreFault.in(e);
      if (fault.isEmpty()) {
        throw e;
      }
      throw new OutputRefusedException(e, Refusal.UNUSABLE, folder, fault.get().wording());
    }
    begun = true;
  }

  /**
   * Puts the new result in the place of the old one, in an order that never leaves a result that is
   * incomplete and says that it is complete. Once it is decided, it is finished by whoever opens
   * the folder next, should this process end before.
   *
   * @param tables the tables of the result; one without files gets an empty file with its schema
   * @param files exactly the files of the result; anything else in the staging folder is dropped
   * @param manifest what was run; the sizes of the tables are added here
   * @return the manifest as written
   * @throws IllegalArgumentException if two files have one name, or one belongs to no such table or
   *     lies elsewhere than in the staging folder
   * @throws IllegalStateException if a named file is gone from there
   * @throws OutputRefusedException if somebody else filled the folder or replaced the result in the
   *     meantime, or is doing so
   */
  public Manifest commit(Collection<Table> tables, List<WrittenFile> files, Manifest manifest)
      throws IOException {
    return commit(true, tables, files, manifest);
  }

  /** The same for a result that is no success: it gets no mark, and the old one's goes. */
  public Manifest commitUnmarked(
      Collection<Table> tables, List<WrittenFile> files, Manifest manifest) throws IOException {
    return commit(false, tables, files, manifest);
  }

  private Manifest commit(
      boolean isSuccess, Collection<Table> tables, List<WrittenFile> files, Manifest manifest)
      throws IOException {
    requireNotRemoved();
    requireNamed(tables, files);
    List<WrittenFile> all = new ArrayList<>(files);
    for (Table table : tables) {
      if (files.stream().noneMatch(file -> file.table().equals(table.name()))) {
        all.add(writeEmpty(table));
      }
    }
    Manifest complete = manifest.withTables(tables, all);
    staging.child(DATA_PACKAGE).writeText(Json.indented(DataPackage.of(tables, all)));
    staging.child(LOAD_SQL).writeText(LoadScript.of(tables));
    staging.child(MANIFEST).writeText(complete.toJson());
    beside.addAll(List.of(DATA_PACKAGE, LOAD_SQL, MANIFEST));

    CommitLock lock = CommitLock.take(folder, staging.name());
    try (lock) {
      Storage seen = finish(folder, ours);
      requireUnchanged();
      requireOverwritableStill(seen);
      requireStaged(all, seen);
      CommitDecision decision = CommitDecision.of(isSuccess, all, beside, staging);
      staging.decide(decision);
      decided = true;
      carryOut(decision, staging, seen, ours);
      for (RunFolder leftover : leftovers) {
        leftover.delete();
      }
    }
    return complete;
  }

  private void requireUnchanged() throws IOException {
    if (!manifest().equals(oldManifest)) {
      throw replaced();
    }
  }

  /** Another run that commits deletes the folders of those that began before it. */
  private void requireNotRemoved() throws IOException {
    if (begun && !staging.isMarked()) {
      throw replaced();
    }
  }

  private OutputRefusedException replaced() {
    return new OutputRefusedException(Refusal.REPLACED, folder);
  }

  private void requireNamed(Collection<Table> tables, List<WrittenFile> files) {
    Set<String> known = tables.stream().map(Table::name).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    for (WrittenFile file : files) {
      String path = file.path();
      if (!known.contains(file.table()) || !PartName.matches(file.name())) {
        throw new IllegalArgumentException(path + " is no file of the tables " + known);
      }
      if (!names.add(path)) {
        throw new IllegalArgumentException("two files would be " + path);
      }
      staging.pathBelow(file.stagedPath());
    }
  }

  private void requireStaged(List<WrittenFile> files, Storage seen) throws IOException {
    SortedSet<String> staged = staging.files(seen);
    for (WrittenFile file : files) {
      if (!staged.contains(file.stagedPath())) {
        throw new IllegalStateException(
            file.stagedPath() + " is gone, which was to be " + file.path());
      }
    }
  }

  private void requireOverwritableStill(Storage seen) throws IOException {
    if (overwrite) {
      requireOverwritable(seen, ours, true);
      return;
    }
    SortedSet<String> others = seen.list();
    others.removeAll(LET_BE);
    others.remove(staging.name() + "/");
    Optional<String> stranger = Optional.empty();
    for (String entry : others) {
      if (stranger.isEmpty() && !CommitLock.isOne(seen, entry)) {
        stranger = Optional.of(entry);
      }
    }
    if (stranger.isPresent()) {
      throw new OutputRefusedException(Refusal.FILLED, folder, stranger.get());
    }
  }

  private WrittenFile writeEmpty(Table table) throws IOException {
    String name = PartName.of("", 0);
    Storage staged = staging.storage().subfolder(table.name()).child(name);
    TableFile file = TableFile.writeEmpty(table, staged.resource());
    return new WrittenFile(table.name(), name, staged.toString(), file.rows(), file.bytes());
  }

  /**
   * Gives the run up: removes its files, and the output folder (with those above it) if this run
   * made it and nothing else is in it. The old result stays. If a commit was already decided,
   * everything is left as it is, for the next run to finish.
   *
   * @throws OutputRefusedException if the run was lost before, for another replaced the result
   */
  public void abandon() throws IOException {
    if (decided || staging.decision().isPresent()) {
      return;
    }
    boolean isRemoved = begun && !staging.isMarked();
    staging.delete();
    if (isRemoved) {
      throw replaced();
    }
    for (Path made : missingFolders) {
      if (!Storage.folder(made.toString()).deleteFolderIfEmpty()) {
        return;
      }
    }
  }
}
