package org.zhengyu.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredRow;

/**
 * The best rows of each of several kinds, so many of a kind and no more, whatever the order in
 * which they come.
 */
final class Ranking {

  /** A row that is kept, and its score: the more, the better. */
  private static final class Ranked {
    /**
     * The better first; of those with one score the one of the smaller measure, and then the one
     * whose values come first as texts.
     */
    static final Comparator<Ranked> BETTER =
        Comparator.comparingDouble((Ranked ranked) -> ranked.score)
            .reversed()
            .thenComparing(ranked -> ranked.tied)
            .thenComparing(Ranked::text);

    private final double score;
    private final double tied;
    private final @Nullable Object[] values;
    private @Nullable String text;

    Ranked(double score, double tied, @Nullable Object[] values) {
      this.score = score;
      this.tied = tied;
      this.values = values;
    }

    /** All values as one text, which is made only where scores do not decide. */
    private String text() {
      if (text == null) {
        text = Arrays.toString(values);
      }
      return text;
    }
  }

  private static final long FNV_PRIME = 0x100000001b3L;

  private final int ofEach;
  private final Map<Object, PriorityQueue<Ranked>> kinds = new HashMap<>();
  private long offered;

  Ranking(int ofEach) {
    this.ofEach = ofEach;
  }

  /** How many rows were offered. */
  long offered() {
    return offered;
  }

  /** Offers a row. */
  void offer(Object kind, double score, StoredRow row) {
    offer(kind, score, 0, row::values);
  }

  /**
   * Offers a row.
   *
   * @param tied by which rows of one score are ranked, the smallest first
   */
  void offer(Object kind, double score, double tied, StoredRow row) {
    offer(kind, score, tied, row::values);
  }

  /** Offers the values of a row, which are made if it is kept. */
  void offer(Object kind, double score, Supplier<@Nullable Object[]> row) {
    offer(kind, score, 0, row);
  }

  void offer(Object kind, double score, double tied, Supplier<@Nullable Object[]> row) {
    offered++;
    if (ofEach == 0) {
      return;
    }
    PriorityQueue<Ranked> kept =
        kinds.computeIfAbsent(kind, any -> new PriorityQueue<>(Ranked.BETTER.reversed()));
    if (kept.size() < ofEach) {
      kept.add(new Ranked(score, tied, row.get()));
    } else if (score >= kept.element().score) {
      kept.add(new Ranked(score, tied, row.get()));
      kept.remove();
    }
  }

  /** The rows: first the best of every kind, then the second best, and so on. */
  List<@Nullable Object[]> rows() {
    List<List<Ranked>> sorted =
        kinds.entrySet().stream()
            .sorted(Comparator.comparing(kind -> kind.getKey().toString()))
            .map(kind -> kind.getValue().stream().sorted(Ranked.BETTER).toList())
            .toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int rank = 0; rank < ofEach; rank++) {
      int before = rows.size();
      for (List<Ranked> kind : sorted) {
        if (rank < kind.size()) {
          rows.add(kind.get(rank).values);
        }
      }
      if (rows.size() == before) {
        return rows;
      }
    }
    return rows;
  }

  /**
   * How many of each kind may be kept so that there are at most so many of all.
   *
   * @param counts how many there are of each kind
   */
  static int ofEach(Iterable<Long> counts, long ofAll) {
    int most = 0;
    long step = 1 << 20;
    while (step > 0) {
      long total = 0;
      for (long count : counts) {
        total += Math.min(count, most + step);
      }
      if (total <= ofAll) {
        most += (int) step;
      }
      step /= 2;
    }
    return most;
  }

  /** A score that draws rows as by lot, always the same ones for a seed: from 0 up to 1. */
  static double lot(String key, long seed) {
    return lot(hash(key, seed));
  }

  /** The same of one of several places within something, of which the hash is known. */
  static double lot(long hashOfWhole, int place) {
    return lot((hashOfWhole ^ place) * FNV_PRIME);
  }

  /** A hash (FNV-1a) that differs with the seed. */
  static long hash(String key, long seed) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (byte b : key.getBytes(UTF_8)) {
      hash = (hash ^ b) * FNV_PRIME;
    }
    return hash;
  }

  private static double lot(long hashed) {
    long hash = hashed;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return ((hash ^ (hash >>> 33)) >>> 11) * 0x1.0p-53;
  }
}
