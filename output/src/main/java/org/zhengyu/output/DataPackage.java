package org.zhengyu.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in a result, for other people's programs: a <a href="https://datapackage.org/">Data
 * Package</a> of version 2 with a resource for each table. It follows from the tables and their
 * files alone, so that the same input gives the same.
 */
record DataPackage(
    String project,
    String projectVersion,
    @JsonProperty("$schema") String profile,
    String name,
    List<Resource> resources) {

  private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

  /** One table. */
  record Resource(
      String name,
      List<String> path,
      String type,
      String description,
      String descriptionZh,
      String format,
      String mediatype,
      long bytes,
      TableSchema schema) {

    static Resource of(Table table, List<WrittenFile> files, Set<String> tables) {
      List<WrittenFile> own =
          files.stream().filter(file -> file.table().equals(table.name())).toList();
      return new Resource(
          table.name(),
          own.stream().map(WrittenFile::path).sorted().toList(),
          "table",
          table.description(Language.ENGLISH),
          table.description(Language.CHINESE),
          "parquet",
          "application/vnd.apache.parquet",
          own.stream().mapToLong(WrittenFile::bytes).sum(),
          TableSchema.of(table, tables));
    }
  }

  /** The names of the tables of a package in JSON, in their order; none of what is no JSON. */
  static List<String> tables(String json) throws IOException {
    return json.isEmpty() ? List.of() : Json.texts(json, "resources", "name");
  }

  /** The package of a result. */
  static DataPackage of(Collection<Table> tables, List<WrittenFile> files) {
    Set<String> names = tables.stream().map(Table::name).collect(Collectors.toSet());
    return new DataPackage(
        Json.PROJECT,
        ProjectVersion.current(),
        PROFILE,
        "zhengyu-result",
        tables.stream().map(table -> Resource.of(table, files, names)).toList());
  }
}
