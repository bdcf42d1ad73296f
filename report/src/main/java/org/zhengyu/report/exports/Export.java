package org.zhengyu.report.exports;

import java.util.List;
import java.util.Locale;

/** The formats in which a result can be written for other programs. */
public enum Export {
  /** A workbook for Excel, a sheet a table. */
  XLSX,
  /** A file of comma-separated values a table. */
  CSV,
  /** The network for Gephi. */
  GEXF,
  /** The network for yEd, Cytoscape, igraph and others. */
  GRAPHML,
  /** The network as map and network files, and as JSON, for VOSviewer. */
  VOSVIEWER,
  /** The network and its communities for Pajek. */
  PAJEK,
  /** The network as a list of edges for UCINET. */
  UCINET,
  /** How often the most frequent terms occur together, as matrices for SPSS. */
  MATRIX;

  /** The name on the command line, and of the format's folder. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is one of the network. */
  boolean isOfNetwork() {
    return switch (this) {
      case GEXF, GRAPHML, VOSVIEWER, PAJEK, UCINET -> true;
      case XLSX, CSV, MATRIX -> false;
    };
  }

  /** The tables without which it cannot be written. */
  public List<String> tables() {
    if (isOfNetwork()) {
      return List.of(Network.NODES, Network.EDGES);
    }
    return this == MATRIX ? List.of(MatrixFiles.PAIRS) : List.of();
  }
}
