package org.zhengyu.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.zhengyu.output.Dataset;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.OutputRefusedException;
import org.zhengyu.output.Table;
import org.zhengyu.output.WriteLines;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.FacetCheck;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.Progress;
import org.zhengyu.pipeline.report.RunReport;
import org.zhengyu.pipeline.report.Versions;
import org.zhengyu.pipeline.report.Warnings;
import org.zhengyu.transforms.model.ContextUnit;

/** One analysis from its request to its result: plan, run, commit. */
public final class AnalyzeCorpus {
  private final RunConfig config;
  private final Engine engine;
  private final PrintStream err;
  private final boolean onTerminal;

  private AnalyzeCorpus(RunConfig config, PrintStream err, boolean onTerminal) {
    this.config = config;
    this.engine = Engine.of(config.options());
    this.err = err;
    this.onTerminal = onTerminal;
  }

  /**
   * A complete run.
   *
   * @param report what the workers found out
   * @param warnings what makes the result less than what was asked for, each a sentence
   * @param manifest as written
   * @param dataset where the result is
   */
  public record Result(
      RunReport report, List<String> warnings, Manifest manifest, Dataset dataset) {}

  /**
   * Runs an analysis.
   *
   * @param config what was asked for
   * @param err where to show progress
   * @param onTerminal whether that can redraw a line
   * @throws UsageException when the input or output cannot be used; nothing is written then
   * @throws RuntimeException when the run fails; the output is as it was before
   */
  public static Result run(RunConfig config, PrintStream err, boolean onTerminal)
      throws UsageException, IOException {
    return new AnalyzeCorpus(config, err, onTerminal).run();
  }

  private Result run() throws UsageException, IOException {
    Instant started = Instant.now();
    engine.prepare(config.segmentation()::load);
    InputPlan plan = plan();
    engine.requireRoomFor(workload(plan, 0));
    FacetCheck.check(
        config.grouping(),
        config.options().getPeriod() != null,
        config.options().getReferenceGroup(),
        config.segmentation().metadata(),
        plan);
    Dataset dataset = open();
    try {
      execute(plan, dataset);
      RunReport report = RunReport.of(WriteLines.read(CorpusPipeline.factsList(dataset)));
      Manifest manifest =
          dataset.commit(config.tables(), report.files(), manifest(report, plan, started));
      return new Result(report, warnings(report), manifest, dataset);
    } catch (IOException | RuntimeException | Error e) {
      try {
        dataset.abandon();
      } catch (IOException | RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private InputPlan plan() throws UsageException {
    if (config.options().getPlanOnWorkers()) {
      return InputPlan.unknown();
    }
    return InputPlanner.of(engine.workers(config.options()), config.options().getUnitBytes())
        .plan(config.options().getInput());
  }

  private Dataset open() throws UsageException {
    try {
      return Dataset.open(config.options().getOutput(), config.options().getOverwrite());
    } catch (OutputRefusedException e) {
      throw new UsageException("--output", String.valueOf(e.getMessage()));
    }
  }

  private void execute(InputPlan plan, Dataset dataset) {
    CorpusPipeline corpusPipeline = new CorpusPipeline(config, plan, dataset);
    Pipeline pipeline = corpusPipeline.build();
    RunningJob job = engine.start(pipeline, workload(plan, corpusPipeline.filesAtMost()));
    PipelineResult.State state = Progress.of(err, onTerminal).follow(job);
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("the run ended as " + state);
    }
  }

  private static Workload workload(InputPlan plan, long buckets) {
    return new Workload(plan.textBytes(), plan.splits().size(), buckets);
  }

  private List<String> warnings(RunReport report) {
    return Warnings.of(
        report, config.tables(), config.grouping(), config.options().getReferenceGroup());
  }

  private Manifest manifest(RunReport report, InputPlan plan, Instant started) {
    Manifest.Builder manifest =
        Manifest.builder()
            .hanlpVersion(Versions.hanlp())
            .beamVersion(Versions.beam())
            .javaVersion(System.getProperty("java.version"))
            .runner(config.options().getRunner().getSimpleName())
            .started(started)
            .lexicon(config.lexicon())
            .stopWords(config.stopWords())
            .documents(report.documents())
            .totals(report.totals());
    CommandLine.resolved(config.options()).forEach(manifest::option);
    manifest.option(
        "tables", config.tables().stream().map(Table::name).collect(Collectors.joining(",")));
    report.inputs().forEach(manifest::input);
    report.rejections().forEach(manifest::rejections);
    for (ContextUnit unit : config.units()) {
      manifest.pairs(unit.label(), report.pairs(unit));
    }
    for (ContextUnit unit : config.units()) {
      report.network(unit).ifPresent(size -> manifest.network(unit.label(), size));
    }
    warnings(report).forEach(manifest::warning);
    manifest.methodsInChinese(Methods.inChinese(config, report));
    plan.skipped().forEach(manifest::skipped);
    if (!plan.isKnown()) {
      manifest.note("the input was listed on a worker: files that were left out are not named");
    }
    if (config.metadataFile() != null) {
      manifest.note(
          "metadata: "
              + config.metadataFile().file()
              + ", sha256 "
              + config.metadataFile().sha256()
              + ", "
              + config.metadataFile().entries()
              + " records");
    }
    return manifest.ended(Instant.now()).build();
  }
}
