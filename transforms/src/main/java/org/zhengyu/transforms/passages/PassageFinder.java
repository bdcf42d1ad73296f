package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;

/** Finds every place in one split where a passage of the corpus stands. */
public final class PassageFinder {
  /** A passage by its types, and what is known of it in this split. */
  private static final class Passage {
    private final int[] types;
    private final byte[] id;
    private long documents;
    private long occurrences;
    private @Nullable FirstDocuments first;
    private PassageSummary.@Nullable Example example;

    /** Its occurrences in the current document, by their first tokens. */
    private int[] begins = new int[2];

    private int count;

    Passage(int[] types, byte[] id) {
      this.types = types;
      this.id = id;
    }

    void add(int begin) {
      if (count == begins.length) {
        begins = Arrays.copyOf(begins, 2 * count);
      }
      begins[count++] = begin;
    }

    /** Counts its occurrences in a document. */
    void count(DocumentTokens in) {
      documents++;
      occurrences += count;
      KnownDate date = in.standing().date();
      if (date != null) {
        CountedDocument document = in.document();
        FirstDocuments alone =
            FirstDocuments.of(new FirstDocuments.Dated(document.key(), document.id(), date));
        first = FirstDocuments.ofBoth(first, alone);
      }
    }

    PassageSummary summary() {
      return new PassageSummary(types.length, documents, occurrences, first, example);
    }
  }

  private final int length;
  private final TermsOfSplit terms;
  private final BucketWriter occurrences;
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();

  /** Sorted by their types, so that those with the same beginning stand together. */
  private final Passage[] passages;

  /** Of the hash of a shingle the first passage that begins with it. */
  private final Map<Long, Integer> firstWith = new HashMap<>();

  private final List<Passage> met = new ArrayList<>();
  private long[] hashes = {};
  private DocumentTokens tokens;

  private PassageFinder(int length, JoinedSplit joined, BucketWriter occurrences) {
    this.length = length;
    this.terms = new TermsOfSplit(joined.split().types());
    this.occurrences = occurrences;
    Map<String, Integer> numbers = terms.numbers();
    List<Passage> told = new ArrayList<>();
    joined.tell(
        (words, nothing) -> {
          int end = words.position() + words.remaining();
          byte[] id = PassageId.of(words.array(), words.position(), end);
          told.add(new Passage(TermsOfSplit.typesOf(words, numbers), id));
        });
    passages = told.toArray(Passage[]::new);
    Arrays.sort(passages, (a, b) -> Arrays.compare(a.types, b.types));
    for (int i = passages.length - 1; i >= 0; i--) {
      firstWith.put(Shingles.of(passages[i].types, length, terms.hashes()), i);
    }
  }

  /**
   * Finds the passages in the documents that count.
   *
   * @param length the tokens of the shortest passage
   * @param joined a split, and what {@link PassageMerge} tells it
   * @param summaries takes for each passage, by its id, its {@link PassageSummary} in this split
   * @param occurrences takes by the id and the key of a document {@link PassageOccurrences}
   */
  public static void find(
      int length,
      JoinedSplit joined,
      LongPredicate counts,
      BucketWriter summaries,
      BucketWriter occurrences) {
    PassageFinder finder = new PassageFinder(length, joined, occurrences);
    DocumentTokens.read(joined.split(), finder.terms, counts, finder::find);
    occurrences.passAll();
    finder.pass(summaries);
  }

  private void find(DocumentTokens document) {
    tokens = document;
    hashes = Shingles.of(tokens, length, terms.hashes(), hashes);
    for (int piece = 0; piece < tokens.pieces(); piece++) {
      int end = tokens.pieceEnd(piece);
      for (int token = tokens.pieceBegin(piece); token + length <= end; token++) {
        Integer first = firstWith.get(hashes[token]);
        if (first != null) {
          findFrom(token, end, first);
        }
      }
    }
    for (Passage passage : met) {
      end(passage);
    }
    met.clear();
  }

  /** Finds the passages that begin with a token; the first of those with its shingle is known. */
  private void findFrom(int token, int end, int first) {
    int[] types = tokens.types();
    int from = first;
    int to = passages.length;
    for (int same = 0; from < to; same++) {
      while (from < to && passages[from].types.length == same) {
        meet(passages[from++], token);
      }
      if (token + same == end) {
        return;
      }
      from = firstNotBefore(from, to, same, types[token + same]);
      to = firstNotBefore(from, to, same, types[token + same] + 1);
    }
  }

  /**
   * Of passages with the same words up to a place, the first that has there no smaller type than
   * this. The next one is looked at first, for mostly there are few.
   */
  private int firstNotBefore(int from, int to, int place, int type) {
    int low = from;
    int step = 1;
    while (low + step <= to && passages[low + step - 1].types[place] < type) {
      low += step;
      step *= 2;
    }
    int high = Math.min(to, low + step - 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passages[middle].types[place] < type) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void meet(Passage passage, int token) {
    if (passage.count == 0) {
      met.add(passage);
    }
    passage.add(token);
  }

  /** Ends the current document for a passage that stands in it. */
  private void end(Passage passage) {
    long document = tokens.document().key();
    String docId = tokens.document().id();
    int size = passage.types.length;
    passage.count(tokens);
    if (passage.example == null || passage.example.key() > document) {
      int begin = passage.begins[0];
      passage.example =
          new PassageSummary.Example(
              document,
              docId,
              tokens.begin(begin),
              tokens.end(begin + size - 1),
              text(begin, begin + size));
    }
    key.clear();
    key.putRaw(passage.id, 0, PassageId.BYTES).putLong(document);
    value.clear();
    PassageOccurrences.start(docId, passage.count, value);
    for (int i = 0; i < passage.count; i++) {
      int begin = passage.begins[i];
      PassageOccurrences.put(tokens.begin(begin), tokens.end(begin + size - 1), value);
    }
    occurrences.add(bucket(passage, occurrences), key, value);
    passage.count = 0;
  }

  /** What stands in the text, as it was counted. */
  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int token = from; token < to; token++) {
      if (token > from) {
        long gap = tokens.gap(token);
        text.append(gap == Joints.LONG ? "…" : Joints.charsOf(gap));
      }
      text.append(terms.text(tokens.types()[token]));
    }
    return text.toString();
  }

  private void pass(BucketWriter summaries) {
    for (Passage passage : passages) {
      value.clear();
      passage.summary().pack(value);
      summaries.add(bucket(passage, summaries), passage.id, value);
    }
    summaries.passAll();
  }

  private static int bucket(Passage passage, BucketWriter out) {
    return Buckets.of(passage.id, out.buckets());
  }
}
