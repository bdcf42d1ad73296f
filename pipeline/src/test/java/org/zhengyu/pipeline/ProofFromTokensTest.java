package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number once more, by SQL from nothing but the {@code tokens} and {@code documents} of a
 * result: on the government work reports where they lie beside the repository, and else on the
 * samples.
 */
@Tag("slow")
class ProofFromTokensTest {
  private static final int WINDOW = 5;

  /** What a measure may differ by, relative to the larger of its size and 1. */
  private static final String CLOSE = "abs(%1$s - %2$s) <= 1e-7 * greatest(1, abs(%2$s))";

  /**
   * The tags of content words as they are documented, and the length and the list that exclude.
   * Phrases are in the vocabulary whatever they are.
   */
  private static final String CONTENT =
      "(regexp_matches(pos, '^n|^a|^b|^i$|^j$|^l$|^s$|^z|^g')"
          + " or pos in ('v', 'vd', 'vg', 'vi', 'vl', 'vn'))"
          + " and length(term) >= 2 and term not in (select word from stop_words)";

  @TempDir static Path temp;
  private static Connection sql;

  @BeforeAll
  static void analyze() throws SQLException {
    Path reports = ZhengyuJob.repository().resolve("../shared/corpus/work-reports");
    boolean isThere = Files.exists(reports);
    Result result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(isThere ? reports.resolve("txt") : Seeds.CORPUS)
            .with("metadata", isThere ? reports.resolve("metadata.csv") : Seeds.METADATA)
            .groupedBy("level,region")
            .with("units", "sentence,window")
            .with("window", WINDOW)
            .without("enforceImmutability")
            .without("enforceEncodability")
            .complete();
    sql = result.open();
    run(
        "create table stop_words as select word from read_csv('"
            + ZhengyuJob.repository()
                .resolve(
                    "transforms/src/main/resources/org/zhengyu/transforms/lexicon/stop-words.txt")
            + "', columns = {'word': 'VARCHAR'}, header = false, delim = '\t', quote = '')"
            + " where word not like '#%'");
    run(
        "create table token as select t.* from tokens t join documents d using (doc_id)"
            + " where d.duplicate_of is null");
    run("create table size as select doc_id, count(*)::double as tokens from token group by all");
    run(
        "create table sentence as select doc_id, sentence, count(*) as tokens from token group by"
            + " all");
    run("create table posting as select term, doc_id, count(*) as tf from token group by all");
    run(
        "create table counted as select term, sum(tf)::bigint as tf, count(*) as df from posting"
            + " group by all");
    run("create table presence as select distinct term, doc_id, sentence from token");
    run("create table frequency as select term, count(*) as sf from presence group by all");
    run(
        "create table vocabulary as select term from terms join frequency using (term)"
            + " where is_phrase or ("
            + CONTENT
            + " and frequency.sf >= 2)");
    assertThat(number("select count(*) from vocabulary")).isBetween(100L, 20_000L);
  }

  @AfterAll
  static void close() throws SQLException {
    if (sql != null) {
      sql.close();
    }
  }

  private static void run(String statement) throws SQLException {
    try (Statement sent = sql.createStatement()) {
      sent.execute(statement);
    }
  }

  private static long number(String query) throws SQLException {
    try (Statement sent = sql.createStatement();
        ResultSet result = sent.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Whether a column is what it must be, for {@link #assertSame}; both may be null. */
  private static String same(String column) {
    return "((r."
        + column
        + " is null and e."
        + column
        + " is null) or coalesce("
        + CLOSE.formatted("r." + column, "e." + column)
        + ", false))";
  }

  private static String equal(String column) {
    return "r." + column + " is not distinct from e." + column;
  }

  /** Compares all rows of a table with those of a query, and their number. */
  private static void assertSame(String rows, String expected, String keys, String... conditions)
      throws SQLException {
    run("create or replace table e as " + expected);
    run("create or replace table r as " + rows);
    long count = number("select count(*) from e");
    assertThat(count).as("rows expected of %s", rows).isPositive();
    assertThat(number("select count(*) from r")).as("rows of %s", rows).isEqualTo(count);
    assertThat(number("select count(*) from r join e using (" + keys + ")"))
        .as("keys of %s", rows)
        .isEqualTo(count);
    for (String condition : conditions) {
      assertThat(
              number(
                  "select count(*) from r join e using ("
                      + keys
                      + ") where not ("
                      + condition
                      + ")"))
          .as("rows of %s with not %s", rows, condition)
          .isZero();
    }
  }

  @Test
  void terms() throws SQLException {
    assertSame(
        "select * from terms",
        "with whole as (select sum(tokens) as n, count(*) as documents, min(tokens) as least from"
            + " size),"
            + " part as (select term, tf, tf / tokens as p, tokens / n as w, n, documents, least"
            + " from posting join size using (doc_id), whole),"
            + " mean as (select term, sum(p) / any_value(documents) as m, sum(tf) as f from part"
            + " group by term),"
            + " spread as (select term, any_value(f) as f, any_value(m) as m,"
            + " sum(abs(tf / f - w)) + 1 - sum(w) as d, any_value(least) / any_value(n) as wmin,"
            + " any_value(documents) as k,"
            + " sum((p - m) * (p - m)) + (any_value(documents) - count(*)) * any_value(m * m) as ss,"
            + " any_value(n) as n from part join mean using (term) group by term)"
            + " select term, counted.tf, df, sf, counted.tf * 1e6 / n as per_million,"
            + " ln(k / df) as idf, d / 2 as dp, d / 2 / (1 - wmin) as dp_norm,"
            + " 1 - sqrt(ss / k) / m / sqrt(k - 1) as juilland_d"
            + " from spread join counted using (term) join frequency using (term)",
        "term",
        equal("tf"),
        equal("df"),
        equal("sf"),
        same("per_million"),
        same("idf"),
        same("dp"),
        same("dp_norm"),
        same("juilland_d"));
  }

  @Test
  void termsOfDocuments() throws SQLException {
    assertSame(
        "select * from document_terms",
        "select doc_id, term, posting.tf, posting.tf * ln((select count(*) from size) / df) as tfidf"
            + " from posting join counted using (term)",
        "doc_id, term",
        equal("tf"),
        same("tfidf"));
  }

  /** The association measures of joint counts and margins, from their definitions. */
  private static String scored(String counts) {
    return "with o as (select *, (r1::double) * c1 / n as e11, r1 - o11 as o12, c1 - o11 as o21,"
        + " n - r1 - c1 + o11 as o22 from ("
        + counts
        + ")), g as (select *, 2 * (o11 * ln(o11 / e11)"
        + " + case when o12 = 0 then 0 else o12 * ln(o12::double * n / (r1::double * (n - c1))) end"
        + " + case when o21 = 0 then 0 else o21 * ln(o21::double * n / ((n - r1)::double * c1)) end"
        + " + case when o22 = 0 then 0 else"
        + " o22 * ln(o22::double * n / ((n - r1)::double * (n - c1))) end) as deviance from o)"
        + " select term_a, term_b, o11, r1, c1, n, e11,"
        + " log2(o11 / e11) as pmi,"
        + " case when o11 < n then ln(o11 / e11) / -ln(o11 / n) end as npmi,"
        + " log2(o11::double ** 3 / e11) as mi3,"
        + " (o11 - e11) / sqrt(o11) as t_score, (o11 - e11) / sqrt(e11) as z_score,"
        + " 14 + log2(2.0::double * o11 / (r1 + c1)) as log_dice,"
        + " 2.0::double * o11 / (r1 + c1) as dice, o11 / (r1 + c1 - o11) as jaccard,"
        + " case when o11 < e11 then -1 else 1 end * deviance as g2,"
        + " case when r1 = n or c1 = n then 0 else n * (o11::double * o22 - o12::double * o21) ** 2"
        + " / (r1::double * c1 * (n - r1) * (n - c1)) end as chi2,"
        + " case when r1 < n then o11 / r1 - o21 / (n - r1) end as delta_p_b_given_a,"
        + " case when c1 < n then o11 / c1 - o12 / (n - c1) end as delta_p_a_given_b from g";
  }

  /** The pairs of a unit; a window is not wider than its sentence, so its terms are as frequent. */
  private static void assertPairs(String unit, String margins, String joint, String n)
      throws SQLException {
    run("create or replace table margin as " + margins);
    assertSame(
        "select * from cooccurrences where unit = '" + unit + "'",
        scored(
            "select term_a, term_b, o11, a.m as r1, b.m as c1, ("
                + n
                + ")::bigint as n from ("
                + joint
                + ") join margin a on a.term = term_a join margin b on b.term = term_b"
                + " join frequency f on f.term = term_a join frequency g on g.term = term_b"
                + " where o11 >= 2 and f.sf >= 2 and g.sf >= 2"),
        "term_a, term_b",
        equal("o11"),
        equal("r1"),
        equal("c1"),
        equal("n"),
        same("e11"),
        same("pmi"),
        same("npmi"),
        same("mi3"),
        same("t_score"),
        same("z_score"),
        same("log_dice"),
        same("dice"),
        same("jaccard"),
        same("g2"),
        same("chi2"),
        same("delta_p_b_given_a"),
        same("delta_p_a_given_b"));
  }

  @Test
  void pairsInSentences() throws SQLException {
    assertPairs(
        "sentence",
        "select term, sf as m from frequency",
        "select a.term as term_a, b.term as term_b, count(*) as o11"
            + " from (select * from presence where term in (from vocabulary)) a"
            + " join (select * from presence where term in (from vocabulary)) b"
            + " using (doc_id, sentence) where a.term < b.term group by all",
        "select count(*) from sentence");
  }

  @Test
  void pairsInWindows() throws SQLException {
    String slots =
        "least(position, %1$d) + least(sentence.tokens - 1 - position, %1$d)".formatted(WINDOW);
    String placed = "token join sentence using (doc_id, sentence)";
    assertPairs(
        "window",
        "select term, sum(" + slots + ")::bigint as m from " + placed + " group by all",
        "select a.term as term_a, b.term as term_b, count(*) as o11"
            + " from (select * from token where term in (from vocabulary)) a"
            + " join (select * from token where term in (from vocabulary)) b"
            + " using (doc_id, sentence) where a.term < b.term and abs(a.position - b.position) <= "
            + WINDOW
            + " group by all",
        "select sum(" + slots + ") from " + placed);
  }

  @Test
  void keyTerms() throws SQLException {
    assertSame(
        "select * from keyness",
        "with value as (select doc_id, facet, value from (select doc_id, region,"
            + " json_extract_string(metadata, '$.level') as level from documents)"
            + " unpivot (value for facet in (region, level))),"
            + " part as (select facet, value, sum(tokens)::bigint as n1 from value"
            + " join size using (doc_id) group by all),"
            + " hit as (select facet, value, term, sum(tf)::bigint as f1 from value"
            + " join posting using (doc_id) where term in (from vocabulary) group by all),"
            + " whole as (select facet, term, sum(f1)::bigint as f from hit group by all),"
            + " base as (select facet, value, term, coalesce(f1, 0) as f1, n1, f - coalesce(f1, 0)"
            + " as f2, (sum(n1) over (partition by facet, term) - n1)::bigint as n2"
            + " from whole join part using (facet) left join hit using (facet, value, term)),"
            + " odds as (select *, f1 + f2 as f, n1 + n2 as n, f1 / n1 as p1, f2 / n2 as p2,"
            + " 500.0::double * (f1 + f2) / (n1 + n2) as prior from base)"
            + " select *, case when p1 < p2 then -1 else 1 end * 2 * ("
            + " case when f1 = 0 then 0 else f1 * ln(f1::double * n / (f * n1::double)) end"
            + " + case when f2 = 0 then 0 else f2 * ln(f2::double * n / (f * n2::double)) end"
            + " + (n1 - f1) * ln((n1 - f1)::double * n / ((n - f) * n1::double))"
            + " + (n2 - f2) * ln((n2 - f2)::double * n / ((n - f) * n2::double))) as ll,"
            + " case when f1 > 0 and f2 > 0 then log2(p1 / p2) end as finite_log_ratio,"
            + " case when f2 > 0 then 100 * (p1 - p2) / p2 end as finite_pct_diff,"
            + " abs(ll) - ln(n) as bic, (1e6 * p1 + 1) / (1e6 * p2 + 1) as simple_maths,"
            + " case when f2 > 0 then f1 * (n2 - f2) / (f2 * (n1 - f1)::double) end"
            + " as finite_odds_ratio,"
            + " (ln((f1 + prior) / (n1 - f1 + 500 - prior))"
            + " - ln((f2 + prior) / (n2 - f2 + 500 - prior)))"
            + " / sqrt(1 / (f1 + prior) + 1 / (f2 + prior)) as log_odds_z from odds",
        "facet, value, term",
        equal("f1"),
        equal("n1"),
        equal("f2"),
        equal("n2"),
        same("ll"),
        "coalesce(r.log_ratio = e.finite_log_ratio or "
            + CLOSE.formatted("r.log_ratio", "e.finite_log_ratio")
            + ", r.log_ratio = case when e.f1 = 0 then '-inf'::double else 'inf'::double end)",
        "coalesce("
            + CLOSE.formatted("r.pct_diff", "e.finite_pct_diff")
            + ", r.pct_diff = 'inf'::double)",
        same("bic"),
        same("simple_maths"),
        "coalesce("
            + CLOSE.formatted("r.odds_ratio", "e.finite_odds_ratio")
            + ", r.odds_ratio = 'inf'::double)",
        same("log_odds_z"));
  }

  /** The step-up procedure as it is defined: the smallest of p m / rank from a rank upward. */
  @Test
  void falseDiscoveryRatesOfKeyTerms() throws SQLException {
    assertSame(
        "select facet, value, term, p, q_bh from keyness",
        "with ranked as (select facet, value, term, p,"
            + " rank() over (partition by facet, value order by p desc) as from_top,"
            + " count(*) over (partition by facet, value) as m from keyness),"
            + " stepped as (select *, least(1, p * m / (m - from_top + 1)) as bound from ranked)"
            + " select facet, value, term, p, min(bound) over (partition by facet, value"
            + " order by p desc range between unbounded preceding and current row) as q_bh"
            + " from stepped",
        "facet, value, term",
        same("q_bh"));
  }

  @Test
  void trends() throws SQLException {
    assertSame(
        "select * from trends",
        "with dated as (select doc_id, year::varchar as period from documents where year is not"
            + " null),"
            + " part as (select period, sum(tokens)::bigint as tokens from dated"
            + " join size using (doc_id) group by all),"
            + " hit as (select period, term, sum(tf)::bigint as tf, count(*) as df from dated"
            + " join posting using (doc_id) group by all),"
            + " filled as (select v.term, period, coalesce(tf, 0) as tf, coalesce(df, 0) as df,"
            + " tokens, coalesce(tf, 0) / tokens as share, 1.959963984540054 ** 2 as zz"
            + " from vocabulary v cross join part left join hit using (term, period))"
            + " select *, share * 1e6 as per_million,"
            + " 1e6 * (share + zz / 2 / tokens - sqrt(zz * (share * (1 - share) / tokens"
            + " + zz / 4 / (tokens::double) ** 2))) / (1 + zz / tokens) as ci_low,"
            + " 1e6 * (share + zz / 2 / tokens + sqrt(zz * (share * (1 - share) / tokens"
            + " + zz / 4 / (tokens::double) ** 2))) / (1 + zz / tokens) as ci_high from filled",
        "term, period",
        equal("tf"),
        equal("df"),
        equal("tokens"),
        same("per_million"),
        same("ci_low"),
        same("ci_high"));
  }

  @Test
  void edgesOfTheNetwork() throws SQLException {
    assertSame(
        "select * from network_edges",
        "select unit, term_a, term_b, o11, g2, dice as weight from cooccurrences where g2 >= 10.828"
            + " qualify row_number() over (partition by unit order by g2 desc, term_a, term_b)"
            + " <= 1000",
        "unit, term_a, term_b",
        equal("o11"),
        equal("g2"),
        equal("weight"));
  }

  /** PageRank is what its own equation yields; betweenness has no such short definition. */
  @Test
  void nodesOfTheNetwork() throws SQLException {
    String ends =
        "(select unit, term_a as term, term_b as other, weight from network_edges union all"
            + " select unit, term_b, term_a, weight from network_edges)";
    assertSame(
        "select *, community as c from network_nodes",
        "with ends as "
            + ends
            + ", strong as (select unit, term, sum(weight) as strength, count(*) as degree from ends"
            + " group by all),"
            + " flow as (select ends.unit, ends.term, sum(n.pagerank * weight / s.strength) as given"
            + " from ends join network_nodes n on n.unit = ends.unit and n.term = ends.other"
            + " join strong s on s.unit = ends.unit and s.term = ends.other group by all)"
            + " select unit, term, degree, strength, term in (select phrase from phrases) as"
            + " is_phrase, 0.15 / count(*) over (partition by unit) + 0.85 * given as pagerank"
            + " from strong join flow using (unit, term)",
        "unit, term",
        equal("degree"),
        equal("is_phrase"),
        same("strength"),
        same("pagerank"));
    assertSame(
        "select unit, any_value(modularity) as modularity from network_nodes group by unit",
        "with ends as "
            + ends
            + ", whole as (select unit, sum(weight) as m2 from ends group by unit),"
            + " community as (select a.unit, a.community, sum(weight) as k,"
            + " sum(case when a.community = b.community then weight else 0 end) as within"
            + " from ends join network_nodes a on a.unit = ends.unit and a.term = ends.term"
            + " join network_nodes b on b.unit = ends.unit and b.term = ends.other group by all)"
            + " select unit, sum(within / m2 - (k / m2) ** 2) as modularity from community"
            + " join whole using (unit) group by unit",
        "unit",
        same("modularity"));
  }
}
