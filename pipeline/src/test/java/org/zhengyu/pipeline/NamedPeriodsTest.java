package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Periods of a file, in all tables that know periods. */
class NamedPeriodsTest {
  /** In another order than that of the names' code points, and with a gap in 2021 and 2022. */
  private static final String PLANS =
      "名称,起,止\n十二五,2011-01-01,2015-12-31\n十三五,2016,2020\n十四五,2022年3月,2025\n";

  @TempDir Path temp;

  @BeforeEach
  void writeACorpus() {
    write(temp.resolve("corpus/a.txt"), "推进产业链建设，推进产业链升级。");
    write(temp.resolve("corpus/b.txt"), "推进城镇化建设。产业链要完善。");
    write(temp.resolve("corpus/c.txt"), "推进供给侧改革。实施链长制。");
    write(temp.resolve("corpus/d.txt"), "数字经济和供给侧改革，推进链长制。");
    write(temp.resolve("corpus/e.txt"), "链长制在空档。");
    write(temp.resolve("corpus/f.txt"), "链长制的年份跨到时期之外。");
    write(temp.resolve("corpus/g.txt"), "数字经济，数字经济，链长制，推进链长制。");
    write(temp.resolve("corpus/h.txt"), "没有日期的链长制。");
    write(
        temp.resolve("meta.csv"),
        "file,date\na.txt,2011-03-05\nb.txt,2015\nc.txt,2016年5月\nd.txt,2020-12-31\n"
            + "e.txt,2021-06-01\nf.txt,2022\ng.txt,2023\n");
    write(temp.resolve("plans.csv"), PLANS);
  }

  private ZhengyuJob job() {
    return ZhengyuJob.into(temp.resolve("result"))
        .over(temp.resolve("corpus"))
        .with("metadata", temp.resolve("meta.csv"))
        .with("period", temp.resolve("plans.csv"));
  }

  private static final String IN_PERIOD =
      "(select doc_id, p.* from documents join (values ('十二五', date '2011-01-01', date"
          + " '2015-12-31'), ('十三五', date '2016-01-01', date '2020-12-31'), ('十四五', date"
          + " '2022-03-01', date '2025-12-31')) p(period, first_day, last_day)"
          + " on date >= first_day and date_last <= last_day)";

  @Test
  void followsTermsFromPeriodToPeriod() {
    ZhengyuJob.Ended ended =
        job().with("groupBy", "period").with("tables", "+trend_tests,+tokens").run();
    Result result = ended.result();

    assertThat(
            result.set(
                "select term, period, first_day, last_day, f, documents, tokens from trends where"
                    + " facet = 'corpus'"))
        .isNotEmpty()
        .isEqualTo(
            result.set(
                "with part as (select period, first_day, last_day, count(distinct doc_id) as"
                    + " documents, count(*) as tokens from tokens join "
                    + IN_PERIOD
                    + " using (doc_id) group by all), hit as (select term, period, sum(f) as f from"
                    + " document_terms join "
                    + IN_PERIOD
                    + " using (doc_id) group by all) select distinct term, period, first_day,"
                    + " last_day, coalesce(f, 0)::bigint, documents, tokens from (select distinct"
                    + " term from trends) cross join part left join hit using (term, period)"));
    assertThat(result.query("select distinct period, first_day from trends order by first_day"))
        .extracting(row -> row.get(0))
        .containsExactly("十二五", "十三五", "十四五");
    // From the middle of a period to that of another: 2013.5, 2018.5, and, from March, 2024.08.
    assertThat(
            result.query(
                "select abs(slope - median(change)) < 1e-9 from trend_tests join (select a.term,"
                    + " (b.per_million - a.per_million) / (b.y - a.y) as change from"
                    + " (select *, case period when '十二五' then 2013.5 when '十三五' then 2018.5 else"
                    + " (2022 + 59 / 365.0 + 2026) / 2 end as y from trends) a join (select *, case"
                    + " period when '十三五' then 2018.5 else (2022 + 59 / 365.0 + 2026) / 2 end as y"
                    + " from trends where period <> '十二五') b using (facet, value, term)"
                    + " where a.first_day < b.first_day and facet = 'corpus') using (term)"
                    + " where term = '链长制' and facet = 'corpus' group by slope"))
        .containsExactly(Rows.row(true));
    assertThat(
            result.query(
                "select value, f1, n1, f2, n2 from keyness where term = '链长制' order by value"))
        .isEqualTo(
            result.query(
                "select period, f, tokens, (sum(f) over () - f)::bigint, (sum(tokens) over () - tokens)::bigint from"
                    + " (select period, f, tokens from trends where term = '链长制' and facet ="
                    + " 'corpus') order by period"));
    assertThat(result.set("select distinct period_from, period_to from bursts"))
        .isSubsetOf(
            result.set(
                "select distinct a.period, b.period from trends a, trends b where a.first_day <="
                    + " b.first_day"));
    assertThat(ended.out())
        .contains("3 of 8 documents lie in no period of --period")
        .doesNotContain("no known period");
    assertThat(result.manifest()).contains("3 records", "自定的3个时期（十二五、十三五、十四五）");
  }

  @Test
  void namesTheFileAndLineThatAreWrong() {
    write(temp.resolve("plans.csv"), PLANS + "换届,2020,2021\n");
    ZhengyuJob.Ended ended = job().run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("zhengyu: --period: ")
        .contains("plans.csv:5: “换届” shares 2020-01-01 with “十三五” of line 3");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(temp.resolve("result")).doesNotExist();
  }
}
