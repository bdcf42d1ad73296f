package org.zhengyu.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.document.DocumentSegmenter;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.document.SplitCollector;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.input.FileUris;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.model.InputSplit;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.SortedRun;

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

  /**
   * From a document's key and a piece's number to a {@link DocumentHead} and sentences; there only
   * where the settings ask for it.
   */
  public static final TupleTag<KV<Integer, SortedRun>> SENTENCES = new TupleTag<>("sentences") {};

  /**
   * From a document's key and a piece's number to a {@link DocumentHead} and tokens; there only
   * where the settings ask for it.
   */
  public static final TupleTag<KV<Integer, SortedRun>> TOKENS = new TupleTag<>("tokens") {};

  /** Texts as runs; there only where they are asked for. */
  public static final TupleTag<KV<Integer, SortedRun>> TEXTS = new TupleTag<>("texts") {};

  /** From the place in the input to a packed {@link Rejection}. */
  public static final TupleTag<KV<Integer, SortedRun>> REJECTIONS = new TupleTag<>("rejections") {};

  /** From a document's id to its {@link Identity}. */
  public static final TupleTag<SortedRun> IDENTITIES = new TupleTag<>("identities") {};

  /** Digests of the input files and how much was refused, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private static final TellApart SMALL =
      TellApart.of(FACTS, RunFact.coder())
          .and(DOCUMENTS, GatherRuns.runCoder())
          .and(OCCURRENCES, GatherRuns.runCoder())
          .and(REJECTIONS, GatherRuns.runCoder())
          .and(IDENTITIES, SortedRun.coder());

  private static final TellApart LARGE =
      TellApart.of(SENTENCES, GatherRuns.runCoder())
          .and(TOKENS, GatherRuns.runCoder())
          .and(TEXTS, GatherRuns.runCoder());

  /** The tokens apart from all small kinds. */
  private static final TellApart TOKENS_AND_SMALL =
      TellApart.of(SPLITS, SegmentedSplit.coder()).and(TellApart.TOGETHER, SMALL.coder());

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
  private final boolean keepsTexts;

  private SegmentDocuments(SegmentationSettings settings, boolean keepsTexts) {
    this.settings = settings;
    this.keepsTexts = keepsTexts;
  }

  /** Segments by these settings. */
  public static SegmentDocuments with(SegmentationSettings settings) {
    return new SegmentDocuments(settings, /* keepsTexts= */ false);
  }

  /** The same, which passes on the texts too, or not. */
  public SegmentDocuments keepingTexts(boolean whether) {
    return new SegmentDocuments(settings, whether);
  }

  @Override
  public PCollectionTuple expand(PCollection<InputSplit> splits) {
    TellApart large = LARGE.only(wanted());
    PCollectionTuple outputs =
        splits.apply(
            STEP,
            ParDo.of(new SegmentSplit(this))
                .withOutputTags(TellApart.TOGETHER, TupleTagList.of(large.kinds())));
    PCollectionTuple told =
        outputs
            .get(TellApart.TOGETHER)
            .setCoder(TOKENS_AND_SMALL.coder())
            .apply("TellTokens", TOKENS_AND_SMALL);
    PCollectionTuple segmented =
        told.get(TellApart.TOGETHER).apply("TellApart", SMALL).and(SPLITS, told.get(SPLITS));
    return large.addTo(segmented, outputs);
  }

  /** What is put out of what is large beside the tokens. */
  private Set<TupleTag<?>> wanted() {
    Set<TupleTag<?>> wanted = new HashSet<>();
    if (settings.writesSentences()) {
      wanted.add(SENTENCES);
    }
    if (settings.writesTokens()) {
      wanted.add(TOKENS);
    }
    if (keepsTexts) {
      wanted.add(TEXTS);
    }
    return wanted;
  }

  /** Opens a file of the input, on any file system that Beam knows, at an offset. */
  public static InputStream open(String uri, long from) throws IOException {
    // Not by a match: a name may hold the characters of a pattern.
    ReadableByteChannel channel =
        FileUris.isOne(uri)
            ? Files.newByteChannel(FileUris.path(uri))
            : FileSystems.open(FileSystems.matchNewResource(uri, /* isDirectory= */ false));
    if (from > 0) {
      ((SeekableByteChannel) channel).position(from);
    }
    return Channels.newInputStream(channel);
  }

  private static final class SegmentSplit extends DoFn<InputSplit, RawUnionValue> {
    private static final long serialVersionUID = 1L;

    private final SegmentDocuments transform;
    private final Counter documentsDone = Metrics.counter(PROGRESS, DOCUMENTS_DONE);
    private final Counter charactersDone = Metrics.counter(PROGRESS, CHARACTERS_DONE);
    private final Counter bytesDone = Metrics.counter(PROGRESS, BYTES_DONE);
    private transient @Nullable DocumentSegmenter segmenter;
    private transient @Nullable DocumentReader reader;

    SegmentSplit(SegmentDocuments transform) {
      this.transform = transform;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      SegmentationSettings settings = transform.settings;
      segmenter = new DocumentSegmenter(settings);
      reader = new DocumentReader(SegmentDocuments::open, settings.metadata(), settings.reading());
    }

    @ProcessElement
    public void process(@Element InputSplit split, MultiOutputReceiver out) throws IOException {
      SplitCollector collector =
          new SplitCollector(segmenter, transform.keepsTexts, new Outputs(split.number(), out));
      for (FileSlice slice : split.slices()) {
        reader.read(slice, collector);
        bytesDone.inc(slice.textBytes());
      }
      collector.finish();
    }

    /** Outputs the yield of a split, rows under its number. */
    private final class Outputs implements SplitCollector.Receiver {
      private final int split;
      private final MultiOutputReceiver out;

      Outputs(int split, MultiOutputReceiver out) {
        this.split = split;
        this.out = out;
      }

      @Override
      public void document(DocumentRecord record) {
        documentsDone.inc();
        charactersDone.inc(record.chars());
      }

      @Override
      public void tokens(SegmentedSplit tokens) {
        out.get(TellApart.TOGETHER).output(TOKENS_AND_SMALL.element(SPLITS, tokens));
      }

      @Override
      public void rows(SplitCollector.Rows kind, SortedRun rows) {
        KV<Integer, SortedRun> ofSplit = KV.of(split, rows);
        switch (kind) {
          case DOCUMENTS -> output(DOCUMENTS, ofSplit);
          case OCCURRENCES -> output(OCCURRENCES, ofSplit);
          case REJECTIONS -> output(REJECTIONS, ofSplit);
          case SENTENCES -> out.get(SENTENCES).output(ofSplit);
          case TOKENS -> out.get(TOKENS).output(ofSplit);
          case TEXTS -> out.get(TEXTS).output(ofSplit);
        }
      }

      @Override
      public void identities(SortedRun identities) {
        output(IDENTITIES, identities);
      }

      @Override
      public void fact(RunFact fact) {
        output(FACTS, fact);
      }

      private <T> void output(TupleTag<T> kind, T value) {
        out.get(TellApart.TOGETHER)
            .output(TOKENS_AND_SMALL.element(TellApart.TOGETHER, SMALL.element(kind, value)));
      }
    }
  }
}
