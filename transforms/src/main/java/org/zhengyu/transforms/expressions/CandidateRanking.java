package org.zhengyu.transforms.expressions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.expressions.CandidateMerge.Measured;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.stats.CValue;
import org.zhengyu.transforms.stats.NewWords;

/**
 * Ranks the expressions that were looked at closely by their {@link CandidateScore}.
 *
 * <p>What may be a phrase for no other reason than that it was seen in quotation marks, for it is
 * one word, or has a function word at an end, is none unless those marks are a habit: 以下 is quoted
 * now and then, and stands without them a thousand times as often. Nor is one what documents have
 * in common because they repeat the same sentences.
 */
public final class CandidateRanking {
  /** Less freedom than this, in nats, has only a piece of something, unless it is quoted. */
  private static final double LEAST_FREEDOM = 1;

  /** A candidate and its score. */
  private record Scored(Candidate candidate, double score) {}

  private final SelectedExpressions selected;
  private final Measured[] measured;
  private final long tokens;

  private CandidateRanking(SelectedExpressions selected, Measured[] measured, long tokens) {
    this.selected = selected;
    this.measured = measured;
    this.tokens = tokens;
  }

  /**
   * The candidates, the best first.
   *
   * @param selected what was looked at closely
   * @param runs what came of it, from {@link CandidateMerge#merge}
   * @param tokens how many the corpus has
   */
  public static List<Candidate> rank(
      SelectedExpressions selected, Iterable<SortedRun> runs, long tokens) {
    Measured[] measured = new Measured[selected.size()];
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        int number = new PackedReader(merge.key()).getInt();
        measured[number] = Measured.unpack(merge.value());
      }
    }
    return new CandidateRanking(selected, measured, tokens).ranked();
  }

  private List<Candidate> ranked() {
    Map<List<String>, Long> frequencies = new LinkedHashMap<>();
    for (int number = 0; number < selected.candidates(); number++) {
      frequencies.put(characters(selected.text(number)), measured[number].tf());
    }
    Map<List<String>, Double> cValues = CValue.cValues(frequencies);
    List<Scored> scored = new ArrayList<>();
    for (int number = 0; number < selected.candidates(); number++) {
      Measured found = measured[number];
      Candidate candidate =
          new Candidate(
              selected.text(number),
              found.tf(),
              found.df(),
              found.quoted(),
              cohesion(number),
              found.leftEntropy(),
              found.rightEntropy(),
              cValues.get(characters(selected.text(number))),
              found.first(),
              found.example());
      if (isPhrase(candidate, selected.selectedFor(number))
          && !DifferentSentences.areRepeated(found.sentences(), found.df())) {
        scored.add(new Scored(candidate, CandidateScore.of(candidate, selected.verbs(number))));
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored each) -> -each.score)
            .thenComparing(each -> each.candidate.text()));
    return scored.stream().map(Scored::candidate).toList();
  }

  private static boolean isPhrase(Candidate candidate, ExpressionCounts selectedFor) {
    return CandidateScore.isQuoted(candidate.quoted(), candidate.tf())
        || (!selectedFor.isOnlyQuoted()
            && NewWords.freedom(candidate.leftEntropy(), candidate.rightEntropy())
                >= LEAST_FREEDOM);
  }

  private @Nullable Double cohesion(int number) {
    List<Integer> borders = selected.borders(number);
    if (borders.isEmpty()) {
      return null;
    }
    String text = selected.text(number);
    long whole = measured[number].tf();
    long[] left = new long[borders.size()];
    long[] right = new long[borders.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = countOf(text.substring(0, borders.get(i)), whole);
      right[i] = countOf(text.substring(borders.get(i)), whole);
    }
    return NewWords.cohesionLog2(whole, tokens, left, right);
  }

  /** How often a part occurs: at least wherever the whole does, if only as a part of words. */
  private long countOf(String part, long whole) {
    Measured found = measured[selected.find(part)];
    return found == null ? whole : Math.max(found.tf(), whole);
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
