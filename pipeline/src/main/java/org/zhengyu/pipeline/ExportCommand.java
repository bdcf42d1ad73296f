package org.zhengyu.pipeline;

import static org.zhengyu.pipeline.cli.ValueTypes.choices;
import static org.zhengyu.pipeline.cli.ValueTypes.flag;
import static org.zhengyu.pipeline.cli.ValueTypes.path;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.report.exports.Export;
import org.zhengyu.report.exports.Exports;

/** Writes a result as files for other programs. */
final class ExportCommand implements Command {
  private static final Option<String> RESULT =
      Option.operand("OUT", path("OUT"), "Folder of a result", "结果文件夹");

  private static final Option<List<Export>> FORMATS =
      Option.operands(
          "FORMAT",
          choices(List.of(Export.values()), Export::label),
          "`xlsx`, `csv`, `gexf`, `graphml`, `vosviewer`, `pajek`, `ucinet`, `matrix`",
          "`xlsx`、`csv`、`gexf`、`graphml`、`vosviewer`、`pajek`、`ucinet`、`matrix`");

  private static final Option<String> TO =
      Option.of("to", path("DIR"), "Folder for the files, on this machine", "存放导出文件的本机文件夹")
          .otherwise("OUT-exports", "OUT-exports");

  private static final Option<Boolean> OVERWRITE =
      Option.of("overwrite", flag(), "Replace files of the same names there", "替换其中的同名文件")
          .orElse("false", "off", "关闭");

  @Override
  public String name() {
    return "export";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Writes a result as files for Excel, Gephi, VOSviewer, Pajek, UCINET, SPSS and others",
        "把结果导出为 Excel、Gephi、VOSviewer、Pajek、UCINET、SPSS 等软件可用的文件");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RESULT, FORMATS, TO, OVERWRITE);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    StoredResults results = new StoredResults(RESULT, request, console);
    StoredResult result = results.in(request.get(RESULT));
    for (Export format : request.get(FORMATS)) {
      for (String table : format.tables()) {
        results.table(result, Tables.named(table));
      }
    }
    Optional<String> named = request.find(TO);
    ExportTarget target =
        named.isPresent()
            ? ExportTarget.of(TO, named.get(), console.language())
            : ExportTarget.beside(RESULT, request.get(RESULT), console.language());
    target.requireRoom(request.get(OVERWRITE));
    for (Path file : Exports.write(result, request.get(FORMATS), target.folder())) {
      console.out().println(Visible.of(file.toString()));
    }
    return ExitCode.COMPLETE;
  }
}
