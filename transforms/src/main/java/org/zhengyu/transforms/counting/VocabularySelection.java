package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Selects the vocabulary: every phrase that occurs, and of the content terms the most frequent. */
public final class VocabularySelection {
  private VocabularySelection() {}

  /**
   * The vocabulary of what all buckets propose. The choice is exact, for a bucket proposes as many
   * terms as the whole vocabulary may have. Of an empty corpus the vocabulary is empty.
   *
   * @throws IllegalStateException if the buckets disagree on the size of the corpus
   */
  public static Vocabulary of(List<ProposedTerms> all, VocabularyLimits limits) {
    CorpusTotals totals = CorpusTotals.NONE;
    List<Member> phrases = new ArrayList<>();
    List<Member> content = new ArrayList<>();
    for (ProposedTerms proposed : all) {
      if (proposed.equals(ProposedTerms.NONE)) {
        continue;
      }
      if (totals.equals(CorpusTotals.NONE)) {
        totals = proposed.totals();
      } else if (!proposed.totals().equals(totals)) {
        throw new IllegalStateException(
            "one bucket counted " + proposed.totals() + ", another " + totals);
      }
      addMembers(proposed.phrases(), phrases);
      addMembers(proposed.contentTerms(), content);
    }
    content.sort(VocabularyLimits.MOST_FREQUENT_FIRST);
    List<Member> selected =
        new ArrayList<>(content.subList(0, Math.min(limits.size(), content.size())));
    selected.addAll(phrases);
    selected.sort(VocabularyLimits.BY_CODE_POINTS);
    return new Vocabulary(totals, selected);
  }

  private static void addMembers(SortedRun run, List<Member> members) {
    SortedRunCursor cursor = run.cursor();
    while (cursor.next()) {
      members.add(Member.unpack(cursor.value()));
    }
  }
}
