package org.zhengyu.transforms.stats;

/**
 * Weights of a term in a document: TF-IDF in its common forms, and BM25.
 *
 * <p>Notation: tf = occurrences of the term in the document, dl = tokens of the document, df =
 * documents with the term, N = all documents, ln = natural logarithm. Every weight is 0 for tf = 0.
 * Every method throws IllegalArgumentException unless 1 &lt;= df &lt;= N, 0 &lt;= tf &lt;= dl and
 * dl &gt;= 1, as far as it takes them.
 */
public final class TermWeighting {
  /** Saturation of the term frequency in BM25, as in Lucene. */
  public static final double DEFAULT_K1 = 1.2;

  /** Normalisation by document length in BM25, as in Lucene. */
  public static final double DEFAULT_B = 0.75;

  private TermWeighting() {}

  /** Inverse document frequency: ln(N / df), 0 or more; 0 if every document has the term. */
  public static double idf(long df, long documents) {
    checkDocuments(df, documents);
    return Math.log((double) documents / df);
  }

  /**
   * Smoothed inverse document frequency: ln((1 + N) / (1 + df)) + 1, at least 1.
   *
   * <p>scikit-learn with smooth_idf, and Lucene's ClassicSimilarity.
   */
  public static double idfSmooth(long df, long documents) {
    checkDocuments(df, documents);
    return Math.log((1.0 + documents) / (1.0 + df)) + 1;
  }

  /** ln(N / df) + 1, at least 1: scikit-learn without smooth_idf. */
  public static double idfPlusOne(long df, long documents) {
    return idf(df, documents) + 1;
  }

  /**
   * (tf / dl) ln(N / df), 0 or more: relative term frequency by inverse document frequency, as in
   * the TF-IDF example of Apache Beam.
   */
  public static double tfIdf(long tf, long documentLength, long df, long documents) {
    checkTerm(tf, documentLength);
    return (double) tf / documentLength * idf(df, documents);
  }

  /** (tf / dl) log10(N / df), 0 or more: {@link #tfIdf} as Voyant has it. */
  public static double tfIdfLog10(long tf, long documentLength, long df, long documents) {
    checkTerm(tf, documentLength);
    checkDocuments(df, documents);
    return (double) tf / documentLength * Math.log10((double) documents / df);
  }

  /** tf ln(N / df), 0 or more, of the raw count. */
  public static double tfIdfRaw(long tf, long df, long documents) {
    checkFrequency(tf);
    return tf * idf(df, documents);
  }

  /** tf (ln((1 + N) / (1 + df)) + 1): scikit-learn before normalisation ({@link #l2Normalised}). */
  public static double tfIdfSmooth(long tf, long df, long documents) {
    checkFrequency(tf);
    return tf * idfSmooth(df, documents);
  }

  /** tf (ln(N / df) + 1): scikit-learn with smooth_idf=False, before normalisation. */
  public static double tfIdfPlusOne(long tf, long df, long documents) {
    checkFrequency(tf);
    return tf * idfPlusOne(df, documents);
  }

  /**
   * (1 + ln tf) (ln((1 + N) / (1 + df)) + 1): scikit-learn with sublinear_tf, before normalisation.
   */
  public static double tfIdfSublinear(long tf, long df, long documents) {
    checkFrequency(tf);
    double idf = idfSmooth(df, documents);
    return tf == 0 ? 0 : (1 + Math.log((double) tf)) * idf;
  }

  /**
   * The weights of one document divided by their Euclidean length; zeros stay zeros. The result
   * does not depend on the order of the terms.
   *
   * @return a new array
   * @throws IllegalArgumentException if a weight is not finite
   */
  public static double[] l2Normalised(double[] weights) {
    ExactSum squares = new ExactSum();
    for (double weight : weights) {
      squares.add(weight * weight);
    }
    double length = Math.sqrt(squares.value());
    double[] normalised = new double[weights.length];
    if (length > 0) {
      for (int i = 0; i < weights.length; i++) {
        normalised[i] = weights[i] / length;
      }
    }
    return normalised;
  }

  /**
   * Inverse document frequency of BM25 as Lucene has it: ln(1 + (N - df + 0.5) / (df + 0.5)), above
   * 0.
   */
  public static double bm25Idf(long df, long documents) {
    checkDocuments(df, documents);
    return Math.log1p((documents - df + 0.5) / (df + 0.5));
  }

  /**
   * The original inverse document frequency of BM25: ln((N - df + 0.5) / (df + 0.5)). Negative for
   * terms in more than half of the documents.
   *
   * <p>Robertson and Sparck Jones (1976).
   */
  public static double bm25IdfRobertson(long df, long documents) {
    checkDocuments(df, documents);
    return Math.log((documents - df + 0.5) / (df + 0.5));
  }

  /**
   * Saturated term frequency of BM25: tf / (tf + k1 (1 - b + b dl / avgdl)), from 0 to below 1. The
   * document length is taken as it is, where Lucene rounds those above 39.
   *
   * <p>Multiplied by k1 + 1 it is the form of Robertson et al. (1995), and of Lucene before 8.
   *
   * @param averageLength tokens of a document on average, above 0
   * @param k1 0 or more; 0 counts presence only
   * @param b from 0 (no normalisation by length) to 1
   */
  public static double bm25Tf(
      long tf, long documentLength, double averageLength, double k1, double b) {
    checkTerm(tf, documentLength);
    if (!(averageLength > 0 && k1 >= 0 && b >= 0 && b <= 1)) {
      throw new IllegalArgumentException(
          "BM25 needs averageLength > 0, k1 >= 0 and 0 <= b <= 1, not "
              + (averageLength + ", " + k1 + ", " + b));
    }
    return tf == 0 ? 0 : tf / (tf + k1 * (1 - b + b * documentLength / averageLength));
  }

  /**
   * BM25 of one term: {@link #bm25Idf} times {@link #bm25Tf} with {@link #DEFAULT_K1} and {@link
   * #DEFAULT_B}, as in Lucene since 8; 0 or more.
   */
  public static double bm25(
      long tf, long documentLength, double averageLength, long df, long documents) {
    return bm25Idf(df, documents)
        * bm25Tf(tf, documentLength, averageLength, DEFAULT_K1, DEFAULT_B);
  }

  private static void checkDocuments(long df, long documents) {
    if (df < 1 || df > documents) {
      throw new IllegalArgumentException(
          "document frequency " + df + " is not within 1.." + documents);
    }
  }

  private static void checkTerm(long tf, long documentLength) {
    checkFrequency(tf);
    if (documentLength < 1 || tf > documentLength) {
      throw new IllegalArgumentException(
          "no document of " + documentLength + " tokens has a term " + tf + " times");
    }
  }

  private static void checkFrequency(long tf) {
    if (tf < 0) {
      throw new IllegalArgumentException("negative term frequency: " + tf);
    }
  }
}
