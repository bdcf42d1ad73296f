package org.zhengyu.pipeline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.junit.jupiter.api.Test;
import org.zhengyu.output.Language;
import org.zhengyu.output.StoreFault;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.segment.MatchStatus;

/** The layers: what may know what, and what nobody may use. */
class ArchitectureTest {
  private static final String OURS = "org.zhengyu..";
  private static final String BEAM = "org.apache.beam..";
  private static final String ROOT = "org.zhengyu.transforms";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.zhengyu");

  @Test
  void transformsAndOutputKnowNeitherEachOtherNorThePipeline() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.transforms..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.zhengyu.output..", "org.zhengyu.pipeline..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.output..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.zhengyu.transforms..", "org.zhengyu.pipeline..")
        .check(CLASSES);
  }

  /** The report is made of a result, not of a run: only the commands that write it know it. */
  @Test
  void theReportKnowsOnlyWhatIsWrittenAndTheCommandsThatWriteItKnowIt() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.zhengyu.transforms..", "org.zhengyu.pipeline..", BEAM)
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.zhengyu.report..")
        .and()
        .doNotBelongToAnyOf(
            ReportCommand.class,
            ExportCommand.class,
            RunCommand.class,
            RunConfig.class,
            RunOptions.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.zhengyu.report..")
        .check(CLASSES);
  }

  @Test
  void whatTransformsStandOnKnowsNoTransform() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void statisticsKnowNothingElseOfOurs() {
    knowsOfOursOnly("stats");
  }

  /** Five libraries of text, with the two arrows between them that are needed. */
  @Test
  void theLexiconKnowsOnlyDecodingSegmentersOnlyTheLexiconAndTheOthersNeither() {
    knowsOfOursOnly("decode");
    knowsOfOursOnly("markup");
    knowsOfOursOnly("structure");
    knowsOfOursOnly("lexicon", "decode");
    knowsOfOursOnly("segment", "lexicon");
  }

  private static void knowsOfOursOnly(String name, String... others) {
    String[] known =
        Stream.concat(Stream.of(name), Stream.of(others))
            .map(each -> ROOT + "." + each)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(known))))
        .check(CLASSES);
  }

  /**
   * What is counted is records: how text became tokens, or where it was read, is not known, but for
   * what the numbers of statuses and facets stand for.
   */
  @Test
  void countingKnowsRecordsAndStatistics() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".counting")
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS)
                .and(
                    not(
                        resideInAnyPackage(
                            ROOT + ".counting",
                            ROOT + ".model",
                            ROOT + ".packed",
                            ROOT + ".stats")))
                .and(not(belongToAnyOf(MatchStatus.class, Grouping.class))))
        .check(CLASSES);
  }

  @Test
  void packedBlocksKnowNoRecord() {
    knowsOfOursOnly("packed");
  }

  @Test
  void theCoreKnowsNoBeam() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".decode",
            ROOT + ".markup",
            ROOT + ".structure",
            ROOT + ".lexicon",
            ROOT + ".segment",
            ROOT + ".document",
            ROOT + ".counting",
            ROOT + ".expressions",
            ROOT + ".passages",
            ROOT + ".stats",
            ROOT + ".parse",
            ROOT + ".input")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BEAM)
        .check(CLASSES);
  }

  @Test
  void recordsKnowOfBeamOnlyCoders() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".model")
        .should()
        .dependOnClassesThat(
            resideInAPackage(BEAM).and(not(resideInAPackage("org.apache.beam.sdk.coders"))))
        .check(CLASSES);
  }

  @Test
  void planningKnowsNoRowsAndNoTables() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.pipeline.plan")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.zhengyu.pipeline",
                    "org.zhengyu.pipeline.rows",
                    "org.zhengyu.pipeline.report",
                    "org.zhengyu.output..")
                .and(not(type(Language.class)))
                .and(not(type(StoreFault.class)))
                .and(not(type(Wording.class))))
        .check(CLASSES);
  }

  @Test
  void theCommandLineKnowsNoCommandAndNoBeam() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.pipeline.cli")
        .should()
        .dependOnClassesThat(
            resideInAPackage(BEAM)
                .or(
                    resideInAPackage(OURS)
                        .and(
                            not(
                                resideInAnyPackage(
                                    "org.zhengyu.pipeline.cli", "org.zhengyu.pipeline.wording")))
                        .and(
                            not(type(UsageException.class))
                                .and(not(type(Language.class)))
                                .and(not(type(Wording.class))))))
        .check(CLASSES);
  }

  @Test
  void rowsKnowNoTransformOfBeam() {
    noClasses()
        .that()
        .resideInAPackage("org.zhengyu.pipeline.rows")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BEAM)
        .check(CLASSES);
  }

  @Test
  void everyPublicTransformIsFinal() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void whatStandsBesideTransformsIsATransform() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beAssignableTo(PTransform.class)
        .check(CLASSES);
  }

  @Test
  void functionsAreHiddenInTheirTransforms() {
    classes()
        .that()
        .areAssignableTo(DoFn.class)
        .should()
        .bePrivate()
        .andShould()
        .haveModifier(JavaModifier.STATIC)
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void transformsNeverSeeOptions() {
    noClasses()
        .that()
        .resideInAnyPackage("org.zhengyu.transforms..", "org.zhengyu.output..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(PipelineOptions.class)
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void nobodyPrintsToTheConsole() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CLASSES);
  }

  @Test
  void nobodyUsesTheEncodingOfThePlatform() {
    noClasses()
        .should()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(String.class, byte[].class, int.class, int.class)
        .orShould()
        .callConstructor(InputStreamReader.class, InputStream.class)
        .orShould()
        .callConstructor(OutputStreamWriter.class, OutputStream.class)
        .orShould()
        .callConstructor(Scanner.class, InputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(FileReader.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(FileWriter.class)
        .check(CLASSES);
  }

  @Test
  void nobodyUsesTheLocaleOfThePlatform() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .check(CLASSES);
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(Locale.class, "getDefault", Locale.Category.class)
        .check(CLASSES);
  }
}
