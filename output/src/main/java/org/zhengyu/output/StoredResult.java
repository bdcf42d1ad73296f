package org.zhengyu.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A complete result that a run has written, of this version or an older one. What it has no table
 * or column of is told by its files.
 */
public final class StoredResult {

  private final Storage folder;
  private final String manifest;

  private StoredResult(Storage folder, String manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * The result in a folder; empty where there is none that is complete.
   *
   * @param uri a local path, or a URI of any file system that Beam knows
   * @throws java.nio.file.InvalidPathException if it is no path here
   */
  public static Optional<StoredResult> find(String uri) throws IOException {
    Storage folder = Storage.folder(uri);
    Storage manifest = folder.child(Dataset.MANIFEST);
    if (!folder.child(Dataset.SUCCESS).fileExists() || !manifest.fileExists()) {
      return Optional.empty();
    }
    String text = manifest.readText();
    return Json.isOurs(text) ? Optional.of(new StoredResult(folder, text)) : Optional.empty();
  }

  /** Its {@link Manifest}, as JSON. */
  public String manifest() {
    return manifest;
  }

  /** What its tables and columns are, as a Data Package in JSON; empty for the oldest results. */
  public Optional<String> dataPackage() throws IOException {
    Storage file = folder.child(Dataset.DATA_PACKAGE);
    return file.fileExists() ? Optional.of(file.readText()) : Optional.empty();
  }

  /** The table of a name; empty where the result has none. */
  public Optional<StoredTable> table(String name) throws IOException {
    Storage tableFolder = folder.subfolder(name);
    List<Storage> files =
        tableFolder.list().stream().filter(PartName::matches).map(tableFolder::child).toList();
    return files.isEmpty() ? Optional.empty() : Optional.of(StoredTable.of(name, files));
  }

  /** All its tables, in the order of its Data Package; of the oldest results none. */
  public List<StoredTable> tables() throws IOException {
    List<StoredTable> tables = new ArrayList<>();
    for (String name : DataPackage.tables(dataPackage().orElse(""))) {
      table(name).ifPresent(tables::add);
    }
    return tables;
  }

  /**
   * Puts a report into the result, or another in its place.
   *
   * @param html the page
   * @return where it is
   * @throws OutputRefusedException if a file of its name is there that is none of ours, or if
   *     another run changes the result or has replaced it
   */
  public String writeReport(String html) throws IOException {
    Storage file = folder.child(Dataset.REPORT);
    if (file.fileExists() && !ReportMark.isOn(file.readText())) {
      throw new OutputRefusedException(Refusal.STRANGER, folder, Dataset.REPORT);
    }
    RunFolder staging = RunFolder.ofNewRun(folder);
    CommitLock lock = CommitLock.take(folder, staging.name());
    try (lock) {
      if (!folder.child(Dataset.MANIFEST).readText().equals(manifest)) {
        throw new OutputRefusedException(Refusal.REPLACED_SINCE_READ, folder);
      }
      staging.make();
      staging.child(Dataset.REPORT).writeText(html);
      staging.child(Dataset.REPORT).moveTo(file);
    } finally {
      staging.delete();
    }
    return file.toString();
  }

  /** The folder. */
  @Override
  public String toString() {
    return folder.toString();
  }
}
