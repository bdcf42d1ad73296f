package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of the samples and some doubtful files, told in either language. */
@Tag("slow")
class LanguagesTest {
  private static final Pattern PAIR =
      Pattern.compile(" +\\d+ {2}(.+) – (.+?) +[(（]G² ([-0-9.,]+)[)）]");

  @TempDir static Path temp;
  private static ZhengyuJob.Ended english;
  private static ZhengyuJob.Ended chinese;

  @BeforeAll
  static void runInBothLanguages() {
    write(temp.resolve("more/old.txt"), "北京發展經濟，推進產業鏈建設，實施鏈長制。");
    write(temp.resolve("more/broken.csv"), "id,title\n1,x\n");
    write(temp.resolve("more/undated.jsonl"), "{\"text\": \"推进产业链建设。\", \"date\": \"去年\"}\n");
    write(temp.resolve("more/picture.png"), "");
    english = run("en");
    chinese = run("zh");
  }

  private static ZhengyuJob.Ended run(String language) {
    Path output = temp.resolve(language);
    return ZhengyuJob.command(output)
        .with("input", ZhengyuJob.seeds().resolve("corpus") + "," + temp.resolve("more"))
        .with("output", output)
        .with("metadata", ZhengyuJob.seeds().resolve("metadata.csv"))
        .with("groupBy", "region,year")
        .with("units", "sentence,window")
        .with("lang", language)
        .run();
  }

  @Test
  void endsWithTheNameOfTheReport() {
    assertThat(english.out().lines()).last().asString().startsWith("report: ").endsWith(".html");
    assertThat(chinese.out().lines()).last().asString().startsWith("报告：").endsWith(".html");
  }

  @Test
  void leadsWithPhrasesAndWhatTheyGoWith() {
    assertThat(english.out())
        .containsSubsequence(
            "documents (",
            "Most frequent phrases",
            "Phrases that go together, by G² (sentence)",
            "Phrases and the terms beside them, by G² (sentence)",
            "Phrases that go together, by G² (window)",
            "Phrases and the terms beside them, by G² (window)",
            "warning: ",
            "Tables",
            "lexicon: ");
  }

  @Test
  void namesOnlyPairsWithAPhraseThatAttractEachOther() {
    Set<String> phrases =
        Set.copyOf(english.result().texts("select phrase from phrases where uses > 0"));
    List<String> pairs = english.out().lines().filter(line -> line.contains(" – ")).toList();

    assertThat(pairs)
        .hasSize(40)
        .allSatisfy(
            line ->
                assertThat(PAIR.matcher(line))
                    .matches(
                        pair ->
                            pair.matches()
                                && (phrases.contains(pair.group(1))
                                    || phrases.contains(pair.group(2)))
                                && Double.parseDouble(pair.group(3).replace(",", "")) > 0));
  }

  /** The strongest by SQL over the table, as whoever reads it would ask. */
  @Test
  void namesTheStrongestPairsOfTheTable() {
    List<String> expected =
        english
            .result()
            .texts(
                "select term_a || ' – ' || term_b from cooccurrences"
                    + " where unit = 'sentence' and term_a in (select phrase from phrases)"
                    + " and term_b in (select phrase from phrases)"
                    + " order by g2 desc, term_a, term_b limit 10");
    List<String> lines = english.out().lines().toList();
    int title = lines.indexOf("Phrases that go together, by G² (sentence)");

    assertThat(lines.subList(title + 1, title + 11))
        .extracting(line -> line.replaceAll("^ +\\d+ {2}| {2}\\(G².*", ""))
        .isEqualTo(expected);
  }

  @Test
  void saysWithEachWarningWhatToDo() {
    List<String> warnings =
        english.out().lines().filter(line -> line.startsWith("  warning: ")).toList();

    assertThat(warnings).hasSizeGreaterThan(3).allMatch(line -> line.contains("--"));
  }

  /** What is left in Latin letters are names: of options, tables, columns, files and reasons. */
  @Test
  void speaksChineseThroughout() {
    List<String> words =
        chinese
            .out()
            .lines()
            .filter(line -> !line.contains("SELECT"))
            .flatMap(line -> List.of(line.split("[^A-Za-z]+")).stream())
            .filter(word -> word.length() > 2)
            .distinct()
            .toList();
    List<String> spoken =
        List.of("the", "and", "documents with", "have", "warning", "rows", "Tables", "report:");

    assertThat(words).doesNotContainAnyElementsOf(spoken);
    assertThat(chinese.out()).contains("注意：", "短语之间的搭配", "拒收：1 missing_text", "未读：1 不是可读的格式");
    assertThat(chinese.out().lines().filter(line -> line.startsWith("  注意：")))
        .hasSameSizeAs(
            english.out().lines().filter(line -> line.startsWith("  warning: ")).toList());
  }

  @Test
  void writesTheSameWhateverTheLanguage() throws IOException {
    List<Path> tables = tableFiles(english.output());

    assertThat(tables).isNotEmpty().isEqualTo(tableFiles(chinese.output()));
    for (Path file : tables) {
      assertThat(chinese.output().resolve(file))
          .hasSameBinaryContentAs(english.output().resolve(file));
    }
    assertThat(manifest(chinese)).isEqualTo(manifest(english));
  }

  private static List<Path> tableFiles(Path result) throws IOException {
    try (Stream<Path> files = Files.walk(result)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .map(result::relativize)
          .sorted()
          .toList();
    }
  }

  /** The manifest but for the times and the name of the folder. */
  private static JsonNode manifest(ZhengyuJob.Ended ended) throws IOException {
    String text = Files.readString(ended.output().resolve("_manifest.json"));
    ObjectNode manifest =
        (ObjectNode) new ObjectMapper().readTree(text.replace(ended.output().toString(), ""));
    return manifest.without(List.of("started", "ended"));
  }
}
