package org.zhengyu.pipeline;

import static org.zhengyu.pipeline.cli.ValueTypes.countFrom;
import static org.zhengyu.pipeline.cli.ValueTypes.flag;
import static org.zhengyu.pipeline.cli.ValueTypes.path;
import static org.zhengyu.pipeline.cli.ValueTypes.text;

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
import org.zhengyu.pipeline.contrast.Contrast;
import org.zhengyu.pipeline.contrast.ContrastTable;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;

/**
 * Prints what stands beside both of two terms in the sentences of a result, and beside one only.
 */
final class ContrastCommand implements Command {
  private static final Option<String> RESULT =
      Option.operand(
          "OUT",
          path("OUT"),
          "Folder of a result with the tables `sentences` and `cooccurrences`",
          "含有 `sentences`、`cooccurrences` 表的结果文件夹");

  private static final Option<String> FIRST =
      Option.operand(
          "TERM1", text("TERM"), "A term, as the table `terms` has it", "`terms` 表中的一个词");

  private static final Option<String> SECOND =
      Option.operand("TERM2", text("TERM"), "Another term", "另一个词");

  private static final Option<Integer> MOST =
      Option.of("most", countFrom(1), "Terms of each kind to print", "每类最多打印的词数").orElse("20");

  private static final Option<Boolean> CSV =
      Option.of("csv", flag(), "Print all as a table for spreadsheets", "以电子表格可读的 CSV 输出全部")
          .orElse("false", "off", "关闭");

  @Override
  public String name() {
    return "contrast";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Prints what two terms share and what stands beside only one of them, with intervals",
        "对比两个词：共同的搭配与各自独有的搭配，附区间");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RESULT, FIRST, SECOND, MOST, CSV);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    StoredResults results = new StoredResults(RESULT, request, console);
    StoredResult result = results.in(request.get(RESULT));
    String first = request.get(FIRST);
    String second = request.get(SECOND);
    if (first.equals(second)) {
      throw new UsageException(SECOND.flag(), Message.SAME_TWICE.in(console.language(), second));
    }
    Contrast contrast =
        Contrast.of(
            first,
            second,
            result,
            results.table(result, Tables.SENTENCES),
            results.table(result, Tables.COOCCURRENCES));
    requireSentences(FIRST, first, contrast.sentencesOfA(), console);
    requireSentences(SECOND, second, contrast.sentencesOfB(), console);
    ContrastTable table = new ContrastTable(contrast, first, second, console.language());
    if (request.get(CSV)) {
      table.printCsvTo(console.out());
    } else {
      table.printTo(console.out(), request.get(MOST));
    }
    return ExitCode.COMPLETE;
  }

  private static void requireSentences(
      Option<?> option, String term, long sentences, Console console) throws UsageException {
    if (sentences == 0) {
      throw new UsageException(option.flag(), Message.NO_SENTENCE.in(console.language(), term));
    }
  }
}
