package org.zhengyu.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.zhengyu.output.StoredResult;

/**
 * Makes the report of a result: chooses from its tables what the page shows, and no more than fits,
 * whatever the size of the corpus. The same result gives the same page.
 */
public final class Report {
  /** More files than these are not named on the page. */
  private static final int MOST_INPUTS = 50;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StoredResult result;
  private final ObjectNode manifest;

  private Report(StoredResult result) throws IOException {
    this.result = result;
    this.manifest = (ObjectNode) JSON.readTree(result.manifest());
  }

  /** The report as one page of HTML. */
  public static String of(StoredResult result) throws IOException {
    return new Report(result).page();
  }

  private String page() throws IOException {
    long seed = manifest.path("options").path("seed").asLong(1);
    boolean keepsDuplicates = manifest.path("options").path("keepDuplicates").asBoolean();
    Phrases phrases = Phrases.of(result);
    Documents documents = Documents.of(result, keepsDuplicates);
    Groups groups = documents.groups();
    List<PageTable> occurrences = Occurrences.of(result, phrases, groups, seed);
    List<PageTable> tables = new ArrayList<>(phrases.tables());
    tables.addAll(occurrences);
    tables.add(groups.table());
    Set<String> referred = new HashSet<>();
    occurrences.forEach(table -> table.addTexts("doc_id", referred));
    List<String> facets =
        Stream.of(manifest.path("options").path("groupBy").asText().split(",", -1))
            .filter(facet -> !facet.isEmpty())
            .toList();
    tables.addAll(documents.tables(referred, facets, seed));
    tables.addAll(
        together(
            List.of(
                () -> Terms.of(result, phrases),
                () -> Pairs.of(result, phrases, seed),
                () -> Diffusion.of(result, phrases),
                () -> Repeats.of(result, groups, seed),
                () -> OtherTables.of(result))));
    return Page.of(about(groups), tables);
  }

  /** What each of these chooses, in their order; they are done at once, for each reads its own. */
  private static List<PageTable> together(List<Callable<List<PageTable>>> choices)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(choices.size());
    try {
      List<PageTable> tables = new ArrayList<>();
      for (Future<List<PageTable>> choice : threads.invokeAll(choices)) {
        tables.addAll(choice.get());
      }
      return tables;
    } catch (ExecutionException e) {
      throw new IOException("a table of the result cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while tables were read");
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * What the page says of the whole: the manifest, the meanings of columns, how groups are made.
   */
  private JsonNode about(Groups groups) throws IOException {
    ObjectNode about = JSON.createObjectNode();
    ArrayNode inputs = manifest.withArray("inputs");
    about.put("inputs", inputs.size());
    while (inputs.size() > MOST_INPUTS) {
      inputs.remove(inputs.size() - 1);
    }
    about.set("manifest", manifest);
    about.set("columns", columns());
    about.put("has_all_groups", groups.isComplete());
    ArrayNode fields = about.putArray("group_fields");
    fields.add("year");
    if (groups.fields() > 1) {
      fields.add("region");
    }
    if (groups.fields() > 2) {
      fields.add("doc_type");
    }
    return about;
  }

  /** By table and column, what a column means, in both languages. */
  private JsonNode columns() throws IOException {
    ObjectNode meanings = JSON.createObjectNode();
    Optional<String> dataPackage = result.dataPackage();
    if (dataPackage.isPresent()) {
      for (JsonNode table : JSON.readTree(dataPackage.get()).path("resources")) {
        ObjectNode ofTable = meanings.putObject(table.path("name").asText());
        for (JsonNode field : table.path("schema").path("fields")) {
          ofTable
              .putArray(field.path("name").asText())
              .add(field.path("description").asText())
              .add(field.path("description_zh").asText());
        }
      }
    }
    return meanings;
  }
}
