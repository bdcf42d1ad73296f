package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Finds every place in one split where a passage of the corpus stands, and what its documents have
 * from earlier ones.
 */
public final class PassageFinder {
  /**
   * What takes the findings.
   *
   * @param summaries for each passage, by its id, its {@link PassageSummary} in this split
   * @param occurrences by the id of a passage and the key of a document {@link PassageOccurrences}
   * @param reuses by the key of a document its {@link Reuse}
   * @param descents by the key of a document and that of its source their {@link Descent}
   * @param excerpts what {@link DuplicateClusters} reads, of documents that are mostly in another
   */
  public record Writers(
      BucketWriter summaries,
      BucketWriter occurrences,
      BucketWriter reuses,
      BucketWriter descents,
      BucketWriter excerpts) {
    private void passAll() {
      summaries.passAll();
      occurrences.passAll();
      reuses.passAll();
      descents.passAll();
      excerpts.passAll();
    }
  }

  /**
   * The share of an excerpt that stood in its original. Of two documents of the same length of
   * which each has so much of the other the similarity is {@link ReprintFinder#LEAST}.
   */
  private static final double LEAST_OF_EXCERPT = 2 / 3.0;

  private final int length;
  private final TermsOfSplit terms;
  private final Writers out;
  private final LikenessWriter likenesses;
  private final DocumentDescent descent = new DocumentDescent(new DescentWriter());
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();

  /** Sorted by their types, so that those with the same beginning stand together. */
  private final FoundPassage[] passages;

  /** Of the hash of a shingle the first passage that begins with it. */
  private final Map<Long, Integer> firstWith = new HashMap<>();

  private final List<FoundPassage> met = new ArrayList<>();
  private final List<LeftOutTokens> leftOut;
  private long[] hashes = {};
  private DocumentTokens tokens;

  private PassageFinder(int length, List<LeftOutTokens> leftOut, JoinedSplit joined, Writers out) {
    this.leftOut = leftOut;
    this.length = length;
    this.terms = new TermsOfSplit(joined.split().types());
    this.out = out;
    this.likenesses = new LikenessWriter(out.excerpts());
    Map<String, Integer> numbers = terms.numbers();
    List<FoundPassage> told = new ArrayList<>();
    joined.tell(
        (words, known) -> {
          int end = words.position() + words.remaining();
          byte[] id = PassageId.of(words.array(), words.position(), end);
          told.add(
              new FoundPassage(
                  TermsOfSplit.typesOf(words, numbers),
                  id,
                  known.getNullable(EarliestDocument::unpack),
                  known.getBoolean()));
        });
    passages = told.toArray(FoundPassage[]::new);
    Arrays.sort(passages, (a, b) -> Arrays.compare(a.types(), b.types()));
    for (int i = passages.length - 1; i >= 0; i--) {
      firstWith.put(Shingles.of(passages[i].types(), length, terms.hashes()), i);
    }
  }

  /**
   * Finds the passages in the documents that count.
   *
   * @param length the tokens of the shortest passage
   * @param leftOut to each of these the tokens of passages are added
   * @param joined a split, and what {@link PassageMerge} tells it
   */
  public static void find(
      int length,
      List<LeftOutTokens> leftOut,
      JoinedSplit joined,
      LongPredicate counts,
      Writers out) {
    PassageFinder finder = new PassageFinder(length, leftOut, joined, out);
    DocumentTokens.read(joined.split(), finder.terms, counts, finder::find);
    finder.passSummaries();
    out.passAll();
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
    for (FoundPassage passage : met) {
      pass(passage);
    }
    descent.find(tokens, met);
    leftOut.forEach(each -> each.add(tokens, met));
    for (FoundPassage passage : met) {
      passage.endDocument(tokens);
    }
    met.clear();
  }

  /** Finds the passages that begin with a token; the first of those with its shingle is known. */
  private void findFrom(int token, int end, int first) {
    int[] types = tokens.types();
    int from = first;
    int to = passages.length;
    for (int same = 0; from < to; same++) {
      while (from < to && passages[from].tokens() == same) {
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
    while (low + step <= to && passages[low + step - 1].types()[place] < type) {
      low += step;
      step *= 2;
    }
    int high = Math.min(to, low + step - 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (passages[middle].types()[place] < type) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void meet(FoundPassage passage, int token) {
    if (passage.count() == 0) {
      met.add(passage);
    }
    passage.add(token);
  }

  /** Passes on where a passage stands in the current document. */
  private void pass(FoundPassage passage) {
    String docId = tokens.document().id();
    if (passage.mayBeExample(tokens)) {
      passage.setExample(tokens, text(passage.begin(0), passage.begin(0) + passage.tokens()));
    }
    key.clear();
    key.putRaw(passage.id(), 0, PassageId.BYTES).putLong(tokens.document().key());
    value.clear();
    PassageOccurrences.start(docId, passage.count(), value);
    for (int i = 0; i < passage.count(); i++) {
      int last = passage.begin(i) + passage.tokens() - 1;
      PassageOccurrences.put(tokens.begin(passage.begin(i)), tokens.end(last), value);
    }
    out.occurrences().add(bucket(passage, out.occurrences()), key, value);
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

  private void passSummaries() {
    for (FoundPassage passage : passages) {
      value.clear();
      passage.summary().pack(value);
      out.summaries().add(bucket(passage, out.summaries()), passage.id(), value);
    }
  }

  private static int bucket(FoundPassage passage, BucketWriter out) {
    return Buckets.of(passage.id(), out.buckets());
  }

  /** Passes on what the current document has from earlier ones. */
  private final class DescentWriter implements DocumentDescent.Receiver {
    @Override
    public void reuse(Reuse reuse) {
      startDocument();
      reuse.pack(value);
      add(out.reuses());
    }

    @Override
    public void descent(EarliestDocument source, Descent descent) {
      startDocument();
      key.putLong(source.key());
      descent.pack(value);
      add(out.descents());
      double share = (double) descent.tokens() / tokens.count();
      if (share >= LEAST_OF_EXCERPT) {
        ClusterMember original =
            new ClusterMember(source.key(), source.id(), source.standing().date());
        likenesses.add(ClusterMember.of(tokens), original, DuplicateRole.EXCERPT, share);
      }
    }

    private void startDocument() {
      key.clear();
      key.putLong(tokens.document().key());
      value.clear();
    }

    private void add(BucketWriter writer) {
      writer.add((int) (tokens.document().key() % writer.buckets()), key, value);
    }
  }
}
