package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passages, through the whole job: worked by hand, and on real text against all its sequences. */
class PassagesTest {
  private static final String TABLES =
      "documents,tokens,passages,passage_occurrences,lineage,reuse";

  @TempDir Path temp;

  private ZhengyuJob job(Path corpus, int shortest) {
    return ZhengyuJob.into(temp.resolve("result"))
        .with("overwrite", true)
        .over(corpus)
        .with("tables", TABLES)
        .with("minPassage", shortest);
  }

  /** The example of {@code docs/measures.md}. */
  private Result example() {
    return exampleJob().complete();
  }

  private ZhengyuJob exampleJob() {
    Path corpus = temp.resolve("corpus");
    write(corpus.resolve("1.txt"), "我们坚持稳中求进，推动绿色发展。\n");
    write(corpus.resolve("2.txt"), "必须坚持稳中求进，推动绿色发展，扩大开放。\n");
    write(corpus.resolve("3.txt"), "推动绿色发展，扩大开放。坚持稳中求进。\n推动绿色发展，扩大开放。\n");
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "file,date,region\n1.txt,2024-01-30,全国\n2.txt,2024-03,山东省\n3.txt,2024,\n");
    return job(corpus, 3)
        .with("lexicon", write(temp.resolve("lexicon.txt"), "稳中求进\n"))
        .with("metadata", metadata);
  }

  @Test
  void countOnceOrNotAtAllIfThatIsAskedFor() {
    ZhengyuJob job = exampleJob().with("tables", "documents,terms");
    assertThat(
            job.with("passages", "once")
                .complete()
                .query("select term, tf from terms order by all"))
        .containsExactlyInAnyOrder(
            Rows.row("我们", 1L),
            Rows.row("必须", 1L),
            Rows.row("坚持", 2L),
            Rows.row("稳中求进", 2L),
            Rows.row("推动", 1L),
            Rows.row("绿色", 1L),
            Rows.row("发展", 1L),
            Rows.row("扩大", 1L),
            Rows.row("开放", 1L));
    Result none = job.with("passages", "exclude").complete();
    assertThat(none.query("select term, tf, df from terms"))
        .containsExactlyInAnyOrder(
            Rows.row("我们", 1L, 1L),
            Rows.row("必须", 1L, 1L),
            Rows.row("坚持", 1L, 1L),
            Rows.row("稳中求进", 1L, 1L));
    assertThat(none.query("select tokens from documents order by doc_id"))
        .containsExactly(Rows.row(6L), Rows.row(8L), Rows.row(12L));
  }

  /** Of three places of 坚持 with 稳中求进 two are in passages. */
  @Test
  void tellHowMuchOfAPairTheyMake() {
    ZhengyuJob job =
        exampleJob()
            .with("tables", "passages,cooccurrences")
            .with("minTermFrequency", 1)
            .with("minJointFrequency", 1);
    String pairs =
        "select term_a, term_b, o11, repeated_o11, caution from cooccurrences where (term_a, term_b)"
            + " in (('发展', '推动'), ('坚持', '稳中求进')) order by all";
    assertThat(job.complete().query(pairs))
        .containsExactly(
            Rows.row("发展", "推动", 4L, 4L, "repeated"), Rows.row("坚持", "稳中求进", 3L, 2L, "repeated"));
    assertThat(job.with("passages", "exclude").complete().query(pairs))
        .containsExactly(Rows.row("坚持", "稳中求进", 1L, 0L, "few_documents"));
    assertThat(
            exampleJob()
                .with("tables", "cooccurrences")
                .without("minPassage")
                .complete()
                .query("select distinct repeated_o11 from cooccurrences"))
        .containsExactly(Rows.row((Object) null));
  }

  /**
   * Every use of a term with each passage over a character of it, in SQL: what is not among them
   * makes the events that are not repeated.
   */
  @Test
  @Tag("slow")
  void tellHowMuchOfEveryPairTheyMakeOnEitherRunner() {
    ZhengyuJob job =
        job(Seeds.CORPUS, 4)
            .with("tables", TABLES + ",phrase_occurrences,cooccurrences")
            .with("minJointFrequency", 1);
    Result result = job.complete();
    assertThat(
            result.number(
                "select count(*) from cooccurrences where repeated_o11 between 1 and o11 - 1"))
        .isGreaterThan(100);
    assertThat(result.number("select count(*) from cooccurrences where repeated_o11 > o11"))
        .isZero();
    assertThat(result.set("select term_a, term_b, o11 - repeated_o11 from cooccurrences"))
        .isEqualTo(
            result.set(
                "with used as (select doc_id, sentence, term, begin_offset, end_offset from tokens"
                    + " where phrase is null union all select doc_id, sentence, phrase, begin_offset,"
                    + " end_offset from phrase_occurrences where is_use),"
                    + " own as (from used u where doc_id in (select doc_id from documents where"
                    + " duplicate_of is null) and not exists (from passage_occurrences o where"
                    + " o.doc_id = u.doc_id and o.begin_offset < u.end_offset and o.end_offset >"
                    + " u.begin_offset)),"
                    + " pairs as (select a.term as term_a, b.term as term_b, count(distinct"
                    + " (doc_id, sentence)) as outside from own a join own b using (doc_id, sentence)"
                    + " where a.term < b.term and (a.end_offset <= b.begin_offset or b.end_offset <="
                    + " a.begin_offset) group by all)"
                    + " select term_a, term_b, coalesce(outside, 0) from cooccurrences left join"
                    + " pairs using (term_a, term_b)"));
    Set<List<Object>> rows = result.set("from cooccurrences");
    assertThat(
            job.with("runner", "DirectRunner")
                .with("splitBytes", 2000)
                .with("buckets", 3)
                .complete()
                .set("from cooccurrences"))
        .isEqualTo(rows);
  }

  @Test
  void areTheLongestSequencesThatTheirDocumentsShare() {
    Result result = example();
    assertThat(
            result.query(
                "select example, tokens, documents, occurrences, first_doc_id, first_ties"
                    + " from passages order by tokens desc, occurrences"))
        .containsExactly(
            Rows.row("坚持稳中求进，推动绿色发展", 5L, 2L, 2L, "1.txt", 1L),
            Rows.row("推动绿色发展，扩大开放", 5L, 2L, 3L, "2.txt", 2L),
            Rows.row("推动绿色发展", 3L, 3L, 4L, "1.txt", 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"passages", "passage_occurrences", "lineage", "reuse"})
  void areTheSameWhateverElseIsAskedFor(String table) {
    Set<List<Object>> among = example().set("from " + table);
    assertThat(exampleJob().with("tables", table).complete().set("from " + table))
        .isEqualTo(among)
        .isNotEmpty();
  }

  /** The same example, and the levels of the country and a province. */
  @Test
  void tellWhatALaterDocumentHasFromAnEarlierOne() {
    Result result = example();
    assertThat(
            result.query(
                "select source_doc_id, target_doc_id, passages, tokens, longest, lag_days, direction"
                    + " from lineage"))
        .containsExactly(Rows.row("1.txt", "2.txt", 1L, 5L, 5L, 31L, "down"));
    assertThat(
            result.query(
                "select doc_id, tokens, copied, unsourced, adapted, own, adapted_sentences,"
                    + " copied_share from reuse order by doc_id"))
        .containsExactly(
            Rows.row("1.txt", 6L, 0L, 0L, 0L, 6L, 0L, 0.0),
            Rows.row("2.txt", 8L, 5L, 0L, 3L, 0L, 1L, 0.625),
            Rows.row("3.txt", 12L, 0L, 0L, 0L, 12L, 0L, 0.0));
  }

  /** The example of {@code docs/measures.md}, and a text that is repeated exactly. */
  @Test
  void tellWhichDocumentsAreNearlyOthers() {
    Path corpus = temp.resolve("corpus");
    write(corpus.resolve("1.txt"), "a b c d e f g h i j k l\n");
    write(corpus.resolve("2.txt"), "a b c d e f g h i j k m\n");
    write(corpus.resolve("3.txt"), "c d e f g h\ni j k\n");
    write(corpus.resolve("4.txt"), "a b c d e f g h x\n");
    write(corpus.resolve("5.txt"), "a b c d e f g h x\n");
    write(corpus.resolve("6.txt"), "n o p q r s t\n");
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "file,date\n1.txt,2024-01-30\n2.txt,2024-03\n3.txt,2024\n4.txt,2025-01-05\n");
    Result result =
        job(corpus, 8)
            .with("tables", "documents,duplicate_clusters")
            .with("metadata", metadata)
            .complete();
    assertThat(
            result.query(
                "select doc_id, cluster, role, round(similarity, 4), lag_days"
                    + " from duplicate_clusters order by doc_id"))
        .containsExactly(
            Rows.row("1.txt", "1.txt", "original", 1.0, null),
            Rows.row("2.txt", "1.txt", "reprint", 0.7778, 31L),
            Rows.row("3.txt", "1.txt", "reprint", 0.625, null),
            Rows.row("4.txt", "1.txt", "excerpt", 0.8889, 341L));
  }

  /** Those with a namesake: laws before and after amendments, each compared with all in SQL. */
  @Test
  @Tag("slow")
  void findTheVersionsOfALaw() throws IOException {
    Map<String, List<String>> byTitle = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(ZhengyuJob.shared("corpus/laws.jsonl.gz"))),
                UTF_8))) {
      lines
          .lines()
          .forEach(
              line ->
                  byTitle
                      .computeIfAbsent(
                          line.replaceFirst(".*\"title\": *\"([^\"]*)\".*", "$1"),
                          title -> new ArrayList<>())
                      .add(line));
    }
    byTitle.values().removeIf(lines -> lines.size() < 2);
    List<String> laws = new ArrayList<>();
    for (String law : byTitle.values().stream().flatMap(List::stream).toList()) {
      laws.add(law.replaceFirst("\"id\": \"[^\"]*", "\"id\": \"law%04d".formatted(laws.size())));
    }
    Path input = write(temp.resolve("laws.jsonl"), String.join("\n", laws));
    Result result = job(input, 8).with("tables", "documents,tokens,duplicate_clusters").complete();
    Set<List<Object>> expected = new HashSet<>();
    Set<Object> reprints = new HashSet<>();
    for (List<Object> pair : result.query(alike())) {
      if (!reprints.contains(pair.get(0)) && reprints.add(pair.get(1))) {
        expected.add(Rows.row(pair.get(1), pair.get(0), pair.get(2)));
      }
    }
    assertThat(expected).hasSizeGreaterThan(30);
    assertThat(
            result.set(
                "select doc_id, cluster, similarity from duplicate_clusters"
                    + " where role = 'reprint'"))
        .isEqualTo(expected);
  }

  /** All pairs that are alike, by the later and then the earlier document in their order. */
  private static String alike() {
    return "with words as (select doc_id, term, row_number() over (partition by doc_id"
        + " order by sentence, position) as at from tokens),"
        + " shingles as (select distinct doc_id, list(term) over (partition by doc_id order by at"
        + " rows between current row and 4 following) as shingle from words"
        + " qualify len(shingle) = 5),"
        + " sizes as (select doc_id, count(*) as size, any_value(date_last) as last from shingles join documents using (doc_id)"
        + " where duplicate_of is null group by all),"
        + " pairs as (select a.doc_id as earlier, b.doc_id as later, count(*) as common"
        + " from shingles a join shingles b using (shingle) where a.doc_id <> b.doc_id group by all)"
        + " select earlier, later, common / (e.size + l.size - common) as similarity"
        + " from pairs join sizes e on e.doc_id = earlier join sizes l on l.doc_id = later"
        + " where (e.last, earlier) < (l.last, later) and similarity >= 0.5"
        + " order by l.last, later, e.last, earlier";
  }

  /** Counted anew from the tokens and places; the first place of a passage is its example. */
  @Test
  @Tag("slow")
  void doNotCountWhereTheyAreLeftOut() {
    for (String use : List.of("once", "exclude")) {
      Result result =
          job(Seeds.CORPUS, 4)
              .with("tables", TABLES + ",terms,document_terms,cooccurrences")
              .with("passages", use)
              .complete();
      String kept =
          "with kept as (from tokens t where not exists (from passage_occurrences o join"
              + " passages p using (passage_id) where o.doc_id = t.doc_id"
              + " and o.begin_offset <= t.begin_offset and o.end_offset >= t.end_offset"
              + (use.equals("once")
                  ? " and (o.doc_id, o.begin_offset) <> (p.doc_id, p.begin_offset)"
                  : "")
              + ") and doc_id in (select doc_id from documents where duplicate_of is null)) ";
      assertThat(result.set("select doc_id, term, tf from document_terms where tf > 0"))
          .hasSizeGreaterThan(500)
          .isEqualTo(result.set(kept + "select doc_id, term, count(*) from kept group by all"));
      assertThat(
              result.set(
                  "select term_a, term_b, o11, documents, n from cooccurrences c join terms a on"
                      + " a.term = term_a join terms b on b.term = term_b"
                      + " where not a.is_phrase and not b.is_phrase"))
          .hasSizeGreaterThan(20)
          .isEqualTo(
              result.set(
                  kept
                      + ", present as (select distinct k.doc_id, sentence, term from kept k"
                      + " join terms t using (term) where not is_phrase and term in (select"
                      + " term_a from cooccurrences union select term_b from cooccurrences)),"
                      + " pairs as (select a.term as term_a, b.term as term_b, count(*) as o11,"
                      + " count(distinct doc_id) as documents from present a join present b"
                      + " using (doc_id, sentence) where a.term < b.term group by all)"
                      + " select term_a, term_b, o11, documents, (select count(distinct"
                      + " (doc_id, sentence)) from kept) from pairs"
                      + " where (term_a, term_b) in (select (term_a, term_b) from cooccurrences)"));
    }
  }

  /** What is longer than any passage is left out nowhere; on real text in all three ways. */
  @Test
  @Tag("slow")
  void leaveEveryRowAsItIsWhereThereAreNone() {
    List<Set<List<Object>>> rows = new ArrayList<>();
    for (String use : List.of("count", "once", "exclude")) {
      Result result =
          job(Seeds.CORPUS, 900)
              .with("tables", "passages,terms,document_terms,cooccurrences,network_edges")
              .with("passages", use)
              .complete();
      assertThat(result.number("select count(*) from passages")).isZero();
      Set<List<Object>> all = new HashSet<>(result.set("from terms"));
      all.addAll(result.set("from document_terms"));
      all.addAll(result.set("from cooccurrences"));
      rows.add(all);
    }
    assertThat(rows.get(1)).isEqualTo(rows.get(0));
    assertThat(rows.get(2)).isEqualTo(rows.get(0));
  }

  @Test
  @Tag("slow")
  void countNoMoreOnceThanAlwaysAndNoMoreNeverThanOnce() {
    List<Map<Object, Long>> frequencies = new ArrayList<>();
    for (String use : List.of("count", "once", "exclude")) {
      Map<Object, Long> frequencyOf = new HashMap<>();
      job(Seeds.CORPUS, 4)
          .with("tables", "terms,passages")
          .with("passages", use)
          .complete()
          .query("select term, uses from terms")
          .forEach(row -> frequencyOf.put(row.get(0), (Long) row.get(1)));
      frequencies.add(frequencyOf);
    }
    for (int less = 1; less < 3; less++) {
      Map<Object, Long> more = frequencies.get(less - 1);
      frequencies
          .get(less)
          .forEach(
              (term, uses) -> assertThat(uses).as("%s", term).isLessThanOrEqualTo(more.get(term)));
      assertThat(frequencies.get(less).values().stream().mapToLong(uses -> uses).sum())
          .isLessThan(more.values().stream().mapToLong(uses -> uses).sum());
    }
  }

  /** By the definition: what every sequence of tokens has for documents. */
  @Test
  @Tag("slow")
  void areThoseOfAllSequencesOfTheSamples() {
    int shortest = 4;
    Result result = job(Seeds.CORPUS, shortest).complete();
    Map<List<String>, Set<List<Object>>> expected = byBruteForce(result, shortest);
    Map<String, Set<List<Object>>> found = new HashMap<>();
    for (List<Object> row :
        result.query(
            "select passage_id, doc_id, begin_offset, end_offset from passage_occurrences")) {
      found.computeIfAbsent((String) row.get(0), id -> new HashSet<>()).add(row.subList(1, 4));
    }
    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(found.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    assertThat(
            result.query(
                "select passage_id from passages p where documents != (select count(distinct doc_id)"
                    + " from passage_occurrences o where o.passage_id = p.passage_id) or occurrences"
                    + " != (select count(*) from passage_occurrences o where o.passage_id ="
                    + " p.passage_id)"))
        .isEmpty();
    assertThat(result.number("select count(*) from passages")).isEqualTo(found.size());
    assertThat(
            result.query(
                "select passage_id from passages p where tokens != (select count(*) from tokens t"
                    + " where t.doc_id = p.doc_id and t.begin_offset >= p.begin_offset"
                    + " and t.end_offset <= p.end_offset)"))
        .isEmpty();
  }

  /** Every token of every document with each passage over it, in SQL. */
  @Test
  @Tag("slow")
  void creditEachTokenToTheEarliestDocumentWithTheLongestPassage() {
    Result result = job(Seeds.CORPUS, 4).with("metadata", Seeds.METADATA).complete();
    String credited =
        "with earliest as (select passage_id, min(date_last) as last from (select distinct"
            + " passage_id, doc_id from passage_occurrences) join documents using (doc_id)"
            + " group by all),"
            + " over_tokens as (select t.doc_id, t.sentence, t.begin_offset, p.tokens,"
            + " if(p.first_ties = 1, p.first_doc_id, null) as source, e.last, p.passage_id"
            + " from tokens t join documents d using (doc_id) join passage_occurrences o"
            + " on o.doc_id = t.doc_id and o.begin_offset <= t.begin_offset"
            + " and o.end_offset >= t.end_offset join passages p using (passage_id)"
            + " join earliest e using (passage_id) where e.last < d.date),"
            + " credited as (select * from over_tokens qualify row_number() over (partition by"
            + " doc_id, begin_offset order by tokens desc, source is null, last, source) = 1) ";
    assertThat(result.set("select source_doc_id, target_doc_id, tokens, longest from lineage"))
        .hasSizeGreaterThan(3)
        .isEqualTo(
            result.set(
                credited
                    + "select source, doc_id, count(*), max(tokens) from credited"
                    + " where source is not null group by all"));
    assertThat(
            result.set(
                "select doc_id, tokens, copied, unsourced, adapted, own, adapted_sentences from"
                    + " reuse where copied is not null"))
        .isEqualTo(
            result.set(
                credited
                    + ", by_sentence as (select t.doc_id, t.sentence, count(*) as words,"
                    + " count(c.doc_id) as copied, count(*) filter (where c.doc_id is not null and"
                    + " c.source is null) as unsourced from tokens t left join credited c"
                    + " using (doc_id, begin_offset) group by all)"
                    + " select doc_id, sum(words)::bigint, sum(copied)::bigint,"
                    + " sum(unsourced)::bigint, sum(if(is_adapted, words - copied, 0))::bigint,"
                    + " sum(if(is_adapted, 0, words - copied))::bigint,"
                    + " count(*) filter (where is_adapted) from (select *,"
                    + " copied < words and 3 * copied >= words as is_adapted from by_sentence)"
                    + " join documents using (doc_id) where date is not null and duplicate_of is"
                    + " null group by all"));
  }

  /** From the words of each passage to the places where it stands. */
  private static Map<List<String>, Set<List<Object>>> byBruteForce(Result result, int shortest) {
    List<List<List<Object>>> paragraphs = paragraphs(result);
    Map<List<String>, Set<List<Object>>> passages = new HashMap<>();
    Map<List<String>, Set<List<Object>>> sequences = sequences(paragraphs, shortest);
    for (int length = shortest; !sequences.isEmpty(); length++) {
      Map<List<String>, Set<List<Object>>> longer = sequences(paragraphs, length + 1);
      Set<List<String>> within = new HashSet<>();
      for (Map.Entry<List<String>, Set<List<Object>>> each : longer.entrySet()) {
        for (int from : List.of(0, 1)) {
          List<String> part = each.getKey().subList(from, from + length);
          if (documents(sequences.get(part)).equals(documents(each.getValue()))) {
            within.add(part);
          }
        }
      }
      sequences.keySet().removeAll(within);
      passages.putAll(sequences);
      sequences = sequences(paragraphs, length + 1);
    }
    return passages;
  }

  /** The tokens of each paragraph that counts. */
  private static List<List<List<Object>>> paragraphs(Result result) {
    Map<String, List<List<Object>>> paragraphs = new TreeMap<>();
    for (List<Object> token :
        result.query(
            "select doc_id, paragraph, begin_offset, end_offset, term from tokens where doc_id in"
                + " (select doc_id from documents where duplicate_of is null)"
                + " order by doc_id, sentence, position")) {
      paragraphs
          .computeIfAbsent(token.get(0) + " " + token.get(1), each -> new ArrayList<>())
          .add(token);
    }
    return List.copyOf(paragraphs.values());
  }

  /** The sequences of a length that several documents have, with their places. */
  private static Map<List<String>, Set<List<Object>>> sequences(
      List<List<List<Object>>> paragraphs, int length) {
    Map<List<String>, Set<List<Object>>> places = new HashMap<>();
    for (List<List<Object>> tokens : paragraphs) {
      for (int from = 0; from + length <= tokens.size(); from++) {
        List<List<Object>> words = tokens.subList(from, from + length);
        places
            .computeIfAbsent(
                words.stream().map(word -> (String) word.get(4)).collect(Collectors.toList()),
                each -> new HashSet<>())
            .add(List.of(words.get(0).get(0), words.get(0).get(2), words.get(length - 1).get(3)));
      }
    }
    places.values().removeIf(where -> documents(where).size() < 2);
    return places;
  }

  private static Set<Object> documents(Set<List<Object>> places) {
    return places.stream().map(place -> place.get(0)).collect(Collectors.toSet());
  }

  /** What stands before and behind these words differs from report to report. */
  @Test
  @Tag("slow")
  void haveTheClosingFormulaOfEveryProvince() {
    Result result =
        job(ZhengyuJob.shared("corpus/work-reports/txt").resolve("prov-2026-*.txt"), 8).complete();
    assertThat(result.number("select count(*) from documents")).isEqualTo(31);
    assertThat(
            result.texts(
                "select example from passages where documents = 31"
                    + " and contains(example, '习近平同志为核心的党中央周围')"))
        .containsExactly("团结在以习近平同志为核心的党中央周围");
  }
}
