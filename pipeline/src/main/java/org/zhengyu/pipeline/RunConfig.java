package org.zhengyu.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Language;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.cli.Commands;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.report.exports.Export;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.DocumentCondition;
import org.zhengyu.transforms.input.Exclusions;
import org.zhengyu.transforms.input.FieldNames;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.NamedPeriods;
import org.zhengyu.transforms.input.Periods;
import org.zhengyu.transforms.input.PeriodsFile;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.input.Regions;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.passages.PassageUse;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Zone;

/**
 * One run as it was asked for, checked: every value has its type, every file beside the input was
 * read. Whoever carries the run out asks here, and knows no option.
 */
public final class RunConfig {
  private static final int HELD_BY_ALL_RUNS = 4;
  private static final int HELD_BY_PASSAGES = 3;
  private static final int HELD_BY_TOKENS = 4;
  private static final int HELD_BY_TEXTS = 1;
  private static final int HELD_BY_CANDIDATES = 1;

  /** So many candidates are worth reading for most of them are phrases. */
  private static final int LISTED_CANDIDATES = 500;

  private static final String STOP_WORDS = "stop-words.txt";

  /**
   * A file of records besides the input.
   *
   * @param file its path or URI
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   * @param records how many it has: documents that it describes, periods that it names
   */
  public record RecordFile(String file, String sha256, long records) {}

  private final Request request;
  private final PipelineOptions pipelineOptions;
  private final List<Table> tables;
  private final Measures measures;
  private final Exclusions exclusions;
  private final SegmentationSettings segmentation;
  private final RunLexicon lexicon;
  private final Manifest.StopWords stopWords;
  private final @Nullable RecordFile metadataFile;
  private final @Nullable RecordFile periodsFile;
  private final List<NetworkScope> networks;

  private RunConfig(Request request, Language language) throws UsageException {
    this.request = request;
    this.pipelineOptions = BeamOptions.parse(request.foreignWords(), language);
    List<Table> usual = usualTables(request);
    List<Table> possible = new ArrayList<>(Tables.all());
    if (!request.gives(RunOptions.GROUP_BY)) {
      possible.remove(Tables.KEYNESS);
    }
    this.tables =
        request
            .find(RunOptions.TABLES)
            .map(selection -> selection.of(usual, askedTables(request), possible))
            .orElse(usual);
    checkGroups(language);
    checkExports(language);
    if (request.get(RunOptions.ADOPT) > 0 && !writes(Tables.CANDIDATES)) {
      throw new UsageException(
          RunOptions.ADOPT.flag(), Message.FILLS_LEFT_OUT.in(language, Tables.CANDIDATES));
    }
    if (request.gives(RunOptions.MIN_PASSAGE) && !findsPassages()) {
      throw new UsageException(
          RunOptions.MIN_PASSAGE.flag(), Message.FILLS_LEFT_OUT.in(language, Tables.PASSAGES));
    }
    this.measures = measures(language);
    this.exclusions = exclusions(language);
    FileSystems.setDefaultPipelineOptions(pipelineOptions);
    Folding folding = Folding.of(request.get(RunOptions.FOLD_TRADITIONAL));
    this.lexicon = RunLexicon.read(request.get(RunOptions.LEXICON), folding::fold, language);
    SideFile stopWordsFile =
        request.gives(RunOptions.STOP_WORDS)
            ? SideFile.of(RunOptions.STOP_WORDS, request.get(RunOptions.STOP_WORDS), language)
            : SideFile.builtIn(RunOptions.STOP_WORDS, StopWords.class, STOP_WORDS);
    StopWords words =
        stopWordsFile.as((bytes, name) -> StopWords.parse(bytes, name, folding::fold));
    this.stopWords =
        new Manifest.StopWords(stopWordsFile.name(), stopWordsFile.sha256(), words.size());
    MetadataTable metadata = MetadataTable.EMPTY;
    if (request.gives(RunOptions.METADATA)) {
      SideFile file = SideFile.of(RunOptions.METADATA, request.get(RunOptions.METADATA), language);
      metadata = file.as(MetadataTable::parse);
      this.metadataFile = new RecordFile(file.name(), file.sha256(), metadata.size());
    } else {
      this.metadataFile = null;
    }
    if (request.gives(RunOptions.NETWORK) && !writesNetworks()) {
      throw new UsageException(
          RunOptions.NETWORK.flag(), Message.FILLS_LEFT_OUT.in(language, Tables.NETWORK_EDGES));
    }
    this.networks =
        new NetworkScopes(lexicon.phrases(), folding, language)
            .read(request.get(RunOptions.NETWORK));
    Periods periods = CalendarPeriods.named(request.get(RunOptions.PERIOD));
    if (periods == null) {
      SideFile file = SideFile.of(RunOptions.PERIOD, request.get(RunOptions.PERIOD), language);
      NamedPeriods named = file.as(PeriodsFile::parse);
      periods = named;
      this.periodsFile = new RecordFile(file.name(), file.sha256(), named.names().size());
    } else {
      this.periodsFile = null;
    }
    this.segmentation =
        new SegmentationSettings(
            segmenter(language),
            request.get(RunOptions.WORDS),
            SharedLexicon.of(lexicon.phrases()),
            words,
            folding,
            metadata,
            grouping(periods, language),
            new ReadSettings(
                request.find(RunOptions.ENCODING).orElse(null),
                new FieldNames(request.find(RunOptions.TEXT_FIELD).orElse(null)),
                request.get(RunOptions.REPAIR_MOJIBAKE),
                request.get(RunOptions.MAX_DOCUMENT_BYTES)),
            condition(language),
            Set.copyOf(request.find(RunOptions.ZONES).orElse(List.of(Zone.values()))),
            writes(Tables.TOKENS),
            writes(Tables.SENTENCES),
            keepsJoints(),
            request.get(RunOptions.CONTEXT_WIDTH));
  }

  private RunConfig(RunConfig other, List<Table> tables, RunLexicon lexicon) {
    this.request = other.request;
    this.pipelineOptions = other.pipelineOptions;
    this.tables = tables;
    this.measures = other.measures;
    this.exclusions = other.exclusions;
    this.lexicon = lexicon;
    this.segmentation =
        other.segmentation.with(
            SharedLexicon.of(lexicon.phrases()),
            writes(Tables.TOKENS),
            writes(Tables.SENTENCES),
            keepsJoints());
    this.stopWords = other.stopWords;
    this.metadataFile = other.metadataFile;
    this.networks = other.networks;
    this.periodsFile = other.periodsFile;
  }

  /** Whether anything asks where the words of a sentence stand. */
  private boolean keepsJoints() {
    return writes(Tables.CANDIDATES) || findsPassages();
  }

  /** Whether passages are found. */
  boolean findsPassages() {
    return passageUse() != PassageUse.COUNT || writesPassages();
  }

  /**
   * How many bytes lie between two groupings at a time for a byte of text: as measured, what a run
   * needs of a heap that holds all of them.
   */
  int timesHeld() {
    return HELD_BY_ALL_RUNS
        + (findsPassages() ? HELD_BY_PASSAGES : 0)
        + (writes(Tables.TOKENS) ? HELD_BY_TOKENS : 0)
        + (writes(Tables.TEXTS) ? HELD_BY_TEXTS : 0)
        + (writes(Tables.CANDIDATES) ? HELD_BY_CANDIDATES : 0);
  }

  /** Whether pairs are counted. */
  boolean writesPairs() {
    return writes(Tables.COOCCURRENCES, Tables.NETWORK_NODES, Tables.NETWORK_EDGES);
  }

  private boolean writesPassages() {
    return writes(
        Tables.PASSAGES,
        Tables.PASSAGE_OCCURRENCES,
        Tables.LINEAGE,
        Tables.REUSE,
        Tables.DUPLICATE_CLUSTERS);
  }

  /** Whether networks are built. */
  boolean writesNetworks() {
    return writes(Tables.NETWORK_NODES, Tables.NETWORK_EDGES);
  }

  /** The run before this one that only looks for the candidates to adopt. */
  RunConfig forCandidates() {
    return new RunConfig(this, List.of(Tables.CANDIDATES), lexicon);
  }

  /**
   * This run with candidates in its lexicon, without the table of them.
   *
   * @param list the file of the candidates, see {@code CandidateList}
   */
  RunConfig adopting(String list) throws UsageException {
    List<Table> others = new ArrayList<>(tables);
    others.remove(Tables.CANDIDATES);
    return new RunConfig(this, others, lexicon.with(list, adopted(), segmentation.folding()::fold));
  }

  /**
   * The run that a command line asks for.
   *
   * @throws UsageException for the first thing that is wrong
   */
  static RunConfig of(Request request, Language language) throws UsageException {
    return new RunConfig(request, language);
  }

  /**
   * The run that these words ask for, as on the command line.
   *
   * @throws UsageException for the first thing that is wrong
   */
  public static RunConfig of(String... words) throws UsageException {
    Commands commands = Commands.of(List.of(new RunCommand()), Language.ENGLISH);
    return of(commands.read(List.of(words)), Language.ENGLISH);
  }

  private static List<Table> usualTables(Request request) {
    List<Table> usual = new ArrayList<>(Tables.all());
    usual.removeAll(
        List.of(
            Tables.TEXTS,
            Tables.TOKENS,
            Tables.CANDIDATES,
            Tables.PASSAGES,
            Tables.PASSAGE_OCCURRENCES,
            Tables.LINEAGE,
            Tables.REUSE,
            Tables.DUPLICATE_CLUSTERS,
            Tables.DIFFUSION,
            Tables.TREND_TESTS,
            Tables.KEYNESS));
    usual.addAll(askedTables(request));
    return Tables.all().stream().filter(usual::contains).toList();
  }

  /** What other options fill. */
  private static List<Table> askedTables(Request request) {
    List<Table> asked = new ArrayList<>();
    if (request.get(RunOptions.ADOPT) > 0) {
      asked.add(Tables.CANDIDATES);
    }
    if (request.gives(RunOptions.GROUP_BY)) {
      asked.add(Tables.KEYNESS);
    }
    return asked;
  }

  private SegmenterKind segmenter(Language language) throws UsageException {
    SegmenterKind segmenter = request.get(RunOptions.SEGMENTER);
    if (!segmenter.knows(request.get(RunOptions.WORDS))) {
      String words = RunOptions.WORDS.flag() + "=" + WordStandard.HANLP.label();
      throw new UsageException(
          RunOptions.SEGMENTER.flag() + "=" + segmenter.label(), Message.NEEDS.in(language, words));
    }
    return segmenter;
  }

  private Grouping grouping(Periods periods, Language language) throws UsageException {
    Set<String> names = request.find(RunOptions.GROUP_BY).orElse(Set.of());
    Grouping grouping = new Grouping(periods, List.copyOf(names));
    if (Set.copyOf(grouping.fields()).size() < names.size()) {
      throw new UsageException(
          RunOptions.GROUP_BY.flag(), Message.FIELD_TWICE.in(language, String.join(",", names)));
    }
    return grouping;
  }

  private @Nullable DocumentCondition condition(Language language) throws UsageException {
    if (!request.gives(RunOptions.WHERE)) {
      return null;
    }
    try {
      return DocumentCondition.parse(request.get(RunOptions.WHERE));
    } catch (DocumentCondition.InvalidConditionException e) {
      throw new UsageException(
          RunOptions.WHERE.flag(), Message.NOT_A_CONDITION.in(language, e.part()));
    }
  }

  private Exclusions exclusions(Language language) throws UsageException {
    if (!request.gives(RunOptions.EXCLUDE)) {
      return Exclusions.NONE;
    }
    try {
      return Exclusions.parse(request.get(RunOptions.EXCLUDE));
    } catch (Exclusions.InvalidExclusionException e) {
      throw new UsageException(
          RunOptions.EXCLUDE.flag(), Message.NOT_AN_EXCLUSION.in(language, e.part()));
    }
  }

  private void checkGroups(Language language) throws UsageException {
    String groupBy = RunOptions.GROUP_BY.flag();
    boolean isGrouped = request.gives(RunOptions.GROUP_BY);
    if (request.gives(RunOptions.REFERENCE_GROUP) && !isGrouped) {
      throw new UsageException(
          RunOptions.REFERENCE_GROUP.flag(), Message.NEEDS.in(language, groupBy));
    }
    if (request.gives(RunOptions.EXCLUDE) && !isGrouped) {
      throw new UsageException(RunOptions.EXCLUDE.flag(), Message.NEEDS.in(language, groupBy));
    }
    if (writes(Tables.KEYNESS) && !isGrouped) {
      throw new UsageException(
          RunOptions.TABLES.flag(), Message.TABLE_NEEDS.in(language, Tables.KEYNESS, groupBy));
    }
    if (!writes(Tables.KEYNESS) && isGrouped) {
      throw new UsageException(groupBy, Message.FILLS_LEFT_OUT.in(language, Tables.KEYNESS));
    }
  }

  private void checkExports(Language language) throws UsageException {
    for (Export format : exports()) {
      for (String table : format.tables()) {
        if (!writes(Tables.named(table))) {
          throw new UsageException(
              RunOptions.EXPORTS.flag() + "=" + format.label(),
              Message.NEEDS.in(language, RunOptions.TABLES.flag() + "=+" + table));
        }
      }
    }
  }

  private Measures measures(Language language) throws UsageException {
    List<String> names = request.get(RunOptions.MEASURES);
    for (String name : names) {
      List<Table> filled = Measures.tablesWith(name);
      if (!filled.isEmpty() && !writes(filled.toArray(Table[]::new))) {
        throw new UsageException(
            RunOptions.MEASURES.flag(), Message.MEASURE_LEFT_OUT.in(language, name, filled.get(0)));
      }
    }
    return Measures.named(Set.copyOf(names));
  }

  /** The files, folders and patterns to read, with commas between. */
  public String input() {
    return request.get(RunOptions.INPUT);
  }

  /** The files that the command names beside the input. */
  public List<String> sideFiles() {
    List<String> files = new ArrayList<>(request.get(RunOptions.LEXICON));
    files.remove(RunOptions.STARTER);
    request.find(RunOptions.STOP_WORDS).ifPresent(files::add);
    request.find(RunOptions.METADATA).ifPresent(files::add);
    files.addAll(NetworkScopes.files(request.get(RunOptions.NETWORK)));
    if (periodsFile != null) {
      files.add(periodsFile.file());
    }
    return files;
  }

  /** The folder of the result. */
  public String output() {
    return request.get(RunOptions.OUTPUT);
  }

  /** Whether an older result there may be replaced. */
  public boolean overwrites() {
    return request.get(RunOptions.OVERWRITE);
  }

  /** Whether the result gets a report. */
  boolean writesReport() {
    return request.get(RunOptions.REPORT);
  }

  /** The formats in which the result is written for other programs. */
  List<Export> exports() {
    return request.find(RunOptions.EXPORTS).orElse(List.of());
  }

  /** The options of Beam and of the runner. */
  public PipelineOptions pipelineOptions() {
    return pipelineOptions;
  }

  /** How documents are read and segmented. */
  public SegmentationSettings segmentation() {
    return segmentation;
  }

  /** By what documents are grouped. */
  public Grouping grouping() {
    return segmentation.grouping();
  }

  /** The value that all others are compared with; null where each is compared with the rest. */
  public @Nullable String referenceGroup() {
    String asked = request.find(RunOptions.REFERENCE_GROUP).orElse(null);
    boolean isRegion = asked != null && grouping().fields().equals(List.of("region"));
    return isRegion ? Regions.of(asked).name() : asked;
  }

  /** Which terms comparisons do not show. */
  public Exclusions exclusions() {
    return exclusions;
  }

  /** The fewest documents of a side of a comparison that are evidence. */
  public int minDocuments() {
    return request.get(RunOptions.MIN_DOCUMENTS);
  }

  /** Whether traditional characters count as their simplified forms. */
  public boolean foldsTraditional() {
    return request.get(RunOptions.FOLD_TRADITIONAL);
  }

  /** Whether documents with the same text count each time. */
  public boolean keepsDuplicates() {
    return request.get(RunOptions.KEEP_DUPLICATES);
  }

  /** Which terms and pairs are kept. */
  public VocabularyLimits limits() {
    return new VocabularyLimits(
        request.get(RunOptions.VOCABULARY_SIZE),
        request.get(RunOptions.MIN_TERM_FREQUENCY),
        request.get(RunOptions.MIN_JOINT_FREQUENCY));
  }

  /** The units of co-occurrence, in their own order. */
  public List<ContextUnit> units() {
    return request.get(RunOptions.UNITS);
  }

  /** The reach of the window in words. */
  public int window() {
    return request.get(RunOptions.WINDOW);
  }

  /** The words of a sentence above which it is long. */
  public int longSentence() {
    return request.get(RunOptions.LONG_SENTENCE);
  }

  /** The reach of the window if pairs are counted in windows, else 0. */
  public int windowOfSlots() {
    return units().contains(ContextUnit.WINDOW) ? window() : 0;
  }

  /** What becomes of the words of passages in what is counted. */
  PassageUse passageUse() {
    return request.get(RunOptions.PASSAGES);
  }

  /** The words of the shortest passage. */
  public int minPassage() {
    return request.get(RunOptions.MIN_PASSAGE);
  }

  /** The networks of each unit, and the most edges of each. */
  public NetworkPlan networks() {
    return new NetworkPlan(networks, request.get(RunOptions.NETWORK_EDGES));
  }

  /** The seed of resampling, of the search for communities, and of the layout of networks. */
  public long seed() {
    return request.get(RunOptions.SEED);
  }

  /** The tables to write, in their documented order. */
  public List<Table> tables() {
    return tables;
  }

  /** The measures to write in them. */
  public Measures measures() {
    return measures;
  }

  /** Whether any of these tables is to be written, with whatever columns. */
  public boolean writes(Table... any) {
    Set<String> names = Arrays.stream(any).map(Table::name).collect(Collectors.toSet());
    return tables.stream().anyMatch(table -> names.contains(table.name()));
  }

  /** How many of the best candidates enter the lexicon. */
  int adopted() {
    return request.get(RunOptions.ADOPT);
  }

  /** How many of the best candidates the list of them has. */
  int listedCandidates() {
    return Math.max(LISTED_CANDIDATES, adopted());
  }

  /** The bytes that a document may have, uncompressed. */
  public int maxDocumentBytes() {
    return request.get(RunOptions.MAX_DOCUMENT_BYTES);
  }

  /** The share of rejected documents, 0 to 1, above which the run fails after writing. */
  public double maxRejectedFraction() {
    return request.get(RunOptions.MAX_REJECTED_FRACTION);
  }

  /** The buckets that large tables are dealt to; 0 to choose by the size of the input. */
  public int buckets() {
    return request.get(RunOptions.BUCKETS);
  }

  /** The shards that documents are dealt to; 0 to choose by their number. */
  public int shards() {
    return request.get(RunOptions.SHARDS);
  }

  /** The bytes of an input split; 0 to choose by the size of the input. */
  public long splitBytes() {
    return request.get(RunOptions.SPLIT_BYTES);
  }

  /** Whether the input is listed on a worker. */
  public boolean plansOnWorkers() {
    return request.get(RunOptions.PLAN_ON_WORKERS);
  }

  /** The lexicon and its files. */
  RunLexicon lexicon() {
    return lexicon;
  }

  /** The stop words' file. */
  public Manifest.StopWords stopWords() {
    return stopWords;
  }

  /** The metadata's file; null without. */
  public @Nullable RecordFile metadataFile() {
    return metadataFile;
  }

  /** The file of the periods; null where they are years or months. */
  public @Nullable RecordFile periodsFile() {
    return periodsFile;
  }

  /** Every option that has a value, this program's and Beam's, as the manifest lists them. */
  public SortedMap<String, String> options() {
    SortedMap<String, String> options = request.recorded();
    options.putAll(BeamOptions.set(pipelineOptions));
    options.put(
        RunOptions.TABLES.name(),
        tables.stream().map(Table::name).collect(Collectors.joining(",")));
    return options;
  }
}
