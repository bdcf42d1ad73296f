package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/**
 * Globs and exclusions in a run, with {@code 数字*} and {@code *化} beside the literal 数字化, and 印度
 * that is not in 印度尼西亚.
 */
class PatternsTest {
  private static final String TEXT = "推进数字化转型，促进现代化。学习化学。\n\n访问印度和印度尼西亚，乘坐火车。数字时代来了。";

  @TempDir static Path temp;
  private static Result result;

  @BeforeAll
  static void analyze() {
    write(temp.resolve("corpus/a.txt"), TEXT);
    Path lexicon =
        write(temp.resolve("lexicon.csv"), "数字*,技术\n数字化,技术\n*化,变化\n印度 !印度尼西亚,国家\n火车 !火车站 !乘坐火车,交通");
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(temp.resolve("corpus"))
            .with("lexicon", lexicon)
            .complete();
  }

  @Test
  void haveALedgerThatAddsUp() {
    assertThat(
            result.query("select phrase, uses, tf, literal, nested, split, guarded from phrases"))
        .containsExactly(
            Rows.row("数字*", 2L, 1L, 2L, 1L, 0L, 0L),
            Rows.row("数字化", 1L, 1L, 1L, 0L, 0L, 0L),
            // 数字化, 现代化, and 化学, which does not end in it.
            Rows.row("*化", 2L, 1L, 3L, 1L, 1L, 0L),
            Rows.row("印度", 1L, 1L, 2L, 0L, 0L, 1L),
            Rows.row("火车", 0L, 0L, 1L, 0L, 0L, 1L));
  }

  @Test
  void standWhereTheTextHasThem() {
    List<String> found = new ArrayList<>();
    for (List<Object> row :
        result.query(
            "select phrase, form, status, begin_offset, end_offset from phrase_occurrences"
                + " order by begin_offset, phrase")) {
      assertThat(TEXT.substring(((Long) row.get(3)).intValue(), ((Long) row.get(4)).intValue()))
          .isEqualTo(row.get(1));
      found.add(row.get(0) + " " + row.get(1) + " " + row.get(2));
    }
    assertThat(found)
        .containsExactly(
            "*化 数字化 nested",
            "数字* 数字化 nested",
            "数字化 数字化 token",
            "*化 现代化 token",
            "*化 化 split",
            "印度 印度 token",
            "印度 印度 guarded",
            "火车 火车 guarded",
            "数字* 数字 token");
  }

  @Test
  void areTermsUnderTheirPhrase() {
    assertThat(result.query("select term, tf, uses from terms where is_phrase"))
        .containsExactlyInAnyOrder(
            Rows.row("数字*", 1L, 2L),
            Rows.row("数字化", 1L, 1L),
            Rows.row("*化", 1L, 2L),
            Rows.row("印度", 1L, 1L));
    assertThat(result.texts("select form from tokens where term = '*化'")).containsExactly("现代化");
    assertThat(result.texts("select term from tokens where term like '%火车%' or term like '印度%'"))
        .containsExactlyInAnyOrder("印度", "印度尼西亚", "乘坐火车");
  }

  @Test
  void leaveNoRowTwiceUnderItsKey() {
    Table table = Tables.PHRASE_OCCURRENCES;
    assertThat(result.number("select count(distinct occurrence_id) from " + table))
        .isEqualTo(result.number("select count(*) from " + table));
  }
}
