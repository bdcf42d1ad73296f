package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concordances of small results, as they are printed. */
class KwicCommandTest {
  @TempDir static Path temp;
  private static Path first;
  private static Path second;

  private record Ended(int exitCode, String printed, String complaint) {
    List<String> lines() {
      return printed.lines().toList();
    }
  }

  private static Ended kwic(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            Stream.concat(Stream.of("kwic"), Stream.of(words)).toArray(String[]::new),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  @BeforeAll
  static void analyze() {
    Path corpus = temp.resolve("corpus");
    write(corpus.resolve("a.txt"), "实体经济是根基，筑牢根基。民生是根基。\n\n推行链长制。");
    write(corpus.resolve("b.txt"), "夯实实体经济根基。落实链长负责制。");
    Path metadata =
        write(
            temp.resolve("m.csv"),
            "file,title,date,region,level\na.txt,=甲,2022-03-05,山东,省级\nb.txt,,2021年,上海,\n");
    Path lexicon = write(temp.resolve("lexicon.csv"), "phrase,category,variants\n链长制,,链长负责制\n");
    first = temp.resolve("first");
    second = temp.resolve("second");
    ZhengyuJob.into(first)
        .over(corpus)
        .with("metadata", metadata)
        .with("lexicon", lexicon)
        .complete();
    ZhengyuJob.into(second)
        .over(write(temp.resolve("d\u001b[31m\u202e.txt"), "巩固红色根基，稳住。"))
        .complete();
  }

  @Test
  void findsCharactersThatLookAlike() {
    Path result = temp.resolve("alike");
    ZhengyuJob.into(result).over(write(temp.resolve("e.txt"), "坚持⼈民⾄上。发展互联网＋，ＧＤＰ增长。")).complete();

    for (List<String> asked :
        List.of(
            List.of("人民至上", "⼈民⾄上"),
            List.of("⼈民至上", "⼈民⾄上"),
            List.of("互联网＋", "互联网＋"),
            List.of("G.P", "ＧＤＰ"),
            List.of("[Ａ-Ｇ]DP增", "ＧＤＰ增"))) {
      List<String> lines = kwic(result.toString(), asked.get(0)).lines();
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0)).contains("  " + asked.get(1) + "  ");
    }
  }

  @Test
  void alignsWhatWasFoundAndSortsByWhatStandsBehindIt() {
    Ended found = kwic(first.toString(), "根基", "--width=12");
    assertThat(found.complaint()).isEmpty();
    assertThat(found.exitCode()).isZero();
    assertThat(found.lines())
        .containsExactly(
            "是根基，筑牢  根基  。            a.txt  2022-03-05",
            "      民生是  根基  。            a.txt  2022-03-05",
            "夯实实体经济  根基  。            b.txt  2021",
            "  实体经济是  根基  ，筑牢根基。  a.txt  2022-03-05",
            "4 hits in 3 sentences of 2 documents");
  }

  @Test
  void sortsByWhatIsAskedFor() {
    assertThat(lefts("--sort=left")).containsExactly("实体经济是", "民生是", "夯实实体经济", "是根基，筑牢");
    assertThat(lefts("--sort=date")).containsExactly("夯实实体经济", "实体经济是", "是根基，筑牢", "民生是");
    assertThat(lefts("--sort=place")).containsExactly("实体经济是", "是根基，筑牢", "民生是", "夯实实体经济");
  }

  private static List<String> lefts(String order) {
    return kwic(first.toString(), "根基", "--width=12", order).lines().stream()
        .filter(line -> line.contains("根基  "))
        .map(line -> line.substring(0, line.indexOf("  根基  ")).strip())
        .toList();
  }

  @Test
  void findsAPhraseInAllItsForms() {
    assertThat(kwic(first.toString(), "链长制", "--width=4").lines())
        .containsExactly(
            "推行  链长制      。    a.txt  2022-03-05",
            "落实  链长负责制  。    b.txt  2021",
            "2 hits in 2 sentences of 2 documents");
  }

  @Test
  void findsARegularExpression() {
    assertThat(kwic(first.toString(), "[民实].{1,3}是(?=根基)|x*", "--lang=zh").lines())
        .last()
        .isEqualTo("共 2 处，见于 2 个句子、1 篇文档");
  }

  @Test
  void asksForWhatStandsBesideIt() {
    assertThat(kwic(first.toString(), "根基", "--near=实体经济").lines())
        .last()
        .isEqualTo("3 hits in 2 sentences of 2 documents");
    // Nothing stands beside itself: of the two here, each beside the other.
    assertThat(kwic(first.toString(), "根基", "--near=根基").lines())
        .last()
        .isEqualTo("2 hits in 1 sentence of 1 document");
    assertThat(kwic(first.toString(), "链长制", "--near=链长制").lines())
        .containsExactly("0 hits in 0 sentences of 0 documents");
  }

  @Test
  void groupsByAColumnOrAFieldOfTheMetadata() {
    assertThat(kwic(first.toString(), "根基", "--by=region", "--width=2").lines())
        .containsExactly(
            "region 上海市: 1",
            "济  根基  。  b.txt  2021",
            "",
            "region 山东省: 3",
            "牢  根基  。  a.txt  2022-03-05",
            "是  根基  。  a.txt  2022-03-05",
            "是  根基  ，  a.txt  2022-03-05",
            "",
            "4 hits in 3 sentences of 2 documents");
    assertThat(kwic(first.toString(), "根基", "--by=level").printed())
        .containsSubsequence("level 省级: 3\n", "level –: 1\n");
  }

  @Test
  void namesTheResultWhereThereAreSeveral() {
    assertThat(kwic(first + "," + second, "夯实|巩固", "--width=2").lines())
        .containsExactly(
            "    夯实  实  first  b.txt  2021",
            "    巩固  红  second  d\\u001b[31m\\u202e.txt",
            "2 hits in 2 sentences of 2 documents");
  }

  @Test
  void showsWhatATerminalWouldObeyAsItsCode() {
    assertThat(kwic(second.toString(), "红色", "--width=4").lines().get(0))
        .isEqualTo("巩固  红色  根基  d\\u001b[31m\\u202e.txt");
  }

  @Test
  void drawsTheSameSampleForASeed() {
    List<String> all = lines("--sample=4", "--seed=1");
    List<String> some = lines("--sample=2", "--seed=1");
    assertThat(all).hasSize(4);
    assertThat(some).hasSize(2).isEqualTo(lines("--sample=2", "--seed=1"));
    assertThat(all).containsAll(some);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(seed -> lines("--sample=2", "--seed=" + seed))
                .distinct())
        .hasSizeGreaterThan(1);
    assertThat(kwic(first.toString(), "根基", "--sample=2").lines())
        .last()
        .isEqualTo("4 hits in 3 sentences of 2 documents, of which 2 are shown");
  }

  private static List<String> lines(String... options) {
    return kwic(
            Stream.concat(Stream.of(first.toString(), "根基", "--sort=place"), Stream.of(options))
                .toArray(String[]::new))
        .lines()
        .stream()
        .filter(line -> line.contains("  根基  "))
        .toList();
  }

  @Test
  void givesCodersATableOfWholeSentences() {
    Ended table = kwic(first.toString(), "筑牢|夯实", "--csv", "--by=region", "--sort=place");
    assertThat(table.printed())
        .isEqualTo(
            "\uFEFFresult,doc_id,title,date,region,sentence,begin_offset,end_offset,context_left,form,"
                + "context_right,coder_1,coder_2\r\n"
                + "first,a.txt,'=甲,2022-03-05,山东省,0,0,13,实体经济是根基，,筑牢,根基。,,\r\n"
                + "first,b.txt,,2021,上海市,0,0,9,,夯实,实体经济根基。,,\r\n");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertWrong("TEXT", "“(”", kwic(first.toString(), "("));
    assertWrong("--near", "“[”", kwic(first.toString(), "根基", "--near=["));
    assertWrong("--by", "region", kwic(first.toString(), "根基", "--by=regon"));
    assertWrong("OUT", "no complete result", kwic(temp.resolve("none").toString(), "根基"));
    assertWrong("--sample", "at least 1", kwic(first.toString(), "根基", "--sample=0"));
    assertWrong("TEXT", "required", kwic(first.toString()));
    Path without = temp.resolve("without");
    ZhengyuJob.into(without)
        .over(temp.resolve("corpus"))
        .with("tables", "-sentences")
        .with("overwrite", true)
        .complete();
    assertWrong("OUT", "--tables=+sentences", kwic(without.toString(), "根基"));
  }

  private static void assertWrong(String flag, String reason, Ended ended) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.printed()).isEmpty();
    assertThat(ended.complaint())
        .hasLineCount(1)
        .startsWith("zhengyu: " + flag + ": ")
        .contains(reason);
  }

  @Test
  void readsAResultThatHasSentencesAlone() {
    Path alone = temp.resolve("alone");
    ZhengyuJob.into(alone)
        .over(temp.resolve("corpus"))
        .with("tables", "sentences")
        .with("overwrite", true)
        .complete();
    assertThat(kwic(alone.toString(), "民生", "--width=4").lines())
        .containsExactly("      民生  是根  a.txt", "1 hit in 1 sentence of 1 document");
  }
}
