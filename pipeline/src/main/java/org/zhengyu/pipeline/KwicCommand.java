package org.zhengyu.pipeline;

import static org.zhengyu.pipeline.cli.ValueTypes.choice;
import static org.zhengyu.pipeline.cli.ValueTypes.count;
import static org.zhengyu.pipeline.cli.ValueTypes.countFrom;
import static org.zhengyu.pipeline.cli.ValueTypes.flag;
import static org.zhengyu.pipeline.cli.ValueTypes.paths;
import static org.zhengyu.pipeline.cli.ValueTypes.text;
import static org.zhengyu.pipeline.cli.ValueTypes.wholeFrom;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.kwic.Concordance;
import org.zhengyu.pipeline.kwic.ConcordanceLines;
import org.zhengyu.pipeline.kwic.ConcordanceTable;
import org.zhengyu.pipeline.kwic.HitOrder;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;

/** Prints every place of the sentences of results where a word stands, or anything else. */
final class KwicCommand implements Command {
  private static final int MOST_WIDTH = 1000;

  private static final Option<List<String>> RESULTS =
      Option.operand(
          "OUT",
          paths("OUT[,OUT...]"),
          "Folders of results with the table `sentences`, with commas between",
          "含有 `sentences` 表的结果文件夹，多个以逗号分隔");

  private static final Option<String> QUERY =
      Option.operand(
          "TEXT",
          text("TEXT"),
          "What to find: a phrase of the lexicon, in all its forms, or else a regular expression",
          "要查找的内容：词典中的短语（含其各种写法），或正则表达式");

  private static final Option<String> NEAR =
      Option.of(
              "near",
              text("TEXT"),
              "What must stand in the same sentence, likewise",
              "同一句中还须出现的内容，写法相同")
          .otherwise("nothing", "无");

  private static final Option<String> BY =
      Option.of(
              "by",
              text("FIELD"),
              "Group by a column of `documents` or a field of their metadata: `region`, `year`",
              "按 `documents` 的一列或元数据的一个字段分组，如 `region`、`year`")
          .otherwise("no groups", "不分组");

  private static final Option<HitOrder> SORT =
      Option.of(
              "sort",
              choice(List.of(HitOrder.values()), HitOrder::label),
              "Order: by what stands `right` or `left` of it, by `date`, or by `place` in the result",
              "排序：按右侧（`right`）或左侧（`left`）的文字、日期（`date`），或在结果中的先后（`place`）")
          .orElse(HitOrder.RIGHT.label());

  private static final Option<Integer> WIDTH =
      Option.of(
              "width",
              count(0, MOST_WIDTH),
              "Places of context on either side; a Chinese character takes two",
              "两侧上下文的显示宽度，一个汉字占两格")
          .orElse("40");

  private static final Option<Integer> SAMPLE =
      Option.of("sample", countFrom(1), "Show so many at most, drawn by lot", "至多显示若干条，随机抽取")
          .otherwise("all", "全部");

  private static final Option<Long> SEED =
      Option.of(
              "seed",
              wholeFrom(Long.MIN_VALUE),
              "Seed of the draw: the same seed draws the same",
              "抽样的随机种子；种子相同则所抽相同")
          .orElse("1");

  private static final Option<Boolean> CSV =
      Option.of(
              "csv",
              flag(),
              "Print a table for spreadsheets, whole sentences with empty columns for two coders",
              "输出可用电子表格打开的表：整句，并留出供两人编码的空列")
          .orElse("false", "off", "关闭");

  @Override
  public String name() {
    return "kwic";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Prints a concordance: every place where a word or pattern stands in the sentences of a"
            + " result",
        "打印索引行：词或模式在结果各句中的每一处");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RESULTS, QUERY, NEAR, BY, SORT, WIDTH, SAMPLE, SEED, CSV);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    requirePattern(QUERY, request.get(QUERY), console);
    Optional<String> near = request.find(NEAR);
    if (near.isPresent()) {
      requirePattern(NEAR, near.get(), console);
    }
    Optional<String> field = request.find(BY);
    Concordance found = new Concordance(request.get(QUERY), near.orElse(null), field.orElse(null));
    StoredResults results = new StoredResults(RESULTS, request, console);
    List<String> folders = request.get(RESULTS);
    for (String folder : folders) {
      StoredResult result = results.in(folder);
      found.add(result, results.table(result, Tables.SENTENCES), name(folder));
    }
    if (!found.hasField()) {
      throw new UsageException(
          BY.flag(),
          Message.NOT_A_CHOICE.in(
              console.language(), field.orElseThrow(), String.join(", ", found.fields())));
    }
    long all = found.size();
    request.find(SAMPLE).ifPresent(most -> found.sample(most, request.get(SEED)));
    HitOrder order = request.get(SORT);
    if (request.get(CSV)) {
      new ConcordanceTable(found, order, field.orElse(null)).printTo(console.out());
      return ExitCode.COMPLETE;
    }
    ConcordanceLines lines =
        new ConcordanceLines(found, order, request.get(WIDTH), folders.size() > 1);
    if (field.isPresent()) {
      lines.printGroupsTo(console.out(), field.get());
    } else {
      lines.printTo(console.out());
    }
    console.out().println(summary(found, all, console));
    return ExitCode.COMPLETE;
  }

  private static void requirePattern(Option<?> option, String query, Console console)
      throws UsageException {
    try {
      Pattern.compile(query);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          option.flag(), Message.NOT_A_PATTERN.in(console.language(), query, e.getDescription()));
    }
  }

  private static String summary(Concordance found, long all, Console console) {
    String summary = Message.HITS.in(console.language(), all, found.sentences(), found.documents());
    return found.size() < all
        ? summary + Message.HITS_SHOWN.in(console.language(), found.size())
        : summary;
  }

  /** The last name of a folder. */
  private static String name(String folder) {
    String[] names = folder.split("[/\\\\]+", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      if (!names[i].isEmpty()) {
        return names[i];
      }
    }
    return folder;
  }
}
