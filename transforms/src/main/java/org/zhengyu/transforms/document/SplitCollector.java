package org.zhengyu.transforms.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.Map;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * Segments the documents of one input split as they are read, collects all that they yield, and
 * passes it on in pieces of bounded size.
 */
public final class SplitCollector implements DocumentReader.Receiver {
  /**
   * The tokens for counting that may be collected: it bounds the memory of one worker whatever the
   * plan says about a split. Only they are taken a whole document at a time; they are not sorted,
   * so that large elements do no harm.
   */
  private static final int MOST_TOKENS = 8 << 20;

  /** What becomes rows, each kind in a table of its own. */
  public enum Rows {
    /** From a document's key to its {@link DocumentRecord}. */
    DOCUMENTS,
    /** From a document's key and a piece's number to a {@link DocumentHead} and occurrences. */
    OCCURRENCES,
    /** From a document's key and a piece's number to a {@link DocumentHead} and sentences. */
    SENTENCES,
    /** From a document's key and a piece's number to a {@link DocumentHead} and tokens. */
    TOKENS,
    /** From a document's key to its {@link DocumentHead} and its text. */
    TEXTS,
    /** From the place in the input to a {@link Rejection}. */
    REJECTIONS
  }

  /** Takes what the split yields. */
  public interface Receiver {
    /** A document was segmented. */
    void document(DocumentRecord record);

    /** Tokens of whole documents, for counting. */
    void tokens(SegmentedSplit tokens);

    /** Rows of a kind. */
    void rows(Rows kind, SortedRun rows);

    /** From documents' ids to their {@link Identity}s. */
    void identities(SortedRun identities);

    /** Something for the report of the run. */
    void fact(RunFact fact);
  }

  private final DocumentSegmenter segmenter;
  private final boolean keepsTexts;
  private final Receiver receiver;
  private final Map<Rows, SortedRunBuilder> rows = new EnumMap<>(Rows.class);
  private final Map<Rejection.Reason, Long> refused = new EnumMap<>(Rejection.Reason.class);
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();
  private SegmentedSplit.Builder tokens = new SegmentedSplit.Builder();
  private SortedRunBuilder identities = new SortedRunBuilder();
  private long traditional;
  private long leftOut;

  /**
   * Collects what the segmenter makes of documents.
   *
   * @param keepsTexts whether their texts become rows too
   */
  public SplitCollector(DocumentSegmenter segmenter, boolean keepsTexts, Receiver receiver) {
    this.segmenter = segmenter;
    this.keepsTexts = keepsTexts;
    this.receiver = receiver;
    for (Rows kind : Rows.values()) {
      rows.put(kind, new SortedRunBuilder());
    }
  }

  @Override
  public void document(PolicyDocument document) {
    DocumentRecord record = segmenter.segment(document, tokens, new Pieces(document.key()));
    startEntry(document.key());
    record.pack(value);
    add(Rows.DOCUMENTS, value);
    identify(document, record);
    if (keepsTexts) {
      startEntry(document.key());
      new DocumentHead(document.id(), null, null).pack(value);
      add(Rows.TEXTS, value.putString(document.text()));
    }
    receiver.document(record);
    traditional += segmenter.keepsTraditional(document) ? 1 : 0;
    leftOut += segmenter.sentencesLeftOut();
    if (tokens.size() > MOST_TOKENS) {
      passTokens();
    }
  }

  private void identify(PolicyDocument document, DocumentRecord record) {
    value.clear();
    new Identity(
            document.key(),
            document.id(),
            document.uri(),
            record.tokens() == 0 ? "" : record.textKey(),
            OriginalRank.of(document))
        .pack(value);
    identities.add(document.id().getBytes(UTF_8), value);
    if (identities.size() > BucketWriter.MOST_IN_RUN) {
      passIdentities();
    }
  }

  /** The rows of one document, whose pieces are kept in their order by what follows its key. */
  private final class Pieces implements DocumentSegmenter.RowReceiver {
    private final long document;
    private int piece;

    Pieces(long document) {
      this.document = document;
    }

    @Override
    public void occurrences(PackedWriter packed) {
      add(Rows.OCCURRENCES, packed);
    }

    @Override
    public void sentences(PackedWriter packed) {
      add(Rows.SENTENCES, packed);
    }

    @Override
    public void tokens(PackedWriter packed) {
      add(Rows.TOKENS, packed);
    }

    private void add(Rows kind, PackedWriter packed) {
      startEntry(document);
      key.putInt(piece++);
      SplitCollector.this.add(kind, packed);
    }
  }

  @Override
  public void rejection(long place, Rejection rejection) {
    startEntry(place);
    rejection.pack(value);
    add(Rows.REJECTIONS, value);
    refused.merge(rejection.reason(), 1L, Long::sum);
  }

  @Override
  public void digest(InputFile file, long bytes, String sha256) {
    receiver.fact(new RunFact.InputDigest(file.uri(), bytes, sha256));
  }

  /** Passes on the rest, and for the report how many documents and rejections were of a kind. */
  public void finish() {
    passTokens();
    for (Rows kind : Rows.values()) {
      pass(kind);
    }
    passIdentities();
    if (traditional > 0) {
      receiver.fact(new RunFact.Traditional(traditional));
    }
    if (leftOut > 0) {
      receiver.fact(new RunFact.LeftOut(leftOut));
    }
    refused.forEach((reason, count) -> receiver.fact(new RunFact.Rejections(reason, count)));
  }

  private void startEntry(long keyOfEntry) {
    key.clear();
    key.putLong(keyOfEntry);
    value.clear();
  }

  private void add(Rows kind, PackedWriter packed) {
    SortedRunBuilder run = rows.get(kind);
    run.add(key, packed);
    if (run.size() > BucketWriter.MOST_IN_RUN) {
      pass(kind);
    }
  }

  private void pass(Rows kind) {
    SortedRunBuilder run = rows.get(kind);
    if (!run.isEmpty()) {
      receiver.rows(kind, run.build());
      run.clear();
    }
  }

  private void passTokens() {
    if (!tokens.isEmpty()) {
      receiver.tokens(tokens.build());
      tokens = new SegmentedSplit.Builder();
    }
  }

  private void passIdentities() {
    if (!identities.isEmpty()) {
      receiver.identities(identities.build());
      identities = new SortedRunBuilder();
    }
  }
}
