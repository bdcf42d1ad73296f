package org.zhengyu.transforms.stats;

/**
 * The counts that weigh a term in a document: one object for all terms of all documents, told of
 * each in turn.
 */
public final class TermInDocument {
  private final long documents;
  private final double averageLength;
  private long df;
  private double idf;
  private long tf;
  private long length;

  /**
   * Terms of a corpus.
   *
   * @param documents how many there are, at least 1
   * @param tokens of all of them together, at least 1
   * @throws IllegalArgumentException if one of them is less
   */
  public TermInDocument(long documents, long tokens) {
    if (documents < 1 || tokens < 1) {
      throw new IllegalArgumentException(documents + " documents of " + tokens + " tokens");
    }
    this.documents = documents;
    this.averageLength = (double) tokens / documents;
  }

  /**
   * Goes to a term.
   *
   * @param documentFrequency how many documents have it, at least 1
   * @throws IllegalArgumentException if those are fewer than 1, or more than there are documents
   */
  public void ofTerm(long documentFrequency) {
    idf = TermWeighting.idf(documentFrequency, documents);
    df = documentFrequency;
  }

  /**
   * Goes to a document.
   *
   * @param termFrequency occurrences of the term, 0 or more
   * @param tokens of the document, at least 1
   * @throws IllegalArgumentException if no document of that length has so many
   */
  public void inDocument(long termFrequency, long tokens) {
    if (termFrequency < 0 || tokens < 1 || termFrequency > tokens) {
      throw new IllegalArgumentException(
          "no document of " + tokens + " tokens has a term " + termFrequency + " times");
    }
    tf = termFrequency;
    length = tokens;
  }

  long documents() {
    return documents;
  }

  double averageLength() {
    return averageLength;
  }

  long df() {
    return df;
  }

  /** {@link TermWeighting#idf}, which is computed once for all documents of the term. */
  double idf() {
    return idf;
  }

  long tf() {
    return tf;
  }

  long length() {
    return length;
  }
}
