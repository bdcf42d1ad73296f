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
   * @param result the folder of the result, as it was seen before anything was changed
   * @param success the file that says that it is complete
   * @param tables all tables of which it can have old files
   * @throws IllegalStateException if one of the files is neither here nor there
   */
  void carryOut(RunFolder run, Storage result, String success, List<Table> tables)
      throws IOException {
    result.child(success).deleteFile();
    Set<String> targets = moves.stream().map(Move::to).collect(Collectors.toSet());
    removeOthers(result, tables, targets);
    Storage candidates = result.child(CandidateList.NAME);
    if (!targets.contains(CandidateList.NAME)
        && candidates.fileExists()
        && CandidateList.isOurs(candidates.readText())) {
      candidates.deleteFile();
    }
    List<Move> left = left(run, result);
    // The last one is by itself, for of those that move together any may be the last.
    int last = Math.max(0, left.size() - 1);
    move(left.subList(0, last), run, result);
    move(left.subList(last, left.size()), run, result);
    if (complete) {
      result.child(success).writeText("");
    }
    run.delete();
  }

  private static void removeOthers(Storage result, List<Table> tables, Set<String> targets)
      throws IOException {
    List<Storage> others = new ArrayList<>();
    for (Table table : tables) {
      Storage folder = result.subfolder(table.name());
      for (String name : folder.list()) {
        if (PartName.matches(name) && !targets.contains(table.name() + "/" + name)) {
          others.add(folder.child(name));
        }
      }
    }
    Storage.deleteAll(others);
    for (Table table : tables) {
      result.subfolder(table.name()).deleteFolderIfEmpty();
    }
  }

  /** The moves that nobody made yet. */
  private List<Move> left(RunFolder run, Storage result) throws IOException {
    SortedSet<String> waiting = run.files(result);
    List<Move> left = new ArrayList<>();
    for (Move move : moves) {
      Storage source = run.file(move.from());
      if (waiting.contains(source.toString())) {
        left.add(move);
      } else if (!result.fileBelow(move.to()).fileExists()) {
        throw new IllegalStateException(source + " is gone, which was to be " + move.to());
      }
    }
    return left;
  }

  private static void move(List<Move> moves, RunFolder run, Storage result) throws IOException {
    Storage.moveAll(
        moves.stream().map(move -> run.file(move.from())).toList(),
        moves.stream().map(move -> result.fileBelow(move.to())).toList());
  }
}
