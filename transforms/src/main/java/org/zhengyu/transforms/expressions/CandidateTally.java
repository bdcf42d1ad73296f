package org.zhengyu.transforms.expressions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.Segmenter;

/**
 * Counts in one split all occurrences of the expressions that are looked at closely, with the words
 * beside them and the earliest place, and the occurrences of their parts.
 */
public final class CandidateTally {
  private static final int CONTEXT_WIDTH = 20;

  private final WordRoles roles;
  private final PhraseParts parts;

  /**
   * A tally.
   *
   * @param stopWords words that are no ends of an expression
   * @param segmenter finds the words inside phrases
   */
  public CandidateTally(StopWords stopWords, Segmenter segmenter) {
    this.roles = new WordRoles(stopWords);
    this.parts = new PhraseParts(segmenter);
  }

  /** Counts in the documents that count; what was counted is dealt to buckets by its number. */
  public void count(
      SegmentedSplit split, LongPredicate counts, SelectedExpressions selected, BucketWriter out) {
    SplitWords words = new SplitWords(split.types(), roles);
    Counter counter = new Counter(words, selected);
    ExpressionFinder.find(split, words, counts, counter);
    counter.deal(out);
  }

  private final class Counter implements ExpressionFinder.Receiver {
    private final SplitWords words;
    private final SelectedExpressions selected;
    private final long[] tf;
    private final long[] df;
    private final long[] quotedCounts;
    private final long[] sentences;
    private final int[] lastDocument;

    /** Of every expression the last document that was asked whether it is earlier than the best. */
    private final int[] lastLooked;

    private final FirstDocuments[] firsts;
    private final Example[] examples;
    private final ExpressionFinder.Context[] contexts;
    private final long[] typeCounts;

    /** Of every type the number of the text that it is, or -1. */
    private final int[] numbers;

    /** Of every type whether a text begins with it and goes on, as far as a hash tells. */
    private final boolean[] mayGoOn;

    private final NeighbourCounts neighbours;
    private ExpressionFinder.Sentence sentence;

    /** Of the sentence, see {@link DifferentSentences}; 0 until it is asked for. */
    private long sentenceBit;

    private int documents;
    private String docId = "";
    private @Nullable LocalDate date;
    private FirstDocuments.@Nullable Dated dated;

    Counter(SplitWords words, SelectedExpressions selected) {
      this.words = words;
      this.selected = selected;
      tf = new long[selected.size()];
      int candidates = selected.candidates();
      df = new long[candidates];
      quotedCounts = new long[candidates];
      sentences = new long[candidates];
      neighbours = new NeighbourCounts(2 * candidates);
      lastDocument = new int[candidates];
      lastLooked = new int[candidates];
      firsts = new FirstDocuments[candidates];
      examples = new Example[candidates];
      contexts = new ExpressionFinder.Context[candidates];
      int types = words.lengths().length;
      typeCounts = new long[types];
      numbers = new int[types];
      mayGoOn = new boolean[types];
      for (int type = 0; type < types; type++) {
        numbers[type] = selected.find(words.text(type));
        mayGoOn[type] = selected.mayGoOn(words.hash(0, type));
      }
    }

    @Override
    public void document(CountedDocument document, PackedReader joints) {
      documents++;
      docId = document.id();
      KnownDate known = DocumentStanding.unpack(joints).date();
      date = known == null ? null : known.first();
      dated = known == null ? null : new FirstDocuments.Dated(document.key(), document.id(), known);
    }

    @Override
    public void sentence(ExpressionFinder.Sentence begun) {
      sentence = begun;
      sentenceBit = 0;
      for (int word = 0; word < begun.count(); word++) {
        int type = begun.type(word);
        typeCounts[type]++;
        if (begun.isPhraseAsListed(word)) {
          countParts(word, parts.of(words.text(type)));
        }
      }
    }

    private void countParts(int word, List<PhraseParts.Part> inside) {
      for (int i = 0; i < inside.size(); i++) {
        PhraseParts.Part part = inside.get(i);
        int number = selected.find(part.text());
        if (number >= 0) {
          tf[number]++;
          if (number < selected.candidates()) {
            seeIn(number);
            if (part.quoted()) {
              quotedCounts[number]++;
              neighbours.addEdge(2 * number);
              neighbours.addEdge(2 * number + 1);
              int begin = sentence.joints().begin(word) + part.begin();
              place(number, word, word + 1, begin, begin + part.length());
            }
          }
        }
      }
    }

    @Override
    public boolean mayBegin(int word) {
      int type = sentence.type(word);
      return mayGoOn[type] || isCandidate(numbers[type]);
    }

    @Override
    public boolean run(int from, int to, boolean quoted, long hash) {
      // A part that is one word is counted with the types.
      boolean isWord = to - from == 1;
      int number = isWord ? numbers[sentence.type(from)] : selected.find(sentence, from, to, hash);
      if (isCandidate(number)) {
        tf[number]++;
        quotedCounts[number] += quoted ? 1 : 0;
        seeIn(number);
        place(number, from, to, sentence.joints().begin(from), sentence.joints().end(to - 1));
        neighbour(2 * number, sentence.isBare(from), from - 1);
        neighbour(2 * number + 1, sentence.isBare(to), to);
      } else if (number >= 0 && !isWord) {
        tf[number]++;
      }
      return selected.mayGoOn(hash);
    }

    private boolean isCandidate(int number) {
      return number >= 0 && number < selected.candidates();
    }

    @Override
    public void quotation(int from, int to, String text) {
      int number = selected.find(text);
      if (number < 0) {
        return;
      }
      tf[number]++;
      if (number < selected.candidates()) {
        quotedCounts[number]++;
        neighbours.addEdge(2 * number);
        neighbours.addEdge(2 * number + 1);
        seeIn(number);
        place(number, from, to, sentence.joints().begin(from), sentence.joints().end(to - 1));
      }
    }

    private void neighbour(int side, boolean isBare, int word) {
      if (isBare && !sentence.is(word, WordRoles.DIVIDES)) {
        neighbours.add(side, sentence.type(word));
      } else {
        neighbours.addEdge(side);
      }
    }

    private void seeIn(int number) {
      sentences[number] |= sentenceBit();
      if (lastDocument[number] != documents) {
        lastDocument[number] = documents;
        df[number]++;
        if (dated != null && mayBeFirst(dated, firsts[number])) {
          firsts[number] = FirstDocuments.ofBoth(firsts[number], FirstDocuments.of(dated));
        }
      }
    }

    private long sentenceBit() {
      if (sentenceBit == 0) {
        long hash = 0;
        for (int word = 0; word < sentence.count(); word++) {
          hash = words.hash(hash, sentence.type(word));
        }
        sentenceBit = DifferentSentences.bit(hash);
      }
      return sentenceBit;
    }

    /** Most documents begin after another has ended, and need not be looked at. */
    private static boolean mayBeFirst(
        FirstDocuments.Dated document, @Nullable FirstDocuments others) {
      return others == null || !document.date().first().isAfter(others.smallestLastDay());
    }

    private void place(int number, int from, int to, int begin, int end) {
      Example best = examples[number];
      if (lastLooked[number] == documents
          && (best.begin() <= begin || !best.docId().equals(docId))) {
        return;
      }
      lastLooked[number] = documents;
      Example here = new Example(date, docId, begin, end, "");
      if (best == null || here.isBefore(best)) {
        examples[number] = here;
        contexts[number] = sentence.context(from, to, CONTEXT_WIDTH);
      }
    }

    void deal(BucketWriter out) {
      for (int type = 0; type < typeCounts.length; type++) {
        if (numbers[type] >= selected.candidates()) {
          tf[numbers[type]] += typeCounts[type];
        }
      }
      neighbours.arrange();
      PackedWriter key = new PackedWriter();
      PackedWriter value = new PackedWriter();
      for (int number = 0; number < tf.length; number++) {
        if (tf[number] > 0) {
          key.clear();
          key.putInt(number);
          value.clear();
          pack(number, value);
          out.add(number % out.buckets(), key, value);
        }
      }
      out.passAll();
    }

    private void pack(int number, PackedWriter out) {
      if (!isCandidate(number)) {
        CandidateCounts.pack(
            out,
            tf[number],
            /* df= */ 0,
            /* quoted= */ 0,
            /* sentences= */ 0,
            /* first= */ null,
            /* example= */ null);
        return;
      }
      CandidateCounts.pack(
          out,
          tf[number],
          df[number],
          quotedCounts[number],
          sentences[number],
          firsts[number],
          example(number));
      neighbours.pack(2 * number, words, out);
      neighbours.pack(2 * number + 1, words, out);
    }

    private @Nullable Example example(int number) {
      Example place = examples[number];
      if (place == null) {
        return null;
      }
      String context = contexts[number].text(words);
      return new Example(place.date(), place.docId(), place.begin(), place.end(), context);
    }
  }
}
