package org.zhengyu.pipeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyu.output.Table;
import org.zhengyu.output.TableDescription;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.ValueTypes;
import org.zhengyu.pipeline.rows.Measures;
import org.zhengyu.pipeline.rows.Tables;

/** Says what the columns of a table are. */
final class DescribeCommand implements Command {
  private static final Option<Table> TABLE =
      Option.operand(
          "TABLE",
          ValueTypes.choice(Tables.all(), Table::name),
          "One of " + names(", "),
          "下列之一：" + names("、"));

  private static String names(String separator) {
    return Tables.all().stream().map(Table::name).collect(Collectors.joining(separator));
  }

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Says what the columns of a table are: their types, what they mean, when they are null",
        "说明一张表的各列：类型、含义、何时为空");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(TABLE);
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Table usual = request.get(TABLE);
    Table complete = Measures.named(Set.of(Measures.ALL)).in(usual);
    console.out().print(TableDescription.of(complete, usual, console.language()));
    return ExitCode.COMPLETE;
  }
}
