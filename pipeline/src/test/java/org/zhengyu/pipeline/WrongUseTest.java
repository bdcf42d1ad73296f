package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.pipeline.cli.Option;

/** A request that cannot be carried out: one line that says why, and nothing is written. */
class WrongUseTest {
  @TempDir Path temp;
  private Path output;
  private ZhengyuJob job;

  @BeforeEach
  void prepareAJobThatWouldRun() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设。");
    output = temp.resolve("result");
    job = ZhengyuJob.into(output).over(temp.resolve("corpus"));
  }

  /** Runs what must be refused, and checks all but the message. */
  private String refusal(ZhengyuJob wrong) {
    ZhengyuJob.Ended ended = wrong.run();
    assertThat(ended.exitCode()).as("exit code; %s", ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).as("lines of standard error").hasSize(1);
    assertThat(ended.err()).startsWith("zhengyu: ").endsWith(System.lineSeparator());
    assertThat(output).doesNotExist();
    return ended.err().strip();
  }

  @Test
  void needsAnInputAndAnOutput() {
    assertThat(refusal(job.without("input"))).startsWith("zhengyu: --input: is required");
    assertThat(refusal(job.without("output"))).startsWith("zhengyu: --output: is required");
    assertThat(refusal(job.with("input", " "))).startsWith("zhengyu: --input: ");
  }

  @Test
  void refusesAnInputThatIsNotThere() {
    assertThat(refusal(job.over(temp.resolve("nowhere"))))
        .contains("--input: ", temp.resolve("nowhere").toString());
    assertThat(refusal(job.over(temp.resolve("nowhere/*.txt")))).contains("--input: ", "nowhere");
    assertThat(refusal(job.over(temp.resolve("corpus/*.md")))).contains("--input: ", "*.md");
    assertThat(refusal(job.with("input", temp.resolve("corpus") + ",")))
        .contains("--input: ", "empty");
    assertThat(refusal(job.with("input", temp.resolve("corpus") + "," + temp.resolve("gone"))))
        .contains("--input: ", "gone");
  }

  /** Folders beside it that lead back to themselves would take for ever, a home folder minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"lexicon", "metadata", "stopWords", "period"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void looksNowhereElseForAFileThatIsNotThere(String option) throws IOException {
    for (String name : List.of("a", "b", "c")) {
      Files.createSymbolicLink(temp.resolve(name), temp);
    }
    Path file = temp.resolve("nowhere.csv");
    for (String request : List.of(file.toString(), "file://" + file)) {
      assertThat(refusal(job.with(option, request)))
          .isEqualTo(
              "zhengyu: --" + option + ": " + request + ": no such file, or it cannot be read");
    }
    assertThat(refusal(job.with(option, temp.resolve("*.csv")))).contains("--" + option, "*.csv");
    assertThat(refusal(job.with("network", "terms:" + file))).contains("--network", "nowhere.csv");
    assertThat(refusal(job.with("input", "file://" + file))).contains("--input", "nowhere.csv");
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThat(refusal(job.over(temp.resolve("corpus/[a.txt")))).contains("--input: ", "[a.txt");
  }

  @Test
  void refusesAFolderWithoutDocuments() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertThat(refusal(job.over(empty))).contains("--input: ", empty.toString());
    write(empty.resolve("report.pages"), "no text");
    write(empty.resolve(".hidden.txt"), "推进");
    assertThat(refusal(job.over(empty))).contains("--input: ", ".jsonl");
  }

  @Test
  void refusesAFileOfAnUnknownFormatThatIsNamed() {
    Path word = write(temp.resolve("report.pages"), "no text");
    assertThat(refusal(job.over(word))).contains("--input: ", "report.pages", ".txt");
  }

  @Test
  void refusesAnOutputThatHoldsAnything() throws IOException {
    Path taken = write(temp.resolve("taken/notes.txt"), "mine").getParent();
    ZhengyuJob.Ended ended = job.with("output", taken).run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("--output: ", "notes.txt", "--overwrite");
    try (Stream<Path> entries = Files.list(taken)) {
      assertThat(entries).containsExactly(taken.resolve("notes.txt"));
    }
  }

  @Test
  void refusesAnOutputThatIsAFile() {
    Path file = write(temp.resolve("file"), "mine");
    assertThat(refusal(job.with("output", file))).contains("--output: ", file.toString());
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAWordThatIsNoOption() {
    assertThat(refusal(job.withArgument("corpus")))
        .isEqualTo("zhengyu: corpus: not an option; options begin with --, see --help");
    assertThat(refusal(job.withArgument("-overwrite"))).startsWith("zhengyu: -overwrite: not an");
    assertThat(refusal(job.withArgument("--"))).startsWith("zhengyu: --: not an option");
    assertThat(refusal(job.withArgument("@options"))).startsWith("zhengyu: @options: not an");
    assertThat(refusal(job.withArgument(""))).startsWith("zhengyu: : not an option");
  }

  @Test
  void refusesAnOptionThatNobodyKnows() {
    assertThat(refusal(job.withArgument("--fast")))
        .isEqualTo("zhengyu: --fast: unknown option; see --help");
    assertThat(refusal(job.with("fast", 3)))
        .isEqualTo("zhengyu: --fast: unknown option; see --help");
  }

  @Test
  void saysWhichOptionMayHaveBeenMeant() {
    assertThat(refusal(job.with("lexikon", "x.csv")))
        .isEqualTo("zhengyu: --lexikon: unknown option; did you mean --lexicon?");
    assertThat(refusal(job.without("input").with("inputs", temp.resolve("corpus"))))
        .isEqualTo("zhengyu: --inputs: unknown option; did you mean --input?");
    assertThat(refusal(job.with("targetParalelism", 4)))
        .isEqualTo(
            "zhengyu: --targetParalelism: unknown option; did you mean --targetParallelism?");
  }

  @Test
  void saysWhichCommandMayHaveBeenMeant() {
    assertThat(refusal(job.withFirst("ruin")))
        .isEqualTo("zhengyu: ruin: no such command; did you mean run?");
  }

  @Test
  void refusesACommandThatFollowsItsOptions() {
    assertThat(refusal(job.withArgument("run")))
        .isEqualTo("zhengyu: run: a command stands first, before its options");
  }

  @Test
  void refusesAValueThatFollowsABlank() {
    assertThat(refusal(job.without("input").withArgument("--input").withArgument("in")))
        .isEqualTo("zhengyu: --input: its value follows an equals sign: --input=in");
    assertThat(refusal(job.withArgument("--overwrite").withArgument("false")))
        .startsWith("zhengyu: false: not an option");
  }

  @Test
  void refusesAnOptionWithoutItsValue() {
    assertThat(refusal(job.withArgument("--window")))
        .isEqualTo("zhengyu: --window: has no value; give it as --window=N");
    assertThat(refusal(job.withArgument("--jobName")))
        .isEqualTo("zhengyu: --jobName: has no value; give it as --jobName=VALUE");
    assertThat(refusal(job.withFirst("--lexicon")))
        .isEqualTo("zhengyu: --lexicon: has no value; give it as --lexicon=FILE[,FILE...]");
  }

  @Test
  void showsWhatATerminalWouldObey() {
    String red = "\u001b[31m";
    assertThat(refusal(job.over(temp.resolve("nowhere" + red + ".txt"))))
        .contains("nowhere\\u001b[31m.txt")
        .doesNotContain("\u001b");
    assertThat(refusal(job.with("segmenter", red)))
        .startsWith("zhengyu: --segmenter: “\\u001b[31m” is none of ");
    assertThat(refusal(job.withArgument("--" + red))).startsWith("zhengyu: --\\u001b[31m: unknown");
  }

  @Test
  void refusesAnOptionThatIsGivenTwice() {
    String twice = ": is there twice";
    assertThat(refusal(job.withArgument("--input=" + temp))).isEqualTo("zhengyu: --input" + twice);
    assertThat(refusal(job.withArgument("--overwrite").withArgument("--overwrite")))
        .isEqualTo("zhengyu: --overwrite" + twice);
    assertThat(refusal(job.withArgument("--targetParallelism=3")))
        .isEqualTo("zhengyu: --targetParallelism" + twice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window | ''",
        "window | five",
        "window | 0",
        "window | -1",
        "window | 99999999999",
        "minTermFrequency | 0",
        "minTermFrequency | 1.5",
        "minJointFrequency | 0",
        "vocabularySize | -1",
        "contextWidth | -1",
        "contextWidth | wide",
        "maxRejectedFraction | 1.01",
        "maxRejectedFraction | -0.1",
        "maxRejectedFraction | NaN",
        "maxRejectedFraction | half",
        "buckets | -1",
        "splitBytes | -1",
        "overwrite | maybe",
        "period | quarter",
        "segmenter | jieba",
        "words | jieba",
        "networkEdges | 0",
        "network | 数字经济",
        "network | phrases,数字经济",
        "network | whole",
        "network | around:",
        "network | around:数字经济,,实体经济",
        "network | all,all",
        "network | around:数字经济,around:数字经济",
        "network | terms:",
        "network | terms:/nowhere/terms.txt",
        "seed | first",
        "groupBy | region,,year",
        "groupBy | region,地区",
        "units | sentences",
        "units | sentence,,window",
        "tables | terms,keywords",
        "tables | terms,",
        "measures | pmi,likelihood",
        "measures | ",
        "encoding | GBK18030",
        "encoding | not a name",
        "runner | SlowRunner",
        "lexicon | /nowhere/lexicon.csv",
        "lexicon | starter,/nowhere/lexicon.csv",
        "lexicon | starter,,starter",
        "stopWords | /nowhere/stop-words.txt",
        "metadata | /nowhere/metadata.csv",
        "foldTraditional | 1",
        "keepDuplicates | no",
        "planOnWorkers | ja",
        "lang | fr",
        "targetParallelism | two",
        "targetParallelism | 0",
        "targetParallelism | -4",
      })
  void refusesAValueThatAnOptionCannotHave(String option, String value) {
    String message = refusal(job.with(option, value));
    assertThat(message).startsWith("zhengyu: --" + option + ": ");
  }

  @ParameterizedTest
  @MethodSource("options")
  void refusesABlankValueOfAnyOption(Option<?> option) {
    assertThat(refusal(job.with(option.name(), " ")))
        .startsWith("zhengyu: " + option.flag() + ": has no value; give it as " + option.flag());
  }

  private static List<Option<?>> options() {
    return RunOptions.ALL;
  }

  @Test
  void saysWhatIsWrongInTheLanguageOfTheUser() {
    assertThat(refusal(job.with("window", 0).with("lang", "zh")))
        .isEqualTo("zhengyu: --window: 应在 1 到 1000 之间，而不是 0");
    assertThat(refusal(job.with("windo", 3).with("lang", "zh")))
        .isEqualTo("zhengyu: --windo: 没有这个选项；是否想用 --window？");
  }

  @Test
  void saysWhatIsWrongInAFileOfTheUserInTheirLanguage() {
    Path lexicon = write(temp.resolve("l.csv"), "链长制\n链长制\n产业链,产业,总链长,去年\n");
    Path metadata = write(temp.resolve("m.csv"), "file,title\na.txt,一\na.txt,二\n");
    Path broken = write(temp.resolve("b.csv"), "file,title\na.txt,\"一\n");
    Path stopWords = write(temp.resolve("s.txt"), "的\n" + "的".repeat(101) + "\n");
    assertThat(refusal(job.with("lexicon", lexicon).with("lang", "zh")))
        .isEqualTo(
            "zhengyu: --lexicon: "
                + lexicon
                + ":2：重复的短语“链长制”，第 1 行已有；第 3 行：年份“去年”不是年份（第四列；变体之间请写 |）");
    assertThat(refusal(job.with("metadata", metadata).with("lang", "zh")))
        .isEqualTo("zhengyu: --metadata: " + metadata + ":3：“a.txt”在第 2 行已有");
    assertThat(refusal(job.with("metadata", broken).with("lang", "zh")))
        .isEqualTo("zhengyu: --metadata: " + broken + ":2：第 2 个字段的引号没有配对：略去 1 条记录，直至文末");
    assertThat(refusal(job.with("stopWords", stopWords).with("lang", "zh")))
        .isEqualTo("zhengyu: --stopWords: " + stopWords + ":2：停用词有 101 个字，最多 100 个");
  }

  @Test
  void refusesChecksThatOnlyBeamsOwnRunnerMakes() {
    assertThat(refusal(job.with("enforceImmutability", true)))
        .isEqualTo("zhengyu: --enforceImmutability: needs --runner=DirectRunner, which checks it");
  }

  @Test
  void refusesHanLpsSegmenterForOtherWordsThanItsOwn() {
    assertThat(refusal(job.with("segmenter", "hanlp")))
        .isEqualTo("zhengyu: --segmenter=hanlp: needs --words=hanlp");
  }

  @Test
  void refusesAGroupingThatNoDocumentCanHave() {
    Path metadata =
        write(temp.resolve("meta.csv"), "file,地区,level\na.txt,青岛,city\nb.txt,济南,city\n");
    assertThat(refusal(job.groupedBy("doc_type")))
        .isEqualTo(
            "zhengyu: --groupBy: doc_type: plain texts have no such field; give it with"
                + " --metadata");
    ZhengyuJob described = job.with("metadata", metadata).groupedBy("level");
    assertThat(refusal(described.with("groupBy", "doc_type")))
        .isEqualTo(
            "zhengyu: --groupBy: doc_type: no record of --metadata has it; its columns are file,"
                + " region, level");
    assertThat(refusal(described.with("referenceGroup", "village")))
        .isEqualTo("zhengyu: --referenceGroup: no record of --metadata has village as its level");
  }

  @Test
  void refusesOptionsThatNeedEachOther() {
    assertThat(refusal(job.with("referenceGroup", "青岛")))
        .isEqualTo("zhengyu: --referenceGroup: needs --groupBy");
    assertThat(refusal(job.with("exclude", "ownNames")))
        .isEqualTo("zhengyu: --exclude: needs --groupBy");
    assertThat(refusal(job.with("tables", "keyness")))
        .isEqualTo("zhengyu: --tables: keyness needs --groupBy");
    assertThat(refusal(job.with("groupBy", "year").with("tables", "-keyness")))
        .isEqualTo("zhengyu: --groupBy: fills keyness, which --tables leaves out");
    assertThat(refusal(job.with("adopt", 10).with("tables", "all,-candidates")))
        .isEqualTo("zhengyu: --adopt: fills candidates, which --tables leaves out");
    assertThat(refusal(job.with("minPassage", 10).with("tables", "terms")))
        .isEqualTo("zhengyu: --minPassage: fills passages, which --tables leaves out");
  }

  @Test
  void refusesAMeasureOfATableThatIsNotWritten() {
    assertThat(refusal(job.with("measures", "log_ratio_walter")))
        .isEqualTo(
            "zhengyu: --measures: log_ratio_walter is a measure of keyness, which is not written");
    assertThat(refusal(job.with("measures", "pmi").with("tables", "terms")))
        .isEqualTo("zhengyu: --measures: pmi is a measure of cooccurrences, which is not written");
  }

  @Test
  void namesTheMeasuresThatThereAreAndWhatMayHaveBeenMeant() {
    assertThat(refusal(job.with("measures", "default,jacard")))
        .startsWith(
            "zhengyu: --measures: “jacard”: did you mean jaccard? There are default, all, e11,"
                + " pmi, npmi,")
        .contains(", log_odds_z,", ", juilland_d,", ", bm25");
  }

  @Test
  void namesTheUnitsAndTablesThatThereAre() {
    assertThat(refusal(job.with("units", "sentences")))
        .contains("sentences", "sentence, paragraph, document, window");
    assertThat(refusal(job.with("tables", "keywords")))
        .contains("keywords", "documents, texts, sentences, tokens, terms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "链长制\\n河长制\\n链长制 | 3 | 链长制",
        "# phrases\\n链长制,,总链长\\n总链长 | 3 | 总链长",
        "链长制\\n,category, | 2 | empty",
        "链长制\\n。。 | 2 | letter",
        "链长制\\n河长制,a,b,c | 2 | since “c” is no year",
        "链长制,a,b,2021,c | 1 | 5 columns",
        "# 尚无短语\\n | 1 | no phrase",
        "链长制\\n链长制\\n。。\\n链长制 | 2 | already stands on line 1; line 3: ",
        "链长制\\n\"河长制 | 2 | quotation marks",
        "５个１\\n5个1 | 2 | 5个1",
      })
  void refusesALexiconWithAnErrorInALine(String content, int line, String problem) {
    Path lexicon = write(temp.resolve("lexicon.csv"), content.replace("\\n", "\n"));
    assertThat(refusal(job.with("lexicon", lexicon)))
        .startsWith("zhengyu: --lexicon: ")
        .contains("lexicon.csv:" + line + ": ", problem);
  }

  @Test
  void refusesALexiconWithAPhraseTooLong() {
    Path lexicon = write(temp.resolve("lexicon.csv"), "链长制\n" + "长".repeat(101) + "\n");
    assertThat(refusal(job.with("lexicon", lexicon))).contains("--lexicon: ", "lexicon.csv:2: ");
  }

  @Test
  void refusesALexiconThatIsNoText() {
    Path lexicon = write(temp.resolve("lexicon.xlsx"), "PK\u0003\u0004");
    assertThat(refusal(job.with("lexicon", lexicon)))
        .contains("--lexicon: ", "lexicon.xlsx:1: ", "ZIP container");
  }

  @Test
  void refusesALexiconWithoutContent() {
    Path lexicon = write(temp.resolve("lexicon.csv"), "");
    assertThat(refusal(job.with("lexicon", lexicon)))
        .isEqualTo("zhengyu: --lexicon: " + lexicon + ":1: no phrase in this file");
  }

  @Test
  void refusesStopWordsThatAreNotUtf8() {
    Path words = write(temp.resolve("words.txt"), "的\n了\n", StandardCharsets.UTF_16LE);
    assertThat(refusal(job.with("stopWords", words))).contains("--stopWords: ", "words.txt:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "title,date\\na,2022 | 1 | no column named file or id",
        "file,title\\na.txt,x\\n\\nb.txt,y\\na.txt,z | 5 | line 2",
        "id,title\\na,x\\na,z | 3 | line 2",
        "file,title\\na.txt,x,y | 2 | 3 fields",
      })
  void refusesMetadataWithAnErrorInALine(String content, int line, String problem) {
    Path metadata = write(temp.resolve("metadata.csv"), content.replace("\\n", "\n"));
    assertThat(refusal(job.with("metadata", metadata)))
        .startsWith("zhengyu: --metadata: ")
        .contains("metadata.csv:" + line + ": ", problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n"})
  void refusesMetadataWithoutAHeader(String content) {
    Path metadata = write(temp.resolve("metadata.csv"), content);
    assertThat(refusal(job.with("metadata", metadata)))
        .contains("--metadata: ", "metadata.csv:", "header");
  }

  @Test
  void explainsEveryOptionOnRequest() {
    for (String flag : List.of("--help", "-h")) {
      ZhengyuJob.Ended ended = ZhengyuJob.into(output).withArgument(flag).run();
      assertThat(ended.exitCode()).isZero();
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out())
          .contains("--input", "--output", "--window", "(default: 5)", "--maxRejectedFraction");
      assertThat(output).doesNotExist();
    }
  }

  @Test
  void refusesAFolderForFilesBetweenStepsThatIsNone() {
    for (Path none : List.of(temp.resolve("nowhere"), temp.resolve("corpus/a.txt"))) {
      assertThat(refusal(job.with("tempLocation", none)))
          .isEqualTo(
              "zhengyu: --tempLocation: "
                  + none
                  + ": is no folder of this machine that can be written to");
    }
  }

  @Test
  void refusesAFileThatTheHeapHasNoRoomFor() throws IOException {
    Path metadata = temp.resolve("metadata.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(metadata.toFile(), "rw")) {
      sparse.setLength(Runtime.getRuntime().maxMemory() / 4);
    }
    assertThat(refusal(job.with("metadata", metadata)))
        .startsWith("zhengyu: --metadata: " + metadata + ": its ")
        .contains(" MB of heap, and there are ", "ZHENGYU_JAVA_OPTS=-Xmx");
  }
}
