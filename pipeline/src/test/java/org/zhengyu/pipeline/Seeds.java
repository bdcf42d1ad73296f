package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample corpus and starter lexicon, read by what their description says and nothing else. */
final class Seeds {
  static final Path CORPUS = ZhengyuJob.seeds().resolve("corpus");
  static final Path METADATA = ZhengyuJob.seeds().resolve("metadata.csv");
  static final Path LEXICON = ZhengyuJob.seeds().resolve("lexicon/policy-phrases.csv");

  private static final Path STOP_WORDS =
      ZhengyuJob.repository()
          .resolve("transforms/src/main/resources/org/zhengyu/transforms/lexicon/stop-words.txt");

  /** Encodings as the description of the seeds lists them; UTF-8 otherwise. */
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "hangzhou-2018-service-reform-notice.txt",
          Charset.forName("GB18030"),
          "shantou-2021-river-chief-regulation.txt",
          UTF_16LE);

  /**
   * A phrase of the lexicon.
   *
   * @param category null without
   * @param since the year in which it came up; null without
   */
  record Phrase(String phrase, String category, List<String> variants, Long since) {}

  private Seeds() {}

  /** The text of every document, by its id. */
  static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".jsonl")) {
          for (String line : Files.readAllLines(file, UTF_8)) {
            JsonNode record = new ObjectMapper().readTree(line);
            texts.put(record.get("id").textValue(), record.get("text").textValue());
          }
        } else {
          String id = CORPUS.relativize(file).toString();
          String text = new String(Files.readAllBytes(file), ENCODINGS.getOrDefault(id, UTF_8));
          texts.put(id, text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The starter lexicon by phrase, in the order of its file. */
  static Map<String, Phrase> lexicon() {
    Map<String, Phrase> lexicon = new LinkedHashMap<>();
    for (String line : lines(LEXICON)) {
      if (!line.startsWith("#") && !line.equals("phrase,category,variants,since")) {
        String[] columns = line.split(",", -1);
        lexicon.put(
            columns[0],
            new Phrase(
                columns[0],
                columns[1],
                columns[2].isEmpty() ? List.of() : Arrays.asList(columns[2].split("\\|", -1)),
                columns[3].isEmpty() ? null : Long.valueOf(columns[3])));
      }
    }
    return lexicon;
  }

  static Map<String, String> categories() {
    Map<String, String> categories = new LinkedHashMap<>();
    lexicon().forEach((name, phrase) -> categories.put(name, phrase.category()));
    return categories;
  }

  static Set<String> stopWords() {
    Set<String> words = new HashSet<>(lines(STOP_WORDS));
    words.removeIf(word -> word.startsWith("#"));
    return words;
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, UTF_8)) {
        if (!line.isBlank()) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Full-width digits, Latin letters, ％ and ． as half-width ones. */
  static String foldWidth(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
      if (isWide || c == '％' || c == '．') {
        folded.setCharAt(i, (char) (c - 'Ａ' + 'A'));
      }
    }
    return folded.toString();
  }

  /** The code points from one place up to another. */
  static String slice(String text, long begin, long end) {
    int from = text.offsetByCodePoints(0, (int) begin);
    return text.substring(from, text.offsetByCodePoints(from, (int) (end - begin)));
  }
}
