package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

  /** The least that a manifest must say. */
  static Manifest.Builder minimal() {
    return Manifest.builder()
        .projectVersion("0.1.0")
        .hanlpVersion("portable-1.8.6")
        .beamVersion("2.62.0")
        .javaVersion("17.0.15+6")
        .runner("DirectRunner")
        .started(Instant.parse("2025-01-02T03:04:05Z"))
        .ended(Instant.parse("2025-01-02T03:04:06.500Z"))
        .documents(new Manifest.Documents(3, 1, 0, 0))
        .totals(new Manifest.Totals(1000, 60, 20, 300));
  }

  @Test
  void statesEveryFactInAFixedOrder() throws IOException {
    Manifest manifest =
        minimal()
            .option("window", "5")
            .option("input", "/数据/in")
            .lexicon(new Manifest.WordList("lexicon.csv", "ab12", 52))
            .stopWords(new Manifest.WordList("stop.txt", "cd34", 700))
            .input(new Manifest.Input("/数据/in/b.txt", 20, "ee"))
            .input(new Manifest.Input("/数据/in/a.txt", 10, "ff"))
            .rejections("TOO_LARGE", 0)
            .rejections("BAD_ENCODING", 1)
            .pairs("window", new Manifest.Pairs(900, 80, 3560))
            .pairs("sentence", new Manifest.Pairs(700, 60, 58))
            .network("sentence", new Manifest.NetworkSize(40, 55, 0.5))
            .warning("no document has a known year")
            .methodsInChinese("语料共3篇文档。")
            .note("p is null for windows")
            .skipped("/数据/in/.hidden")
            .build()
            .withTables(
                List.of(Tables.TERMS, Tables.REJECTIONS),
                List.of(
                    new WrittenFile("terms", "part-00000.parquet", "x", 7, 70),
                    new WrittenFile("rejections", "part-00000.parquet", "y", 1, 10),
                    new WrittenFile("terms", "part-00001.parquet", "z", 5, 50)));

    try (InputStream expected = ManifestTest.class.getResourceAsStream("/manifest.json")) {
      assertThat(manifest.toJson())
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(manifest.rows(Tables.TERMS)).isEqualTo(12);
    assertThatThrownBy(() -> manifest.rows(Tables.TOKENS))
        .hasMessage("the result has no table tokens");
  }

  @Test
  void doesNotChangeWithItsBuilder() {
    Manifest.Builder builder = minimal().note("first");
    Manifest manifest = builder.build();
    String before = manifest.toJson();
    builder.note("second").option("late", "yes");

    assertThat(manifest.toJson()).isEqualTo(before).contains("first").doesNotContain("second");
  }

  @Test
  void namesTheFactThatIsMissing() {
    assertThatThrownBy(() -> minimal().runner(null).build())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("runner");
  }

  @Test
  void isKnownFromOtherJson() {
    assertThat(Manifest.isManifest(minimal().build().toJson())).isTrue();
    assertThat(Manifest.isManifest("{\"project\": \"another\"}")).isFalse();
    assertThat(Manifest.isManifest("{\"project\": {}}")).isFalse();
    assertThat(Manifest.isManifest("[]")).isFalse();
    assertThat(Manifest.isManifest("")).isFalse();
    assertThat(Manifest.isManifest("{\"project\": \"zhengyu\"")).isFalse();
  }
}
