package org.zhengyu.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;

class RunReportTest {

  private static RunReport of(RunFact... facts) {
    return RunReport.of(Arrays.stream(facts).map(RunFact::toLine).toList());
  }

  @Test
  void addsUpTheDocumentsOfSplitsAndWhatWasRefused() {
    RunReport report =
        of(
            new RunFact.Documents(10, 2, 1, 5000),
            new RunFact.Documents(5, 0, 1, 700),
            new RunFact.Rejections(Rejection.Reason.INVALID_JSON, 3),
            new RunFact.Rejections(Rejection.Reason.UNREADABLE, 1),
            new RunFact.Rejections(Rejection.Reason.INVALID_JSON, 1));

    assertThat(report.documents()).isEqualTo(new Manifest.Documents(15, 5, 2, 2));
    assertThat(report.characters()).isEqualTo(5700);
    assertThat(report.rejections())
        .hasSize(2)
        .containsEntry("invalid_json", 4L)
        .containsEntry("unreadable", 1L);
    assertThat(report.rejectedFraction()).isEqualTo(0.25);
  }

  @Test
  void addsUpTheSizesOfSplitsTheTypesAndThePairsOfBuckets() {
    RunReport report =
        of(
            new RunFact.Counted(new CorpusTotals(2, 6, 9, 400, 100, 40)),
            new RunFact.Counted(new CorpusTotals(1, 1, 2, 50, 20, 20)),
            new RunFact.Types(30),
            new RunFact.Types(12),
            new RunFact.Pairs(ContextUnit.WINDOW, 70, 7, 4),
            new RunFact.Pairs(ContextUnit.SENTENCE, 500, 50, 0),
            new RunFact.Pairs(ContextUnit.WINDOW, 30, 3, 1));

    assertThat(report.totals()).isEqualTo(new Manifest.Totals(120, 11, 7, 42));
    assertThat(report.countedDocuments()).isEqualTo(3);
    assertThat(report.pairs(ContextUnit.WINDOW)).isEqualTo(new Manifest.Pairs(100, 10, 5, 450));
    assertThat(report.pairs(ContextUnit.SENTENCE)).isEqualTo(new Manifest.Pairs(500, 50, 0, 11));
  }

  @Test
  void knowsNothingWithoutFacts() {
    RunReport report = of();

    assertThat(report.documents()).isEqualTo(new Manifest.Documents(0, 0, 0, 0));
    assertThat(report.rejectedFraction()).isZero();
    assertThat(report.totals()).isEqualTo(new Manifest.Totals(0, 0, 0, 0));
    assertThat(report.pairs(ContextUnit.SENTENCE)).isEqualTo(new Manifest.Pairs(0, 0, 0, 0));
    assertThat(report.networks(ContextUnit.SENTENCE)).isEmpty();
    assertThat(report.documentsByGroup(1)).isEmpty();
    assertThat(report.files()).isEmpty();
  }

  @Test
  void tellsFacetsAndNetworksApart() {
    RunReport report =
        of(
            new RunFact.Facet(0, 3, 9),
            new RunFact.Facet(1, 2, 8),
            new RunFact.Group(1, "山东", 5),
            new RunFact.Group(1, "广东\t省", 3),
            new RunFact.Group(0, "2022", 9),
            new RunFact.NetworkSize(ContextUnit.SENTENCE, "all", 40, 55, 7, 0.5),
            new RunFact.NetworkSize(ContextUnit.WINDOW, "phrases", 2, 1, 1, 0),
            new RunFact.NetworkSize(ContextUnit.WINDOW, "all", 4, 5, 1, 0.25));

    assertThat(report.groups(1)).isEqualTo(2);
    assertThat(report.groupedDocuments(0)).isEqualTo(9);
    assertThat(report.documentsByGroup(1))
        .hasSize(2)
        .containsEntry("山东", 5L)
        .containsEntry("广东\t省", 3L);
    assertThat(report.networks(ContextUnit.WINDOW))
        .containsExactly(
            Map.entry("all", new Manifest.NetworkSize(4, 5, 1, 0.25)),
            Map.entry("phrases", new Manifest.NetworkSize(2, 1, 1, 0)));
    assertThat(report.networks(ContextUnit.DOCUMENT)).isEmpty();
  }

  @Test
  void namesTheMostFrequentPhrasesFirstAndTheStrongestTenPairsOfAllBuckets() {
    RunReport report =
        of(
            Stream.concat(
                    Stream.of(
                        new RunFact.TopPhrase("链长制", 4),
                        new RunFact.TopPhrase("六个城市", 9),
                        new RunFact.TopPhrase("走在前", 4),
                        new RunFact.TopPair(ContextUnit.WINDOW, true, "改革", "开放", 5, 1000),
                        new RunFact.TopPair(ContextUnit.SENTENCE, false, "链长", "企业", 5, 1000)),
                    IntStream.range(0, 12)
                        .mapToObj(
                            i ->
                                new RunFact.TopPair(
                                    ContextUnit.SENTENCE, true, "甲", "乙" + i, i, i % 11)))
                .toArray(RunFact[]::new));

    assertThat(report.topPhrases())
        .containsExactly(
            new RunFact.TopPhrase("六个城市", 9),
            new RunFact.TopPhrase("走在前", 4),
            new RunFact.TopPhrase("链长制", 4));
    assertThat(report.topPairs(ContextUnit.SENTENCE, true))
        .extracting(RunFact.TopPair::termB)
        .containsExactly("乙10", "乙9", "乙8", "乙7", "乙6", "乙5", "乙4", "乙3", "乙2", "乙1");
    assertThat(report.topPairs(ContextUnit.SENTENCE, false))
        .extracting(RunFact.TopPair::termB)
        .containsExactly("企业");
  }

  @Test
  void listsInputsByTheirUrisAndFilesAsTheyWereWritten() {
    RunReport report =
        of(
            new RunFact.InputDigest("/in/b.txt", 20, "ee"),
            new RunFact.InputDigest("/in/a\tb.txt", 10, "ff"),
            new RunFact.TableFile("terms", "part-00003.parquet", "/out/\"x\" 一", 7, 70));

    assertThat(report.inputs())
        .containsExactly(
            new Manifest.Input("/in/a\tb.txt", 10, "ff"),
            new Manifest.Input("/in/b.txt", 20, "ee"));
    assertThat(report.files())
        .containsExactly(new WrittenFile("terms", "part-00003.parquet", "/out/\"x\" 一", 7, 70));
  }
}
