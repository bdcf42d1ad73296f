package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a corpus is counted as if there were nothing else. */
class WhereTest {
  /** All tables of counts but phrases, which also has the lexicon's other phrases in both. */
  private static final List<String> COUNTED =
      List.of(
          "terms",
          "document_terms",
          "phrases",
          "categories",
          "phrase_occurrences",
          "cooccurrences",
          "trends",
          "tokens");

  @TempDir Path temp;

  @BeforeEach
  void writeAPartAndAWhole() {
    String part = "推进产业链建设，实施链长制。数字经济是新的增长点。";
    write(temp.resolve("part/province/a.txt"), part);
    write(temp.resolve("part/province/b.txt"), "城市更新行动和链长制。推进数字经济。");
    write(temp.resolve("whole/province/a.txt"), part);
    write(temp.resolve("whole/province/b.txt"), "城市更新行动和链长制。推进数字经济。");
    // Comes first and has the shorter name, but is no original for a document of the part.
    write(temp.resolve("whole/a.txt"), part);
    write(temp.resolve("whole/city.txt"), "乡村振兴与产业链。");
    write(
        temp.resolve("meta.csv"),
        "file,date,level\nprovince/a.txt,2022,province\nprovince/b.txt,2023,province\n"
            + "a.txt,2021,city\ncity.txt,2022,city\n");
  }

  private ZhengyuJob job(String corpus) {
    return ZhengyuJob.into(temp.resolve(corpus + "-result"))
        .over(temp.resolve(corpus))
        .with("metadata", temp.resolve("meta.csv"));
  }

  @Test
  void countsThePartOnlyAndListsTheRest() {
    Result part = job("part").complete();
    ZhengyuJob.Ended ended =
        job("whole").with("where", "year >= 2020 and level = 'province'").run();
    Result whole = ended.result();

    for (String table : COUNTED) {
      assertThat(whole.set("select * from " + table))
          .as(table)
          .isNotEmpty()
          .isEqualTo(part.set("select * from " + table));
    }
    assertThat(
            whole.query(
                "select doc_id, is_selected, tokens > 0, duplicate_of from documents order by"
                    + " doc_id"))
        .containsExactly(
            Rows.row("a.txt", false, false, null),
            Rows.row("city.txt", false, false, null),
            Rows.row("province/a.txt", true, true, null),
            Rows.row("province/b.txt", true, true, null));
    assertThat(part.set("select distinct is_selected from documents"))
        .containsExactly(Rows.row(true));
    assertThat(ended.out())
        .contains(
            "4 documents (0 rejected, 0 repeated, 0 empty)", "2 documents do not fit --where");
    assertThat(whole.manifest()).contains("year >= 2020 and level = 'province'");
  }

  @Test
  void refusesWhatIsNoCondition() {
    ZhengyuJob.Ended ended = job("whole").with("where", "year >=").run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("zhengyu: --where: “year >=” is not understood; ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(temp.resolve("whole-result")).doesNotExist();
  }
}
