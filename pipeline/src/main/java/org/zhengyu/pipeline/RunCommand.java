package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.plan.NoRoomException;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.PeakMemory;
import org.zhengyu.pipeline.report.Progress;
import org.zhengyu.pipeline.report.RunMessage;
import org.zhengyu.pipeline.report.Summary;
import org.zhengyu.report.exports.Exports;

/** Analyses documents: what the program does where no other command is named. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Analyses documents and writes tables; this is done where no command is named",
        "分析文档并写出各表；不写命令时即执行此项");
  }

  @Override
  public List<Option<?>> options() {
    return RunOptions.ALL;
  }

  @Override
  public Optional<Wording> footer() {
    return Optional.of(
        new Wording(
            "Every option of Apache Beam and of its runner works too, such as --runner and"
                + " --targetParallelism. Exit codes: 0 complete, 1 failed, 2 wrong use.",
            "Apache Beam 及所用 runner 的选项同样有效，如 --runner、--targetParallelism。"
                + "退出码：0 完成，1 失败，2 用法有误。"));
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    long started = System.nanoTime();
    RunConfig config = RunConfig.of(request, console.language());
    ExportTarget exports =
        ExportTarget.beside(RunOptions.EXPORTS, config.output(), console.language());
    if (!config.exports().isEmpty()) {
      exports.requireRoom(config.overwrites());
    }
    Progress progress = Progress.of(console);
    AnalyzeCorpus.Result result;
    try {
      result = AnalyzeCorpus.run(config, progress);
    } catch (NoRoomException e) {
      if (!mayUseFlink(request)) {
        throw e;
      }
      console.complain(
          EngineMessage.RUNS_ON_FLINK.in(console.language(), e.lack().in(console.language())));
      return ExitCode.ANOTHER_ENGINE;
    }
    boolean isSuccess = result.report().documents().accepted() > 0;
    Optional<String> page = Optional.empty();
    if (config.writesReport() && isSuccess) {
      progress.tell(RunMessage.DRAWING.with());
      page = Optional.of(ReportCommand.write(result.dataset().folder()));
    }
    Summary summary =
        Summary.of(result.report(), result.manifest(), console.language(), console.out());
    summary.printSizes((System.nanoTime() - started) / 1e9);
    summary.printPhrases(config.units());
    summary.printDoubts(result.leftOut(), result.warnings());
    summary.printTables(config.tables(), result.dataset());
    if (!config.exports().isEmpty() && isSuccess) {
      progress.tell(RunMessage.EXPORTING.with());
      Exports.write(
          StoredResult.find(result.dataset().folder()).orElseThrow(),
          config.exports(),
          exports.folder());
      console
          .out()
          .println(
              Visible.of(Message.EXPORTED.in(console.language(), exports.folder().toString())));
    }
    page.map(file -> RunMessage.REPORT.in(console.language(), file))
        .ifPresent(line -> console.out().println(Visible.of(line)));
    if (Boolean.getBoolean("zhengyu.peak")) {
      console.err().println(RunMessage.PEAK_MEMORY.in(console.language(), PeakMemory.mebibytes()));
    }
    if (!isSuccess) {
      console.complain(nothingRead(result).in(console.language()));
      return ExitCode.FAILED;
    }
    double rejected = result.report().rejectedFraction();
    if (rejected > config.maxRejectedFraction()) {
      console.complain(
          RunMessage.TOO_MANY_REJECTED.in(
              console.language(),
              RunOptions.MAX_REJECTED_FRACTION.flag(),
              rejected,
              config.maxRejectedFraction()));
      return ExitCode.FAILED;
    }
    return ExitCode.COMPLETE;
  }

  /** Whether nobody asked for a runner, and the launcher, which chooses the jars, has Flink. */
  private static boolean mayUseFlink(Request request) {
    return Boolean.getBoolean("zhengyu.flink")
        && request.foreignWords().stream().noneMatch(word -> word.startsWith("--runner"));
  }

  private static Wording nothingRead(AnalyzeCorpus.Result result) {
    String reasons =
        result.report().rejections().entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    return reasons.isEmpty()
        ? RunMessage.NO_RECORDS.with()
        : RunMessage.NOTHING_READ.with(reasons, result.dataset().manifestFile());
  }
}
