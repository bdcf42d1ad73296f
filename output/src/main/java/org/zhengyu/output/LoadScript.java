package org.zhengyu.output;

import java.util.Collection;

/**
 * A script for DuckDB that makes of every table of a result a view, with the columns that the
 * result has and what each means.
 */
final class LoadScript {
  /** The variable that names the folder of the result, for those who are not in it. */
  private static final String FOLDER = "getvariable('result')";

  private static final String FIRST_LINE = "-- Zhengyu: the tables of this result as views.\n";

  private LoadScript() {}

  /** The script for a result with these tables, of which each has a file at least. */
  static String of(Collection<Table> tables) {
    StringBuilder script =
        new StringBuilder(FIRST_LINE)
            .append("-- From the folder of the result: duckdb -init load.sql\n")
            .append("-- From elsewhere, before this file: SET VARIABLE result = 'its/folder';\n")
            .append("SET VARIABLE result = coalesce(" + FOLDER + ", '.');\n");
    for (Table table : tables) {
      String name = table.name();
      script
          .append("\nCREATE OR REPLACE VIEW ")
          .append(name)
          .append(" AS SELECT * FROM read_parquet(" + FOLDER + " || '/")
          .append(name)
          .append("/*.parquet');\n");
      comment(script, "VIEW " + name, table.description(Language.ENGLISH));
      for (Column column : table.columns()) {
        comment(
            script, "COLUMN " + name + "." + column.name(), column.description(Language.ENGLISH));
      }
    }
    return script.toString();
  }

  /** Whether a file is such a script. */
  static boolean isOurs(String text) {
    return text.startsWith(FIRST_LINE);
  }

  private static void comment(StringBuilder script, String what, String meaning) {
    script
        .append("COMMENT ON ")
        .append(what)
        .append(" IS '")
        .append(meaning.replace("'", "''"))
        .append("';\n");
  }
}
