package org.zhengyu.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was run on what, and what came of it: enough to say where a number comes from, and to get it
 * again. Its JSON has these components for keys, in snake case and in this order; those that have
 * no key of their own are told apart in the code alone.
 *
 * @param software what ran; its keys stand beside the others
 * @param time when it ran; its keys stand beside the others
 * @param options as resolved (defaults included), by name
 * @param lexicon the phrases
 * @param stopWords the stop words
 * @param inputs the input files, in the order of their URIs
 * @param documents what became of the documents
 * @param rejections how many documents or records were refused, by reason
 * @param totals the size of the corpus
 * @param pairs the pairs, by unit of co-occurrence
 * @param networks the networks, by unit of co-occurrence and by name
 * @param tables the sizes of the tables, by name; empty until the {@linkplain Dataset#commit
 *     commit} fills it in
 * @param remarks what a reader should know; its keys stand beside the others
 */
@JsonPropertyOrder("project")
public record Manifest(
    @JsonUnwrapped Software software,
    @JsonUnwrapped Time time,
    SortedMap<String, String> options,
    Lexicon lexicon,
    StopWords stopWords,
    List<Input> inputs,
    Documents documents,
    SortedMap<String, Long> rejections,
    Totals totals,
    SortedMap<String, Pairs> pairs,
    SortedMap<String, SortedMap<String, NetworkSize>> networks,
    Map<String, TableSize> tables,
    @JsonUnwrapped Remarks remarks) {

  /** Copies what could be changed from outside. */
  public Manifest {
    options = sorted(options);
    inputs = List.copyOf(inputs);
    rejections = sorted(rejections);
    pairs = sorted(pairs);
    networks = sorted(networks);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /**
   * What ran.
   *
   * @param projectVersion the version of this project
   * @param hanlpVersion the version of HanLP
   * @param beamVersion the version of Beam
   * @param javaVersion the version of Java
   * @param runner the name of the runner
   */
  public record Software(
      String projectVersion,
      String hanlpVersion,
      String beamVersion,
      String javaVersion,
      String runner) {}

  /**
   * When it ran.
   *
   * @param started when the run began
   * @param ended when the last table was written
   */
  public record Time(
      @JsonSerialize(using = ToStringSerializer.class) Instant started,
      @JsonSerialize(using = ToStringSerializer.class) Instant ended) {}

  /**
   * The lexicon.
   *
   * @param files what it was read from; a later file is right where two differ
   * @param phrases how many phrases it has
   * @param found how many of them are used at least once
   */
  public record Lexicon(List<LexiconFile> files, long phrases, long found) {
    /** Copies the list. */
    public Lexicon {
      files = List.copyOf(files);
    }
  }

  /**
   * A file of the lexicon.
   *
   * @param file its path or URI
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   * @param phrases how many phrases it lists
   */
  public record LexiconFile(String file, String sha256, long phrases) {}

  /**
   * The stop words.
   *
   * @param file their path or URI
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   * @param words how many words it lists
   */
  public record StopWords(String file, String sha256, long words) {}

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
   * @param doubtful of the frequent ones those that are in no ranking, as their caution says
   * @param n the number of units (or of slots, for windows) they are measured against
   */
  public record Pairs(long tested, long kept, long doubtful, long n) {}

  /**
   * A network.
   *
   * @param nodes terms
   * @param edges pairs of terms
   * @param components parts between which there is no path
   * @param modularity of the division into communities
   */
  public record NetworkSize(long nodes, long edges, long components, double modularity) {}

  /** The size of a table. */
  public record TableSize(long rows, long bytes, long files) {}

  /**
   * What a reader of the result should know.
   *
   * @param warnings what makes the result less than what was asked for, each a sentence
   * @param warningsZh the same in Chinese, in the same order
   * @param notes anything else, each a sentence
   * @param skipped the files that were passed over, such as hidden ones
   * @param methodsZh how the numbers came about, as a paragraph in Chinese for the methods of a
   *     paper
   */
  public record Remarks(
      List<String> warnings,
      List<String> warningsZh,
      List<String> notes,
      List<String> skipped,
      String methodsZh) {
    /** Copies the lists. */
    public Remarks {
      warnings = List.copyOf(warnings);
      warningsZh = List.copyOf(warningsZh);
      notes = List.copyOf(notes);
      skipped = List.copyOf(skipped);
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
    return new Manifest(
        software,
        time,
        options,
        lexicon,
        stopWords,
        inputs,
        documents,
        rejections,
        totals,
        pairs,
        networks,
        sizes,
        remarks);
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

  /** The first key of every manifest. */
  @JsonProperty
  String project() {
    return Json.PROJECT;
  }

  /** The manifest as indented JSON that ends in a line feed. */
  public String toJson() {
    return Json.indented(this);
  }
}
