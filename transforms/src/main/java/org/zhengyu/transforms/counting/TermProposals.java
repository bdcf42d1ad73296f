package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.PriorityQueue;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * What one bucket of terms proposes for the vocabulary: every phrase, and as many of its most
 * frequent content terms as the whole vocabulary may have.
 */
final class TermProposals {
  private final VocabularyLimits limits;
  private final SortedRunBuilder phrases = new SortedRunBuilder();
  private final PriorityQueue<Member> best =
      new PriorityQueue<>(VocabularyLimits.MOST_FREQUENT_FIRST.reversed());

  TermProposals(VocabularyLimits limits) {
    this.limits = limits;
  }

  /** Considers a term, given in UTF-8, by its counts in the whole corpus. */
  void consider(byte[] term, TermEntry entry) {
    if (!Vocabulary.mayHold(entry.isContent(), entry.phrase())) {
      return;
    }
    if (entry.phrase() >= 0) {
      add(phrases, member(term, entry));
    } else if (entry.margins().sentences() >= limits.minTermFrequency()) {
      best.add(member(term, entry));
      if (best.size() > limits.size()) {
        best.poll();
      }
    }
  }

  private static Member member(byte[] term, TermEntry entry) {
    return new Member(new String(term, UTF_8), entry.margins());
  }

  /** The proposals, in a corpus of these sizes. */
  ProposedTerms within(CorpusTotals totals) {
    SortedRunBuilder contentTerms = new SortedRunBuilder();
    best.forEach(member -> add(contentTerms, member));
    return new ProposedTerms(totals, phrases.build(), contentTerms.build());
  }

  private static void add(SortedRunBuilder run, Member member) {
    PackedWriter packed = new PackedWriter();
    member.pack(packed);
    run.add(member.term().getBytes(UTF_8), packed);
  }
}
