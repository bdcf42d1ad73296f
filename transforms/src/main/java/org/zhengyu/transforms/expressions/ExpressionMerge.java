package org.zhengyu.transforms.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Adds up what the splits counted of the expressions of one bucket, and proposes those that are
 * worth a closer look: as many as there may be in all, those first that may score most.
 */
public final class ExpressionMerge {
  /** Amounts, and what no lexicon can hold: patterns, comments, blanks at either end. */
  private static final Pattern NO_PHRASE =
      Pattern.compile("[0-9０-９.．%％百千万亿年月日时点个+-]+|.*[*!#\"].*|\\s.*|.*\\s");

  /** An expression with its counts, and the most that it can score. */
  private record Proposal(String text, ExpressionCounts counts, double most) {
    Proposal(String text, ExpressionCounts counts) {
      this(text, counts, CandidateScore.most(text, counts));
    }
  }

  private static final Comparator<Proposal> MOST_FIRST =
      Comparator.comparingDouble((Proposal proposal) -> -proposal.most)
          .thenComparing(Proposal::text);

  private ExpressionMerge() {}

  /**
   * The proposals of a bucket, from an expression in UTF-8 to its {@link ExpressionCounts}.
   *
   * @param runs what the splits counted
   * @param minTf how often one must occur outside phrases
   * @param isListed whether an expression is a phrase or in the vocabulary
   */
  public static SortedRun merge(Iterable<SortedRun> runs, long minTf, Predicate<String> isListed) {
    PriorityQueue<Proposal> best = new PriorityQueue<>(MOST_FIRST.reversed());
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      ExpressionCounts counts = ExpressionCounts.NONE;
      while (merge.nextValue()) {
        counts = counts.plus(ExpressionCounts.unpack(merge.value()));
      }
      if (counts.own() >= minTf && counts.df() >= CandidateLimits.MIN_DF) {
        String text = new String(merge.key(), UTF_8);
        if (!NO_PHRASE.matcher(text).matches() && !isListed.test(text)) {
          add(best, new Proposal(text, counts));
        }
      }
    }
    return pack(best);
  }

  /** The best proposals of two runs of them. */
  public static SortedRun best(List<SortedRun> proposals) {
    PriorityQueue<Proposal> best = new PriorityQueue<>(MOST_FIRST.reversed());
    SortedRunMerge merge = SortedRunMerge.of(proposals);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        PackedReader value = merge.value();
        add(best, new Proposal(new String(merge.key(), UTF_8), ExpressionCounts.unpack(value)));
      }
    }
    return pack(best);
  }

  private static void add(PriorityQueue<Proposal> best, Proposal proposal) {
    best.add(proposal);
    if (best.size() > CandidateLimits.MOST) {
      best.poll();
    }
  }

  private static SortedRun pack(PriorityQueue<Proposal> best) {
    SortedRunBuilder run = new SortedRunBuilder();
    PackedWriter value = new PackedWriter();
    for (Proposal proposal : best) {
      value.clear();
      proposal.counts.pack(value);
      run.add(proposal.text.getBytes(UTF_8), value);
    }
    return run.build();
  }
}
