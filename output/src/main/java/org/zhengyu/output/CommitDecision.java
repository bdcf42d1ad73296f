package org.zhengyu.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Which files of a run become which files of the result. It is written down before the first of
 * them is moved, so that a commit that was interrupted can be finished by whoever comes next: doing
 * it again, from wherever it stopped, gives the same.
 *
 * @param complete whether the result is marked as complete
 * @param moves the files in the order in which they are moved, the manifest last
 */
record CommitDecision(boolean complete, List<Move> moves) {

  /**
   * A file's way.
   *
   * @param from its path below the folder of the run
   * @param to its path in the result: {@code terms/part-00000.parquet}
   */
  record Move(String from, String to) {}

  CommitDecision {
    moves = List.copyOf(moves);
  }

  /** The decision to make these the files of the tables, with these beside them. */
  static CommitDecision of(
      boolean complete, List<WrittenFile> files, List<String> beside, RunFolder run) {
    List<Move> moves = new ArrayList<>();
    for (WrittenFile file : files) {
      moves.add(new Move(run.pathBelow(file.stagedPath()), file.path()));
    }
    beside.forEach(name -> moves.add(new Move(name, name)));
    return new CommitDecision(complete, moves);
  }

  /**
   * Puts the files in the place of the old ones and deletes the folder of the run. While the result
   * is not complete, its mark is not there.
   *
   * @param result the folder of the result
   * @param success the file that says that it is complete
   * @param tables all tables of which it can have old files
   * @throws IllegalStateException if one of the files is neither here nor there
   */
  void carryOut(RunFolder run, Storage result, String success, List<Table> tables)
      throws IOException {
    result.child(success).deleteFile();
    Set<String> targets = moves.stream().map(Move::to).collect(Collectors.toSet());
    for (Table table : tables) {
      removeOthers(result.subfolder(table.name()), table, targets);
    }
    Storage candidates = result.child(CandidateList.NAME);
    if (!targets.contains(CandidateList.NAME)
        && candidates.fileExists()
        && CandidateList.isOurs(candidates.readText())) {
      candidates.deleteFile();
    }
    SortedSet<String> waiting = run.files();
    for (Move move : moves) {
      Storage source = run.file(move.from());
      Storage target = Storage.file(result + move.to());
      if (waiting.contains(source.toString())) {
        source.moveTo(target);
      } else if (!target.fileExists()) {
        throw new IllegalStateException(source + " is gone, which was to be " + move.to());
      }
    }
    if (complete) {
      result.child(success).writeText("");
    }
    run.delete();
  }

  private static void removeOthers(Storage folder, Table table, Set<String> targets)
      throws IOException {
    for (String name : folder.list()) {
      if (PartName.matches(name) && !targets.contains(table.name() + "/" + name)) {
        folder.child(name).deleteFile();
      }
    }
    folder.deleteFolderIfEmpty();
  }
}
