package org.zhengyu.pipeline;

import static org.zhengyu.pipeline.cli.ValueTypes.countFrom;
import static org.zhengyu.pipeline.cli.ValueTypes.flag;
import static org.zhengyu.pipeline.cli.ValueTypes.path;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.compare.Comparison;
import org.zhengyu.pipeline.compare.ComparisonTable;
import org.zhengyu.pipeline.plan.UsageException;

/** Prints what changed from one result to another, and what in their making differs. */
final class CompareCommand implements Command {
  private static final Option<String> FIRST =
      Option.operand("OUT1", path("OUT1"), "Folder of a result", "结果文件夹");

  private static final Option<String> SECOND =
      Option.operand("OUT2", path("OUT2"), "Folder of the result to set against it", "与之对比的结果文件夹");

  private static final Option<Integer> MOST =
      Option.of("most", countFrom(1), "Changes of each kind to print", "每类最多打印的变化数").orElse("20");

  private static final Option<Boolean> CSV =
      Option.of(
              "csv", flag(), "Print all changes as a table for spreadsheets", "以电子表格可读的 CSV 输出全部变化")
          .orElse("false", "off", "关闭");

  /** Options that say where and how a run is done, and what it writes, not what is counted. */
  private static final Set<Option<?>> WITHOUT_EFFECT =
      Set.of(
          RunOptions.INPUT,
          RunOptions.OUTPUT,
          RunOptions.LEXICON,
          RunOptions.STOP_WORDS,
          RunOptions.TABLES,
          RunOptions.MEASURES,
          RunOptions.OVERWRITE,
          RunOptions.REPORT,
          RunOptions.EXPORTS,
          RunOptions.BUCKETS,
          RunOptions.SHARDS,
          RunOptions.SPLIT_BYTES,
          RunOptions.PLAN_ON_WORKERS);

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Prints which phrases, terms and pairs changed from one result to another, and whether texts,"
            + " lexicon, settings or version differ",
        "对比两个结果：哪些短语、词、词对有变化，文本、词典、设置、版本有何不同");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FIRST, SECOND, MOST, CSV);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    StoredResult first = new StoredResults(FIRST, request, console).in(request.get(FIRST));
    StoredResult second = new StoredResults(SECOND, request, console).in(request.get(SECOND));
    if (first.toString().equals(second.toString())) {
      throw new UsageException(
          SECOND.flag(), Message.SAME_TWICE.in(console.language(), request.get(SECOND)));
    }
    List<String> options =
        RunOptions.ALL.stream()
            .filter(option -> !WITHOUT_EFFECT.contains(option))
            .map(Option::name)
            .toList();
    ComparisonTable table =
        new ComparisonTable(
            Comparison.of(first, second, options),
            request.get(FIRST),
            request.get(SECOND),
            console.language());
    if (request.get(CSV)) {
      table.printCsvTo(console.out());
    } else {
      table.printTo(console.out(), request.get(MOST));
    }
    return ExitCode.COMPLETE;
  }
}
