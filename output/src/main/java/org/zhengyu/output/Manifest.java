package org.zhengyu.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was run on what, and what came of it: enough to say where a number comes from, and to get it
 * again. Immutable; rendered as JSON with its keys in a fixed order.
 */
public final class Manifest {

  /** The first value of every manifest: by it a folder is known to be a result of this project. */
  private static final String PROJECT = "zhengyu";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withSeparators(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""));

  private final String projectVersion;
  private final String hanlpVersion;
  private final String beamVersion;
  private final String javaVersion;
  private final String runner;
  private final Instant started;
  private final Instant ended;
  private final SortedMap<String, String> options;
  private final WordList lexicon;
  private final WordList stopWords;
  private final List<Input> inputs;
  private final Documents documents;
  private final SortedMap<String, Long> rejections;
  private final Totals totals;
  private final SortedMap<String, Pairs> pairs;
  private final SortedMap<String, NetworkSize> networks;
  private final List<String> warnings;
  private final List<String> notes;
  private final List<String> skipped;
  private final @Nullable String methodsInChinese;
  private final Map<String, TableSize> tables;

  private Manifest(Builder facts) {
    this.projectVersion = Objects.requireNonNull(facts.projectVersion, "projectVersion");
    this.hanlpVersion = Objects.requireNonNull(facts.hanlpVersion, "hanlpVersion");
    this.beamVersion = Objects.requireNonNull(facts.beamVersion, "beamVersion");
    this.javaVersion = Objects.requireNonNull(facts.javaVersion, "javaVersion");
    this.runner = Objects.requireNonNull(facts.runner, "runner");
    this.started = Objects.requireNonNull(facts.started, "started");
    this.ended = Objects.requireNonNull(facts.ended, "ended");
    this.options = Collections.unmodifiableSortedMap(new TreeMap<>(facts.options));
    this.lexicon = facts.lexicon;
    this.stopWords = facts.stopWords;
    this.inputs = List.copyOf(facts.inputs);
    this.documents = Objects.requireNonNull(facts.documents, "documents");
    this.rejections = Collections.unmodifiableSortedMap(new TreeMap<>(facts.rejections));
    this.totals = Objects.requireNonNull(facts.totals, "totals");
    this.pairs = Collections.unmodifiableSortedMap(new TreeMap<>(facts.pairs));
    this.networks = Collections.unmodifiableSortedMap(new TreeMap<>(facts.networks));
    this.warnings = List.copyOf(facts.warnings);
    this.methodsInChinese = facts.methodsInChinese;
    this.notes = List.copyOf(facts.notes);
    this.skipped = List.copyOf(facts.skipped);
    this.tables = Map.of();
  }

  private Manifest(Manifest other, Map<String, TableSize> tables) {
    this.projectVersion = other.projectVersion;
    this.hanlpVersion = other.hanlpVersion;
    this.beamVersion = other.beamVersion;
    this.javaVersion = other.javaVersion;
    this.runner = other.runner;
    this.started = other.started;
    this.ended = other.ended;
    this.options = other.options;
    this.lexicon = other.lexicon;
    this.stopWords = other.stopWords;
    this.inputs = other.inputs;
    this.documents = other.documents;
    this.rejections = other.rejections;
    this.totals = other.totals;
    this.pairs = other.pairs;
    this.networks = other.networks;
    this.warnings = other.warnings;
    this.methodsInChinese = other.methodsInChinese;
    this.notes = other.notes;
    this.skipped = other.skipped;
    this.tables = Collections.unmodifiableMap(tables);
  }

  /**
   * A file that the analysis was given beside its documents.
   *
   * @param file its path or URI
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   * @param entries how many phrases or words it lists
   */
  public record WordList(String file, String sha256, long entries) {}

  /** An input file: its URI, size in bytes, and SHA-256 in lower-case hexadecimal. */
  public record Input(String uri, long bytes, String sha256) {}

  /** How many documents were accepted or not, and of the accepted, were twice there or empty. */
  public record Documents(long accepted, long rejected, long duplicated, long empty) {}

  /** The size of the corpus. */
  public record Totals(long tokens, long sentences, long paragraphs, long types) {}

  /**
   * The pairs of one unit of co-occurrence.
   *
   * @param tested pairs that occurred
   * @param kept pairs that are in the table
   * @param n the number of units (or of slots, for windows) they are measured against
   */
  public record Pairs(long tested, long kept, long n) {}

  /**
   * The network of one unit of co-occurrence.
   *
   * @param nodes terms
   * @param edges pairs of terms
   * @param modularity of the division into communities
   */
  public record NetworkSize(long nodes, long edges, double modularity) {}

  private record TableSize(long rows, long bytes, long files) {}

  /** Starts a manifest. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether a text is a manifest of this project. */
  static boolean isManifest(String json) {
    try {
      return MAPPER.readTree(json).path("project").asText().equals(PROJECT);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The same manifest with the sizes of tables, in the order of the tables. */
  Manifest withTables(Collection<Table> written, List<WrittenFile> files) {
    Map<String, TableSize> sizes = new LinkedHashMap<>();
    for (Table table : written) {
      List<WrittenFile> own =
          files.stream().filter(file -> file.table().equals(table.name())).toList();
      sizes.put(
          table.name(),
          new TableSize(
              own.stream().mapToLong(WrittenFile::rows).sum(),
              own.stream().mapToLong(WrittenFile::bytes).sum(),
              own.size()));
    }
    return new Manifest(this, sizes);
  }

  /**
   * How many rows a table of the committed result has.
   *
   * @throws IllegalArgumentException if the result has no such table
   */
  public long rows(Table table) {
    TableSize size = tables.get(table.name());
    if (size == null) {
      throw new IllegalArgumentException("the result has no table " + table);
    }
    return size.rows();
  }

  /** The manifest as indented JSON that ends in a line feed. */
  public String toJson() {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("project", PROJECT);
    json.put("project_version", projectVersion);
    json.put("hanlp_version", hanlpVersion);
    json.put("beam_version", beamVersion);
    json.put("java_version", javaVersion);
    json.put("runner", runner);
    json.put("started", started.toString());
    json.put("ended", ended.toString());
    ObjectNode resolved = json.putObject("options");
    options.forEach(resolved::put);
    putWordList(json, "lexicon", "phrases", lexicon);
    putWordList(json, "stop_words", "words", stopWords);
    ArrayNode files = json.putArray("inputs");
    for (Input input : inputs) {
      files.addObject().put("uri", input.uri).put("bytes", input.bytes).put("sha256", input.sha256);
    }
    json.putObject("documents")
        .put("accepted", documents.accepted)
        .put("rejected", documents.rejected)
        .put("duplicated", documents.duplicated)
        .put("empty", documents.empty);
    ObjectNode reasons = json.putObject("rejections");
    rejections.forEach(reasons::put);
    json.putObject("totals")
        .put("tokens", totals.tokens)
        .put("sentences", totals.sentences)
        .put("paragraphs", totals.paragraphs)
        .put("types", totals.types);
    ObjectNode units = json.putObject("pairs");
    pairs.forEach(
        (unit, count) ->
            units
                .putObject(unit)
                .put("tested", count.tested)
                .put("kept", count.kept)
                .put("n", count.n));
    ObjectNode built = json.putObject("networks");
    networks.forEach(
        (unit, network) ->
            built
                .putObject(unit)
                .put("nodes", network.nodes)
                .put("edges", network.edges)
                .put("modularity", network.modularity));
    ObjectNode sizes = json.putObject("tables");
    tables.forEach(
        (table, size) ->
            sizes
                .putObject(table)
                .put("rows", size.rows)
                .put("bytes", size.bytes)
                .put("files", size.files));
    warnings.forEach(json.putArray("warnings")::add);
    notes.forEach(json.putArray("notes")::add);
    skipped.forEach(json.putArray("skipped")::add);
    json.put("methods_zh", methodsInChinese);
    try {
      return MAPPER.writer(PRINTER).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void putWordList(ObjectNode json, String key, String unit, WordList list) {
    if (list == null) {
      json.putNull(key);
    } else {
      json.putObject(key).put("file", list.file).put("sha256", list.sha256).put(unit, list.entries);
    }
  }

  /**
   * Collects the facts of a run. Those about the versions of other software, the runner, the times,
   * the documents and the totals must be given; the rest may be left out.
   */
  public static final class Builder {

    private String projectVersion = ProjectVersion.current();
    private String hanlpVersion;
    private String beamVersion;
    private String javaVersion = Runtime.version().toString();
    private String runner;
    private Instant started;
    private Instant ended;
    private final SortedMap<String, String> options = new TreeMap<>();
    private WordList lexicon;
    private WordList stopWords;
    private final List<Input> inputs = new ArrayList<>();
    private Documents documents;
    private final SortedMap<String, Long> rejections = new TreeMap<>();
    private Totals totals;
    private final SortedMap<String, Pairs> pairs = new TreeMap<>();
    private final SortedMap<String, NetworkSize> networks = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private @Nullable String methodsInChinese;

    private Builder() {}

    /** The version of this project; that of the running jar unless it is given. */
    public Builder projectVersion(String version) {
      projectVersion = version;
      return this;
    }

    /** The version of HanLP. */
    public Builder hanlpVersion(String version) {
      hanlpVersion = version;
      return this;
    }

    /** The version of Beam. */
    public Builder beamVersion(String version) {
      beamVersion = version;
      return this;
    }

    /** The version of Java; the running one unless it is given. */
    public Builder javaVersion(String version) {
      javaVersion = version;
      return this;
    }

    /** The name of the runner. */
    public Builder runner(String name) {
      runner = name;
      return this;
    }

    /** When the run began. */
    public Builder started(Instant time) {
      started = time;
      return this;
    }

    /** When the last table was written. */
    public Builder ended(Instant time) {
      ended = time;
      return this;
    }

    /** An option, as resolved (defaults included). */
    public Builder option(String name, String value) {
      options.put(name, value);
      return this;
    }

    /** The lexicon, unless the run had none. */
    public Builder lexicon(WordList list) {
      lexicon = list;
      return this;
    }

    /** The stop words, unless the run had none. */
    public Builder stopWords(WordList list) {
      stopWords = list;
      return this;
    }

    /** Another input file; they are listed as they are added. */
    public Builder input(Input file) {
      inputs.add(file);
      return this;
    }

    /** What became of the documents. */
    public Builder documents(Documents counts) {
      documents = counts;
      return this;
    }

    /** How many documents or records were refused for a reason. */
    public Builder rejections(String reason, long count) {
      rejections.put(reason, count);
      return this;
    }

    /** The size of the corpus. */
    public Builder totals(Totals counts) {
      totals = counts;
      return this;
    }

    /** The pairs of a unit of co-occurrence. */
    public Builder pairs(String unit, Pairs counts) {
      pairs.put(unit, counts);
      return this;
    }

    /** The network of a unit of co-occurrence. */
    public Builder network(String unit, NetworkSize size) {
      networks.put(unit, size);
      return this;
    }

    /** Something that makes the result less than what was asked for, as a sentence. */
    public Builder warning(String sentence) {
      warnings.add(sentence);
      return this;
    }

    /** How the numbers came about, as a paragraph in Chinese for the methods of a paper. */
    public Builder methodsInChinese(String paragraph) {
      methodsInChinese = paragraph;
      return this;
    }

    /** Anything that a reader of the result should know, as a sentence. */
    public Builder note(String sentence) {
      notes.add(sentence);
      return this;
    }

    /** A file that was passed over, such as a hidden one. */
    public Builder skipped(String uri) {
      skipped.add(uri);
      return this;
    }

    /**
     * Returns the manifest.
     *
     * @throws NullPointerException if a fact is missing; the message names it
     */
    public Manifest build() {
      return new Manifest(this);
    }
  }
}
