package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.local.LocalRunner;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.input.CalendarPeriods;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.TermWeighting;

class RunConfigTest {
  private static RunConfig of(String... words) throws UsageException {
    List<String> all = new ArrayList<>(List.of("--input=in", "--output=out"));
    all.addAll(List.of(words));
    return RunConfig.of(all.toArray(new String[0]));
  }

  @Test
  void isTheSameWhetherTheCommandIsNamedOrNot() throws UsageException {
    assertThat(RunConfig.of("run", "--input=in", "--output=out", "--seed=7").options())
        .isEqualTo(of("--seed=7").options());
  }

  @Test
  void takesFlagsThatStandAlone() throws UsageException {
    assertThat(of().overwrites()).isFalse();
    assertThat(of("--overwrite").overwrites()).isTrue();
    assertThat(of("--overwrite=true").overwrites()).isTrue();
    assertThat(of("--overwrite=false").overwrites()).isFalse();
    assertThat(of("--overwrite", "--keepDuplicates").keepsDuplicates()).isTrue();
  }

  @Test
  void takesValuesThatHoldAnEqualsSignOrBlanks() throws UsageException {
    assertThat(RunConfig.of("--input=a=b c", "--output=\"o\"").input()).isEqualTo("a=b c");
    assertThat(RunConfig.of("--input=a", "--output=\"o\"").output()).isEqualTo("\"o\"");
  }

  @Test
  void keepsUnitsAndTablesInTheirOwnOrder() throws UsageException {
    RunConfig config = of("--units=window, Sentence", "--tables=terms,documents,terms");
    assertThat(config.units()).containsExactly(ContextUnit.SENTENCE, ContextUnit.WINDOW);
    assertThat(config.tables()).containsExactly(Tables.DOCUMENTS, Tables.TERMS);
  }

  @Test
  void writesTheTablesThatOtherOptionsFill() throws UsageException {
    assertThat(of().tables()).doesNotContain(Tables.KEYNESS, Tables.CANDIDATES);
    assertThat(of("--groupBy=year").tables()).contains(Tables.KEYNESS);
    assertThat(of("--groupBy=year", "--tables=terms").tables())
        .containsExactly(Tables.TERMS, Tables.KEYNESS);
    assertThat(of("--adopt=5", "--tables=terms").tables())
        .containsExactly(Tables.TERMS, Tables.CANDIDATES);
  }

  @Test
  void writesTheDefaultMeasuresOfATableOfWhichNoneIsNamed() throws UsageException {
    Measures chosen = of("--measures=phi, PMI").measures();
    assertThat(chosen.cooccurrences()).containsExactly(Association.PMI, Association.PHI);
    assertThat(chosen.terms()).isEqualTo(Dispersion.DEFAULTS);
    assertThat(chosen.documentTerms()).isEqualTo(TermWeighting.DEFAULTS);
    assertThat(of().measures().cooccurrences()).isEqualTo(Association.DEFAULTS);
  }

  @Test
  void addsMeasuresToTheDefaultOnes() throws UsageException {
    Measures chosen = of("--measures=bm25,default").measures();
    assertThat(chosen.documentTerms()).containsExactly(TermWeighting.TFIDF, TermWeighting.BM25);
  }

  @Test
  void choosesAMeasureInEveryTableThatHasIt() throws UsageException {
    Measures chosen = of("--groupBy=year", "--measures=chi2").measures();
    assertThat(chosen.cooccurrences()).containsExactly(Association.CHI2);
    assertThat(chosen.keyness()).containsExactly(Keyness.CHI2);
    assertThat(of("--measures=chi2").measures()).isEqualTo(chosen);
    Measures all = of("--measures=all,pmi").measures();
    assertThat(all.cooccurrences()).containsExactly(Association.values());
    assertThat(all.keyness()).containsExactly(Keyness.values());
  }

  @Test
  void knowsWhetherThePeriodWasAskedFor() throws UsageException {
    assertThat(of().grouping().periods()).isEqualTo(CalendarPeriods.YEAR);
  }

  @Test
  void handsBeamsOptionsThrough() throws UsageException {
    RunConfig config =
        of(
            "--runner=DirectRunner",
            "--targetParallelism=3",
            "--enforceImmutability",
            "--tempLocation=/tmp/beam");
    DirectOptions direct = config.pipelineOptions().as(DirectOptions.class);
    assertThat(direct.getTargetParallelism()).isEqualTo(3);
    assertThat(direct.isEnforceImmutability()).isTrue();
    assertThat(direct.isEnforceEncodability()).as("our own default").isFalse();
    assertThat(direct.getTempLocation()).isEqualTo("/tmp/beam");
  }

  @Test
  void listsEveryOptionThatHasAValueForTheManifest() throws UsageException {
    assertThat(of("--overwrite", "--window=7", "--lang=zh", "--targetParallelism=3").options())
        .contains(
            entry("input", "in"),
            entry("overwrite", "true"),
            entry("window", "7"),
            entry("seed", "1"),
            entry("units", "sentence"),
            entry("targetParallelism", "3"),
            entry("runner", LocalRunner.class.getName()),
            entry("appName", "zhengyu"))
        .containsKey("tables")
        .containsEntry("lexicon", "starter")
        .doesNotContainKeys("lang", "groupBy", "help");
  }

  @Test
  void hasEveryOptionThatIsDescribed() {
    assertThat(RunOptions.ALL)
        .hasSameSizeAs(
            Arrays.stream(RunOptions.class.getDeclaredFields())
                .filter(field -> field.getType() == Option.class)
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void hasNoOptionByANameThatIsBeams() {
    assertThat(RunOptions.ALL.stream().map(Option::name))
        .doesNotContainAnyElementsOf(BeamOptions.names());
    assertThat(BeamOptions.names()).contains("runner", "targetParallelism", "tempLocation");
  }
}
