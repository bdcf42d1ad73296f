package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The datapackage.json of a result, against its published schema and against the files. */
@Tag("slow")
class DataPackageTest {
  private static final Map<String, String> DUCK_TYPES =
      Map.of(
          "string", "VARCHAR",
          "date", "DATE",
          "integer", "BIGINT",
          "number", "DOUBLE",
          "boolean", "BOOLEAN",
          "array", "VARCHAR[]");

  @TempDir static Path temp;
  private static Result result;
  private static JsonNode dataPackage;

  @BeforeAll
  static void analyze() throws IOException {
    result =
        ZhengyuJob.into(temp.resolve("result")).over(Seeds.CORPUS).groupedBy("year").complete();
    dataPackage =
        new ObjectMapper().readTree(Files.readString(result.folder().resolve("datapackage.json")));
  }

  private static JsonSchema publishedSchema() throws IOException {
    Path published = ZhengyuJob.shared("schemas/datapackage-2.0/datapackage.json");
    // The schema carries keywords for forms, which check nothing.
    JsonMetaSchema draft7 =
        JsonMetaSchema.builder(JsonMetaSchema.getV7())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7, factory -> factory.metaSchema(draft7))
        .getSchema(Files.readString(published));
  }

  @Test
  void keepsToThePublishedSchema() throws IOException {
    JsonSchema schema = publishedSchema();
    assertThat(schema.validate(dataPackage)).isEmpty();

    ObjectNode wrong = dataPackage.deepCopy();
    ((ObjectNode) wrong.at("/resources/0/schema/fields/0")).put("type", "text");
    assertThat(schema.validate(wrong)).isNotEmpty();
  }

  @Test
  void namesEveryTableAndFileOfTheResult() {
    List<String> tables = new ArrayList<>();
    for (JsonNode resource : dataPackage.get("resources")) {
      tables.add(resource.get("name").asText());
      List<String> paths = new ArrayList<>();
      resource.get("path").forEach(path -> paths.add(path.asText()));
      Path folder = result.folder().resolve(resource.get("name").asText());
      assertThat(paths)
          .containsExactlyInAnyOrderElementsOf(
              result.texts(
                  "select distinct replace(file, '%s', '') from glob('%s/*')"
                      .formatted(result.folder() + "/", folder)));
    }
    assertThat(tables).containsExactlyInAnyOrderElementsOf(result.tables());
  }

  @Test
  void describesTheColumnsAsAReaderOfParquetFindsThem() {
    for (JsonNode resource : dataPackage.get("resources")) {
      String table = resource.get("name").asText();
      List<List<Object>> described = new ArrayList<>();
      for (JsonNode field : resource.at("/schema/fields")) {
        described.add(
            List.of(field.get("name").asText(), DUCK_TYPES.get(field.get("type").asText())));
        assertThat(field.at("/constraints/required").asBoolean())
            .as("%s.%s is required", table, field.get("name"))
            .isEqualTo(
                result
                    .texts(
                        "select distinct repetition_type from parquet_schema('%s/*') where name = '%s'"
                            .formatted(result.folder().resolve(table), field.get("name").asText()))
                    .equals(List.of("REQUIRED")));
      }
      assertThat(result.query("select column_name, column_type from (describe " + table + ")"))
          .isEqualTo(described);
    }
  }

  @Test
  void saysWhatTheFilesThemselvesSayOfTheirColumns() throws IOException {
    for (JsonNode resource : dataPackage.get("resources")) {
      Path folder = result.folder().resolve(resource.get("name").asText());
      List<String> said =
          result.texts(
              "select distinct decode(value) from parquet_kv_metadata('%s/*')".formatted(folder)
                  + " where decode(key) = 'zhengyu.columns'");
      assertThat(said).hasSize(1);
      assertThat(new ObjectMapper().readTree(said.get(0))).isEqualTo(resource.at("/schema/fields"));
    }
  }
}
