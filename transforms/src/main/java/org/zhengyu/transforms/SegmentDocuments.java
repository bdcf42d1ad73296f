package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.EnumMap;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.document.DocumentSegmenter;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * Reads the documents of each input split, decodes, structures, segments and matches them. All that
 * a split yields leaves as packed elements: its tokens for counting, and a sorted run for each kind
 * of row, keyed by the split's number.
 */
public final class SegmentDocuments extends PTransform<PCollection<InputSplit>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The tokens, for counting. */
  public static final TupleTag<SegmentedSplit> SPLITS = new TupleTag<>("splits") {};

  /** From a document's key to its packed {@link DocumentRecord}. */
  public static final TupleTag<KV<Integer, SortedRun>> DOCUMENTS = new TupleTag<>("documents") {};

  /** From a document's key and a piece's number to a {@link DocumentHead} and occurrences. */
  public static final TupleTag<KV<Integer, SortedRun>> OCCURRENCES =
      new TupleTag<>("occurrences") {};

  /** From a document's key and a piece's number to a {@link DocumentHead} and tokens. */
  public static final TupleTag<KV<Integer, SortedRun>> TOKENS = new TupleTag<>("tokens") {};

  /** From the place in the input to a packed {@link Rejection}. */
  public static final TupleTag<KV<Integer, SortedRun>> REJECTIONS = new TupleTag<>("rejections") {};

  /** From a document's id to its {@link Identity}. */
  public static final TupleTag<SortedRun> IDENTITIES = new TupleTag<>("identities") {};

  /** Digests of the input files and how much was refused, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  /** The namespace of the counters by which a run shows how far it is. */
  public static final String PROGRESS = "progress";

  /** Counts the documents that are segmented. */
  public static final String DOCUMENTS_DONE = "documents";

  /** Counts the code points that are segmented. */
  public static final String CHARACTERS_DONE = "characters";

  /** Counts the bytes of text of the slices that are segmented, as the plan weighs them. */
  public static final String BYTES_DONE = "bytes";

  /** The step that takes the splits, one by one: what it took tells how far a run is. */
  public static final String STEP = "Segment";

  private final SegmentationSettings settings;

  private SegmentDocuments(SegmentationSettings settings) {
    this.settings = settings;
  }

  /** Segments by these settings. */
  public static SegmentDocuments with(SegmentationSettings settings) {
    return new SegmentDocuments(settings);
  }

  @Override
  public PCollectionTuple expand(PCollection<InputSplit> splits) {
    PCollectionTuple segmented =
        splits.apply(
            STEP,
            ParDo.of(new SegmentSplit(settings))
                .withOutputTags(
                    SPLITS,
                    TupleTagList.of(DOCUMENTS)
                        .and(OCCURRENCES)
                        .and(TOKENS)
                        .and(REJECTIONS)
                        .and(IDENTITIES)
                        .and(FACTS)));
    segmented.get(SPLITS).setCoder(SegmentedSplit.coder());
    segmented.get(DOCUMENTS).setCoder(GatherRuns.runCoder());
    segmented.get(OCCURRENCES).setCoder(GatherRuns.runCoder());
    segmented.get(TOKENS).setCoder(GatherRuns.runCoder());
    segmented.get(REJECTIONS).setCoder(GatherRuns.runCoder());
    segmented.get(IDENTITIES).setCoder(SortedRun.coder());
    segmented.get(FACTS).setCoder(RunFact.coder());
    return segmented;
  }

  private static final class SegmentSplit extends DoFn<InputSplit, SegmentedSplit> {
    private static final long serialVersionUID = 1L;

    /**
     * The tokens for counting that a split may collect before all is passed on: it bounds the
     * memory of one worker whatever the plan says about a split. Only they are taken a whole
     * document at a time; they are not sorted, so that large elements do no harm.
     */
    private static final int FLUSH_BYTES = 8 << 20;

    private final SegmentationSettings settings;
    private final Counter documentsDone = Metrics.counter(PROGRESS, DOCUMENTS_DONE);
    private final Counter charactersDone = Metrics.counter(PROGRESS, CHARACTERS_DONE);
    private final Counter bytesDone = Metrics.counter(PROGRESS, BYTES_DONE);
    private transient @Nullable DocumentSegmenter segmenter;
    private transient @Nullable DocumentReader reader;

    SegmentSplit(SegmentationSettings settings) {
      this.settings = settings;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      segmenter = new DocumentSegmenter(settings);
      reader = new DocumentReader(SegmentSplit::open, settings.metadata(), settings.charset());
    }

    @ProcessElement
    public void process(@Element InputSplit split, MultiOutputReceiver out) throws IOException {
      Collector collector = new Collector(split, out);
      for (FileSlice slice : split.slices()) {
        reader.read(slice, collector);
        bytesDone.inc(slice.textBytes());
      }
      collector.finish();
    }

    private static InputStream open(String uri, long from) throws IOException {
      // Not by a match: a name may hold the characters of a pattern.
      ReadableByteChannel channel =
          FileSystems.open(FileSystems.matchNewResource(uri, /* isDirectory= */ false));
      if (from > 0) {
        ((SeekableByteChannel) channel).position(from);
      }
      return Channels.newInputStream(channel);
    }

    /** Collects the yield of one split and passes it on in pieces of bounded size. */
    private final class Collector
        implements DocumentReader.Receiver, DocumentSegmenter.RowReceiver {
      private final InputSplit split;
      private final MultiOutputReceiver out;
      private final Map<Rejection.Reason, Long> refused = new EnumMap<>(Rejection.Reason.class);
      private final PackedWriter key = new PackedWriter();
      private final PackedWriter value = new PackedWriter();
      private long documentKey;
      private int piece;
      private SegmentedSplit.Builder segmented = new SegmentedSplit.Builder();
      private SortedRunBuilder documents = new SortedRunBuilder();
      private SortedRunBuilder occurrences = new SortedRunBuilder();
      private SortedRunBuilder tokens = new SortedRunBuilder();
      private SortedRunBuilder rejections = new SortedRunBuilder();
      private SortedRunBuilder identities = new SortedRunBuilder();

      Collector(InputSplit split, MultiOutputReceiver out) {
        this.split = split;
        this.out = out;
      }

      @Override
      public void document(PolicyDocument document) {
        documentKey = document.key();
        piece = 0;
        DocumentRecord record = segmenter.segment(document, segmented, this);
        key.clear();
        key.putLong(document.key());
        value.clear();
        record.pack(value);
        documents.add(key, value);
        value.clear();
        new Identity(
                document.key(),
                document.id(),
                document.uri(),
                record.tokens() == 0 ? "" : record.sha256())
            .pack(value);
        identities.add(document.id().getBytes(UTF_8), value);
        documentsDone.inc();
        charactersDone.inc(record.chars());
        if (segmented.size() > FLUSH_BYTES
            || documents.size() > BucketWriter.MOST_IN_RUN
            || identities.size() > BucketWriter.MOST_IN_RUN) {
          flush();
        }
      }

      @Override
      public void occurrences(PackedWriter rows) {
        addPiece(occurrences, rows);
        if (occurrences.size() > BucketWriter.MOST_IN_RUN) {
          occurrences = pass(occurrences, OCCURRENCES);
        }
      }

      @Override
      public void tokens(PackedWriter rows) {
        addPiece(tokens, rows);
        if (tokens.size() > BucketWriter.MOST_IN_RUN) {
          tokens = pass(tokens, TOKENS);
        }
      }

      /** Pieces of one document are kept in their order by what follows its key. */
      private void addPiece(SortedRunBuilder runs, PackedWriter rows) {
        key.clear();
        runs.add(key.putLong(documentKey).putInt(piece++), rows);
      }

      @Override
      public void rejection(long place, Rejection rejection) {
        key.clear();
        key.putLong(place);
        value.clear();
        rejection.pack(value);
        rejections.add(key, value);
        refused.merge(rejection.reason(), 1L, Long::sum);
        if (rejections.size() > BucketWriter.MOST_IN_RUN) {
          rejections = pass(rejections, REJECTIONS);
        }
      }

      @Override
      public void digest(InputFile file, long bytes, String sha256) {
        out.get(FACTS).output(new RunFact.InputDigest(file.uri(), bytes, sha256));
      }

      /** Passes on the rest. */
      void finish() {
        flush();
        refused.forEach(
            (reason, count) -> out.get(FACTS).output(new RunFact.Rejections(reason, count)));
      }

      private void flush() {
        if (!segmented.isEmpty()) {
          out.get(SPLITS).output(segmented.build());
          segmented = new SegmentedSplit.Builder();
        }
        documents = pass(documents, DOCUMENTS);
        occurrences = pass(occurrences, OCCURRENCES);
        tokens = pass(tokens, TOKENS);
        rejections = pass(rejections, REJECTIONS);
        if (!identities.isEmpty()) {
          out.get(IDENTITIES).output(identities.build());
          identities = new SortedRunBuilder();
        }
      }

      private SortedRunBuilder pass(SortedRunBuilder rows, TupleTag<KV<Integer, SortedRun>> tag) {
        if (rows.isEmpty()) {
          return rows;
        }
        out.get(tag).output(KV.of(split.number(), rows.build()));
        return new SortedRunBuilder();
      }
    }
  }
}
