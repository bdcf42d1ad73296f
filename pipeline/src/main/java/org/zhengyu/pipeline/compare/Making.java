package org.zhengyu.pipeline.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhengyu.output.StoredResult;

/** How a result was made, by its manifest. */
final class Making {
  /** What decides what is a term and a use, so that counts mean the same where it is the same. */
  private static final Set<String> OF_COUNTS = Set.of("words", "segmenter", "foldTraditional");

  private final JsonNode manifest;

  private Making(JsonNode manifest) {
    this.manifest = manifest;
  }

  /**
   * What differs in the making of two results.
   *
   * @param what what it is: an option as it is typed, or the name of another key of the manifest
   * @param first what it is in the first result; empty where it is not said
   * @param second what it is in the second
   * @param isOfCounts whether counts mean something else by it
   */
  record Difference(String what, String first, String second, boolean isOfCounts) {}

  static Making of(StoredResult result) throws IOException {
    return new Making(new JsonMapper().readTree(result.manifest()));
  }

  /** The tokens of the corpus. */
  long tokens() {
    return manifest.path("totals").path("tokens").asLong();
  }

  /** The units of co-occurrence. */
  Set<String> units() {
    Set<String> units = new TreeSet<>();
    manifest.path("pairs").fieldNames().forEachRemaining(units::add);
    return units;
  }

  /** How many units of a kind there are. */
  long units(String unit) {
    return manifest.path("pairs").path(unit).path("n").asLong();
  }

  /**
   * What differs between this making and another: the version, the lexicon, the stop words, and
   * those of these options that are not said to be the same.
   *
   * @param options the names of the options that may matter
   */
  List<Difference> differences(Making other, List<String> options) {
    List<Difference> differences = new ArrayList<>();
    for (String key : List.of("project_version", "hanlp_version")) {
      add(key, manifest.path(key).asText(), other.manifest.path(key).asText(), true, differences);
    }
    if (!digests(lexicon()).equals(digests(other.lexicon()))) {
      add("lexicon", named(lexicon()), named(other.lexicon()), true, differences);
    }
    if (!digests(stopWords()).equals(digests(other.stopWords()))) {
      add("stop_words", named(stopWords()), named(other.stopWords()), false, differences);
    }
    for (String option : options) {
      boolean isOfCounts = OF_COUNTS.contains(option);
      add("--" + option, option(option), other.option(option), isOfCounts, differences);
    }
    return differences;
  }

  private static void add(
      String what, String first, String second, boolean isOfCounts, List<Difference> differences) {
    if (!first.equals(second)) {
      differences.add(new Difference(what, first, second, isOfCounts));
    }
  }

  private String option(String name) {
    return manifest.path("options").path(name).asText();
  }

  private Iterable<JsonNode> lexicon() {
    return manifest.path("lexicon").path("files");
  }

  private Iterable<JsonNode> stopWords() {
    return List.of(manifest.path("stop_words"));
  }

  private static List<String> digests(Iterable<JsonNode> files) {
    List<String> digests = new ArrayList<>();
    files.forEach(file -> digests.add(file.path("sha256").asText()));
    return digests;
  }

  /** Files by their names and the beginning of their digests: another may have the same name. */
  private static String named(Iterable<JsonNode> files) {
    List<String> named = new ArrayList<>();
    for (JsonNode file : files) {
      String path = file.path("file").asText();
      String digest = file.path("sha256").asText();
      named.add(
          path.substring(path.replace('\\', '/').lastIndexOf('/') + 1)
              + " "
              + digest.substring(0, Math.min(8, digest.length())));
    }
    return String.join(", ", named);
  }
}
