package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  /** A row that gives its counts instead of a document. */
  private static final Pattern INLINE =
      Pattern.compile("\\(n=(\\d+),N=(\\d+),tf=(\\d+),dl=(\\d+),avgdl=([\\d.]+)\\)");

  /** The documents of one small corpus, by name. */
  private record Corpus(Map<String, List<String>> documents) {
    long df(String term) {
      return documents.values().stream().filter(tokens -> tokens.contains(term)).count();
    }
  }

  /** One term in one document, counted by hand. */
  private record Occurrence(Corpus corpus, List<String> tokens, String term) {
    TermInDocument counts() {
      long tokenCount = corpus.documents().values().stream().mapToInt(List::size).sum();
      TermInDocument counts = new TermInDocument(corpus.documents().size(), tokenCount);
      counts.ofTerm(corpus.df(term));
      counts.inDocument(tokens.stream().filter(term::equals).count(), tokens.size());
      return counts;
    }

    /** The weight of this term once all weights of its document are scaled to length 1. */
    double scaled(TermWeighting weighting) {
      double squares =
          tokens.stream()
              .distinct()
              .mapToDouble(other -> weighting.of(new Occurrence(corpus, tokens, other).counts()))
              .map(weight -> weight * weight)
              .sum();
      return weighting.of(counts()) / Math.sqrt(squares);
    }
  }

  /** The weightings by the names that vectors have for them. */
  private static final Map<String, TermWeighting> VARIANTS =
      Map.of(
          "beam", TermWeighting.TFIDF_RELATIVE,
          "raw_tf_ln_idf", TermWeighting.TFIDF,
          "sklearn_smooth_unnormalised", TermWeighting.TFIDF_SMOOTH,
          "sklearn_sublinear_smooth_unnormalised", TermWeighting.TFIDF_SUBLINEAR,
          "lucene_bm25", TermWeighting.BM25);

  /** What the project does not compute. */
  private static final Set<String> LEFT_OUT =
      Set.of("lucene_classic_idf", "lucene_bm25_idf", "bm25_robertson_idf", "sklearn_nosmooth_l2");

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
    Vectors.reference("tfidf.csv")
        .filter(row -> !LEFT_OUT.contains(row.get("variant")))
        .forEach(row -> check(row, corpora));
  }

  @Test
  void everyWeightingHasVectors() {
    assertThat(
            rows()
                .map(row -> VARIANTS.get(row.get("variant")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(TermWeighting.values());
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
      long df = Long.parseLong(inline.group(1));
      long documents = Long.parseLong(inline.group(2));
      double tokens = documents * Double.parseDouble(inline.group(5));
      TermInDocument counts = new TermInDocument(documents, Math.round(tokens));
      counts.ofTerm(df);
      counts.inDocument(Long.parseLong(inline.group(3)), Long.parseLong(inline.group(4)));
      double idf = Math.log1p((documents - df + 0.5) / (df + 0.5));
      Vectors.assertMatches(row, (K1 + 1) * TermWeighting.BM25.of(counts) / idf);
      return;
    }
    Corpus corpus = corpora.get(row.get("corpus"));
    Occurrence occurrence =
        new Occurrence(corpus, corpus.documents().get(row.get("doc")), row.get("term"));
    Vectors.assertMatches(row, weight(row.get("variant"), occurrence));
  }

  private static double weight(String variant, Occurrence occurrence) {
    return switch (variant) {
      case "sklearn_smooth_l2" -> occurrence.scaled(TermWeighting.TFIDF_SMOOTH);
      case "bm25_k1plus1 (Lucene<8)" -> (K1 + 1) * TermWeighting.BM25.of(occurrence.counts());
      default ->
          Optional.ofNullable(VARIANTS.get(variant))
              .orElseGet(() -> fail("nothing computes the variant " + variant))
              .of(occurrence.counts());
    };
  }
}
