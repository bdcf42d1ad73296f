package org.zhengyu.transforms.document;

import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.PolicyDocument;

/**
 * Which of several documents with one text is taken for the original, where the order of the input
 * would leave it to chance: one that is described goes before one that is not, and then the one
 * whose file has the shorter name, for copies are called {@code a (1).txt} or {@code a 副本.txt}.
 */
final class OriginalRank {
  private static final int LONGEST_NAME = 9_999;

  private OriginalRank() {}

  /** The rank of a document, the lowest for the original. */
  static int of(PolicyDocument document) {
    String uri = document.uri();
    int nameLength = uri.length() - uri.lastIndexOf('/') - 1;
    return kind(document.description()) * (LONGEST_NAME + 1) + Math.min(nameLength, LONGEST_NAME);
  }

  /** 0 with a record of the run's metadata, 1 with a date or issuer of its own, else 2. */
  private static int kind(Description description) {
    if (description.metadataRow() != null) {
      return 0;
    }
    return description.date() == null && description.issuer() == null ? 2 : 1;
  }
}
