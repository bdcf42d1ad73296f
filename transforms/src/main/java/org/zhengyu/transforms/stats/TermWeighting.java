package org.zhengyu.transforms.stats;

import static org.zhengyu.transforms.stats.Description.means;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Weights of a term in a document: TF-IDF in its common forms, and BM25.
 *
 * <p>Notation: tf = tokens of the document in which a use of the term begins (column f), dl =
 * tokens of the document, df = documents with the term, N = all documents, ln = natural logarithm.
 * Every weight is 0 for tf = 0.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its descriptions are, and its functions.
public enum TermWeighting implements Measure<TermInDocument> {
  TFIDF(
      term -> term.tf() * term.idf(),
      means("how typical the term is of the document: f ln(N / df)", "该词对该文档的代表性：f·ln(N/df)")
          .by("Salton and Buckley 1988")),

  TFIDF_RELATIVE(
      term -> (double) term.tf() / term.length() * term.idf(),
      means("tfidf over the tokens of the document", "tfidf 除以文档的词次数")
          .by("Salton and Buckley 1988")),
  TFIDF_SMOOTH(
      term -> term.tf() * smoothIdf(term),
      means(
              "tfidf as scikit-learn has it, before documents are scaled",
              "scikit-learn 的 tfidf（归一化之前）")
          .by("Pedregosa et al. 2011")),
  TFIDF_SUBLINEAR(
      TermWeighting::sublinear,
      means(
              "tfidf_smooth of 1 + ln f, by which repetition counts less",
              "以 1 + ln f 代 f 的 tfidf_smooth，重复出现的分量较轻")
          .by("Pedregosa et al. 2011")),
  BM25(
      TermWeighting::bm25,
      means(
              "weight by which search engines rank: repetition saturates, long documents count less",
              "搜索引擎排序所用的权重：词频渐趋饱和，并按文档长度折算")
          .by("Robertson and Zaragoza 2009"));

  /** Those that are written when none are asked for, which come first. */
  public static final Set<TermWeighting> DEFAULTS = Collections.unmodifiableSet(EnumSet.of(TFIDF));

  /** Saturation of the term frequency in BM25, as in Lucene. */
  private static final double K1 = 1.2;

  /** Normalisation by document length in BM25, as in Lucene. */
  private static final double B = 0.75;

  private final ToDoubleFunction<TermInDocument> function;
  private final Description description;

  TermWeighting(ToDoubleFunction<TermInDocument> function, Description description) {
    this.function = function;
    this.description = description;
  }

  @Override
  public double of(TermInDocument term) {
    return function.applyAsDouble(term);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isDefault() {
    return DEFAULTS.contains(this);
  }

  /**
   * Inverse document frequency: ln(N / df), 0 or more; 0 if every document has the term.
   *
   * @throws IllegalArgumentException unless 1 &lt;= df &lt;= N
   */
  static double idf(long df, long documents) {
    if (df < 1 || df > documents) {
      throw new IllegalArgumentException(
          "document frequency " + df + " is not within 1.." + documents);
    }
    return Math.log((double) documents / df);
  }

  /** ln((1 + N) / (1 + df)) + 1, at least 1. */
  private static double smoothIdf(TermInDocument term) {
    return Math.log((1.0 + term.documents()) / (1.0 + term.df())) + 1;
  }

  private static double sublinear(TermInDocument term) {
    return term.tf() == 0 ? 0 : (1 + Math.log((double) term.tf())) * smoothIdf(term);
  }

  /**
   * ln(1 + (N - df + 0.5) / (df + 0.5)) tf / (tf + k1 (1 - b + b dl / avgdl)), as in Lucene since
   * 8, but with the document length as it is, where Lucene rounds those above 39.
   */
  private static double bm25(TermInDocument term) {
    if (term.tf() == 0) {
      return 0;
    }
    double idf = Math.log1p((term.documents() - term.df() + 0.5) / (term.df() + 0.5));
    double lengths = 1 - B + B * term.length() / term.averageLength();
    return idf * (term.tf() / (term.tf() + K1 * lengths));
  }
}
