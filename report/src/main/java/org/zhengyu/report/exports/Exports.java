package org.zhengyu.report.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhengyu.output.StoredResult;

/** Writes a result in other formats. */
public final class Exports {
  private Exports() {}

  /**
   * Writes a result in each of these formats.
   *
   * @param result has the {@linkplain Export#tables tables} that they need
   * @param folder where to; made where it is not there
   * @return the files, those of the same name that were there before replaced
   */
  public static List<Path> write(StoredResult result, List<Export> formats, Path folder)
      throws IOException {
    ExportFolder files = new ExportFolder(folder);
    List<Network> networks = new ArrayList<>();
    if (formats.stream().anyMatch(Export::isOfNetwork)) {
      networks.addAll(Network.of(result));
    }
    for (Export format : formats) {
      switch (format) {
        case XLSX -> ExcelWorkbook.write(result, files);
        case CSV -> CsvFiles.write(result, files);
        case GEXF -> GexfFile.write(networks, files);
        case GRAPHML -> GraphMlFile.write(networks, files);
        case VOSVIEWER -> VosViewerFiles.write(networks, files);
        case PAJEK -> PajekFiles.write(networks, files);
        case UCINET -> UcinetFile.write(networks, files);
        case MATRIX -> MatrixFiles.write(result, files);
      }
    }
    return files.written();
  }
}
