package org.zhengyu.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;
import org.zhengyu.transforms.stats.KeynessCounts;

/** What changed from one result to another, and what in their making may be the reason. */
public final class Comparison {
  private static final String DOCUMENTS = "documents";
  private static final String SENTENCE = "sentence";
  private static final String UNIT = "unit";

  private final StoredResult first;
  private final StoredResult second;
  private final Making firstMaking;
  private final Making secondMaking;
  private final List<Making.Difference> differences;
  private final Map<Kind, List<Change>> changes = new EnumMap<>(Kind.class);
  private final Map<Kind, Long> unchanged = new EnumMap<>(Kind.class);

  private Comparison(StoredResult first, StoredResult second, List<String> options)
      throws IOException {
    this.first = first;
    this.second = second;
    this.firstMaking = Making.of(first);
    this.secondMaking = Making.of(second);
    this.differences = firstMaking.differences(secondMaking, options);
    for (Kind kind : Kind.values()) {
      compare(kind);
    }
  }

  /**
   * Compares two results.
   *
   * @param options the names of the options that may matter
   */
  public static Comparison of(StoredResult first, StoredResult second, List<String> options)
      throws IOException {
    return new Comparison(first, second, options);
  }

  /** The texts; empty where a result has no table of documents. */
  public Optional<Texts> texts() throws IOException {
    Optional<StoredTable> documents = first.table(DOCUMENTS);
    Optional<StoredTable> others = second.table(DOCUMENTS);
    return documents.isPresent() && others.isPresent()
        ? Optional.of(Texts.of(documents.get(), others.get()))
        : Optional.empty();
  }

  /** What differs in the making, beside the texts. */
  List<Making.Difference> differences() {
    return differences;
  }

  /** What differs so that counts mean something else: where it is any, there is no keyness. */
  List<String> obstacles() {
    return differences.stream()
        .filter(Making.Difference::isOfCounts)
        .map(Making.Difference::what)
        .toList();
  }

  /** Whether both results have what tells of a kind. */
  boolean isCompared(Kind kind) {
    return changes.containsKey(kind);
  }

  /**
   * What is counted differently: where counts can be compared, the most certain first, else what
   * changed most.
   */
  List<Change> changes(Kind kind) {
    return changes.getOrDefault(kind, List.of());
  }

  /** How many of a kind are counted the same. */
  long unchanged(Kind kind) {
    return unchanged.getOrDefault(kind, 0L);
  }

  /** The unit in which pairs are compared: of those that both results have, sentences if any. */
  private Optional<String> unit() {
    Set<String> units = firstMaking.units();
    units.retainAll(secondMaking.units());
    return units.contains(SENTENCE) ? Optional.of(SENTENCE) : units.stream().findFirst();
  }

  private void compare(Kind kind) throws IOException {
    Optional<StoredTable> table = table(first, kind);
    Optional<StoredTable> other = table(second, kind);
    if (table.isEmpty() || other.isEmpty() || (kind == Kind.PAIR && unit().isEmpty())) {
      return;
    }
    Map<List<String>, Long> before = counts(table.get(), kind);
    Map<List<String>, Long> after = counts(other.get(), kind);
    Ranks ranksBefore = new Ranks(before);
    Ranks ranksAfter = new Ranks(after);
    long n1 = Math.max(size(firstMaking, kind), ranksBefore.most());
    long n2 = Math.max(size(secondMaking, kind), ranksAfter.most());
    List<Change> changed = new ArrayList<>();
    long same = 0;
    for (Map.Entry<List<String>, Long> entry : after.entrySet()) {
      Long count = before.remove(entry.getKey());
      long f1 = count == null ? 0 : count;
      if (f1 == entry.getValue()) {
        same++;
      } else {
        changed.add(
            change(kind, entry.getKey(), f1, entry.getValue(), ranksBefore, ranksAfter, n1, n2));
      }
    }
    before.forEach(
        (names, count) ->
            changed.add(change(kind, names, count, 0, ranksBefore, ranksAfter, n1, n2)));
    Comparator<Change> most =
        obstacles().isEmpty()
            ? Comparator.comparingDouble(change -> -Math.abs(change.ll()))
            : Comparator.comparingLong(
                change -> -Math.abs(change.second().count() - change.first().count()));
    changed.sort(most.thenComparing(change -> String.join(" ", change.names())));
    changes.put(kind, changed);
    unchanged.put(kind, same);
  }

  private static Change change(
      Kind kind,
      List<String> names,
      long f1,
      long f2,
      Ranks ranksBefore,
      Ranks ranksAfter,
      long n1,
      long n2) {
    return new Change(
        kind,
        names,
        new Change.Place(f1, ranksBefore.of(f1)),
        new Change.Place(f2, ranksAfter.of(f2)),
        new KeynessCounts(f2, n2, f1, n1));
  }

  private long size(Making making, Kind kind) {
    return kind == Kind.PAIR ? making.units(unit().orElseThrow()) : making.tokens();
  }

  private static Optional<StoredTable> table(StoredResult result, Kind kind) throws IOException {
    List<String> needed = new ArrayList<>(kind.names());
    needed.add(kind.count());
    return result.table(kind.table()).filter(table -> table.columns().containsAll(needed));
  }

  /** What is counted, and how often; what is counted 0 times is left out. */
  private Map<List<String>, Long> counts(StoredTable table, Kind kind) throws IOException {
    List<String> columns = new ArrayList<>(kind.names());
    columns.add(kind.count());
    boolean hasUnit = kind == Kind.PAIR;
    if (hasUnit) {
      columns.add(UNIT);
    }
    String unit = unit().orElse("");
    int size = kind.names().size();
    Map<List<String>, Long> counts = new HashMap<>();
    table.read(
        columns,
        row -> {
          long count = row.number(size);
          if (count > 0 && (!hasUnit || row.text(size + 1).equals(unit))) {
            counts.put(size == 1 ? List.of(row.text(0)) : List.of(row.text(0), row.text(1)), count);
          }
        });
    return counts;
  }

  /** The ranks of counts. */
  private static final class Ranks {
    private final long[] counts;

    Ranks(Map<List<String>, Long> counted) {
      counts = counted.values().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    long most() {
      return counts.length == 0 ? 0 : counts[counts.length - 1];
    }

    /** 1 and as many as are counted oftener; 0 of what is not counted. */
    long of(long count) {
      if (count == 0) {
        return 0;
      }
      int above = Arrays.binarySearch(counts, count + 1);
      int at = above < 0 ? -above - 1 : above;
      while (at > 0 && counts[at - 1] > count) {
        at--;
      }
      return counts.length - at + 1L;
    }
  }
}
