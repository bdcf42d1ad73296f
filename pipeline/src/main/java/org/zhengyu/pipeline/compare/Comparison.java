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
import java.util.stream.LongStream;
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
    Map<List<String>, Long> before = new HashMap<>();
    read(table.get(), kind, before::put);
    LongStream.Builder countsAfter = LongStream.builder();
    read(other.get(), kind, (names, count) -> countsAfter.add(count));
    Ranks ranksBefore = new Ranks(before.values().stream().mapToLong(Long::longValue));
    Ranks ranksAfter = new Ranks(countsAfter.build());
    Sides sides = new Sides(kind, ranksBefore, ranksAfter);
    List<Change> changed = new ArrayList<>();
    read(
        other.get(),
        kind,
        (names, count) -> {
          Long countBefore = before.remove(names);
          if (countBefore == null || countBefore != count) {
            changed.add(sides.change(names, countBefore == null ? 0 : countBefore, count));
          }
        });
    unchanged.put(kind, ranksAfter.size() - changed.size());
    before.forEach((names, count) -> changed.add(sides.change(names, count, 0)));
    Comparator<Change> most =
        obstacles().isEmpty()
            ? Comparator.comparingDouble(change -> -Math.abs(change.ll()))
            : Comparator.comparingLong(
                change -> -Math.abs(change.second().count() - change.first().count()));
    changed.sort(most.thenComparing(change -> String.join(" ", change.names())));
    changes.put(kind, changed);
  }

  /** The two results as far as one kind is counted in them. */
  private final class Sides {
    private final Kind kind;
    private final Ranks before;
    private final Ranks after;
    private final long sizeBefore;
    private final long sizeAfter;

    Sides(Kind kind, Ranks before, Ranks after) {
      this.kind = kind;
      this.before = before;
      this.after = after;
      // Nested uses may begin in one token, so that there might be more uses than tokens.
      this.sizeBefore = Math.max(size(firstMaking, kind), before.most());
      this.sizeAfter = Math.max(size(secondMaking, kind), after.most());
    }

    Change change(List<String> names, long countBefore, long countAfter) {
      return new Change(
          kind,
          names,
          new Change.Place(countBefore, before.of(countBefore)),
          new Change.Place(countAfter, after.of(countAfter)),
          new KeynessCounts(countAfter, sizeAfter, countBefore, sizeBefore));
    }
  }

  private long size(Making making, Kind kind) {
    return kind == Kind.PAIR ? making.units(unit().orElseThrow()) : making.tokens();
  }

  private static Optional<StoredTable> table(StoredResult result, Kind kind) throws IOException {
    List<String> needed = new ArrayList<>(kind.names());
    needed.add(kind.count());
    return result.table(kind.table()).filter(table -> table.columns().containsAll(needed));
  }

  /** Takes what is counted, and how often. */
  @FunctionalInterface
  private interface Counted {
    void accept(List<String> names, long count);
  }

  /** Reads what a table counts; what it counts 0 times is left out. */
  private void read(StoredTable table, Kind kind, Counted counted) throws IOException {
    List<String> columns = new ArrayList<>(kind.names());
    columns.add(kind.count());
    boolean hasUnit = kind == Kind.PAIR;
    if (hasUnit) {
      columns.add(UNIT);
    }
    String unit = unit().orElse("");
    int size = kind.names().size();
    // A term stands in many pairs: each is held once.
    Map<String, String> held = new HashMap<>();
    table.read(
        columns,
        row -> {
          long count = row.number(size);
          if (count > 0 && (!hasUnit || row.text(size + 1).equals(unit))) {
            String name = held.computeIfAbsent(row.text(0), text -> text);
            counted.accept(
                size == 1
                    ? List.of(name)
                    : List.of(name, held.computeIfAbsent(row.text(1), text -> text)),
                count);
          }
        });
  }

  /** The ranks of counts. */
  private static final class Ranks {
    private final long[] counts;

    Ranks(LongStream counts) {
      this.counts = counts.sorted().toArray();
    }

    long size() {
      return counts.length;
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
