package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.Measure;
import org.zhengyu.transforms.stats.TermWeighting;

/**
 * Every number once more, by SQL from nothing but the {@code tokens}, {@code phrase_occurrences}
 * and {@code documents} of a result: on the government work reports where they lie beside the
 * repository, and else on the samples.
 */
@Tag("slow")
class ProofFromTokensTest {
  private static final int WINDOW = 5;

  /** What a number may differ by, relative to the larger of its size and 1. */
  private static final String CLOSE = "abs(%1$s - %2$s) <= 1e-7 * greatest(1, abs(%2$s))";

  /**
   * What a measure may differ by: small ones have their digits too, but for sums of logarithms that
   * nearly cancel.
   */
  private static final String SAME =
      "case when value is null or isnan(value) then measure is null"
          + " else coalesce(measure = value or abs(measure - value)"
          + " <= 1e-7 * abs(value) + %s, false) end";

  private static final String ROUNDINGS = "1e-13";
  private static final String ROUNDINGS_OF_SUMS = "1e-7";
  private static final Set<String> SUMS =
      Set.of("g2", "simple_ll", "ll", "ll_2term", "neg_log10_fisher_right");

  /**
   * The tags of content words as they are documented, and the length and the list that exclude.
   * Phrases are in the vocabulary whatever they are.
   */
  private static final String CONTENT =
      "(regexp_matches(pos, '^n|^a|^b|^i$|^j$|^l$|^s$|^z|^g')"
          + " or pos in ('v', 'vd', 'vg', 'vi', 'vl', 'vn'))"
          + " and length(term) >= 2 and term not in (select word from stop_words)";

  /** Terms of the work reports and of the seeds, for SQL. */
  private static final String AROUND = "'高质量发展','企业'";

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
            .with("measures", "all")
            .with("network", "all,around:" + AROUND.replace("'", ""))
            .complete();
    sql = result.open();
    for (String definition : MeasureFormulas.definitions()) {
      run(definition);
    }
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
    run(
        "create table inner_use as select o.phrase as term, o.doc_id, o.sentence,"
            + " min(position) as position, o.begin_offset, o.end_offset, false as is_token"
            + " from phrase_occurrences o join token t on t.doc_id = o.doc_id"
            + " and t.sentence = o.sentence and t.end_offset > o.begin_offset"
            + " where is_use and status <> 'token' group by all");
    run(
        "create table all_uses as select term, doc_id, sentence, position, begin_offset, end_offset,"
            + " true as is_token from token union all from inner_use");
    // In the order of the terms, so that of two uses the one with the smaller term comes first.
    run("create table use as from all_uses order by term");
    run(
        "create table crossing as select i.rowid as one, u.rowid as other from use i join use u"
            + " using (doc_id, sentence) where not i.is_token and i.term <> u.term"
            + " and i.begin_offset < u.end_offset and u.begin_offset < i.end_offset");
    run("create table placed as select distinct term, doc_id, sentence, position from use");
    run(
        "create table posting as select term, doc_id, tf, uses, f from"
            + " (select term, doc_id, count_if(is_token) as tf, count(*) as uses from use group by all)"
            + " join (select term, doc_id, count(*) as f from placed group by all)"
            + " using (term, doc_id)");
    run(
        "create table counted as select term, sum(tf)::bigint as tf, sum(uses)::bigint as uses,"
            + " sum(f)::bigint as f, count(*) as df from posting group by all");
    run("create table presence as select distinct term, doc_id, sentence from use");
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

  private static final Set<Association> EXACT_TESTS =
      EnumSet.of(
          Association.FISHER_RIGHT,
          Association.FISHER_LEFT,
          Association.FISHER_TWO_SIDED,
          Association.NEG_LOG10_FISHER_RIGHT);

  private static final Set<Association> PROBABILITIES =
      Stream.of(Association.values())
          .filter(Association::needsIndependentEvents)
          .collect(Collectors.toSet());

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

  /**
   * Compares the measures of a table with what their formulas make of rows that hold its counts
   * anew, and its measures.
   */
  private static void assertMeasures(
      String table, String rows, Collection<? extends Measure<?>> measures) throws SQLException {
    MeasureFormulas formulas = MeasureFormulas.of(table);
    run("create or replace table known as select *" + formulas.names() + " from (" + rows + ")");
    for (Measure<?> measure : measures) {
      assertMeasure(
          measure,
          "select "
              + measure.column()
              + " as measure, "
              + formulas.formula(measure)
              + " as value from known");
    }
  }

  private static void assertMeasure(Measure<?> measure, String compared) throws SQLException {
    String same = SAME.formatted(SUMS.contains(measure.column()) ? ROUNDINGS_OF_SUMS : ROUNDINGS);
    assertThat(number("select count(*) from (" + compared + ") where not (" + same + ")"))
        .as("values of %s that differ from its formula", measure)
        .isZero();
  }

  private static <M extends Measure<?>> List<M> without(M[] measures, Set<M> leftOut) {
    return Stream.of(measures).filter(measure -> !leftOut.contains(measure)).toList();
  }

  @Test
  void terms() throws SQLException {
    assertSame(
        "select * from terms",
        "select term, tf, uses, f, df, sf, f * 1e6 / (select sum(tokens) from size) as per_million"
            + " from counted join frequency using (term)",
        "term",
        equal("tf"),
        equal("uses"),
        equal("f"),
        equal("df"),
        equal("sf"),
        same("per_million"));
  }

  /** Whether an occurrence is a token, inside one, or across the border of one. */
  @Test
  void usesOfPhrases() throws SQLException {
    run(
        "create or replace table covered as select o.*, t.begin_offset as token_begin,"
            + " t.end_offset as token_end, t.term as token_term, t.phrase as token_phrase"
            + " from phrase_occurrences o join token t on t.doc_id = o.doc_id"
            + " and t.begin_offset < o.end_offset and o.begin_offset < t.end_offset");
    String inside = "token_begin <= begin_offset and end_offset <= token_end";
    // By reading: 三保障 are other things than 三保, and what lies inside all other phrases is used
    // there.
    assertThat(
            number(
                "select count(*) from covered where status <> 'guarded' and token_phrase is not null"
                    + " and is_use = (phrase = '三保' and token_term like '%三保障') and "
                    + inside))
        .as("occurrences inside a phrase that are no uses, or 三保 that is one")
        .isZero();
    assertSame(
        "select occurrence_id, status, covered_by from phrase_occurrences"
            + " where status in ('token', 'nested')",
        "select occurrence_id, if(token_phrase = phrase, 'token', 'nested') as status,"
            + " if(token_phrase = phrase, null, token_term) as covered_by from covered"
            + " where (token_phrase = phrase or status = 'nested') and "
            + inside,
        "occurrence_id",
        equal("status"),
        equal("covered_by"));
    assertSame(
        "select distinct occurrence_id from phrase_occurrences where status = 'overlapped'",
        "select distinct occurrence_id from covered where status = 'overlapped'"
            + " and token_phrase = covered_by and not ("
            + inside
            + ")",
        "occurrence_id");
    assertThat(
            number(
                "select count(*) from phrase_occurrences a join phrase_occurrences b"
                    + " using (doc_id, phrase) where a.begin_offset < b.begin_offset"
                    + " and b.begin_offset < a.end_offset"))
        .as("occurrences of one phrase that share characters")
        .isZero();
    assertSame(
        "select * from phrases",
        "select phrase, count(*) filter (status in ('token', 'nested', 'overlapped')) as uses,"
            + " count(*) filter (status = 'token') as tf, count(status) as literal,"
            + " count(distinct if(is_use, doc_id, null)) as df,"
            + " max(if(is_use, date, null)) as last_date"
            + " from (select phrase from phrases) left join phrase_occurrences using (phrase)"
            + " left join documents using (doc_id) group by phrase",
        "phrase",
        equal("uses"),
        equal("tf"),
        equal("literal"),
        equal("df"),
        equal("last_date"));
    assertSame(
        "select * from phrases where first_doc_id is not null",
        "with dated as (select distinct phrase, doc_id, date, date_last from phrase_occurrences"
            + " join documents using (doc_id) where is_use and date is not null)"
            + " select phrase, arg_min(date, doc_id) as first_date,"
            + " arg_min(date_last, doc_id) as first_date_last, min(doc_id) as first_doc_id,"
            + " count(*) as first_ties from dated d where not exists (from dated earlier"
            + " where earlier.phrase = d.phrase and earlier.date_last < d.date) group by phrase",
        "phrase",
        equal("first_date"),
        equal("first_date_last"),
        equal("first_doc_id"),
        equal("first_ties"));
  }

  /** Who used a phrase after whom, by comparing every place with every other. */
  @Test
  void diffusionOfPhrases() throws SQLException {
    run(
        "create or replace table dated as select doc_id, region, region_level, date, date_last"
            + " from documents where duplicate_of is null and date is not null and region is not"
            + " null and tokens > 0");
    run(
        "create or replace table place as select phrase, region, any_value(region_level) as level,"
            + " min(date) as a, min(date_last) as b from dated join (select distinct phrase, doc_id"
            + " from phrase_occurrences where is_use) using (doc_id) group by all");
    run(
        "create or replace macro seen(place, from_day, to_day) as (select count(*) from dated"
            + " where region = place and date > from_day and date_last < to_day)");
    assertSame(
        "select * from diffusion",
        "with whole as (select phrase, min(b) as b, any_value(b) filter (level = 'national') as"
            + " centre_b, any_value(a) filter (level = 'national') as centre_a, any_value(region)"
            + " filter (level = 'national') as centre from place group by phrase),"
            + " way as (select p.phrase, p.region, list(distinct case when f.level = p.level then"
            + " 'sideways' when array_position(['national', 'province', 'city', 'county'], f.level)"
            + " < array_position(['national', 'province', 'city', 'county'], p.level) then 'down'"
            + " else 'up' end) as ways from place p join whole w using (phrase) join place f"
            + " on f.phrase = p.phrase and f.a <= w.b where p.a > w.b group by all),"
            + " compared as (select p.*, (select count(*) from place q where q.phrase = p.phrase"
            + " and q.b < p.a) + 1 as rank, w.b as known, centre, centre_a, centre_b, ways"
            + " from place p join whole w using (phrase) left join way using (phrase, region))"
            + " select phrase, region, rank,"
            + " case when a <= known then 0 when seen(region, known, a) > 0 then a - known end"
            + " as lag_days,"
            + " case when b < centre_a then if(seen(centre, b, centre_a) > 0, b - centre_a, null)"
            + " when a <= centre_b then 0"
            + " when seen(region, centre_b, a) > 0 then a - centre_b end as centre_lag_days,"
            + " if(len(ways) = 1, ways[1], null) as direction,"
            + " (select count(*) from dated d where d.region = compared.region and date_last < a)"
            + " as documents_before,"
            + " (select max(date) from dated d where d.region = compared.region and date_last < a)"
            + " as silent_until,"
            + " (select count(*) from dated d where d.region = compared.region and date > b)"
            + " as documents_after from compared",
        "phrase, region",
        equal("rank"),
        equal("lag_days"),
        equal("centre_lag_days"),
        equal("direction"),
        equal("documents_before"),
        equal("silent_until"),
        equal("documents_after"));
  }

  /** Every term in every document, also where it does not occur. */
  @Test
  void dispersionOfTerms() throws SQLException {
    MeasureFormulas formulas = MeasureFormulas.of("terms");
    run(
        "create or replace table part as select *"
            + formulas.names()
            + " from (select counted.term, coalesce(posting.f, 0)::double as v, size.tokens as s,"
            + " counted.f::double as f, (select sum(tokens) from size) as l,"
            + " (select count(*) from size)::double as k from counted cross join size"
            + " left join posting using (term, doc_id))");
    for (Dispersion measure : Dispersion.values()) {
      assertMeasure(
          measure,
          "select %1$s as measure, value from terms join (select term, %2$s as value from part"
                  .formatted(measure.column(), formulas.formula(measure))
              + " group by term, f, l, k) using (term)");
    }
  }

  @Test
  void termsOfDocuments() throws SQLException {
    assertSame(
        "select * from document_terms",
        "select doc_id, term, tf, uses, f from posting",
        "doc_id, term",
        equal("tf"),
        equal("uses"),
        equal("f"));
    assertMeasures(
        "document_terms",
        "select measured.* exclude (f), posting.f::double as f, df::double as df,"
            + " size.tokens as dl, (select count(*) from size)::double as n,"
            + " (select avg(tokens) from size) as avgdl from document_terms measured"
            + " join posting using (doc_id, term) join counted using (term) join size using (doc_id)",
        List.of(TermWeighting.values()));
  }

  /**
   * The pairs of a unit; a window is not wider than its sentence, so its terms are as frequent.
   *
   * @param keys what a unit is, and of a window the places of both terms
   * @param near of two uses in a sentence, whether they may be of one unit
   */
  private static void assertPairs(
      String unit, String margins, String joint, String keys, String near, String n)
      throws SQLException {
    run(
        "create or replace table margin as select term, m, sf, is_phrase from ("
            + margins
            + ") join (select term, sf, is_phrase from frequency join"
            + " (select term, is_phrase from terms) using (term)) using (term)");
    run("create or replace table joint as " + joint);
    // Two tokens share no characters. Where other uses do, do all of the two terms in the unit?
    run(
        ("create or replace table candidate as select distinct %1$s, a.term as term_a,"
                + " b.term as term_b from crossing"
                + " join use a on a.rowid = least(one, other) join use b on"
                + " b.rowid = greatest(one, other) where %2$s")
            .formatted(keys, near));
    run(
        ("create or replace table shared as select term_a, term_b, count(*) as shared_units from"
                + " (select c.* from candidate c join use a on a.term = c.term_a"
                + " and a.doc_id = c.doc_id and a.sentence = c.sentence"
                + " join use b on b.term = c.term_b and b.doc_id = c.doc_id"
                + " and b.sentence = c.sentence where true %1$s group by all"
                + " having bool_and(a.begin_offset < b.end_offset"
                + " and b.begin_offset < a.end_offset)) group by all")
            .formatted(
                keys.contains("place_a")
                    ? "and a.position = c.place_a and b.position = c.place_b"
                    : ""));
    assertThat(number("select count(*) from shared")).isPositive();
    run(
        "create or replace table pair as select term_a, term_b,"
            + " together - coalesce(shared_units, 0) as o11,"
            + " coalesce(shared_units, 0) as shared_units"
            + " from joint left join shared using (term_a, term_b)");
    // Two tables at a time: all at once, the terms may be joined with each other first.
    run(
        "create or replace table with_r1 as select pair.*, m - shared_units as r1, sf as sf_a,"
            + " is_phrase as is_phrase_a from pair join margin on term = term_a"
            + " where o11 >= 2 or (o11 = 1 and is_phrase)");
    assertSame(
        "select * from cooccurrences where unit = '" + unit + "'",
        "select term_a, term_b, o11, r1, m - shared_units as c1, ("
            + n
            + ")::bigint - shared_units as n, shared_units"
            + " from with_r1 join margin on term = term_b where (is_phrase_a and is_phrase)"
            + " or (o11 >= 2 and (is_phrase_a or is_phrase or least(sf_a, sf) >= 2))",
        "term_a, term_b",
        equal("o11"),
        equal("r1"),
        equal("c1"),
        equal("n"),
        equal("shared_units"));
    assertThat(number("select count(*) from r where shared_units > 0")).isPositive();
    assertMeasures(
        "cooccurrences", measuredPairs("true"), without(Association.values(), PROBABILITIES));
  }

  /** The rows that were compared, those for which the condition holds. */
  private static String measuredPairs(String condition) {
    return "select r.* exclude (o11, r1, c1, n), e.o11::double as o11, e.r1::double as r1,"
        + " e.c1::double as c1, e.n::double as n from r join e using (term_a, term_b) where "
        + condition;
  }

  @Test
  void pairsInSentences() throws SQLException {
    assertPairs(
        "sentence",
        "select term, sf as m from frequency",
        "select a.term as term_a, b.term as term_b, count(*) as together"
            + " from (select * from presence where term in (from vocabulary)) a"
            + " join (select * from presence where term in (from vocabulary)) b"
            + " using (doc_id, sentence) where a.term < b.term group by all",
        "a.doc_id, a.sentence",
        "true",
        "select count(*) from sentence");
    assertMeasures(
        "cooccurrences",
        measuredPairs("true"),
        without(PROBABILITIES.toArray(Association[]::new), EXACT_TESTS));
    // The sums of all tables with the same margins take their time.
    assertMeasures("cooccurrences", measuredPairs("hash(term_a, term_b) % 50 = 0"), EXACT_TESTS);
  }

  @Test
  void sentences() throws SQLException {
    assertSame(
        "select doc_id, sentence, zone, paragraph, list_sort(terms) as terms from sentences",
        "select doc_id, sentence, any_value(zone) as zone, any_value(paragraph) as paragraph,"
            + " list_sort(any_value(p.terms)) as terms from token join"
            + " (select doc_id, sentence, list(term) as terms from presence group by all) p"
            + " using (doc_id, sentence) group by all",
        "doc_id, sentence",
        equal("zone"),
        equal("paragraph"),
        equal("terms"));
  }

  /** Pairs once more, from nothing but the sentences. */
  @Test
  void pairsOfSentences() throws SQLException {
    run("create or replace table phrase as select term from terms where is_phrase");
    run(
        "create or replace table listed as select doc_id, sentence, term from (select doc_id,"
            + " sentence, unnest(terms) as term from sentences) where term in (from vocabulary)");
    assertSame(
        "select term_a, term_b, o11, shared_units from cooccurrences where unit = 'sentence'",
        "select term_a, term_b, together - coalesce(shared, 0) as o11,"
            + " coalesce(shared, 0) as shared_units from"
            + " (select a.term as term_a, b.term as term_b, count(*) as together from listed a"
            + " join listed b using (doc_id, sentence) where a.term < b.term group by all)"
            + " left join (select split_part(pair, '|', 1) as term_a, split_part(pair, '|', 2)"
            + " as term_b, count(*) as shared from (select unnest(shared_pairs) as pair"
            + " from sentences) group by all) using (term_a, term_b)"
            + " where o11 >= 2 or (o11 = 1 and term_a in (from phrase) and term_b in (from phrase))",
        "term_a, term_b",
        equal("o11"),
        equal("shared_units"));
    assertThat(number("select count(*) from r where shared_units > 0")).isPositive();
  }

  @Test
  void pairsInWindows() throws SQLException {
    String slots =
        "least(position, %1$d) + least(sentence.tokens - 1 - position, %1$d)".formatted(WINDOW);
    String apart = "abs(a.position - b.position) between 1 and " + WINDOW;
    assertPairs(
        "window",
        "select term, sum("
            + slots
            + ")::bigint as m from placed join sentence using (doc_id, sentence) group by all",
        "select a.term as term_a, b.term as term_b, count(*) as together"
            + " from (select * from placed where term in (from vocabulary)) a"
            + " join (select * from placed where term in (from vocabulary)) b"
            + " using (doc_id, sentence) where a.term < b.term and "
            + apart
            + " group by all",
        "a.doc_id, a.sentence, a.position as place_a, b.position as place_b",
        apart,
        "select sum(" + slots + ") from token join sentence using (doc_id, sentence)");
    for (Association probability : PROBABILITIES) {
      assertThat(number("select count(" + probability.column() + ") from r")).isZero();
    }
  }

  @Test
  void keyTerms() throws SQLException {
    assertSame(
        "select * from keyness",
        "with value as (select doc_id, facet, value from (select doc_id, region,"
            + " json_extract_string(metadata, '$.level') as level from documents)"
            + " unpivot (value for facet in (region, level))),"
            + " part as (select facet, value, sum(tokens)::bigint as n1, count(*) as documents1"
            + " from value join size using (doc_id) group by all),"
            + " hit as (select facet, value, term, sum(f)::bigint as f1, count(*) as df1 from value"
            + " join posting using (doc_id) where term in (from vocabulary) group by all),"
            + " spread as (select facet, value, term, sum(abs(coalesce(p.f, 0) / f1 - s.tokens / n1)) / 2"
            + " / (1 - min(s.tokens) / n1) as dp_norm1 from hit join part using (facet, value)"
            + " join value using (facet, value) join size s using (doc_id)"
            + " left join posting p using (doc_id, term) where documents1 > 1"
            + " group by facet, value, term, f1, n1),"
            + " whole as (select facet, term, sum(f1)::bigint as f, sum(df1)::bigint as df from hit"
            + " group by all),"
            + " compared as (select facet, value, term, coalesce(f1, 0) as f1, n1,"
            + " f - coalesce(f1, 0) as f2, dp_norm1, coalesce(df1, 0) as df1, documents1,"
            + " (sum(n1) over other - n1)::bigint as n2, df - coalesce(df1, 0) as df2,"
            + " (sum(documents1) over other - documents1)::bigint as documents2"
            + " from whole join part using (facet) left join hit using (facet, value, term)"
            + " left join spread using (facet, value, term)"
            + " window other as (partition by facet, term))"
            + " select compared.*, pos, is_phrase, case when f1 = 0 then 'others' when f2 = 0 then"
            + " 'group' end as only_in, case when least(documents1, documents2) < 3 then"
            + " 'few_documents' when df1 + df2 = 1 then 'one_document' end as caution"
            + " from compared join terms using (term)",
        "facet, value, term",
        equal("f1"),
        equal("n1"),
        equal("f2"),
        equal("n2"),
        equal("df1"),
        equal("documents1"),
        equal("df2"),
        equal("documents2"),
        same("dp_norm1"),
        equal("pos"),
        equal("is_phrase"),
        equal("only_in"),
        equal("caution"));
    assertThat(
            number(
                "select count(*) from r where key_score is distinct from"
                    + " if(log_odds_z > 0, log_odds_z * (1 - dp_norm1), null)"))
        .as("scores that are not evidence times spread")
        .isZero();
    assertMeasures(
        "keyness",
        "select r.* exclude (f1, n1, f2, n2), e.f1::double as f1, e.n1::double as n1,"
            + " e.f2::double as f2, e.n2::double as n2 from r join e using (facet, value, term)",
        without(
            Keyness.values(),
            // Samples of documents, and all the terms of a value.
            EnumSet.of(Keyness.LOG_RATIO_CI_LOW, Keyness.LOG_RATIO_CI_HIGH, Keyness.Q_BH)));
  }

  /** The step-up procedure as it is defined: the smallest of p m / rank from a rank upward. */
  @Test
  void falseDiscoveryRatesOfKeyTerms() throws SQLException {
    assertSame(
        "select facet, value, term, p, q_bh from keyness",
        "with ranked as (select facet, value, term, p, caution,"
            + " rank() over (partition by facet, value order by p desc) as from_top,"
            + " count(*) over (partition by facet, value) as m from keyness),"
            + " stepped as (select *, least(1, p * m / (m - from_top + 1)) as bound from ranked)"
            + " select facet, value, term, p, case when caution is null then min(bound) over"
            + " (partition by facet, value order by p desc range between unbounded preceding and"
            + " current row) end as q_bh from stepped",
        "facet, value, term",
        same("q_bh"));
  }

  @Test
  void trends() throws SQLException {
    assertSame(
        "select * from trends",
        "with dated as (select doc_id, year::varchar as period, facet, value from documents join"
            + " (select doc_id, facet, value from (select doc_id, 'all' as corpus, region,"
            + " metadata->>'$.level' as level from documents)"
            + " unpivot (value for facet in (corpus, region, level))) using (doc_id)"
            + " where year is not null),"
            + " part as (select facet, value, period, sum(tokens)::bigint as tokens,"
            + " count(*) as documents from dated join size using (doc_id) group by all),"
            + " hit as (select facet, value, period, term, sum(tf)::bigint as tf,"
            + " sum(uses)::bigint as uses, sum(f)::bigint as f, count(*) as df from dated"
            + " join posting using (doc_id) group by all),"
            + " filled as (select facet, value, v.term, period, coalesce(tf, 0) as tf,"
            + " coalesce(uses, 0) as uses, coalesce(f, 0) as f, coalesce(df, 0) as df, documents,"
            + " tokens, coalesce(f, 0) / tokens as share, 1.959963984540054 ** 2 as zz"
            + " from (select term, is_phrase from vocabulary join terms using (term)) v"
            + " cross join part left join hit using (facet, value, term, period)"
            + " qualify facet = 'corpus' or is_phrase"
            + " or sum(coalesce(df, 0)) over (partition by facet, value, v.term) >= 3)"
            + " select *, share * 1e6 as per_million, df / documents as document_share,"
            + " make_date(period::int, 1, 1) as first_day, make_date(period::int, 12, 31) as last_day,"
            + " 1e6 * (share + zz / 2 / tokens - sqrt(zz * (share * (1 - share) / tokens"
            + " + zz / 4 / (tokens::double) ** 2))) / (1 + zz / tokens) as ci_low,"
            + " 1e6 * (share + zz / 2 / tokens + sqrt(zz * (share * (1 - share) / tokens"
            + " + zz / 4 / (tokens::double) ** 2))) / (1 + zz / tokens) as ci_high from filled",
        "facet, value, term, period",
        equal("tf"),
        equal("uses"),
        equal("f"),
        equal("df"),
        equal("documents"),
        equal("first_day"),
        equal("last_day"),
        equal("document_share"),
        equal("tokens"),
        same("per_million"),
        same("ci_low"),
        same("ci_high"));
  }

  /** Every period with every other, of the terms that a group has at all. */
  @Test
  void testsOfTrends() throws SQLException {
    assertSame(
        "select * from trend_tests where facet = 'corpus'",
        "with pair as (select a.term, sign(b.per_million - a.per_million) as way,"
            + " (b.per_million - a.per_million) / (b.period::int - a.period::int) as slope"
            + " from trends a join trends b using (term, facet, value)"
            + " where a.period < b.period and facet = 'corpus'),"
            + " tie as (select term, sum(u * (u - 1) * (2 * u + 5)) as cut, sum(u) as n from (select"
            + " term, count(*)::double as u from trends where facet = 'corpus' group by term,"
            + " per_million) group by term),"
            + " summed as (select term, sum(way)::bigint as s, count(*) as m, median(slope) as slope,"
            + " sum(way) / sqrt(count(*)::double * count_if(way <> 0)) as tau from pair group by term)"
            + " select 'all' as value, term, s, n::bigint as periods, slope, tau,"
            + " if(n < 10, null, exp(-z * z / 2) * scaled_tail(z)) as p"
            + " from (select *, abs(s - sign(s)) / sqrt((n * (n - 1) * (2 * n + 5) - cut) / 18) as z"
            + " from summed join tie using (term)) where tau is not null and not isnan(tau)",
        "value, term",
        equal("s"),
        equal("periods"),
        same("slope"),
        same("tau"),
        same("p"));
  }

  /** The step-up procedure as it is defined, over the terms of each group that have a p. */
  @Test
  void falseDiscoveryRatesOfTrends() throws SQLException {
    assertSame(
        "select facet, value, term, p, q_bh from trend_tests",
        "with ranked as (select *, rank() over (partition by facet, value order by p desc) as"
            + " from_top, count(*) over (partition by facet, value) as m from trend_tests"
            + " where p is not null),"
            + " stepped as (select *, least(1, p * m / (m - from_top + 1)) as bound from ranked)"
            + " select facet, value, term, min(bound) over (partition by facet, value order by p"
            + " desc range between unbounded preceding and current row) as q_bh from stepped"
            + " union all select facet, value, term, null from trend_tests where p is null",
        "facet, value, term",
        same("q_bh"));
    assertThat(number("select count(q_bh) from trend_tests where facet <> 'corpus'")).isPositive();
  }

  /** What a burst is made of; its ends and its weight are those of a search. */
  @Test
  void sharesOfBursts() throws SQLException {
    assertSame(
        "select * from bursts",
        "with whole as (select facet, value, term, sum(df) as df, sum(documents) as documents"
            + " from trends group by all),"
            + " part as (select b.facet, b.value, b.term, period_from, any_value(b.weight) as weight,"
            + " any_value(period_to::int - period_from::int + 1) as periods,"
            + " sum(t.df) as df, sum(t.documents) as documents from bursts b join trends t"
            + " using (facet, value, term) where period between period_from and period_to"
            + " group by b.facet, b.value, b.term, period_from)"
            + " select p.*, p.df / p.documents as document_share,"
            + " (w.df - p.df) / (w.documents - p.documents) as share_outside,"
            + " log2((p.df + p.documents / w.documents) / p.documents)"
            + " - log2((w.df - p.df + 1 - p.documents / w.documents) / (w.documents - p.documents))"
            + " as rise, weight / periods * rise as steepness"
            + " from part p join whole w using (facet, value, term)",
        "facet, value, term, period_from",
        equal("periods"),
        equal("df"),
        equal("documents"),
        same("document_share"),
        same("share_outside"),
        same("rise"),
        same("steepness"));
  }

  /** The strong pairs that fit a network, before its limit. */
  private static String edgesOf(String network, String condition) {
    return "select *, '" + network + "' as network from strong where " + condition;
  }

  /**
   * Around two terms stand the thirty strongest partners of each; what joins any two of these nodes
   * is an edge, here of at most a thousand with room to spare.
   */
  @Test
  void edgesOfTheNetworks() throws SQLException {
    assertSame(
        "select * from network_edges",
        "with phrase as (select phrase as term from phrases),"
            + " strong as (select *, dice as weight from cooccurrences where g2 >= 10.828),"
            + " ends as (select unit, term_a as term, term_b as other, g2, term_a, term_b from strong"
            + " union all select unit, term_b, term_a, g2, term_a, term_b from strong),"
            + " partner as (select unit, other as node from ends where term in ("
            + AROUND
            + ") qualify row_number() over (partition by unit, term order by g2 desc, term_a,"
            + " term_b) <= 30),"
            + " node as (select unit, node from partner union select distinct unit, term from ends"
            + " where term in ("
            + AROUND
            + ")), fitting as ("
            + edgesOf("all", "o11 >= 2 and caution is null")
            + " union all "
            + edgesOf(
                "phrases",
                "term_a in (from phrase) and term_b in (from phrase)"
                    + " and not coalesce(2 * long_o11 > o11, false)"
                    + " and not coalesce(2 * repeated_o11 > o11, false)")
            + " union all "
            + edgesOf(
                "around:" + AROUND.replace("'", ""),
                "(unit, term_a) in (from node) and (unit, term_b) in (from node)")
            + ") select * from fitting qualify row_number() over (partition by unit, network"
            + " order by g2 desc, term_a, term_b) <= 1000",
        "unit, network, term_a, term_b",
        equal("o11"),
        equal("g2"),
        equal("weight"));
    assertThat(number("select count(distinct network) from network_edges")).isEqualTo(3);
  }

  /**
   * PageRank is what its own equation yields, a component the nodes that share their smallest
   * reachable node; betweenness has no such short definition.
   */
  @Test
  void nodesOfTheNetworks() throws SQLException {
    String ends =
        "(select unit, network, term_a as term, term_b as other, weight from network_edges"
            + " union all select unit, network, term_b, term_a, weight from network_edges)";
    assertSame(
        "select * from network_nodes",
        "with ends as "
            + ends
            + ", strong as (select unit, network, term, sum(weight) as strength, count(*) as degree"
            + " from ends group by all),"
            + " flow as (select unit, network, ends.term, sum(n.pagerank * weight / s.strength) as"
            + " given from ends join network_nodes n using (unit, network)"
            + " join strong s using (unit, network) where n.term = ends.other and s.term = ends.other"
            + " group by all)"
            + " select unit, network, term, degree, strength, term in (select phrase from phrases) as"
            + " is_phrase, 0.15 / count(*) over (partition by unit, network) + 0.85 * given as"
            + " pagerank from strong join flow using (unit, network, term)",
        "unit, network, term",
        equal("degree"),
        equal("is_phrase"),
        same("strength"),
        same("pagerank"));
    assertSame(
        "select distinct unit, network, modularity from network_nodes",
        "with ends as "
            + ends
            + ", whole as (select unit, network, sum(weight) as m2 from ends group by all),"
            + " community as (select unit, network, a.community, sum(weight) as k,"
            + " sum(case when a.community = b.community then weight else 0 end) as within"
            + " from ends join network_nodes a using (unit, network, term)"
            + " join network_nodes b using (unit, network) where b.term = ends.other group by all)"
            + " select unit, network, sum(within / m2 - (k / m2) ** 2) as modularity from community"
            + " join whole using (unit, network) group by all",
        "unit, network",
        same("modularity"));
    assertSame(
        "select distinct unit, network, community, density, centrality from network_nodes",
        "with tie as (select a.community as one, b.community as other, unit, network, weight from "
            + ends
            + " ends join network_nodes a using (unit, network, term)"
            + " join network_nodes b using (unit, network) where b.term = ends.other),"
            + " size as (select unit, network, community, count(*) as nodes from network_nodes"
            + " group by all)"
            + " select unit, network, community,"
            + " 100 * sum(if(one = other, weight / 2, 0)) / any_value(nodes) as density,"
            + " 10 * sum(if(one = other, 0, weight)) as centrality"
            + " from tie join size using (unit, network) where one = community group by all",
        "unit, network, community",
        same("density"),
        same("centrality"));
    assertSame(
        "select distinct unit, network, components from network_nodes",
        "with recursive ends as "
            + ends
            + ", reached as (select unit, network, term, term as root from network_nodes"
            + " union select unit, network, e.other, r.root from reached r"
            + " join ends e using (unit, network, term) where r.root <= e.other)"
            + " select unit, network, count(distinct root) as components from"
            + " (select unit, network, term, min(root) as root from reached group by all) group by all",
        "unit, network",
        equal("components"));
    assertThat(
            number(
                "select count(*) from network_edges e join network_nodes a on a.term = e.term_a and"
                    + " a.unit = e.unit and a.network = e.network join network_nodes b on b.term ="
                    + " e.term_b and b.unit = e.unit and b.network = e.network where a.component <>"
                    + " b.component"))
        .isZero();
  }
}
