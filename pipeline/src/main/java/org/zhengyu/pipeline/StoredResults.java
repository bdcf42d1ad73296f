package org.zhengyu.pipeline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.zhengyu.output.StoreFault;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.plan.UsageException;

/** Opens the results that a command is about, wherever they lie. */
final class StoredResults {
  private final Option<?> option;
  private final Console console;

  /**
   * Opens what an option names.
   *
   * @param request its other words are options of Beam, among them those of file systems
   */
  StoredResults(Option<?> option, Request request, Console console) throws UsageException {
    this.option = option;
    this.console = console;
    FileSystems.setDefaultPipelineOptions(
        BeamOptions.parse(request.foreignWords(), console.language()));
  }

  /**
   * The complete result in a folder.
   *
   * @throws UsageException if there is none, or if it lies where this program may not or cannot go
   */
  StoredResult in(String folder) throws UsageException, IOException {
    return find(folder)
        .orElseThrow(
            () ->
                new UsageException(
                    option.flag(), Message.NO_RESULT.in(console.language(), folder)));
  }

  private Optional<StoredResult> find(String folder) throws UsageException, IOException {
    try {
      return StoredResult.find(folder);
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      Optional<StoreFault> fault = StoreFault.in(e);
      if (fault.isEmpty()) {
        throw e;
      }
      throw new UsageException(
          option.flag(), Message.NO_WAY_TO_RESULT.with(folder, fault.get().wording()));
    }
  }

  /**
   * A table of a result.
   *
   * @throws UsageException if the result has it not
   */
  StoredTable table(StoredResult result, Table table) throws UsageException, IOException {
    return result
        .table(table.name())
        .orElseThrow(
            () ->
                new UsageException(
                    option.flag(), Message.NO_TABLE.in(console.language(), result, table)));
  }
}
