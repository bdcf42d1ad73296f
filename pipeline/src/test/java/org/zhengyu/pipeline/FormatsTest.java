package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.gzip;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.pipeline.rows.Tables;

/** Every format and encoding, metadata beside and inside, and which files of a folder are read. */
class FormatsTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "推进产业链建设，实施链长制。";
  private static final String TOKENS = "推进 产业链 建设 实施 链长制";

  @TempDir Path temp;
  private Path corpus;

  @BeforeEach
  void nameTheCorpus() {
    corpus = temp.resolve("corpus");
  }

  private ZhengyuJob job() {
    return ZhengyuJob.into(temp.resolve("result")).over(corpus).with("keepDuplicates", true);
  }

  private static String json(String id, String text) {
    return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n";
  }

  @Test
  void readsTheSameTextFromEveryFormatCompressedOrNot() {
    String table = "id,text\n%s,\"" + TEXT + "\"\n";
    for (String suffix : List.of("txt", "md", "jsonl", "ndjson", "csv", "tsv", "TXT")) {
      String name = "a." + suffix;
      String content =
          switch (suffix) {
            case "jsonl", "ndjson" -> json("id-" + suffix, TEXT);
            case "csv" -> table.formatted("id-csv");
            case "tsv" -> table.formatted("id-tsv").replace(',', '\t');
            default -> TEXT;
          };
      write(corpus.resolve(name), content);
      write(corpus.resolve(name + ".gz"), gzip(content.replace("id-", "gz-")));
    }
    Result result = job().complete();
    assertThat(
            result.texts(
                "select string_agg(term, ' ' order by sentence, position) from tokens group by"
                    + " doc_id"))
        .hasSize(14)
        .containsOnly(TOKENS);
    assertThat(new TreeSet<>(result.texts("select doc_id from documents")))
        .containsExactly(
            "a.TXT",
            "a.TXT.gz",
            "a.csv#id-csv",
            "a.csv.gz#gz-csv",
            "a.jsonl#id-jsonl",
            "a.jsonl.gz#gz-jsonl",
            "a.md",
            "a.md.gz",
            "a.ndjson#id-ndjson",
            "a.ndjson.gz#gz-ndjson",
            "a.tsv#id-tsv",
            "a.tsv.gz#gz-tsv",
            "a.txt",
            "a.txt.gz");
    assertThat(result.set("select doc_id, record_id from documents where doc_id like '%.csv%'"))
        .containsExactlyInAnyOrder(
            Rows.row("a.csv#id-csv", "id-csv"), Rows.row("a.csv.gz#gz-csv", "gz-csv"));
    assertThat(result.number("select count(distinct sha256) from documents")).isEqualTo(1);
    assertThat(result.rows(Tables.REJECTIONS)).isEmpty();
  }

  @Test
  void readsEveryEncodingAndSaysWhichAndHowItWasFound() {
    // Enough text for a detector.
    String text = TEXT.repeat(10);
    write(corpus.resolve("utf8.txt"), text);
    write(corpus.resolve("utf8-bom.txt"), "\uFEFF" + text);
    write(corpus.resolve("utf16-bom.txt"), text, UTF_16);
    write(corpus.resolve("utf16le.txt"), text, UTF_16LE);
    write(corpus.resolve("gb.txt"), text, GB18030);
    write(corpus.resolve("big5.txt"), "推進產業鏈建設。".repeat(10), Charset.forName("Big5"));
    write(corpus.resolve("gb.jsonl"), json("gb-1", text) + json("gb-2", text), GB18030);
    write(corpus.resolve("bom.jsonl"), "\uFEFF" + json("bom-1", text) + json("bom-2", text));
    write(corpus.resolve("utf16.jsonl"), json("16-1", text) + "\n" + json("16-2", text), UTF_16);
    write(corpus.resolve("gb.csv"), "编号,正文\nrow," + text + "\n", GB18030);
    Result result = job().complete();
    assertThat(result.set("select doc_id, encoding, encoding_source from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("utf8.txt", "UTF-8", "utf8"),
            Rows.row("utf8-bom.txt", "UTF-8", "bom"),
            Rows.row("utf16-bom.txt", "UTF-16BE", "bom"),
            Rows.row("utf16le.txt", "UTF-16LE", "detected"),
            Rows.row("gb.txt", "GB18030", "detected"),
            Rows.row("big5.txt", "Big5-HKSCS", "detected"),
            Rows.row("gb.jsonl#gb-1", "GB18030", "detected"),
            Rows.row("gb.jsonl#gb-2", "GB18030", "detected"),
            Rows.row("bom.jsonl#bom-1", "UTF-8", "bom"),
            Rows.row("bom.jsonl#bom-2", "UTF-8", "bom"),
            Rows.row("utf16.jsonl#16-1", "UTF-16BE", "bom"),
            Rows.row("utf16.jsonl#16-2", "UTF-16BE", "bom"),
            Rows.row("gb.csv#row", "GB18030", "detected"));
    assertThat(
            result.number(
                "select count(distinct sha256) from documents where doc_id <> 'big5.txt'"))
        .isEqualTo(1);
  }

  @Test
  void readsADeclaredEncodingThatNoDetectorWouldChoose() {
    write(corpus.resolve("short.txt"), "链长", Charset.forName("GBK"));
    Result result = job().with("encoding", "GBK").complete();
    assertThat(result.set("select encoding, encoding_source from documents"))
        .containsExactly(Rows.row("GB18030", "declared"));
    assertThat(result.texts("select form from tokens")).containsExactly("链长");
  }

  @Test
  void keepsUtf8AndWarnsWhereAnotherEncodingIsDeclared() {
    write(corpus.resolve("a.jsonl"), json("1", "推进") + json("2", TEXT) + json("3", "乡村振兴"));
    write(corpus.resolve("b.txt"), TEXT, GB18030);
    Result result = job().with("encoding", "GBK").complete();
    assertThat(result.set("select doc_id, encoding, encoding_source from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("1", "UTF-8", "utf8"),
            Rows.row("2", "UTF-8", "utf8"),
            Rows.row("3", "UTF-8", "utf8"),
            Rows.row("b.txt", "GB18030", "declared"));
    assertThat(result.texts("select form from tokens where doc_id = '1'")).containsExactly("推进");
    assertThat(result.manifest())
        .contains(
            "3 documents are not in GBK, which --encoding says: read in the encoding that each has:"
                + " 1, 2, 3");
  }

  @Test
  void joinsMetadataByPathByBareNameAndById() {
    for (String name : List.of("north/a.txt", "south/a.txt", "north/b.txt", "c.md")) {
      write(corpus.resolve(name), TEXT);
    }
    write(corpus.resolve("d.jsonl"), json("d-1", TEXT).replace("}", ", \"title\": \"own\"}"));
    write(corpus.resolve("e.txt.gz"), gzip(TEXT));
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "\uFEFFfile,id,标题,地区\n"
                + "north/a.txt,,north a,青岛市\n"
                + "south/a.txt,,south a,\n"
                + "b.txt,,bare b,\n"
                + ",c,by id,\n"
                + ",d-1,given,济南市\n"
                + ",e,e,\n"
                + "gone.txt,,nothing,\n");
    Result result = job().with("metadata", metadata).complete();
    assertThat(result.set("select doc_id, title, region from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("north/a.txt", "north a", "青岛市"),
            Rows.row("south/a.txt", "south a", null),
            Rows.row("north/b.txt", "bare b", null),
            Rows.row("c.md", "by id", null),
            Rows.row("d-1", "given", "济南市"),
            Rows.row("e.txt.gz", "e", null));
    assertThat(result.manifest()).contains("metadata.csv", "7 records");
  }

  @Test
  void understandsTheFormsOfDatesAndKeepsWhatItDoesNot() {
    List<String> dates =
        List.of(
            "2022-11-28",
            "2022年11月8日",
            "20221128",
            "2022/1/2",
            "2022",
            "2022年11月",
            "岁末",
            "2022-02-30");
    StringBuilder lines = new StringBuilder();
    for (String date : dates) {
      lines
          .append("{\"id\": \"%s\", \"date\": \"%s\", \"text\": \"链长制\", ".formatted(date, date))
          .append("\"pages\": 3, \"topics\": [\"链\", {\"b\": 1, \"a\": null}]}\n");
    }
    write(corpus.resolve("dates.jsonl"), lines.toString());
    Result result = job().complete();
    String rest = "\"pages\":3,\"topics\":[\"链\",{\"b\":1,\"a\":null}]}";
    assertThat(
            result.set(
                "select doc_id, date, date_last, date_precision, year, metadata from documents"))
        .containsExactlyInAnyOrder(
            dated("2022-11-28", "2022-11-28", "2022-11-28", "day", rest),
            dated("2022年11月8日", "2022-11-08", "2022-11-08", "day", rest),
            dated("20221128", "2022-11-28", "2022-11-28", "day", rest),
            dated("2022/1/2", "2022-01-02", "2022-01-02", "day", rest),
            dated("2022", "2022-01-01", "2022-12-31", "year", rest),
            dated("2022年11月", "2022-11-01", "2022-11-30", "month", rest),
            Rows.row("岁末", null, null, null, null, "{\"date\":\"岁末\"," + rest),
            Rows.row("2022-02-30", null, null, null, null, "{\"date\":\"2022-02-30\"," + rest));
    assertThat(result.texts("select distinct date_source from documents where date is not null"))
        .containsExactly("field");
    assertThat(result.manifest())
        .contains(
            "2 documents have a date that is not understood, and so none of that: “2022-02-30”,"
                + " “岁末”");
  }

  private static List<Object> dated(
      String id, String first, String last, String precision, String rest) {
    LocalDate day = LocalDate.parse(first);
    return Rows.row(id, day, LocalDate.parse(last), precision, (long) day.getYear(), "{" + rest);
  }

  @Test
  void reportsMetadataThatJoinsNothing() {
    for (String name : List.of("2021/山东.txt", "north/a.txt", "south/a.txt", "alone.TXT")) {
      write(corpus.resolve(name), TEXT);
    }
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "文件名,日期,地区\n2021\\山东.txt,2021年第一季度,山东\na.txt,2022,北京\nalone.txt,2023,青岛\ngone.txt,2020,\n");
    Result result = job().with("metadata", metadata).complete();
    assertThat(
            result.set(
                "select doc_id, date, date_source, region, region_code, region_level, parent_region"
                    + " from documents"))
        .containsExactlyInAnyOrder(
            Rows.row(
                "2021/山东.txt",
                LocalDate.of(2021, 1, 1),
                "metadata",
                "山东省",
                "370000",
                "province",
                "全国"),
            Rows.row("north/a.txt", null, null, null, null, null, null),
            Rows.row("south/a.txt", null, null, null, null, null, null),
            Rows.row(
                "alone.TXT", LocalDate.of(2023, 1, 1), "metadata", "青岛市", "370200", "city", "山东省"));
    assertThat(result.manifest())
        .contains(
            "--metadata: 1 name fits several files or records, or several records have it, so that"
                + " nothing is taken from it; write their paths, and file#id of a record: a.txt",
            "--metadata: 2 records are about no document: a.txt, gone.txt",
            "--metadata: 2 documents have no record in it: north/a.txt, south/a.txt");
  }

  @Test
  void asksForNoMetadataOfARecordThatBringsItsOwn() {
    write(corpus.resolve("a.txt"), TEXT);
    write(
        corpus.resolve("b.jsonl"),
        "{\"text\": \"实施链长制。\", \"date\": \"2022\"}\n{\"text\": \"推进产业链建设。\"}\n");
    Path metadata = write(temp.resolve("metadata.csv"), "file,region\na.txt,山东\n");
    Result result = job().with("metadata", metadata).complete();

    assertThat(result.manifest())
        .contains("--metadata: 1 document has no record in it: b.jsonl#2;");
  }

  @Test
  void joinsNoIdThatRecordsOfTwoFilesHave() {
    write(corpus.resolve("a.jsonl"), json("1", TEXT) + json("2", TEXT) + json("4", TEXT));
    write(corpus.resolve("b.csv"), "id,text\n1," + TEXT + "\n3," + TEXT + "\n4," + TEXT + "\n");
    write(corpus.resolve("c.txt"), TEXT);
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "id,title\n1,of two\n2,of a\n3,of b\na.jsonl#4,four of a\n4,four of b\nc,of c\n");
    Result result = job().with("metadata", metadata).complete();
    assertThat(result.query("select doc_id, title from documents order by doc_id"))
        .containsExactly(
            Rows.row("a.jsonl#1", null),
            Rows.row("a.jsonl#2", "of a"),
            Rows.row("a.jsonl#4", "four of a"),
            Rows.row("b.csv#1", null),
            Rows.row("b.csv#3", "of b"),
            Rows.row("b.csv#4", "four of b"),
            Rows.row("c.txt", "of c"));
    assertThat(result.manifest())
        .contains(
            "--metadata: 1 name fits several files or records, or several records have it, so that"
                + " nothing is taken from it; write their paths, and file#id of a record: 1",
            "--metadata: 1 record is about no document: 1",
            "--metadata: 2 documents have no record in it: a.jsonl#1, b.csv#1");
  }

  @Test
  void fillsWhatIsMissingByWhatTheTextSays() {
    write(
        corpus.resolve("notice.txt"),
        """
        山东省人民政府办公厅
        关于推行链长制的通知
        鲁政办发〔2022〕5号
        各市人民政府：
        为推进产业链建设，现就有关事项通知如下。
        各市要实施链长制。
        山东省人民政府办公厅
        2022年3月5日
        """);
    Result result = job().complete();
    assertThat(
            result.query(
                "select issuer, document_number, date, date_source, region, inferred from"
                    + " documents"))
        .containsExactly(
            Rows.row(
                "山东省人民政府办公厅",
                "鲁政办发〔2022〕5号",
                LocalDate.of(2022, 3, 5),
                "text",
                "山东省",
                "date,document_number,issuer,region"));
  }

  @Test
  void letsTheNamesOfSeveralRootsLeadTheIds() {
    Path north = temp.resolve("one/north");
    Path other = temp.resolve("two/north");
    Path south = temp.resolve("two/south");
    write(north.resolve("a.txt"), TEXT);
    write(other.resolve("a.txt"), TEXT);
    write(south.resolve("deep/a.txt"), TEXT);
    write(south.resolve("b.jsonl"), json("b", TEXT) + "{\"text\": \"" + TEXT + "\"}\n");
    Result result = job().with("input", south + "," + north + "," + other).complete();
    assertThat(new TreeSet<>(result.texts("select doc_id from documents")))
        .containsExactly(
            "one/north/a.txt", "south/b", "south/b.jsonl#2", "south/deep/a.txt", "two/north/a.txt");
  }

  @Test
  void takesNoFileOfTheCommandAndNoResultForADocument() {
    write(corpus.resolve("a.txt"), TEXT);
    Path lexicon = write(corpus.resolve("lexicon.csv"), "phrase,category\n链长制,x\n");
    Path stopWords = write(corpus.resolve("deep/stop.txt"), "的\n");
    Path metadata = write(corpus.resolve("meta.csv"), "file,date\na.txt,2022\n");
    write(corpus.resolve("out/old.txt"), TEXT);
    Path output = corpus.resolve("out/result");
    ZhengyuJob job =
        ZhengyuJob.into(output)
            .over(corpus)
            .with("lexicon", lexicon)
            .with("stopWords", stopWords)
            .with("metadata", metadata);
    assertThat(job.complete().texts("select doc_id from documents order by 1"))
        .containsExactly("a.txt", "out/old.txt");
    Result again = job.with("overwrite", true).complete();
    assertThat(again.texts("select doc_id from documents order by 1"))
        .containsExactly("a.txt", "out/old.txt");
    assertThat(again.manifest())
        .contains(
            lexicon + ": named by another option of the command",
            stopWords + ": named by another option of the command",
            metadata + ": named by another option of the command",
            output + ": a result of this program");
    assertThat(job.over(lexicon).with("output", temp.resolve("other")).run().err())
        .startsWith("zhengyu: --input: " + lexicon + ": no documents but ");
  }

  @Test
  void readsFilesWhoseNamesAreInOtherBytesThanTheSystems() throws Exception {
    write(corpus.resolve("a.txt"), TEXT);
    // 北京/报告.txt and 北京/报表.txt in GBK.
    String make =
        "folder=$(printf '\\261\\261\\276\\251') && mkdir $folder"
            + " && printf '{\"text\":\"%s\"}\\n' 推进 改革 开放"
            + " >$folder/$(printf '\\261\\250\\270\\346').jsonl"
            + " && printf 发展 >$folder/$(printf '\\261\\250\\261\\355').txt";
    assertThat(new ProcessBuilder("sh", "-c", make).directory(corpus.toFile()).start().waitFor())
        .isZero();
    Path metadata = write(temp.resolve("meta.csv"), "file,title\n北京/报表.txt,报表\n");
    Result result = job().with("splitBytes", 20).with("metadata", metadata).complete();
    assertThat(result.query("select doc_id, uri, title from documents order by doc_id"))
        .containsExactly(
            Rows.row("a.txt", corpus.resolve("a.txt").toString(), null),
            Rows.row("北京/报告.jsonl#1", uri("%B1%A8%B8%E6.jsonl"), null),
            Rows.row("北京/报告.jsonl#2", uri("%B1%A8%B8%E6.jsonl"), null),
            Rows.row("北京/报告.jsonl#3", uri("%B1%A8%B8%E6.jsonl"), null),
            Rows.row("北京/报表.txt", uri("%B1%A8%B1%ED.txt"), "报表"));
    assertThat(result.set("select count(*) from rejections")).containsExactly(Rows.row(0L));
  }

  private String uri(String name) {
    return corpus.toUri() + "%B1%B1%BE%A9/" + name;
  }

  @Test
  void leavesOutWhatIsHiddenUnknownOrALoopAndNamesItInTheManifest() throws IOException {
    write(corpus.resolve("a.txt"), TEXT);
    write(corpus.resolve(".hidden.txt"), TEXT);
    write(corpus.resolve(".git/b.txt"), TEXT);
    write(corpus.resolve("report.pages"), TEXT);
    write(corpus.resolve("LICENSE"), TEXT);
    Files.createDirectories(corpus.resolve("folder"));
    Files.createSymbolicLink(corpus.resolve("folder/loop"), corpus);
    Files.createSymbolicLink(corpus.resolve("folder/nothing.txt"), corpus.resolve("gone"));
    Files.createSymbolicLink(corpus.resolve("same.txt"), corpus.resolve("a.txt"));
    Result result = job().complete();
    assertThat(result.texts("select doc_id from documents")).containsExactly("a.txt");
    String skipped = result.manifest().substring(result.manifest().indexOf("\"skipped\""));
    assertThat(skipped)
        .contains(
            ".hidden.txt: hidden file",
            ".git: hidden folder",
            "report.pages: not a format",
            "LICENSE: not a format",
            "loop: a link to a folder that contains it",
            "nothing.txt: a link to nothing",
            "same.txt: the same file as another");
  }

  @Test
  void writesEveryInputFileWithItsDigestIntoTheManifest() {
    write(corpus.resolve("a.txt"), "abc".getBytes(UTF_8));
    write(corpus.resolve("b.txt"), new byte[0]);
    // FIPS 180-2, appendix B.1, and the digest of nothing.
    assertThat(job().complete().manifest())
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void readsNamesWithSpacesCommasAndCharactersOfPatterns() {
    Path odd = corpus.resolve("a, b [1] {c} 100% #x?.txt");
    write(odd, TEXT);
    assertThat(job().over(odd).complete().texts("select doc_id from documents"))
        .containsExactly(odd.getFileName().toString());
    Result folder = job().with("overwrite", true).complete();
    assertThat(folder.texts("select uri from documents")).containsExactly(odd.toString());
  }

  @Test
  void readsNamesWithLineBreaksAndTabs() {
    write(corpus.resolve("a\nb\tc.txt"), TEXT);
    assertThat(job().complete().texts("select doc_id from documents"))
        .containsExactly("a\nb\tc.txt");
  }

  @Test
  void countsTraditionalCharactersAsSimplifiedOnlyOnRequest() {
    write(corpus.resolve("a.txt"), "推進產業鏈建設。");
    String terms = "select term from tokens order by position";
    assertThat(job().with("foldTraditional", true).complete().texts(terms))
        .containsExactly("推进", "产业链", "建设");
    assertThat(job().with("overwrite", true).complete().texts(terms)).doesNotContain("产业链");
  }
}
