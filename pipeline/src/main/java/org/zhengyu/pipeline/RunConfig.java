package org.zhengyu.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * One run as it was asked for, checked: every value has its type, every file beside the input was
 * read.
 *
 * @param options as parsed, with the options of Beam and the runner
 * @param segmentation how documents are read and segmented
 * @param limits which terms and pairs are kept
 * @param units the units of co-occurrence, in their own order
 * @param window the reach of the window in words
 * @param tables the tables to write, in their documented order
 * @param lexicon the lexicon's file for the manifest
 * @param stopWords the stop words' file for the manifest
 * @param metadataFile the metadata's file for the manifest; null without
 */
public record RunConfig(
    ZhengyuOptions options,
    SegmentationSettings segmentation,
    VocabularyLimits limits,
    Set<ContextUnit> units,
    int window,
    List<Table> tables,
    Manifest.Lexicon lexicon,
    Manifest.StopWords stopWords,
    @Nullable MetadataFile metadataFile) {
  /** A window does not leave its sentence, and no sentence is longer than this. */
  private static final int WIDEST_WINDOW = SentenceSplitter.MAX_LENGTH;

  private static final String STARTER_LEXICON = "policy-phrases.csv";
  private static final String STOP_WORDS = "stop-words.txt";

  /**
   * What is known of documents besides the input.
   *
   * @param file its path or URI
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   * @param records how many documents it describes
   */
  public record MetadataFile(String file, String sha256, long records) {}

  /** A file that the user named, or one of ours, as it was read. */
  private static final class NamedBytes {
    private final String name;
    private final byte[] bytes;

    NamedBytes(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    String sha256() {
      return HexFormat.of().formatHex(DocumentReader.newSha256().digest(bytes));
    }
  }

  /**
   * Checks the options of a run.
   *
   * @throws UsageException for the first that is wrong
   */
  public static RunConfig of(ZhengyuOptions options) throws UsageException {
    require("--input", options.getInput());
    require("--output", options.getOutput());
    FileSystems.setDefaultPipelineOptions(options);
    Folding folding = Folding.of(options.getFoldTraditional());
    try {
      NamedBytes lexiconFile =
          options.getLexicon() == null
              ? builtIn(RunConfig.class, STARTER_LEXICON)
              : read("--lexicon", options.getLexicon());
      Lexicon lexicon =
          wrapped(
              "--lexicon", () -> Lexicon.parse(lexiconFile.bytes, lexiconFile.name, folding::fold));
      NamedBytes stopWordsFile =
          options.getStopWords() == null
              ? builtIn(StopWords.class, STOP_WORDS)
              : read("--stopWords", options.getStopWords());
      StopWords stopWords =
          wrapped(
              "--stopWords",
              () -> StopWords.parse(stopWordsFile.bytes, stopWordsFile.name, folding::fold));
      MetadataTable metadata = MetadataTable.EMPTY;
      MetadataFile metadataFile = null;
      if (options.getMetadata() != null) {
        NamedBytes file = read("--metadata", options.getMetadata());
        metadata = wrapped("--metadata", () -> MetadataTable.parse(file.bytes, file.name));
        metadataFile = new MetadataFile(file.name, file.sha256(), metadata.size());
      }
      List<Table> tables = tables(options.getTables(), options.getGroupBy() != null);
      return new RunConfig(
              options,
              new SegmentationSettings(
                  segmenter(options.getSegmenter()),
                  SharedLexicon.of(lexicon),
                  stopWords,
                  folding,
                  metadata,
                  grouping(options),
                  encoding(options.getEncoding()),
                  tables.contains(Tables.TOKENS),
                  (int) atLeast("--contextWidth", 0, options.getContextWidth())),
              new VocabularyLimits(
                  (int) atLeast("--vocabularySize", 0, options.getVocabularySize()),
                  atLeast("--minTermFrequency", 1, options.getMinTermFrequency()),
                  atLeast("--minJointFrequency", 1, options.getMinJointFrequency())),
              units(options.getUnits()),
              window(options.getWindow()),
              tables,
              new Manifest.Lexicon(lexiconFile.name, lexiconFile.sha256(), lexicon.size()),
              new Manifest.StopWords(stopWordsFile.name, stopWordsFile.sha256(), stopWords.size()),
              metadataFile)
          .checkRest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunConfig checkRest() throws UsageException {
    if (options.getReferenceGroup() != null && options.getGroupBy() == null) {
      throw new UsageException("--referenceGroup", "needs --groupBy");
    }
    if (writes(Tables.KEYNESS) && options.getGroupBy() == null) {
      throw new UsageException("--tables", "keyness needs --groupBy");
    }
    if (!writes(Tables.KEYNESS) && options.getGroupBy() != null) {
      throw new UsageException("--groupBy", "fills keyness, which --tables leaves out");
    }
    atLeast("--networkEdges", 1, options.getNetworkEdges());
    double fraction = options.getMaxRejectedFraction();
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new UsageException("--maxRejectedFraction", "from 0 to 1, not " + fraction);
    }
    atLeast("--partitions", 0, options.getPartitions());
    atLeast("--unitBytes", 0, options.getUnitBytes());
    return this;
  }

  /**
   * The reach of the window, or 0 where no unit of co-occurrence is a window: no slots are counted
   * then.
   */
  public int windowOfSlots() {
    return units.contains(ContextUnit.WINDOW) ? window : 0;
  }

  /** Whether any of these tables is to be written. */
  public boolean writes(Table... any) {
    return Arrays.stream(any).anyMatch(tables::contains);
  }

  /** By what documents are grouped. */
  public Grouping grouping() {
    return segmentation.grouping();
  }

  private static void require(String flag, @Nullable String value) throws UsageException {
    if (value == null || value.isBlank()) {
      throw new UsageException(flag, "is required; see --help");
    }
  }

  private static long atLeast(String flag, long least, Number value) throws UsageException {
    if (value.longValue() < least) {
      throw new UsageException(flag, "at least " + least + ", not " + value);
    }
    return value.longValue();
  }

  private static int window(int words) throws UsageException {
    if (words < 1 || words > WIDEST_WINDOW) {
      throw new UsageException("--window", "from 1 to " + WIDEST_WINDOW + ", not " + words);
    }
    return words;
  }

  private static Set<ContextUnit> units(String names) throws UsageException {
    Set<ContextUnit> units = EnumSet.noneOf(ContextUnit.class);
    for (String name : list("--units", names)) {
      units.add(
          Arrays.stream(ContextUnit.values())
              .filter(unit -> unit.label().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--units", name + ": sentence, paragraph, document or window")));
    }
    return units;
  }

  private static SegmenterKind segmenter(String name) throws UsageException {
    for (SegmenterKind kind : SegmenterKind.values()) {
      if (kind.label().equals(name)) {
        return kind;
      }
    }
    throw new UsageException("--segmenter", name + ": lattice or hanlp");
  }

  private static Grouping grouping(ZhengyuOptions options) throws UsageException {
    Set<String> fields =
        options.getGroupBy() == null ? Set.of() : list("--groupBy", options.getGroupBy());
    Grouping grouping = new Grouping(period(options.getPeriod()), List.copyOf(fields));
    if (Set.copyOf(grouping.fields()).size() < grouping.fields().size()) {
      throw new UsageException(
          "--groupBy", "the same field twice in “" + options.getGroupBy() + "”");
    }
    return grouping;
  }

  private static Grouping.Period period(@Nullable String name) throws UsageException {
    if (name == null) {
      return Grouping.Period.YEAR;
    }
    for (Grouping.Period period : Grouping.Period.values()) {
      if (period.label().equals(name)) {
        return period;
      }
    }
    throw new UsageException("--period", name + ": year or month");
  }

  private static List<Table> tables(@Nullable String names, boolean isGrouped)
      throws UsageException {
    List<Table> tables = new ArrayList<>(Tables.all());
    if (names == null) {
      tables.remove(Tables.TOKENS);
      if (!isGrouped) {
        tables.remove(Tables.KEYNESS);
      }
      return tables;
    }
    Set<String> wanted = list("--tables", names);
    Set<String> known = tables.stream().map(Table::name).collect(Collectors.toSet());
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw new UsageException(
            "--tables",
            name
                + ": no such table; there are "
                + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
      }
    }
    tables.removeIf(table -> !wanted.contains(table.name()));
    return tables;
  }

  private static Set<String> list(String flag, String names) throws UsageException {
    Set<String> list = new LinkedHashSet<>();
    for (String name : names.split(",", -1)) {
      list.add(name.strip().toLowerCase(Locale.ROOT));
    }
    if (list.contains("")) {
      throw new UsageException(flag, "a name is empty in “" + names + "”");
    }
    return list;
  }

  private static @Nullable String encoding(@Nullable String name) throws UsageException {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UsageException("--encoding", name + ": no encoding that this Java knows");
    }
  }

  private static NamedBytes builtIn(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new NamedBytes("built-in " + name, in.readAllBytes());
    }
  }

  private static NamedBytes read(String flag, String path) throws UsageException {
    try {
      MatchResult.Metadata file =
          FileSystems.match(path, EmptyMatchTreatment.DISALLOW).metadata().get(0);
      try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
        return new NamedBytes(path, in.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(flag, path + ": no such file, or it cannot be read");
    }
  }

  /** Something read from a file of the user's. */
  @FunctionalInterface
  private interface Parse<T> {
    T run() throws InputFileException;
  }

  private static <T> T wrapped(String flag, Parse<T> parse) throws UsageException {
    try {
      return parse.run();
    } catch (InputFileException e) {
      throw new UsageException(flag, String.valueOf(e.getMessage()));
    }
  }
}
