package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result with other measures than the default ones. */
@Tag("slow")
class ChosenMeasuresTest {
  private static final List<String> PAIR_COLUMNS =
      List.of(
          "unit",
          "window_size",
          "term_a",
          "term_b",
          "o11",
          "r1",
          "c1",
          "n",
          "shared_units",
          "documents",
          "long_o11",
          "repeated_o11",
          "caution",
          "pmi",
          "phi");

  @TempDir static Path temp;
  private static Result result;

  @BeforeAll
  static void analyze() {
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(Seeds.CORPUS)
            .with("metadata", Seeds.METADATA)
            .groupedBy("region")
            .with("measures", "phi,pmi,relative_risk,bm25")
            .complete();
  }

  private static List<String> columns(Result of, String table) {
    return of.texts("select column_name from (describe select * from " + table + ")");
  }

  private static JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(result.manifest());
  }

  @Test
  void hasTheColumnsThatWereAskedForInTheirOwnOrder() {
    assertThat(columns(result, "cooccurrences")).isEqualTo(PAIR_COLUMNS);
    assertThat(columns(result, "keyness")).endsWith("only_in", "caution", "relative_risk");
    assertThat(columns(result, "document_terms"))
        .containsExactly("doc_id", "term", "tf", "uses", "f", "bm25");
  }

  @Test
  void hasTheDefaultColumnsOfATableOfWhichNoneWasAskedFor() {
    assertThat(columns(result, "terms"))
        .endsWith("per_million", "idf", "dp", "dp_norm", "juilland_d");
  }

  @Test
  void hasThemAlsoInATableWithoutRows() {
    Result empty =
        ZhengyuJob.into(temp.resolve("empty"))
            .over(ZhengyuJob.write(temp.resolve("one.txt"), "推进产业链建设。"))
            .with("minJointFrequency", 1_000_000)
            .with("measures", "phi,pmi")
            .complete();
    assertThat(empty.number("select count(*) from cooccurrences")).isZero();
    assertThat(columns(empty, "cooccurrences")).isEqualTo(PAIR_COLUMNS);
  }

  @Test
  void describesThemInTheDataPackage() throws IOException {
    JsonNode dataPackage =
        new ObjectMapper().readTree(Files.readString(result.folder().resolve("datapackage.json")));
    JsonNode pairs =
        StreamSupport.stream(dataPackage.get("resources").spliterator(), false)
            .filter(resource -> resource.get("name").asText().equals("cooccurrences"))
            .findFirst()
            .orElseThrow();
    JsonNode fields = pairs.get("schema").get("fields");
    assertThat(fields.findValuesAsText("name")).isEqualTo(PAIR_COLUMNS);
    JsonNode phi = fields.get(fields.size() - 1);
    assertThat(phi.get("description").asText())
        .startsWith("correlation of the two terms, from −1 to 1 (Yule 1912)");
    assertThat(phi.get("description_zh").asText()).contains("φ 系数", "其中一词见于每个单位时");
  }

  @Test
  void namesThemInTheManifest() throws IOException {
    assertThat(manifest().get("options").get("measures").asText())
        .isEqualTo("phi,pmi,relative_risk,bm25");
    assertThat(manifest().get("methods_zh").asText())
        .contains("关联强度由四格表计算：pmi、phi（", "指标为relative_risk（", "词在文档中的权重为bm25（")
        .doesNotContain("NPMI", "自助法（999次，种子1，各频次加0.5）");
  }

  @Test
  void leavesTheNetworkAsItIs() {
    assertThat(columns(result, "network_edges")).contains("g2", "weight");
    assertThat(result.number("select count(*) from network_edges")).isPositive();
  }
}
