package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

class CountPhrasesTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 5);

  private static SharedLexicon lexicon(String... phrases) throws InputFileException {
    return SharedLexicon.of(
        Lexicon.parse(String.join("\n", phrases) + "\n", "lexicon.csv", text -> text));
  }

  /** A document and the statuses of its occurrences: phrase number and status by turns. */
  private static SortedRun document(long key, String id, LocalDate from, Object... occurrences) {
    PackedWriter value = new PackedWriter();
    new DocumentHead(id, DatedDocuments.day(from), null).pack(value);
    Set<Object> used = new HashSet<>();
    for (int i = 0; i < occurrences.length; i += 2) {
      int phrase = (Integer) occurrences[i];
      MatchStatus status = (MatchStatus) occurrences[i + 1];
      boolean firstUse = status.isUse() && used.add(phrase);
      new Occurrence(phrase, "形", status, null, firstUse, 0, Zone.BODY, 0, 0, i, i + 1, "左", "右")
          .pack(value);
    }
    return new SortedRunBuilder().add(new PackedWriter().putLong(key), value).build();
  }

  private PCollectionTuple count(SharedLexicon lexicon, List<KV<Integer, SortedRun>> occurrences) {
    return check
        .of("Occurrences", occurrences, GatherRuns.runCoder())
        .apply(CountPhrases.of(lexicon));
  }

  private void expect(PCollectionTuple counted, Map<Integer, PhraseCounts> expected) {
    String ledger = new TreeMap<>(expected).toString();
    PAssert.that(counted.get(CountPhrases.LEDGER))
        .satisfies(
            that(
                ledgers -> {
                  List<String> found = new ArrayList<>();
                  for (KV<Integer, SortedRun> run : ledgers) {
                    assertThat(run.getKey()).isZero();
                    Map<Integer, PhraseCounts> counts = new TreeMap<>();
                    SortedRunCursor cursor = run.getValue().cursor();
                    while (cursor.next()) {
                      counts.put(cursor.keyReader().getInt(), PhraseCounts.unpack(cursor.value()));
                    }
                    found.add(counts.toString());
                  }
                  assertThat(found).containsExactly(ledger);
                }));
  }

  @Test
  void keepsTheLedgerOfAllStatusesOverDocumentsAndUnits() throws InputFileException {
    PCollectionTuple counted =
        count(
            lexicon("六个城市", "链长制", "走在前", "开新局"),
            List.of(
                KV.of(
                    0,
                    document(
                        1,
                        "乙",
                        JANUARY,
                        0,
                        MatchStatus.TOKEN,
                        0,
                        MatchStatus.GUARDED,
                        0,
                        MatchStatus.TOKEN,
                        1,
                        MatchStatus.NESTED)),
                KV.of(4, document(9, "甲", NOVEMBER, 0, MatchStatus.TOKEN, 2, MatchStatus.TOKEN)),
                KV.of(
                    4,
                    document(
                        10,
                        "丙",
                        null,
                        0,
                        MatchStatus.TOKEN,
                        1,
                        MatchStatus.SPLIT,
                        1,
                        MatchStatus.SPLIT))));

    expect(
        counted,
        Map.of(
            0,
            new PhraseCounts(4, 0, 0, 3, 0, 1, DatedDocuments.on(NOVEMBER, 9, "甲"), JANUARY),
            1,
            new PhraseCounts(0, 1, 0, 1, 2, 0, DatedDocuments.on(JANUARY, 1, "乙"), JANUARY),
            2,
            new PhraseCounts(1, 0, 0, 1, 0, 0, DatedDocuments.on(NOVEMBER, 9, "甲"), NOVEMBER)));
    PAssert.that(counted.get(CountPhrases.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(facts)
                      .containsExactlyInAnyOrder(
                          new RunFact.LexiconUse(3, List.of(), 0),
                          new RunFact.TopPhrase("六个城市", 4),
                          new RunFact.TopPhrase("链长制", 1),
                          new RunFact.TopPhrase("走在前", 1));
                }));
    check.run();
  }

  @Test
  void yieldsAnEmptyLedgerWhereNothingOccurs() throws InputFileException {
    PCollectionTuple counted = count(lexicon("六个城市"), List.of());
    expect(counted, Map.of());
    PAssert.that(counted.get(CountPhrases.CATEGORIES))
        .satisfies(
            that(
                ledgers ->
                    assertThat(ledgers).singleElement().isEqualTo(KV.of(0, SortedRun.EMPTY))));
    PAssert.that(counted.get(CountPhrases.FACTS))
        .containsInAnyOrder(new RunFact.LexiconUse(0, List.of(), 0));
    check.run();
  }

  /** Twelve categories of one phrase each, of which the last is used. */
  @Test
  void tellsTheFirstTenCategoriesWithoutAPhraseAndHowManyOthers() throws InputFileException {
    String[] phrases =
        IntStream.range(0, 12).mapToObj(i -> "政策" + i + ",类" + i).toArray(String[]::new);
    PCollectionTuple counted =
        count(lexicon(phrases), List.of(KV.of(0, document(1, "甲", null, 11, MatchStatus.TOKEN))));
    List<String> named = IntStream.range(0, 10).mapToObj(i -> "类" + i).toList();
    PAssert.that(counted.get(CountPhrases.FACTS))
        .containsInAnyOrder(new RunFact.LexiconUse(1, named, 1), new RunFact.TopPhrase("政策11", 1));
    check.run();
  }

  /** Twelve phrases: of those used once, the first ten by name are told. */
  @Test
  void tellsTheTenMostFrequentPhrases() throws InputFileException {
    String[] phrases =
        IntStream.range(0, 12).mapToObj(i -> "政策" + (char) ('a' + i)).toArray(String[]::new);
    List<Object> occurrences = new ArrayList<>();
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      occurrences.addAll(List.of(phrase, MatchStatus.TOKEN));
    }
    occurrences.addAll(List.of(11, MatchStatus.TOKEN));
    PCollectionTuple counted =
        count(lexicon(phrases), List.of(KV.of(0, document(1, "甲", null, occurrences.toArray()))));
    PAssert.that(counted.get(CountPhrases.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(facts)
                      .hasSize(11)
                      .contains(new RunFact.TopPhrase("政策l", 2))
                      .contains(
                          "abcdefghi"
                              .chars()
                              .mapToObj(c -> new RunFact.TopPhrase("政策" + (char) c, 1))
                              .toArray(RunFact[]::new));
                }));
    check.run();
  }
}
