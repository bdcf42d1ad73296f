package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.zhengyu.output.CsvLine;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;

/** Every table as a file of comma-separated values, with all its rows. */
final class CsvFiles {
  private CsvFiles() {}

  static void write(StoredResult result, ExportFolder files) throws IOException {
    for (StoredTable table : result.tables()) {
      List<String> columns = table.columns();
      files.writeText(
          "csv/" + table.name() + ".csv",
          out -> {
            out.write(CsvLine.MARK);
            out.write(CsvLine.of(columns));
            table.read(
                columns,
                row ->
                    out.write(CsvLine.of(Arrays.stream(row.values()).map(Cells::text).toList())));
          });
    }
  }
}
