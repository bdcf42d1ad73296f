package org.zhengyu.transforms.passages;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.KnownDate;

/**
 * Finds what of a document comes from earlier ones. A token is copied if a passage that it lies in
 * stood in a document whose last day is before the first of this one. It is credited to one
 * passage, the longest of these; and to one document, that which has the passage and precedes for
 * certain all others that have it, if there is one. Of passages of the same length one with such a
 * document counts before others, then the one whose earliest document ends first. Not thread-safe.
 */
final class DocumentDescent {
  private static final Comparator<FoundPassage> LONGEST_FIRST =
      Comparator.comparingInt(FoundPassage::tokens)
          .reversed()
          .thenComparing(passage -> !passage.earliest().isCertain())
          .thenComparing(passage -> passage.earliest().last())
          .thenComparing(passage -> passage.earliest().key())
          .thenComparing(FoundPassage::id, Arrays::compareUnsigned);

  /** What is credited to one document. */
  private static final class Credit {
    private final EarliestDocument source;
    private long passages;
    private long tokens;
    private long longest;

    Credit(EarliestDocument source) {
      this.source = source;
    }
  }

  /** Takes what was found of a document. */
  interface Receiver {
    /** How much of the document stood earlier elsewhere. */
    void reuse(Reuse reuse);

    /** What it has from one source. */
    void descent(EarliestDocument source, Descent descent);
  }

  private final Receiver receiver;

  /** Of every token the next one, itself among them, that is not credited yet. */
  private int[] free = {};

  DocumentDescent(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Finds where the passages that stand in a document come from. */
  void find(DocumentTokens tokens, List<FoundPassage> met) {
    KnownDate date = tokens.standing().date();
    String docId = tokens.document().id();
    if (date == null) {
      receiver.reuse(new Reuse(docId, tokens.count(), /* isDated= */ false, 0, 0, 0, 0));
      return;
    }
    List<FoundPassage> earlier = new ArrayList<>();
    for (FoundPassage passage : met) {
      EarliestDocument earliest = passage.earliest();
      if (earliest != null && earliest.last().isBefore(date.first())) {
        earlier.add(passage);
      }
    }
    earlier.sort(LONGEST_FIRST);
    startDocument(tokens.count());
    long copied = 0;
    long unsourced = 0;
    Map<Long, Credit> credits = new TreeMap<>();
    for (FoundPassage passage : earlier) {
      long credited = credit(passage);
      copied += credited;
      if (!passage.earliest().isCertain()) {
        unsourced += credited;
      } else if (credited > 0) {
        Credit credit =
            credits.computeIfAbsent(
                passage.earliest().key(), key -> new Credit(passage.earliest()));
        credit.passages++;
        credit.tokens += credited;
        credit.longest = Math.max(credit.longest, passage.tokens());
      }
    }
    credits.values().forEach(each -> receiver.descent(each.source, descent(each, tokens)));
    long[] adapted = adapted(tokens);
    receiver.reuse(
        new Reuse(
            docId, tokens.count(), /* isDated= */ true, copied, unsourced, adapted[0], adapted[1]));
  }

  private static Descent descent(Credit credit, DocumentTokens tokens) {
    DocumentStanding target = tokens.standing();
    EarliestDocument source = credit.source;
    return new Descent(
        source.id(),
        tokens.document().id(),
        credit.passages,
        credit.tokens,
        credit.longest,
        ChronoUnit.DAYS.between(source.last(), target.date().first()),
        Direction.between(source.standing().level(), target.level()));
  }

  private void startDocument(int count) {
    if (free.length <= count) {
      free = new int[2 * count + 1];
    }
    for (int token = 0; token <= count; token++) {
      free[token] = token;
    }
  }

  /** Credits the tokens of a passage that are not credited yet, and says how many they are. */
  private long credit(FoundPassage passage) {
    long credited = 0;
    for (int i = 0; i < passage.count(); i++) {
      int end = passage.begin(i) + passage.tokens();
      for (int token = firstFree(passage.begin(i)); token < end; token = firstFree(token)) {
        free[token] = token + 1;
        credited++;
      }
    }
    return credited;
  }

  private int firstFree(int from) {
    int token = from;
    while (free[token] != token) {
      free[token] = free[free[token]];
      token = free[token];
    }
    return token;
  }

  /** The tokens of adapted sentences that are not copied, and how many sentences are adapted. */
  private long[] adapted(DocumentTokens tokens) {
    long adapted = 0;
    long sentences = 0;
    int begin = 0;
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int end = tokens.sentenceEnd(sentence);
      int rest = 0;
      for (int token = begin; token < end; token++) {
        rest += free[token] == token ? 1 : 0;
      }
      int copied = end - begin - rest;
      if (rest > 0 && 3L * copied >= end - begin) {
        adapted += rest;
        sentences++;
      }
      begin = end;
    }
    return new long[] {adapted, sentences};
  }
}
