package org.zhengyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
  static JsonNode unpacked(PageTable table) throws IOException {
    byte[] packed = Base64.getDecoder().decode(table.packed());
    return new ObjectMapper()
        .readTree(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes());
  }

  private static Groups sample() {
    Groups groups = new Groups();
    groups.add("a", "青岛市", 2022L, "规划", 10);
    groups.add("b", "青岛市", 2022L, "意见", 20);
    groups.add("c", "青岛市", 2023L, "意见", 30);
    groups.add("d", null, 2022L, null, 40);
    groups.add("e", "青岛市", 2022L, "规划", 50);
    return groups;
  }

  @Test
  void addsUpDocumentsAndTokensOfAGroup() throws IOException {
    Groups groups = sample();
    JsonNode columns = unpacked(groups.table()).path("columns");
    assertThat(columns.path("documents")).hasToString("[2,1,1,1]");
    assertThat(columns.path("tokens")).hasToString("[60,20,30,40]");
    assertThat(columns.path("region").path("texts")).hasToString("[\"青岛市\"]");
    assertThat(columns.path("region").path("at")).hasToString("[0,0,0,-1]");
    assertThat(groups.of("e")).isEqualTo(groups.of("a"));
    assertThat(groups.of("unknown")).isEqualTo(-1);
  }

  @Test
  void numbersGroupsAlikeWhateverTheOrderOfDocuments() throws IOException {
    Groups one = sample();
    one.fit();
    Groups other = new Groups();
    other.add("d", null, 2022L, null, 40);
    other.add("c", "青岛市", 2023L, "意见", 30);
    other.add("b", "青岛市", 2022L, "意见", 20);
    other.add("e", "青岛市", 2022L, "规划", 50);
    other.add("a", "青岛市", 2022L, "规划", 10);
    other.fit();
    assertThat(other.table().packed()).isEqualTo(one.table().packed());
    assertThat(other.of("c")).isEqualTo(one.of("c"));
  }

  @Test
  void mergesKindsFirstAndThenPlaces() throws IOException {
    Groups groups = sample();
    assertThat(groups.merge()).containsExactly(1, 1, 2, 0);
    assertThat(groups.fields()).isEqualTo(2);
    assertThat(groups.of("b")).isEqualTo(groups.of("a"));
    assertThat(groups.region(groups.of("b"))).isEqualTo("青岛市");
    assertThat(groups.region(groups.of("d"))).isNull();
    assertThat(groups.region(-1)).isNull();
    assertThat(groups.merge()).containsExactly(0, 0, 1);
    assertThat(groups.region(groups.of("b"))).isNull();
    assertThat(unpacked(groups.table()).path("columns").path("tokens")).hasToString("[120,30]");
  }
}
