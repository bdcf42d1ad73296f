package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.model.TextOrigin;

class DocumentReaderTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LIMIT = 4096;
  private static final int BLOCK = 64;

  /** What a reader handed over, in its order. */
  private static final class Received implements DocumentReader.Receiver {
    final List<PolicyDocument> documents = new ArrayList<>();
    final Map<Long, Rejection> rejections = new TreeMap<>();
    final List<String> digests = new ArrayList<>();

    @Override
    public void document(PolicyDocument document) {
      documents.add(document);
    }

    @Override
    public void rejection(long key, Rejection rejection) {
      assertThat(rejections.put(key, rejection)).as("two rejections at %s", key).isNull();
    }

    @Override
    public void digest(InputFile file, long bytes, String sha256) {
      digests.add(file.name() + " " + bytes + " " + sha256);
    }

    List<String> texts() {
      return documents.stream().map(PolicyDocument::text).toList();
    }

    List<String> ids() {
      return documents.stream().map(PolicyDocument::id).toList();
    }

    Rejection onlyRejection() {
      assertThat(rejections).hasSize(1);
      return rejections.values().iterator().next();
    }
  }

  private static InputFile file(String name, byte[] bytes) {
    String format = Formats.ofName(name).orElseThrow().name();
    return new InputFile(
        3, "memory:" + name, name, "", bytes.length, format, Compression.ofName(name));
  }

  private static DocumentReader reader(byte[] bytes, MetadataTable metadata, Charset declared) {
    DocumentReader.Opener opener =
        (uri, from) ->
            new ByteArrayInputStream(bytes, Math.toIntExact(from), bytes.length - (int) from);
    return new DocumentReader(opener, metadata, declared, LIMIT, BLOCK);
  }

  private static Received read(byte[] bytes, List<FileSlice> slices) {
    return read(bytes, slices, MetadataTable.EMPTY, null);
  }

  private static Received read(
      byte[] bytes, List<FileSlice> slices, MetadataTable metadata, Charset declared) {
    Received received = new Received();
    DocumentReader reader = reader(bytes, metadata, declared);
    for (FileSlice slice : slices) {
      try {
        reader.read(slice, received);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return received;
  }

  private static Received readWhole(String name, byte[] bytes) {
    return read(bytes, List.of(FileSlice.whole(file(name, bytes))));
  }

  private static Received readWhole(String name, String content) {
    return readWhole(name, content.getBytes(UTF_8));
  }

  private static String encoding(PolicyDocument document) {
    return document.origin().encoding();
  }

  private static String source(PolicyDocument document) {
    return document.origin().source();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static long key(long offset) {
    return (3L << 39) | offset;
  }

  // Texts

  @Example
  void readsATextFileAsOneDocumentNamedByItsPath() {
    Received received = readWhole("2022/六个城市.txt", "加快建设六个城市。\n");

    assertThat(received.documents)
        .containsExactly(
            new PolicyDocument(
                key(0),
                "2022/六个城市.txt",
                "memory:2022/六个城市.txt",
                Description.NONE,
                "加快建设六个城市。\n",
                new TextOrigin("UTF-8", "utf8"),
                28));
    assertThat(received.rejections).isEmpty();
  }

  /** The digest of abc is the first example of FIPS 180-4. */
  @Example
  void digestsAFileAsItIsStored() {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(readWhole("a.txt", "abc").digests).containsExactly("a.txt 3 " + abc);

    byte[] compressed = gzip("abc".getBytes(UTF_8));
    Received received = readWhole("a.txt.gz", compressed);
    assertThat(received.texts()).containsExactly("abc");
    assertThat(received.digests)
        .singleElement()
        .asString()
        .startsWith("a.txt.gz " + compressed.length + " ")
        .doesNotContain(abc);
  }

  @Example
  void readsTextsInTheEncodingsOfChineseFiles() {
    String text = "国务院关于优化营商环境的意见，各省、自治区、直辖市人民政府：";
    assertThat(readWhole("a.txt", text.getBytes(GB18030)).documents)
        .extracting(
            PolicyDocument::text,
            DocumentReaderTest::encoding,
            DocumentReaderTest::source,
            PolicyDocument::bytes)
        .containsExactly(tuple(text, "GB18030", "detected", 2L * text.length()));
    byte[] utf16 = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(UTF_16LE));
    assertThat(readWhole("a.md", utf16).documents)
        .extracting(PolicyDocument::text, DocumentReaderTest::encoding, DocumentReaderTest::source)
        .containsExactly(tuple(text, "UTF-16LE", "bom"));
    byte[] undeclared = "链长制".getBytes(GB18030);
    assertThat(
            read(
                    undeclared,
                    List.of(FileSlice.whole(file("a.txt", undeclared))),
                    MetadataTable.EMPTY,
                    GB18030)
                .documents)
        .extracting(PolicyDocument::text, DocumentReaderTest::source)
        .containsExactly(tuple("链长制", "declared"));
  }

  @Example
  void describesATextByTheMetadata() throws InputFileException {
    MetadataTable metadata =
        MetadataTable.parse(
            "file,title,year\na.txt,意见,2022\nb.txt,别的,2023\n".getBytes(UTF_8), "meta.csv");
    byte[] bytes = "正文".getBytes(UTF_8);
    assertThat(
            read(bytes, List.of(FileSlice.whole(file("sub/a.txt", bytes))), metadata, null)
                .documents)
        .extracting(PolicyDocument::description)
        .containsExactly(
            new Description(
                "意见", null, 2022L, null, LocalDate.of(2022, 1, 1), null, null, null, null));
  }

  @Example
  void readsAnEmptyFileAsAnEmptyDocument() {
    assertThat(readWhole("a.txt", "").texts()).containsExactly("");
    assertThat(readWhole("a.jsonl", "").documents).isEmpty();
    assertThat(readWhole("a.jsonl", "").rejections).isEmpty();
  }

  // JSON lines

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
            DocumentReaderTest::encoding,
            DocumentReaderTest::source,
            PolicyDocument::bytes)
        .containsExactly(
            tuple(key(0), "r1", "推行链长制。", "UTF-8", "utf8", 88L),
            tuple(key(94), "2", "𠮷\n下", "UTF-8", "utf8", 33L),
            tuple(key(128), "2022/简报.jsonl#5", "无编号", "UTF-8", "utf8", 20L));
    assertThat(received.documents.get(0).description())
        .isEqualTo(
            new Description(
                "一",
                LocalDate.of(2022, 11, 28),
                2022L,
                YearMonth.of(2022, 11),
                LocalDate.of(2022, 11, 28),
                null,
                null,
                null,
                "{\"level\":\"city\"}"));
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void leadsTheIdsOfRecordsByTheirRoot() throws IOException {
    byte[] bytes = "{\"id\":\"r1\",\"text\":\"一\"}\n{\"text\":\"二\"}".getBytes(UTF_8);
    InputFile file =
        new InputFile(
            0, "u", "archive/x.jsonl", "archive/", bytes.length, "jsonl", Compression.NONE);
    Received received = new Received();
    reader(bytes, MetadataTable.EMPTY, null).read(FileSlice.whole(file), received);
    assertThat(received.ids()).containsExactly("archive/r1", "archive/x.jsonl#2");
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
        .containsExactly(new Description("新", null, null, null, null, "青岛", null, null, null));
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
    assertThat(details.get(2)).isEqualTo("line 4: no string in the field text");
    assertThat(received.rejections.get(key(24)))
        .as("the rejection of line 2 stands at its first byte")
        .extracting(Rejection::bytes, Rejection::uri)
        .containsExactly(17L, "memory:x.jsonl");
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
        .extracting(PolicyDocument::text, DocumentReaderTest::encoding, DocumentReaderTest::source)
        .containsExactly(
            tuple("坚持稳中求进", "UTF-8", "utf8"),
            tuple("坚持稳中求进工作总基调，全面推进乡村振兴", "GB18030", "detected"),
            tuple("plain", "UTF-8", "utf8"));
  }

  /** 联通 in GBK is C1AA CDA8: bytes that lax decoders take for an overlong j and U+0368. */
  @Example
  void takesNothingForUtf8ThatIsNot() {
    byte[] bytes = "{\"text\":\"联通\"}\n".getBytes(GB18030);
    assertThat(readWhole("x.jsonl", bytes).documents)
        .extracting(PolicyDocument::text, DocumentReaderTest::encoding)
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
              PolicyDocument::text,
              DocumentReaderTest::source,
              PolicyDocument::id,
              PolicyDocument::bytes)
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
          .extracting(PolicyDocument::id, PolicyDocument::text, DocumentReaderTest::source)
          .containsExactly(tuple("x.jsonl#1", "上海", source), tuple("b", "上下", source));
      assertThat(received.onlyRejection().detail()).startsWith("line 2: ");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.INVALID_JSON);
    }
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

  // Broken compression

  private static final String RECORDS =
      """
      {"id":"1","text":"坚持稳中求进工作总基调"}
      {"id":"2","text":"完整、准确、全面贯彻新发展理念"}
      {"id":"3","text":"加快构建新发展格局，着力推动高质量发展"}
      """;

  /** The complete lines that the first bytes of a compressed stream hold. */
  private static List<String> completeLines(byte[] compressed, int length) {
    int header = 10;
    if (length <= header) {
      return List.of();
    }
    Inflater inflater = new Inflater(/* nowrap= */ true);
    byte[] text = new byte[RECORDS.getBytes(UTF_8).length];
    int size = 0;
    try {
      inflater.setInput(compressed, header, length - header);
      int read = 1;
      while (read > 0) {
        read = inflater.inflate(text, size, text.length - size);
        size += read;
      }
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    } finally {
      inflater.end();
    }
    List<String> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < size; i++) {
      if (text[i] == '\n') {
        lines.add(new String(text, begin, i - begin, UTF_8));
        begin = i + 1;
      }
    }
    return lines;
  }

  @Example
  void keepsTheCompleteRecordsOfAStreamThatWasCutAnywhere() {
    byte[] whole = gzip(RECORDS.getBytes(UTF_8));
    List<Integer> kept = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      List<String> complete = completeLines(whole, length);
      kept.add(complete.size());
      InputFile file = file("x.jsonl.gz", cut);
      for (int shares = 1; shares <= 4; shares++) {
        List<FileSlice> slices = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
          slices.add(FileSlice.share(file, share, shares));
        }
        Received received = read(cut, slices);
        assertThat(received.documents)
            .as("the first %d of %d bytes in %d shares", length, whole.length, shares)
            .extracting(d -> "{\"id\":\"" + d.id() + "\",\"text\":\"" + d.text() + "\"}")
            .containsExactlyInAnyOrderElementsOf(complete);
        assertThat(received.onlyRejection().reason()).isEqualTo(Reason.TRUNCATED_GZIP);
        assertThat(received.onlyRejection().detail())
            .startsWith(complete.isEmpty() ? "the compressed" : "after the record at byte ");
      }
    }
    assertThat(kept).as("cuts before, between and behind the records").contains(0, 1, 2, 3);
    assertThat(readWhole("x.jsonl.gz", whole).rejections).isEmpty();
  }

  @Example
  void rejectsATextOrTableThatWasCutAnywhere() {
    byte[] whole = gzip("id,text\n1,坚持稳中求进工作总基调\n".getBytes(UTF_8));
    for (String name : List.of("x.txt.gz", "x.csv.gz")) {
      for (int length = 0; length < whole.length; length++) {
        Received received = readWhole(name, Arrays.copyOf(whole, length));
        assertThat(received.documents).isEmpty();
        assertThat(received.onlyRejection())
            .isEqualTo(
                new Rejection(
                    "memory:" + name,
                    null,
                    Reason.TRUNCATED_GZIP,
                    "the compressed stream ends too early",
                    length));
      }
    }
  }

  @Example
  void survivesAnyDamageToACompressedStream() {
    byte[] whole = gzip(RECORDS.getBytes(UTF_8));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        Received received = readWhole("x.jsonl.gz", damaged);
        assertThat(received.documents.size()).isLessThanOrEqualTo(3);
        if (received.documents.size() < 3) {
          assertThat(received.rejections).isNotEmpty();
        }
        received.rejections.values().forEach(rejection -> reasons.add(rejection.reason()));
      }
    }
    assertThat(reasons).contains(Reason.CORRUPT_GZIP, Reason.TRUNCATED_GZIP);
  }

  @Example
  void rejectsAFileThatIsNotCompressedAsItsNameSays() {
    Received received = readWhole("x.jsonl.gz", "{\"text\":\"一\"}\n");
    assertThat(received.documents).isEmpty();
    assertThat(received.onlyRejection().reason()).isEqualTo(Reason.CORRUPT_GZIP);
    assertThat(received.digests).hasSize(1);
  }

  @Example
  void readsAStreamOfSeveralCompressedMembers() {
    byte[] bytes =
        concat(
            gzip("{\"text\":\"一\"}\n{\"te".getBytes(UTF_8)), gzip("xt\":\"二\"}\n".getBytes(UTF_8)));
    assertThat(readWhole("x.jsonl.gz", bytes).texts()).containsExactly("一", "二");
  }

  // Tables

  @Example
  void readsARecordOfATableAsADocument() {
    Received received =
        readWhole(
            "通知.csv",
            "编号,标题,正文,级别\r\n" + "1,一,\"第一行\r\n第二行，含\"\"引号\"\"\",city\r\n" + "\r\n" + ",二,短文,\r\n");
    assertThat(received.documents)
        .extracting(
            PolicyDocument::id,
            PolicyDocument::text,
            d -> d.description().title(),
            d -> d.description().metadata(),
            PolicyDocument::bytes)
        .containsExactly(
            tuple("1", "第一行\r\n第二行，含\"引号\"", "一", "{\"级别\":\"city\"}", 34L),
            tuple("通知.csv#5", "短文", "二", null, 6L));
    assertThat(received.documents.get(0).key())
        .isGreaterThan(key(0))
        .isLessThan(received.documents.get(1).key());
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void readsTabsWhereTheNameSaysSo() {
    assertThat(readWhole("x.tsv", "id\ttext\n1\t一,二\n").texts()).containsExactly("一,二");
    assertThat(readWhole("x.tsv.gz", gzip("id\ttext\n1\t一\n".getBytes(UTF_8))).ids())
        .containsExactly("1");
  }

  @Example
  void rejectsARecordWithOtherFieldsThanTheHeader() {
    Received received = readWhole("x.csv", "id,text,title\n1,\"一\n行\",甲\n2\n3,三\n4,四,乙,丙\n5,五,丁\n");
    assertThat(received.ids()).containsExactly("1", "5");
    assertThat(received.rejections.values())
        .extracting(Rejection::reason, Rejection::docId, Rejection::detail)
        .containsExactly(
            tuple(Reason.MISSING_TEXT, "2", "line 4: 1 fields where the header has 3"),
            tuple(Reason.INVALID_CSV, "3", "line 5: 2 fields where the header has 3"),
            tuple(Reason.INVALID_CSV, "4", "line 6: 4 fields where the header has 3"));
  }

  @Example
  void rejectsATableWithoutAColumnOfTexts() {
    Received received = readWhole("x.csv", "id,title\n1,一\n");
    assertThat(received.documents).isEmpty();
    assertThat(received.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.csv", null, Reason.MISSING_TEXT, "line 1: no column named text", 15));
  }

  @Example
  void keepsTheRecordsBeforeOneThatNeverEnds() {
    for (String broken : List.of("2,\"没有结束\n3,三\n", "2,\"引\"号\n")) {
      Received received = readWhole("x.csv", "id,text\n1,一\n" + broken);
      assertThat(received.ids()).containsExactly("1");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.INVALID_CSV);
      assertThat(received.onlyRejection().detail()).startsWith("record that begins in line 3: ");
    }
  }

  // Files that cannot be read

  @Example
  void rejectsWhatIsTooLarge() {
    String tooLong = "长".repeat(LIMIT / 3) + "abc";
    for (String name : List.of("x.txt", "x.csv")) {
      Received received = readWhole(name, tooLong);
      assertThat(received.documents).isEmpty();
      assertThat(received.onlyRejection())
          .isEqualTo(
              new Rejection(
                  "memory:" + name,
                  null,
                  Reason.TOO_LARGE,
                  "a file of more than 4096 bytes",
                  4098));
    }
    assertThat(readWhole("x.txt", "a".repeat(LIMIT)).texts()).containsExactly("a".repeat(LIMIT));
  }

  @Example
  void rejectsWhatIsNoText() {
    for (String name : List.of("x.txt", "x.csv")) {
      Received received = readWhole(name, "%PDF-1.4 …");
      assertThat(received.documents).isEmpty();
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNDECODABLE);
      assertThat(received.onlyRejection().detail()).contains("PDF");
    }
  }

  @Example
  void rejectsAFileThatIsGoneOncePerFile() throws IOException {
    List<IOException> faults =
        List.of(
            new NoSuchFileException("x"),
            new AccessDeniedException("x"),
            new FileNotFoundException("x (Permission denied)"));
    for (IOException fault : faults) {
      DocumentReader reader =
          new DocumentReader(
              (uri, from) -> {
                throw fault;
              },
              MetadataTable.EMPTY,
              null);
      InputFile file = file("x.jsonl", new byte[100]);
      Received received = new Received();
      reader.read(FileSlice.range(file, 0, 50, 1), received);
      reader.read(FileSlice.range(file, 50, 100, 3), received);
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNREADABLE);
      assertThat(received.onlyRejection().detail()).startsWith("gone since it was listed: ");
    }
  }

  @Example
  void doesNotTakeAFaultOfTheStorageForOneOfTheData() {
    DocumentReader reader =
        new DocumentReader(
            (uri, from) -> {
              throw new IOException("connection reset");
            },
            MetadataTable.EMPTY,
            null);
    assertThatThrownBy(
            () -> reader.read(FileSlice.whole(file("x.txt", new byte[1])), new Received()))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
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
            null)
        .read(FileSlice.whole(file("x.jsonl", line)), received);
    assertThat(received.rejections).isEmpty();
    assertThat(received.documents)
        .singleElement()
        .extracting(document -> document.text().length())
        .isEqualTo(line.length - begin.length - 2);
  }
}
