package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Real documents beside the checkout; a test that asks for them is skipped where they are not. */
public final class SharedCorpus {
  private SharedCorpus() {}

  /** The texts of a folder, in the order of their names. */
  public static List<String> texts(String folder) {
    Path path = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "corpus", folder);
    assumeTrue(Files.isDirectory(path), () -> "no corpus at " + path.normalize());
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(SharedCorpus::read)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts of work reports, by the names of their files, and of laws, by their ids. */
  public static Map<String, String> documents(Set<String> ids) throws IOException {
    Path corpus = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "corpus");
    Path laws = corpus.resolve("laws.jsonl.gz");
    assumeTrue(Files.exists(laws), () -> "no laws at " + laws.normalize());
    Map<String, String> texts = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(laws)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode law = json.readTree(line);
        if (ids.contains(law.get("id").textValue())) {
          texts.put(law.get("id").textValue(), law.get("text").textValue());
        }
      }
    }
    for (String id : ids) {
      Path report = corpus.resolve("work-reports/txt").resolve(id);
      if (Files.exists(report)) {
        texts.put(id, read(report));
      }
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
