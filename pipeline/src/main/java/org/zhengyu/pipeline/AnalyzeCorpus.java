package org.zhengyu.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.CandidateList;
import org.zhengyu.output.Dataset;
import org.zhengyu.output.Manifest;
import org.zhengyu.output.OutputRefusedException;
import org.zhengyu.output.ProjectVersion;
import org.zhengyu.output.Table;
import org.zhengyu.output.Wording;
import org.zhengyu.output.WriteLines;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.FacetCheck;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.LeftOut;
import org.zhengyu.pipeline.plan.OwnFiles;
import org.zhengyu.pipeline.plan.SharedIds;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.InputWarnings;
import org.zhengyu.pipeline.report.Progress;
import org.zhengyu.pipeline.report.RunMessage;
import org.zhengyu.pipeline.report.RunReport;
import org.zhengyu.pipeline.report.Versions;
import org.zhengyu.pipeline.report.Warnings;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.SegmentDocuments;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.input.FileUris;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.lexicon.LexiconFile;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.InputFile;

/** One analysis from its request to its result: plan, run, commit. */
public final class AnalyzeCorpus {
  private final RunConfig config;

  /** The same with the lexicon by which is counted: it may have adopted candidates. */
  private RunConfig counting;

  private final Engine engine;
  private final Progress progress;
  private MetadataTable metadata = MetadataTable.EMPTY;

  private AnalyzeCorpus(RunConfig config, Progress progress) {
    this.config = config;
    this.counting = config;
    this.engine = Engine.of(config.pipelineOptions());
    this.progress = progress;
  }

  /**
   * A complete run.
   *
   * @param report what the workers found out
   * @param warnings what makes the result less than what was asked for, each a sentence
   * @param leftOut what was found in the input and not read
   * @param manifest as written
   * @param dataset where the result is
   */
  public record Result(
      RunReport report,
      List<Wording> warnings,
      List<LeftOut> leftOut,
      Manifest manifest,
      Dataset dataset) {}

  /**
   * Runs an analysis.
   *
   * @param config what was asked for
   * @param progress where to show how far it is
   * @throws UsageException when the input or output cannot be used; nothing is written then
   * @throws RuntimeException when the run fails; the output is as it was before
   */
  public static Result run(RunConfig config, Progress progress) throws UsageException, IOException {
    return new AnalyzeCorpus(config, progress).run();
  }

  private Result run() throws UsageException, IOException {
    Instant started = Instant.now();
    NativeCode.load();
    engine.requireOutput(config.output());
    engine.prepare(config.segmentation()::load);
    InputPlan plan = plan();
    metadata = plan.join(config.segmentation().metadata());
    int atOnce = engine.workers(config.pipelineOptions());
    InputSizes sizes =
        InputSizes.of(plan, atOnce, config.maxDocumentBytes(), config.timesHeld())
            .withMetadata(plan.joinToRead(config.segmentation().metadata()).heapBytes());
    engine.requireRoomFor(sizes);
    FacetCheck.check(
        config.grouping(), config.referenceGroup(), config.segmentation().metadata(), plan);
    Dataset dataset = open(plan);
    try {
      dataset.begin();
      List<WrittenFile> files = new ArrayList<>();
      if (config.adopted() > 0) {
        execute(config.forCandidates(), plan, sizes.documents(), dataset);
        files.addAll(report(dataset).files());
        counting = config.adopting(putCandidates(dataset));
      }
      execute(counting, plan, sizes.documents(), dataset);
      if (counting.writes(Tables.CANDIDATES)) {
        putCandidates(dataset);
      }
      RunReport report = report(dataset);
      files.addAll(report.files());
      List<Table> tables = config.tables().stream().map(config.measures()::in).toList();
      progress.tell(RunMessage.COMMITTING.with(files.size()));
      Manifest manifest = manifest(report, plan, started);
      manifest =
          report.documents().accepted() > 0
              ? dataset.commit(tables, files, manifest)
              : dataset.commitUnmarked(tables, files, manifest);
      return new Result(report, warnings(report, plan), plan.skipped(), manifest, dataset);
    } catch (IOException | RuntimeException | Error e) {
      try {
        dataset.abandon();
      } catch (OutputRefusedException lost) {
        lost.addSuppressed(e);
        throw lost;
      } catch (IOException | RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static RunReport report(Dataset dataset) throws IOException {
    return RunReport.of(WriteLines.read(CorpusPipeline.factsList(dataset)));
  }

  private static String putCandidates(Dataset dataset) throws IOException {
    List<String> best = ListCandidates.read(CorpusPipeline.candidatesList(dataset));
    String list = CandidateList.of(LexiconFile.listable(best));
    dataset.putCandidates(list);
    return list;
  }

  private InputPlan plan() throws UsageException, IOException {
    if (config.plansOnWorkers()) {
      return InputPlan.unknown();
    }
    InputPlan plan =
        InputPlanner.of(engine.workers(config.pipelineOptions()), config.splitBytes())
            .plan(config.input(), OwnFiles.of(config.sideFiles(), config.output()));
    SegmentationSettings settings = config.segmentation();
    return SharedIds.noted(plan, settings.metadata(), SegmentDocuments::open, settings.reading());
  }

  private Dataset open(InputPlan plan) throws UsageException, IOException {
    try {
      Dataset dataset = Dataset.open(config.output(), Tables.all(), config.overwrites());
      for (InputFile file : plan.files()) {
        if (FileUris.isOne(file.uri())) {
          dataset.requireApart(FileUris.path(file.uri()));
        } else {
          dataset.requireApart(file.uri());
        }
      }
      for (String file : config.sideFiles()) {
        dataset.requireApart(file);
      }
      return dataset;
    } catch (OutputRefusedException e) {
      throw new UsageException(RunOptions.OUTPUT.flag(), e.wording());
    }
  }

  private void execute(RunConfig part, InputPlan plan, long documents, Dataset dataset) {
    CorpusPipeline corpusPipeline = new CorpusPipeline(part, plan, documents, dataset);
    Pipeline pipeline = corpusPipeline.build();
    RunningJob job = engine.start(pipeline, workload(plan, corpusPipeline.filesAtMost(), dataset));
    PipelineResult.State state = progress.follow(job);
    if (state != PipelineResult.State.DONE) {
      throw new IllegalStateException("the run ended as " + state);
    }
  }

  private static Workload workload(InputPlan plan, long buckets, Dataset dataset) {
    return new Workload(plan.textBytes(), plan.splits().size(), buckets, dataset.stagingFolder());
  }

  private List<Wording> warnings(RunReport report, InputPlan plan) {
    List<Wording> warnings = new ArrayList<>(counting.lexicon().warnings());
    plan.unreadable().forEach(left -> warnings.add(left.said()));
    warnings.addAll(InputWarnings.of(report, config.segmentation().reading(), metadata));
    warnings.addAll(
        Warnings.of(report, config.tables(), config.grouping(), config.referenceGroup()));
    return warnings;
  }

  private Manifest manifest(RunReport report, InputPlan plan, Instant started) {
    SortedMap<String, Manifest.Pairs> pairs = new TreeMap<>();
    SortedMap<String, SortedMap<String, Manifest.NetworkSize>> networks = new TreeMap<>();
    for (ContextUnit unit : config.units()) {
      pairs.put(unit.label(), report.pairs(unit));
      if (config.writesNetworks()) {
        networks.put(unit.label(), report.networks(unit));
      }
    }
    return new Manifest(
        new Manifest.Software(
            ProjectVersion.current(),
            Versions.hanlp(),
            Versions.beam(),
            System.getProperty("java.version"),
            config.pipelineOptions().getRunner().getSimpleName()),
        new Manifest.Time(started, Instant.now()),
        config.options(),
        new Manifest.Lexicon(
            counting.lexicon().files(), counting.lexicon().phrases().size(), report.phrasesFound()),
        config.stopWords(),
        report.inputs(),
        report.documents(),
        report.rejections(),
        report.totals(),
        pairs,
        networks,
        Map.of(),
        new Manifest.Remarks(
            warnings(report, plan).stream().map(Wording::english).toList(),
            warnings(report, plan).stream().map(Wording::chinese).toList(),
            notes(plan),
            plan.skipped().stream().map(left -> left.said().english()).toList(),
            Methods.inChinese(config, report)));
  }

  private List<String> notes(InputPlan plan) {
    List<String> notes = new ArrayList<>();
    if (!plan.isKnown()) {
      notes.add("the input was listed on a worker: files that were left out are not named");
    }
    counting.lexicon().conflicts().forEach(conflict -> notes.add("lexicon: " + conflict));
    counting
        .lexicon()
        .ofSentences()
        .forEach(phrase -> notes.add("lexicon: " + phrase + " (a sentence ends within it)"));
    note(notes, "metadata", config.metadataFile());
    note(notes, "periods", config.periodsFile());
    return notes;
  }

  private static void note(List<String> notes, String what, RunConfig.@Nullable RecordFile file) {
    if (file != null) {
      notes.add(
          what
              + ": "
              + file.file()
              + ", sha256 "
              + file.sha256()
              + ", "
              + file.records()
              + " records");
    }
  }
}
