package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.zhengyu.output.StoredTable;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.ValueTypes;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.pipeline.rows.TextRows;

/** Prints the text of a document as a result has it, to the character. */
final class TextCommand implements Command {
  private static final Option<String> RESULT =
      Option.operand(
          "OUT",
          ValueTypes.path("OUT"),
          "Folder of a result with the table `texts`",
          "含有 `texts` 表的结果文件夹");

  private static final Option<String> DOCUMENT =
      Option.operand("DOC_ID", ValueTypes.text("DOC_ID"), "Its `doc_id`", "文档的 `doc_id`");

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Prints the text of a document of a result, which the offsets of its tables slice",
        "打印结果中一篇文档的全文；各表的偏移量即按此文计");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RESULT, DOCUMENT);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    StoredResults results = new StoredResults(RESULT, request, console);
    StoredTable texts = results.table(results.in(request.get(RESULT)), Tables.TEXTS);
    String document = request.get(DOCUMENT);
    String text =
        TextRows.find(texts, document)
            .orElseThrow(
                () ->
                    new UsageException(
                        DOCUMENT.flag(), Message.NO_DOCUMENT.in(console.language(), document)));
    console.out().print(text);
    console.out().flush();
    return ExitCode.COMPLETE;
  }
}
