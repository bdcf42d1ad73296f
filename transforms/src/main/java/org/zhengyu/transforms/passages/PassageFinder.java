package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Finds every place in one split where a passage of the corpus stands, and what its documents have
 * from earlier ones.
 */
public final class PassageFinder {
  /**
   * What takes the findings; null for those that nobody asks for.
   *
   * @param summaries for each passage, by its id, its {@link PassageSummary} in this split
   * @param occurrences by the id of a passage and the key of a document {@link PassageOccurrences}
   * @param reuses by the key of a document its {@link Reuse}
   * @param descents by the key of a document and that of its source their {@link Descent}
   * @param excerpts what {@link DuplicateClusters} reads, of documents that are mostly in another
   */
  public record Writers(
      @Nullable BucketWriter summaries,
      @Nullable BucketWriter occurrences,
      @Nullable BucketWriter reuses,
      @Nullable BucketWriter descents,
      @Nullable BucketWriter excerpts) {
    private boolean askForDescent() {
      return reuses != null || descents != null || excerpts != null;
    }

    private void passAll() {
      Stream.of(summaries, occurrences, reuses, descents, excerpts)
          .filter(Objects::nonNull)
          .forEach(BucketWriter::passAll);
    }
  }

  /**
   * What a split is told of a passage: where it stands in one of its documents.
   *
   * @param token with which token of the document it begins
   * @param tokens its length
   * @param firstDocument the key of the first document of the corpus that has it
   * @param earliest of all that have it, if that is asked for
   */
  private record ToldPassage(
      int token, int tokens, long firstDocument, @Nullable EarliestDocument earliest) {
    static ToldPassage of(PackedReader place, PackedReader known, boolean asksForEarliest) {
      return new ToldPassage(
          place.getInt(),
          place.getInt(),
          known.getLong(),
          asksForEarliest ? known.getNullable(EarliestDocument::unpack) : null);
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
  private final DocumentDescent descent = new DocumentDescent(new DescentWriter());
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();

  /** Sorted by their shingles and types, so that those with the same beginning stand together. */
  private final FoundPassage[] passages;

  /** Of the hash of a shingle the first passage that begins with one. */
  private final ShingleNumbers firstWith;

  /** Of that passage the first behind it that begins with a shingle of another hash. */
  private final int[] othersBehind;

  private final List<FoundPassage> met = new ArrayList<>();
  private final List<LeftOutTokens> leftOut;
  private long[] hashes = {};
  private DocumentTokens tokens;

  private PassageFinder(int length, List<LeftOutTokens> leftOut, JoinedSplit joined, Writers out) {
    this.leftOut = leftOut;
    this.length = length;
    this.terms = new TermsOfSplit(joined.split().types());
    this.out = out;
    passages = toldTo(joined);
    Arrays.sort(
        passages,
        Comparator.comparingLong(FoundPassage::shingle)
            .thenComparing(FoundPassage::types, Arrays::compare));
    firstWith = new ShingleNumbers(passages.length);
    othersBehind = new int[passages.length];
    int behind;
    for (int first = 0; first < passages.length; first = behind) {
      long shingle = passages[first].shingle();
      behind = first + 1;
      while (behind < passages.length && passages[behind].shingle() == shingle) {
        behind++;
      }
      othersBehind[first] = behind;
      firstWith.put(shingle, first);
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
    if (out.summaries() != null) {
      finder.passSummaries(out.summaries());
    }
    out.passAll();
  }

  /** The passages that a split is told, with the words that stand where it is told. */
  private FoundPassage[] toldTo(JoinedSplit joined) {
    Map<Long, List<ToldPassage>> told = new HashMap<>();
    joined.tell(
        (place, known) ->
            told.computeIfAbsent(place.getLong(), document -> new ArrayList<>())
                .add(ToldPassage.of(place, known, out.askForDescent())));
    List<FoundPassage> found = new ArrayList<>();
    DocumentTokens.read(
        joined.split(),
        terms,
        told::containsKey,
        document ->
            told.remove(document.document().key())
                .forEach(each -> found.add(read(each, document))));
    if (!told.isEmpty()) {
      throw new IllegalStateException("passages of documents not in their split: " + told.keySet());
    }
    return found.toArray(FoundPassage[]::new);
  }

  private FoundPassage read(ToldPassage told, DocumentTokens document) {
    int end = told.token() + told.tokens();
    int[] passage = Arrays.copyOfRange(document.types(), told.token(), end);
    key.clear();
    terms.put(passage, 0, passage.length, key);
    byte[] id = PassageId.of(key.array(), 0, key.size());
    long shingle = Shingles.of(passage, length, terms.hashes());
    return new FoundPassage(passage, shingle, id, told.earliest(), told.firstDocument());
  }

  private void find(DocumentTokens document) {
    tokens = document;
    hashes = Shingles.of(tokens, length, terms.hashes(), hashes);
    for (int piece = 0; piece < tokens.pieces(); piece++) {
      int end = tokens.pieceEnd(piece);
      for (int token = tokens.pieceBegin(piece); token + length <= end; token++) {
        int first = firstWith.get(hashes[token]);
        if (first != ShingleNumbers.NONE) {
          findFrom(token, end, first);
        }
      }
    }
    for (FoundPassage passage : met) {
      if (out.summaries() != null && passage.isFirstIn(document.document())) {
        int begin = passage.begin(0);
        passage.setExample(tokens, text(begin, begin + passage.tokens()));
      }
      if (out.occurrences() != null) {
        pass(passage, out.occurrences());
      }
    }
    if (out.askForDescent()) {
      descent.find(tokens, met);
    }
    leftOut.forEach(each -> each.add(tokens, met));
    FirstDocuments alone = alone();
    for (FoundPassage passage : met) {
      passage.endDocument(alone);
    }
    met.clear();
  }

  /** Finds the passages that begin with a token; the first of those with its shingle is known. */
  private void findFrom(int token, int end, int first) {
    int[] types = tokens.types();
    int from = first;
    int to = othersBehind[first];
    for (int same = 0; from < to; same++) {
      while (from < to && passages[from].tokens() == same) {
        meet(passages[from++], token);
      }
      if (token + same == end) {
        return;
      }
      int type = types[token + same];
      if (from < to && !(isAt(from, same, type) && isAt(to - 1, same, type))) {
        from = firstNotBefore(from, to, same, type);
        to = firstNotBefore(from, to, same, type + 1);
      }
    }
  }

  /** Whether a passage has a type at a place: of sorted ones that all have it if two ends do. */
  private boolean isAt(int passage, int place, int type) {
    return passages[passage].types()[place] == type;
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

  /** The current document alone, if it has a date. */
  private @Nullable FirstDocuments alone() {
    KnownDate date = tokens.standing().date();
    CountedDocument document = tokens.document();
    return date == null
        ? null
        : FirstDocuments.of(new FirstDocuments.Dated(document.key(), document.id(), date));
  }

  private void meet(FoundPassage passage, int token) {
    if (passage.count() == 0) {
      met.add(passage);
    }
    passage.add(token);
  }

  /** Passes on where a passage stands in the current document. */
  private void pass(FoundPassage passage, BucketWriter to) {
    String docId = tokens.document().id();
    key.clear();
    key.putRaw(passage.id(), 0, PassageId.BYTES).putLong(tokens.document().key());
    value.clear();
    PassageOccurrences.start(docId, passage.count(), value);
    for (int i = 0; i < passage.count(); i++) {
      int last = passage.begin(i) + passage.tokens() - 1;
      PassageOccurrences.put(tokens.begin(passage.begin(i)), tokens.end(last), value);
    }
    to.add(bucket(passage, to), key, value);
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

  private void passSummaries(BucketWriter to) {
    for (FoundPassage passage : passages) {
      value.clear();
      passage.summary().pack(value);
      to.add(bucket(passage, to), passage.id(), value);
    }
  }

  private static int bucket(FoundPassage passage, BucketWriter out) {
    return Buckets.of(passage.id(), out.buckets());
  }

  /** Passes on what the current document has from earlier ones. */
  private final class DescentWriter implements DocumentDescent.Receiver {
    @Override
    public void reuse(Reuse reuse) {
      if (out.reuses() != null) {
        startDocument();
        reuse.pack(value);
        add(out.reuses());
      }
    }

    @Override
    public void descent(EarliestDocument source, Descent descent) {
      if (out.descents() != null) {
        startDocument();
        key.putLong(source.key());
        descent.pack(value);
        add(out.descents());
      }
      double share = (double) descent.tokens() / tokens.count();
      if (out.excerpts() != null && share >= LEAST_OF_EXCERPT) {
        ClusterMember original =
            new ClusterMember(source.key(), source.id(), source.standing().date());
        new LikenessWriter(out.excerpts())
            .add(ClusterMember.of(tokens), original, DuplicateRole.EXCERPT, share);
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
