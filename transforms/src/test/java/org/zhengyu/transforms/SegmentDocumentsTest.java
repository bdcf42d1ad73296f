package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.model.TokenRecord;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.segment.SegmenterKind;
import org.zhengyu.transforms.segment.WordStandard;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.Zone;

class SegmentDocumentsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();
  @TempDir Path folder;

  /** Number 1 is a JSON Lines file; its second line is broken, its third holds no word. */
  private static final String BRIEFS =
      """
      {"id":"r1","text":"推行链长制。","date":"2022-11"}
      {"id":"r2"
      {"id":"r3","text":"……"}
      """;

  private static final String PLAN = "加快建设六个城市。第六个城市不算。\n\n全面推行链长制，链长制见效。\n";

  private List<InputSplit> units;

  @BeforeEach
  void writeFiles() throws IOException {
    InputFile plan = write(0, "plan [2022].txt", PLAN);
    InputFile briefs = write(1, "briefs.jsonl", BRIEFS);
    InputFile gone =
        new InputFile(2, folder + "/gone.txt", "gone.txt", "", 9, "text", Compression.NONE);
    int secondLine = BRIEFS.indexOf('\n') + 1;
    long cut = BRIEFS.substring(0, secondLine).getBytes(UTF_8).length;
    units =
        List.of(
            new InputSplit(0, List.of(FileSlice.whole(plan), FileSlice.range(briefs, 0, cut, 1))),
            new InputSplit(
                1,
                List.of(FileSlice.range(briefs, cut, Long.MAX_VALUE, 2), FileSlice.whole(gone))));
  }

  private InputFile write(int number, String name, String content) throws IOException {
    Path path = Files.write(folder.resolve(name), content.getBytes(UTF_8));
    return new InputFile(
        number,
        path.toString(),
        name,
        "",
        Files.size(path),
        Formats.ofName(name).orElseThrow().name(),
        Compression.NONE);
  }

  private PCollectionTuple segmented(boolean writesTokens) throws InputFileException {
    Lexicon lexicon = Lexicon.parse("六个城市\n链长制\n", "lexicon.csv", Folding.LOOK_ALIKES::fold);
    return check
        .of("Units", units, InputSplit.coder())
        .apply(
            SegmentDocuments.with(
                new SegmentationSettings(
                    SegmenterKind.LATTICE,
                    WordStandard.CORE,
                    SharedLexicon.of(lexicon),
                    StopWords.defaults(Folding.LOOK_ALIKES::fold),
                    Folding.LOOK_ALIKES,
                    MetadataTable.EMPTY,
                    new Grouping(CalendarPeriods.YEAR, List.of()),
                    ReadSettings.USUAL,
                    /* condition= */ null,
                    Set.of(Zone.values()),
                    writesTokens,
                    /* writesSentences= */ false,
                    /* keepsJoints= */ false,
                    4)));
  }

  private static List<SortedRun> ofUnit(Iterable<KV<Integer, SortedRun>> runs, int unit) {
    List<SortedRun> found = new ArrayList<>();
    runs.forEach(
        run -> {
          if (run.getKey() == unit) {
            found.add(run.getValue());
          }
        });
    return found;
  }

  private static List<SortedRun> all(Iterable<KV<Integer, SortedRun>> runs) {
    List<SortedRun> found = ofUnit(runs, 0);
    found.addAll(ofUnit(runs, 1));
    return found;
  }

  private static long key(int file, long offset) {
    return ((long) file << 39) | offset;
  }

  @Test
  void describesDocumentsUnderTheNumberOfTheirUnit() throws InputFileException {
    PAssert.that(segmented(false).get(SegmentDocuments.DOCUMENTS))
        .satisfies(
            that(
                runs -> {
                  Map<Long, DocumentRecord> first =
                      Samples.byKey(ofUnit(runs, 0), DocumentRecord::unpack);
                  assertThat(first).containsOnlyKeys(key(0, 0), key(1, 0));
                  assertThat(first.get(key(0, 0)))
                      .extracting(
                          DocumentRecord::id,
                          DocumentRecord::origin,
                          DocumentRecord::bytes,
                          DocumentRecord::chars,
                          DocumentRecord::paragraphs,
                          DocumentRecord::sentences)
                      .containsExactly(
                          "plan [2022].txt", new TextOrigin("UTF-8", "utf8"), 96L, 34L, 2L, 3L);
                  assertThat(first.get(key(1, 0)).description().from())
                      .isEqualTo(LocalDate.of(2022, 11, 1));
                  Map<Long, DocumentRecord> second =
                      Samples.byKey(ofUnit(runs, 1), DocumentRecord::unpack);
                  assertThat(second.values())
                      .extracting(
                          DocumentRecord::id,
                          DocumentRecord::paragraphs,
                          DocumentRecord::sentences,
                          DocumentRecord::tokens,
                          DocumentRecord::types)
                      .containsExactly(tuple("r3", 0L, 0L, 0L, 0L));
                }));
    check.run();
  }

  @Test
  void findsEveryOccurrenceInItsContext() throws InputFileException {
    PAssert.that(segmented(false).get(SegmentDocuments.OCCURRENCES))
        .satisfies(
            that(
                runs -> {
                  Map<Long, Rows<Occurrence>> rows =
                      Samples.byKey(all(runs), in -> Rows.unpack(in, Occurrence::unpack));
                  assertThat(rows).containsOnlyKeys(key(0, 0), key(1, 0));
                  assertThat(rows.get(key(1, 0)))
                      .isEqualTo(
                          new Rows<>(
                              "r1",
                              LocalDate.of(2022, 11, 1),
                              List.of(
                                  occurrence(1, "链长制", MatchStatus.TOKEN, 0, 0, 2, "推行", "。"))));
                  assertThat(rows.get(key(0, 0)).id()).isEqualTo("plan [2022].txt");
                  assertThat(rows.get(key(0, 0)).from()).isNull();
                  assertThat(rows.get(key(0, 0)).rows())
                      .extracting(
                          Occurrence::phrase,
                          Occurrence::form,
                          Occurrence::status,
                          Occurrence::paragraph,
                          Occurrence::sentence,
                          Occurrence::begin,
                          Occurrence::end,
                          Occurrence::left,
                          Occurrence::right)
                      .containsExactly(
                          tuple(0, "六个城市", MatchStatus.TOKEN, 0L, 0L, 4L, 8L, "加快建设", "。第六个"),
                          tuple(0, "六个城市", MatchStatus.GUARDED, 0L, 1L, 10L, 14L, "城市。第", "不算。"),
                          tuple(1, "链长制", MatchStatus.TOKEN, 1L, 2L, 23L, 26L, "全面推行", "，链长制"),
                          tuple(1, "链长制", MatchStatus.TOKEN, 1L, 2L, 27L, 30L, "链长制，", "见效。"));
                }));
    check.run();
  }

  private static Occurrence occurrence(
      int phrase,
      String form,
      MatchStatus status,
      long paragraph,
      long sentence,
      long begin,
      String left,
      String right) {
    return new Occurrence(
        phrase,
        form,
        status,
        /* coveredBy= */ null,
        /* firstUse= */ status == MatchStatus.TOKEN,
        /* newCategories= */ 0,
        Zone.BODY,
        paragraph,
        sentence,
        begin,
        begin + form.length(),
        left,
        right);
  }

  /** What is packed for one document. */
  private record Rows<T>(String id, LocalDate from, List<T> rows) implements Serializable {
    private static final long serialVersionUID = 1L;

    static <T> Rows<T> unpack(PackedReader in, Function<PackedReader, T> unpack) {
      DocumentHead head = DocumentHead.unpack(in);
      List<T> rows = new ArrayList<>();
      while (in.hasMore()) {
        rows.add(unpack.apply(in));
      }
      return new Rows<>(head.docId(), head.date() == null ? null : head.date().first(), rows);
    }
  }

  /** Tokens, the segmented unit and the record of a document tell the same words. */
  @Test
  void tellsTheSameWordsAsRowsAndForCounting() throws InputFileException {
    PCollectionTuple segmented = segmented(true);
    PAssert.that(segmented.get(SegmentDocuments.TOKENS))
        .satisfies(
            that(
                runs -> {
                  Map<Long, Rows<TokenRecord>> rows =
                      Samples.byKey(all(runs), in -> Rows.unpack(in, TokenRecord::unpack));
                  assertThat(rows).containsOnlyKeys(key(0, 0), key(1, 0));
                  int[] text = PLAN.codePoints().toArray();
                  List<TokenRecord> tokens = rows.get(key(0, 0)).rows();
                  for (TokenRecord token : tokens) {
                    assertThat(token.form())
                        .isEqualTo(
                            new String(
                                text, (int) token.begin(), (int) (token.end() - token.begin())));
                  }
                  assertThat(tokens)
                      .filteredOn(token -> token.phrase() >= 0)
                      .extracting(TokenRecord::term, TokenRecord::phrase, TokenRecord::sentence)
                      .containsExactly(
                          tuple("六个城市", 0, 0L), tuple("链长制", 1, 2L), tuple("链长制", 1, 2L));
                  assertThat(tokens).extracting(TokenRecord::form).doesNotContain("。", "，");
                  assertThat(tokens)
                      .filteredOn(token -> token.sentence() == 2)
                      .extracting(TokenRecord::form, TokenRecord::position, TokenRecord::paragraph)
                      .containsExactly(
                          tuple("全面", 0L, 1L),
                          tuple("推行", 1L, 1L),
                          tuple("链长制", 2L, 1L),
                          tuple("链长制", 3L, 1L),
                          tuple("见效", 4L, 1L));
                }));
    PAssert.that(segmented.get(SegmentDocuments.SPLITS))
        .satisfies(
            that(
                unitsOfText -> {
                  Map<Long, List<String>> sentences = new TreeMap<>();
                  for (SegmentedSplit unit : unitsOfText) {
                    collect(unit, sentences);
                  }
                  assertThat(sentences.get(key(1, 0))).containsExactly("推行/链长制");
                  assertThat(sentences.get(key(1, 68))).as("the document without words").isEmpty();
                  assertThat(sentences.get(key(0, 0)))
                      .hasSize(3)
                      .last()
                      .isEqualTo("全面/推行/链长制/链长制/见效");
                }));
    check.run();
  }

  private static void collect(SegmentedSplit unit, Map<Long, List<String>> sentences) {
    SegmentedSplit.Types types = unit.types();
    unit.visit(
        key -> true,
        new SegmentedSplit.Visitor() {
          private List<String> document = List.of();

          @Override
          public void beginDocument(CountedDocument begun) {
            document = sentences.computeIfAbsent(begun.key(), k -> new ArrayList<>());
          }

          @Override
          public void sentence(int[] numbers, int count, InnerUses uses) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
              words.add(new String(types.term(numbers[i]), UTF_8));
            }
            document.add(String.join("/", words));
          }
        });
  }

  @Test
  void rejectsWhatCannotBeReadAndGoesOn() throws InputFileException {
    PCollectionTuple segmented = segmented(false);
    PCollection<KV<Integer, SortedRun>> rejections = segmented.get(SegmentDocuments.REJECTIONS);
    PAssert.that(rejections)
        .satisfies(
            that(
                runs -> {
                  Map<Long, Rejection> found = Samples.byKey(ofUnit(runs, 1), Rejection::unpack);
                  assertThat(ofUnit(runs, 0)).isEmpty();
                  assertThat(found.values())
                      .extracting(Rejection::reason)
                      .containsExactly(Rejection.Reason.INVALID_JSON, Rejection.Reason.UNREADABLE);
                  assertThat(found.get(key(2, 0)).uri()).endsWith("gone.txt");
                  assertThat(found.values())
                      .first()
                      .extracting(Rejection::detail)
                      .asString()
                      .startsWith("line 2: ");
                }));
    PAssert.that(segmented.get(SegmentDocuments.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(Samples.ofKind(RunFact.Rejections.class, facts))
                      .containsExactlyInAnyOrder(
                          new RunFact.Rejections(Rejection.Reason.INVALID_JSON, 1),
                          new RunFact.Rejections(Rejection.Reason.UNREADABLE, 1));
                  assertThat(Samples.ofKind(RunFact.InputDigest.class, facts))
                      .allMatch(file -> file.sha256().matches("[0-9a-f]{64}"))
                      .extracting(file -> file.uri().replaceFirst(".*/", ""))
                      .containsExactlyInAnyOrder("plan [2022].txt", "briefs.jsonl");
                }));
    check.run();
  }

  @Test
  void tellsHowManyRecordsOfASplitWereRefusedForEachReason()
      throws InputFileException, IOException {
    InputFile broken = write(0, "broken.jsonl", "{\n".repeat(5) + "{\"id\":\"r\"}\n".repeat(3));
    units = List.of(new InputSplit(0, List.of(FileSlice.whole(broken))));
    PAssert.that(segmented(false).get(SegmentDocuments.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(Samples.ofKind(RunFact.Rejections.class, facts))
                      .containsExactlyInAnyOrder(
                          new RunFact.Rejections(Rejection.Reason.INVALID_JSON, 5),
                          new RunFact.Rejections(Rejection.Reason.MISSING_TEXT, 3));
                }));
    check.run();
  }

  /** Fifty ids of 100,000 bytes: 5 MB of rows in one split. */
  @Test
  void passesRefusedRecordsOnInRunsOfBoundedSize() throws InputFileException, IOException {
    String line = "{\"id\":\"" + "x".repeat(100_000) + "\"}\n";
    InputFile broken = write(0, "broken.jsonl", line.repeat(50));
    units = List.of(new InputSplit(0, List.of(FileSlice.whole(broken))));
    PAssert.that(segmented(false).get(SegmentDocuments.REJECTIONS))
        .satisfies(
            that(
                runs -> {
                  assertThat(ofUnit(runs, 0)).hasSizeGreaterThan(1);
                  assertThat(Samples.byKey(ofUnit(runs, 0), Rejection::unpack)).hasSize(50);
                }));
    check.run();
  }

  @Test
  void identifiesDocumentsByTheirTextUnlessItHasNoWord() throws InputFileException {
    PAssert.that(segmented(false).get(SegmentDocuments.IDENTITIES))
        .satisfies(
            that(
                runs -> {
                  Map<String, Identity> identities = new TreeMap<>();
                  for (SortedRun run : runs) {
                    SortedRunCursor cursor = run.cursor();
                    while (cursor.next()) {
                      identities.put(
                          new String(cursor.key(), UTF_8), Identity.unpack(cursor.value()));
                    }
                  }
                  assertThat(identities).containsOnlyKeys("plan [2022].txt", "r1", "r3");
                  identities.forEach((id, identity) -> assertThat(identity.id()).isEqualTo(id));
                  assertThat(identities.get("r3").textKey()).isEmpty();
                  assertThat(identities.get("r1").textKey())
                      .as("printf 推行链长制。 | iconv -t utf-16le | md5sum")
                      .isEqualTo("084c87706b8bfed610e27024fcdfa7b8");
                  assertThat(identities.get("plan [2022].txt").key()).isEqualTo(key(0, 0));
                }));
    check.run();
  }
}
