package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.input.Readings.GB18030;
import static org.zhengyu.transforms.input.Readings.LIMIT;
import static org.zhengyu.transforms.input.Readings.concat;
import static org.zhengyu.transforms.input.Readings.file;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.key;
import static org.zhengyu.transforms.input.Readings.read;
import static org.zhengyu.transforms.input.Readings.readWhole;
import static org.zhengyu.transforms.input.Readings.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

class JsonLinesFormatTest {
  @Example
  void readsARecordALine() {
    Received received =
        readWhole(
            "2022/简报.jsonl",
            """
            {"id":"r1","title":"一","text":"推行链长制。","date":"2022-11-28","level":"city"}

              \t
            {"编号":2,"正文":"𠮷\\n下"}
            {"text":"无编号"}""");

    assertThat(received.documents)
        .extracting(
            PolicyDocument::key,
            PolicyDocument::id,
            PolicyDocument::text,
            Readings::encoding,
            Readings::source,
            PolicyDocument::bytes)
        .containsExactly(
            tuple(key(0), "r1", "推行链长制。", "UTF-8", "utf8", 88L),
            tuple(key(94), "2", "𠮷\n下", "UTF-8", "utf8", 33L),
            tuple(key(128), "2022/简报.jsonl#5", "无编号", "UTF-8", "utf8", 20L));
    assertThat(received.documents.get(0).description())
        .isEqualTo(
            new Description.Builder()
                .title("一")
                .date(Dates.parse("2022-11-28", Source.FIELD))
                .metadata("{\"level\":\"city\"}")
                .build());
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void leadsTheIdsOfRecordsByTheirFileWhereThereAreSeveral() throws IOException {
    byte[] bytes = "{\"id\":\"r1\",\"text\":\"一\"}\n{\"text\":\"二\"}".getBytes(UTF_8);
    InputFile file =
        new InputFile(
            0, "u", "archive/x.jsonl", "archive/x.jsonl#", bytes.length, "jsonl", Compression.NONE);
    Received received = new Received();
    reader(bytes, MetadataTable.EMPTY, null).read(FileSlice.whole(file), received);
    assertThat(received.ids()).containsExactly("archive/x.jsonl#r1", "archive/x.jsonl#2");
  }

  @Example
  void letsTheMetadataWinOverTheRecord() throws InputFileException {
    MetadataTable metadata =
        MetadataTable.parse("id,title,region\nr1,新,\n".getBytes(UTF_8), "meta.csv");
    byte[] bytes =
        "{\"id\":\"r1\",\"title\":\"旧\",\"region\":\"青岛\",\"text\":\"一\"}".getBytes(UTF_8);
    assertThat(
            read(bytes, List.of(FileSlice.whole(file("x.jsonl", bytes))), metadata, null).documents)
        .extracting(PolicyDocument::description)
        .containsExactly(
            new Description.Builder().title("新").region(Regions.of("青岛")).metadataRow(0L).build());
  }

  @Example
  void rejectsALineThatIsNoRecordAndGoesOn() {
    Received received =
        readWhole(
            "x.jsonl",
            """
            {"id":"a","text":"一"}
            {"id":"b","text":
            ["text"]
            {"id":"c"}
            {"id":"d","text":7}
            {"id":"e","text":null}
            {"id":"f","text":"二"} {"id":"g"}
            坏
            {"id":"h","text":"三"}
            """);
    assertThat(received.ids()).containsExactly("a", "h");
    assertThat(received.rejections.values())
        .extracting(Rejection::reason, Rejection::docId)
        .containsExactly(
            tuple(Reason.INVALID_JSON, null),
            tuple(Reason.INVALID_JSON, null),
            tuple(Reason.MISSING_TEXT, "c"),
            tuple(Reason.MISSING_TEXT, "d"),
            tuple(Reason.MISSING_TEXT, "e"),
            tuple(Reason.INVALID_JSON, null),
            tuple(Reason.INVALID_JSON, null));
    List<String> details = received.rejections.values().stream().map(Rejection::detail).toList();
    for (int i = 0; i < details.size(); i++) {
      assertThat(details.get(i)).startsWith("line " + (i + 2) + ": ");
    }
    assertThat(details.get(1)).isEqualTo("line 3: not a JSON object");
    assertThat(details.get(2))
        .isEqualTo("line 4: no text in a field named text, 正文, 内容, content or body");
    assertThat(received.rejections.get(key(24)))
        .as("the rejection of line 2 stands at its first byte")
        .extracting(Rejection::bytes, Rejection::uri)
        .containsExactly(17L, "memory:x.jsonl");
  }

  @Example
  void takesWhatProgramsWriteThatJsonDoesNotHave() {
    Received received =
        readWhole(
            "x.jsonl",
            """
            {"text":"一","score":NaN,"date":-Infinity},
            {"text":"二\tt",},
            {"text":null,"content":"三"}
            {"text":NaN,"正文":"四"}
            {"text":"五","content":"别的","id":NaN}
            """);
    assertThat(received.texts()).containsExactly("一", "二\tt", "三", "四", "五");
    assertThat(received.documents.get(0).description().metadata()).contains("\"score\":null");
    assertThat(received.documents.get(4).id()).isEqualTo("x.jsonl#5");
    assertThat(received.documents.get(4).description().metadata())
        .isEqualTo("{\"content\":\"别的\"}");
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void readsAnArrayHoweverItIsBrokenIntoLines() {
    List<String> arrays =
        List.of(
            "[{\"text\":\"一天\"},{\"text\":\"二}\",\"a\":{\"b\":[1]}}]",
            "[\n{\"text\":\"一天\"},\n{\"text\":\"二}\"}\n]\n",
            "[{\"text\":\"一天\"},\r\n{\"text\":\"二}\"}]",
            "\uFEFF[\n  {\n    \"text\": \"一天\"\n  },\n  {\n    \"text\": \"二}\"\n  }\n]",
            "{\n\"text\":\"一天\"\n}\n{\n\"text\":\"二}\"\n}\n");
    for (String array : arrays) {
      for (Charset charset : List.of(UTF_8, GB18030)) {
        byte[] bytes = array.getBytes(charset);
        Received received = readWhole("x.json", bytes);
        assertThat(received.texts()).as(array).containsExactly("一天", "二}");
        assertThat(received.rejections).isEmpty();
        InputFile file = file("x.json", bytes);
        assertThat(
                read(bytes, List.of(FileSlice.share(file, 0, 2), FileSlice.share(file, 1, 2)))
                    .texts())
            .as("in shares")
            .containsExactlyInAnyOrder("一天", "二}");
      }
    }
    assertThat(readWhole("x.jsonl", "[]").rejections).isEmpty();
    assertThat(readWhole("x.jsonl", arrays.get(0)).ids()).containsExactly("x.jsonl#1", "x.jsonl#2");
  }

  @Example
  void losesOneElementOfAnArrayToAFault() {
    Received received =
        readWhole(
            "x.jsonl",
            "[{\"text\":\"一\"},{\"text\":\"他说\"好\"}, {\"text\":\"三\"},7,\n{\"text\":\"五\"}]");
    assertThat(received.texts()).containsExactly("一", "三", "五");
    assertThat(received.rejections.values())
        .extracting(Rejection::reason)
        .containsExactly(Reason.INVALID_JSON, Reason.INVALID_JSON);
  }

  @Example
  void saysInPlainWordsWhatIsWrong() {
    Received received =
        readWhole(
            "x.jsonl",
            """
            {"text":"一"}
            {"text":"他说"好"。"}
            {"text":"没有结束
            {"text":"四"} {"text":"五"}
            {'text':'六'}
            {"text":"七",}}
            """);
    assertThat(received.rejections.values())
        .extracting(Rejection::detail)
        .allMatch(
            detail ->
                detail.matches(
                    "line [2-6]: (?:not valid JSON; is a quotation mark in a text without a"
                        + " \\\\ before it\\?|the object has no end|more stands behind the object)"
                        + " \\(column \\d+\\)"))
        .hasSize(5);
  }

  @Property(tries = 300)
  void readsAnythingWithoutAFaultOfItsOwn(@ForAll @StringLength(max = 80) String lines) {
    for (String head : List.of("", "[", "[{", "{\n")) {
      Received received = readWhole("x.jsonl", head + lines);
      assertThat(received.rejections.values()).noneMatch(r -> r.detail().contains("Json"));
    }
  }

  @Example
  void rejectsALineThatIsNoText() {
    byte[] bytes =
        concat(
            "{\"id\":\"a\",\"text\":\"一\"}\n".getBytes(UTF_8),
            "PK\u0003\u0004word\n".getBytes(UTF_8),
            "{\"id\":\"b\",\"text\":\"二\"}\n".getBytes(UTF_8));
    Received received = readWhole("x.jsonl", bytes);
    assertThat(received.ids()).containsExactly("a", "b");
    assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNDECODABLE);
    assertThat(received.onlyRejection().detail()).startsWith("line 2: ").contains("ZIP");
  }

  @Example
  void rejectsALineOverTheLimitAndGoesOn() {
    String line = "{\"text\":\"" + "长".repeat(LIMIT / 3) + "\"}\n";
    String after = "{\"text\":\"二\"}\n";
    Received received = readWhole("x.jsonl", line + after);
    assertThat(received.texts()).containsExactly("二");
    assertThat(received.rejections)
        .containsExactly(
            Map.entry(
                key(0),
                new Rejection(
                    "memory:x.jsonl",
                    null,
                    Reason.TOO_LARGE,
                    "line 1: a line of more than 4096 bytes",
                    line.getBytes(UTF_8).length)));
  }

  @Example
  void decodesEveryLineOnItsOwn() {
    byte[] bytes =
        concat(
            "{\"text\":\"坚持稳中求进\"}\n".getBytes(UTF_8),
            "{\"text\":\"坚持稳中求进工作总基调，全面推进乡村振兴\"}\n".getBytes(GB18030),
            "{\"text\":\"plain\"}\n".getBytes(UTF_8));
    assertThat(readWhole("x.jsonl", bytes).documents)
        .extracting(PolicyDocument::text, Readings::encoding, Readings::source)
        .containsExactly(
            tuple("坚持稳中求进", "UTF-8", "utf8"),
            tuple("坚持稳中求进工作总基调，全面推进乡村振兴", "GB18030", "detected"),
            tuple("plain", "GB18030", "detected"));
  }

  private static final List<String> SHORT_TEXTS = List.of("推进", "坚持稳中求进工作总基调", "乡村振兴", "plain");

  private static byte[] records(List<String> texts, Charset charset) {
    return texts.stream()
        .map(text -> "{\"text\":\"" + text + "\"}\n")
        .collect(Collectors.joining())
        .getBytes(charset);
  }

  @Example
  void keepsUtf8WhateverEncodingIsDeclared() {
    byte[] bytes = records(SHORT_TEXTS, UTF_8);
    for (Charset declared : List.of(GB18030, Charset.forName("Big5"), ISO_8859_1)) {
      Received received =
          read(
              bytes,
              List.of(FileSlice.whole(file("x.jsonl", bytes))),
              MetadataTable.EMPTY,
              declared);
      assertThat(received.texts()).isEqualTo(SHORT_TEXTS);
      assertThat(received.documents).extracting(Readings::source).containsOnly("utf8");
    }
  }

  @Example
  void refusesALaterRecordThatIsNotInTheEncodingOfTheFile() {
    byte[] bytes =
        concat(
            records(SHORT_TEXTS, UTF_8),
            records(List.of("全面推进乡村振兴战略"), GB18030),
            records(List.of("后"), UTF_8));
    List<FileSlice> whole = List.of(FileSlice.whole(file("x.jsonl", bytes)));
    Received declared = read(bytes, whole, MetadataTable.EMPTY, UTF_8);
    assertThat(declared.texts()).containsAll(SHORT_TEXTS).contains("后").hasSize(5);
    assertThat(declared.onlyRejection().reason()).isEqualTo(Reason.UNDECODABLE);
    assertThat(declared.onlyRejection().detail())
        .isEqualTo("line 5: not valid in UTF-8, in which the file is");
    assertThat(read(bytes, whole).texts()).as("nothing declared").contains("全面推进乡村振兴战略");
  }

  /** 一 in GBK is D2BB, which is the letter һ in UTF-8. */
  @Example
  void readsAShortRecordInTheEncodingOfTheFile() {
    List<String> texts = List.of("坚持稳中求进工作总基调，全面推进乡村振兴", "一", "联通", "开");
    byte[] gb = records(texts, GB18030);
    assertThat(readWhole("x.jsonl", gb).texts()).isEqualTo(texts);
    List<String> traditional = List.of("堅持穩中求進工作總基調，全面推進鄉村振興", "一", "力", "開");
    byte[] big5 = records(traditional, Charset.forName("Big5"));
    assertThat(readWhole("x.jsonl", big5).texts()).isEqualTo(traditional);
  }

  /** 联通 in GBK is C1AA CDA8: bytes that lax decoders take for an overlong j and U+0368. */
  @Example
  void takesNothingForUtf8ThatIsNot() {
    byte[] bytes = "{\"text\":\"联通\"}\n".getBytes(GB18030);
    assertThat(readWhole("x.jsonl", bytes).documents)
        .extracting(PolicyDocument::text, Readings::encoding)
        .containsExactly(tuple("联通", "GB18030"));
  }

  @Example
  void readsPastAByteOrderMarkInWhicheverSlice() {
    byte[] bytes = "\uFEFF{\"text\":\"一\"}\r\n{\"text\":\"二\"}\r\n".getBytes(UTF_8);
    InputFile file = file("x.jsonl", bytes);
    List<List<FileSlice>> cuts =
        List.of(
            List.of(FileSlice.whole(file)),
            List.of(FileSlice.range(file, 0, 19, 1), FileSlice.range(file, 19, 99, 2)));
    for (List<FileSlice> cut : cuts) {
      assertThat(read(bytes, cut).documents)
          .extracting(
              PolicyDocument::text, Readings::source, PolicyDocument::id, PolicyDocument::bytes)
          .containsExactly(
              tuple("一", "bom", "x.jsonl#1", 14L), tuple("二", "bom", "x.jsonl#2", 14L));
    }
    assertThat(readWhole("x.jsonl", "\uFEFF\n{\"text\":\"一\"}").texts()).containsExactly("一");
  }

  /** 上 is U+4E0A: cut at the byte 0A, a file in UTF-16 or UTF-32 falls to pieces. */
  @Example
  void readsJsonLinesOfWideUnitsOnceHoweverTheyAreCut() {
    String lines = "{\"text\":\"上海\"}\r\n坏\n{\"id\":\"b\",\"text\":\"上下\"}\n";
    for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      Charset charset = Charset.forName(encoding);
      checkWideUnits(("\uFEFF" + lines).getBytes(charset), null, "bom");
      checkWideUnits(lines.getBytes(charset), charset, "declared");
    }
  }

  private static void checkWideUnits(byte[] bytes, Charset declared, String source) {
    InputFile file = file("x.jsonl", bytes);
    List<List<FileSlice>> cuts =
        List.of(
            List.of(FileSlice.whole(file)),
            List.of(FileSlice.range(file, 0, 11, 1), FileSlice.range(file, 11, 999, 2)),
            List.of(FileSlice.share(file, 0, 2), FileSlice.share(file, 1, 2)));
    for (List<FileSlice> cut : cuts) {
      Received received = read(bytes, cut, MetadataTable.EMPTY, declared);
      assertThat(received.documents)
          .extracting(PolicyDocument::id, PolicyDocument::text, Readings::source)
          .containsExactly(tuple("x.jsonl#1", "上海", source), tuple("b", "上下", source));
      assertThat(received.onlyRejection().detail()).startsWith("line 2: ");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.INVALID_JSON);
    }
  }

  /** Longer than the 20 million characters at which the JSON parser stops by itself. */
  @Example
  void takesATextInJsonThatIsAsLongAsAFileMayBe() throws IOException {
    byte[] line = new byte[20_100_000];
    Arrays.fill(line, (byte) 'a');
    byte[] begin = "{\"text\":\"".getBytes(UTF_8);
    System.arraycopy(begin, 0, line, 0, begin.length);
    line[line.length - 2] = '"';
    line[line.length - 1] = '}';
    Received received = new Received();
    new DocumentReader(
            (uri, from) -> new ByteArrayInputStream(line, (int) from, line.length),
            MetadataTable.EMPTY,
            ReadSettings.USUAL)
        .read(FileSlice.whole(file("x.jsonl", line)), received);
    assertThat(received.rejections).isEmpty();
    assertThat(received.documents)
        .singleElement()
        .extracting(document -> document.text().length())
        .isEqualTo(line.length - begin.length - 2);
  }

  // Slices

  /** Lines of every kind: records with and without an id, empty, too long, broken. */
  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(
            "{\"text\":\"一\"}\n",
            "{\"id\":\"甲\",\"text\":\"二\"}\r\n",
            "\n",
            "\r\n",
            "{broken\n",
            "{\"id\":\"乙\"}\n",
            "{\"text\":\"" + "长".repeat(40) + "\"}\n",
            "{\"text\":\"" + "超".repeat(LIMIT) + "\"}\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 200)
  void readsTheSameInRangesCutAtAnyLines(
      @ForAll("lines") List<String> lines, @ForAll long cuts, @ForAll boolean endsWithNewline) {
    byte[] bytes = joined(lines, endsWithNewline);
    InputFile file = file("x.jsonl", bytes);
    List<FileSlice> slices = new ArrayList<>();
    long from = 0;
    long firstLine = 1;
    long offset = 0;
    for (int i = 0; i < lines.size() - 1; i++) {
      offset += lines.get(i).getBytes(UTF_8).length;
      if ((cuts >>> i & 1) == 1) {
        slices.add(FileSlice.range(file, from, offset, firstLine));
        from = offset;
        firstLine = i + 2L;
      }
    }
    slices.add(FileSlice.range(file, from, Long.MAX_VALUE, firstLine));
    sameAsWhole(bytes, file, slices);
  }

  @Property(tries = 200)
  void readsTheSameInAnyNumberOfShares(
      @ForAll("lines") List<String> lines,
      @ForAll @IntRange(min = 1, max = 9) int shares,
      @ForAll boolean compressed,
      @ForAll boolean endsWithNewline) {
    byte[] plain = joined(lines, endsWithNewline);
    byte[] bytes = compressed ? gzip(plain) : plain;
    InputFile file = file(compressed ? "x.jsonl.gz" : "x.jsonl", bytes);
    List<FileSlice> slices = new ArrayList<>();
    for (int share = 0; share < shares; share++) {
      slices.add(FileSlice.share(file, share, shares));
    }
    sameAsWhole(bytes, file, slices);
  }

  private static byte[] joined(List<String> lines, boolean endsWithNewline) {
    String all = String.join("", lines);
    return (endsWithNewline ? all : all.substring(0, all.length() - 1)).getBytes(UTF_8);
  }

  private static void sameAsWhole(byte[] bytes, InputFile file, List<FileSlice> slices) {
    Received whole = read(bytes, List.of(FileSlice.whole(file)));
    Received sliced = read(bytes, slices);
    assertThat(sliced.documents).containsExactlyInAnyOrderElementsOf(whole.documents);
    assertThat(sliced.rejections).isEqualTo(whole.rejections);
    assertThat(sliced.digests).isEqualTo(whole.digests).hasSize(1);
  }

  @Example
  void dealsBlocksToEveryShareInTurn() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append("{\"text\":\"").append(100 + i).append("\"}\n");
    }
    byte[] bytes = gzip(lines.toString().getBytes(UTF_8));
    InputFile file = file("x.jsonl.gz", bytes);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // A line has 15 bytes, a block 64.
      if (i * 15 / 64 % 3 == 1) {
        expected.add(String.valueOf(100 + i));
      }
    }
    assertThat(read(bytes, List.of(FileSlice.share(file, 1, 3))).texts()).isEqualTo(expected);
  }
}
