package org.zhengyu.transforms.stats;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermWeightingVectorsTest {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /** A row that gives its counts instead of a document. */
  private static final Pattern INLINE =
      Pattern.compile("\\(n=(\\d+),N=(\\d+),tf=(\\d+),dl=(\\d+),avgdl=([\\d.]+)\\)");

  /** The documents of one small corpus, by name. */
  private record Corpus(Map<String, List<String>> documents) {
    long df(String term) {
      return documents.values().stream().filter(tokens -> tokens.contains(term)).count();
    }

    long size() {
      return documents.size();
    }

    double averageLength() {
      return documents.values().stream().mapToInt(List::size).average().orElseThrow();
    }
  }

  /** One term in one document, counted by hand. */
  private record Occurrence(Corpus corpus, List<String> tokens, String term) {
    long tf() {
      return tokens.stream().filter(term::equals).count();
    }

    long dl() {
      return tokens.size();
    }

    long df() {
      return corpus.df(term);
    }

    long n() {
      return corpus.size();
    }

    double bm25Tf() {
      return TermWeighting.bm25Tf(tf(), dl(), corpus.averageLength(), K1, B);
    }

    /** The weight of this term once all weights of its document are normalised. */
    double normalised(ToDoubleBiFunction<Occurrence, String> weight) {
      List<String> terms = tokens.stream().distinct().toList();
      double[] weights =
          terms.stream()
              .mapToDouble(
                  other -> weight.applyAsDouble(new Occurrence(corpus, tokens, other), other))
              .toArray();
      return TermWeighting.l2Normalised(weights)[terms.indexOf(term)];
    }
  }

  private interface Weight {
    double of(Occurrence occurrence);
  }

  private static final Map<String, Weight> VARIANTS =
      Map.ofEntries(
          entry("beam", o -> TermWeighting.tfIdf(o.tf(), o.dl(), o.df(), o.n())),
          entry("raw_tf_ln_idf", o -> TermWeighting.tfIdfRaw(o.tf(), o.df(), o.n())),
          entry(
              "sklearn_smooth_unnormalised", o -> TermWeighting.tfIdfSmooth(o.tf(), o.df(), o.n())),
          entry(
              "sklearn_sublinear_smooth_unnormalised",
              o -> TermWeighting.tfIdfSublinear(o.tf(), o.df(), o.n())),
          entry(
              "sklearn_smooth_l2",
              o ->
                  o.normalised(
                      (other, term) ->
                          TermWeighting.tfIdfSmooth(other.tf(), other.df(), other.n()))),
          entry(
              "sklearn_nosmooth_l2",
              o ->
                  o.normalised(
                      (other, term) ->
                          TermWeighting.tfIdfPlusOne(other.tf(), other.df(), other.n()))),
          entry("lucene_classic_idf", o -> TermWeighting.idfSmooth(o.df(), o.n())),
          entry("lucene_bm25_idf", o -> TermWeighting.bm25Idf(o.df(), o.n())),
          entry(
              "lucene_bm25",
              o -> TermWeighting.bm25(o.tf(), o.dl(), o.corpus().averageLength(), o.df(), o.n())),
          entry(
              "bm25_k1plus1 (Lucene<8)",
              o -> (K1 + 1) * o.bm25Tf() * TermWeighting.bm25Idf(o.df(), o.n())),
          entry(
              "bm25_robertson_idf",
              o -> (K1 + 1) * o.bm25Tf() * TermWeighting.bm25IdfRobertson(o.df(), o.n())));

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("tfidf.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithPublishedAndIndependentlyComputedWeights(CSVRecord row) {
    check(row, corpora(Vectors.pinned("tfidf_docs.csv")));
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Map<String, Corpus> corpora = corpora(Vectors.reference("tfidf_docs.csv"));
    Vectors.reference("tfidf.csv").forEach(row -> check(row, corpora));
  }

  @Test
  void voyantDiffersFromBeamByTheBaseOfTheLogarithmOnly() {
    // 3 of 10 tokens, in 1 of 100 documents: 0.3 * log10(100).
    assertThat(TermWeighting.tfIdfLog10(3, 10, 1, 100)).isEqualTo(0.6);
  }

  private static Map<String, Corpus> corpora(Stream<CSVRecord> rows) {
    return rows.collect(
        Collectors.groupingBy(
            row -> row.get("corpus"),
            Collectors.collectingAndThen(
                Collectors.toMap(
                    row -> row.get("doc"),
                    row -> Arrays.asList(row.get("tokens").split(" ", -1)),
                    (first, second) -> second,
                    LinkedHashMap::new),
                Corpus::new)));
  }

  private static void check(CSVRecord row, Map<String, Corpus> corpora) {
    assertThat(row.get("param")).isIn("", "k1=1.2;b=0.75");
    Matcher inline = INLINE.matcher(row.get("corpus"));
    if (inline.matches()) {
      assertThat(row.get("variant")).isEqualTo("bm25_tf_k1plus1");
      double tf =
          TermWeighting.bm25Tf(
              Long.parseLong(inline.group(3)),
              Long.parseLong(inline.group(4)),
              Double.parseDouble(inline.group(5)),
              K1,
              B);
      Vectors.assertMatches(row, (K1 + 1) * tf);
      return;
    }
    Corpus corpus = corpora.get(row.get("corpus"));
    Occurrence occurrence =
        new Occurrence(corpus, corpus.documents().get(row.get("doc")), row.get("term"));
    Vectors.assertMatches(row, Vectors.function(VARIANTS, row.get("variant")).of(occurrence));
  }
}
