package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.zhengyu.output.OutputRefusedException;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.ValueTypes;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.report.Report;

/** Makes the report of a result again, also of one that a cluster or an older version wrote. */
final class ReportCommand implements Command {
  private static final Option<String> RESULT =
      Option.operand("RESULT", ValueTypes.path("DIR"), "Folder of a result", "结果文件夹");

  @Override
  public String name() {
    return "report";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Makes report.html of a result again, from its tables alone", "仅据结果中的各表，重新生成 report.html");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RESULT);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    StoredResult result = new StoredResults(RESULT, request, console).in(request.get(RESULT));
    try {
      console.out().println(Visible.of(result.writeReport(Report.of(result))));
    } catch (OutputRefusedException e) {
      throw new UsageException(RESULT.flag(), e.wording());
    }
    return ExitCode.COMPLETE;
  }

  /** Writes the report of the complete result in a folder, and returns where it is. */
  static String write(String folder) throws IOException {
    StoredResult result = StoredResult.find(folder).orElseThrow();
    return result.writeReport(Report.of(result));
  }
}
