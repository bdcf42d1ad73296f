package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is excluded from keyness is not listed, and all else is as if it were. */
class ExcludeTest {
  @TempDir Path temp;

  private ZhengyuJob job(String name) {
    write(temp.resolve("corpus/a.txt"), "青岛推进产业链建设。青岛推进数字经济。济南也推进产业链。");
    write(temp.resolve("corpus/b.txt"), "济南推进产业链建设。济南推进数字经济。青岛也推进产业链。");
    write(temp.resolve("meta.csv"), "file,region\na.txt,青岛市\nb.txt,济南市\n");
    return ZhengyuJob.into(temp.resolve(name))
        .over(temp.resolve("corpus"))
        .with("metadata", temp.resolve("meta.csv"))
        .with("groupBy", "region")
        .with("tables", "keyness");
  }

  @Test
  void hidesRowsAndChangesNoOther() {
    Result whole = job("whole").complete();
    ZhengyuJob.Ended ended = job("part").with("exclude", "ownNames,pos:v").run();
    Result part = ended.result();

    Set<List<Object>> hidden =
        whole.set(
            "select value, term from keyness where (pos like 'v%' and not is_phrase)"
                + " or value = term || '市'");
    assertThat(hidden)
        .contains(
            Rows.row("青岛市", "青岛"),
            Rows.row("济南市", "济南"),
            Rows.row("青岛市", "推进"),
            Rows.row("济南市", "推进"));
    Set<List<Object>> shown = part.set("select value, term from keyness");
    assertThat(shown)
        .contains(Rows.row("青岛市", "济南"), Rows.row("济南市", "青岛"))
        .doesNotContainAnyElementsOf(hidden);
    Set<List<Object>> left = part.set("select * from keyness");
    assertThat(whole.set("select * from keyness")).containsAll(left);

    int rows = hidden.size();
    assertThat(ended.out()).contains(rows + " rows of keyness are hidden, as --exclude asks");
    assertThat(part.manifest()).contains(rows + " rows of keyness are hidden");
    assertThat(whole.manifest()).doesNotContain("are hidden");
  }

  @Test
  void refusesWhatNamesNoTerms() {
    ZhengyuJob.Ended ended = job("wrong").with("exclude", "pos:ns,地名").run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("zhengyu: --exclude: “地名” is neither ownNames nor pos: ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(temp.resolve("wrong")).doesNotExist();
  }
}
