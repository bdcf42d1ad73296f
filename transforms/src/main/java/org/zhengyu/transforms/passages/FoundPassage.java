package org.zhengyu.transforms.passages;

import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FirstDocuments;

/** A passage by its types, and what is known of it in one split. Not thread-safe. */
final class FoundPassage {
  private final int[] types;
  private final long shingle;
  private final byte[] id;
  private final @Nullable EarliestDocument earliest;
  private final long firstDocument;
  private long documents;
  private long occurrences;
  private @Nullable FirstDocuments first;
  private PassageSummary.@Nullable Example example;

  /** Its occurrences in the current document, by their first tokens. */
  private int[] begins = new int[2];

  private int count;

  /**
   * A passage.
   *
   * @param shingle the hash of the shingle that it begins with
   * @param earliest of all documents of the corpus that have it; null where no date is known, or
   *     descent is not traced
   * @param firstDocument the key of the first document of the corpus that has it
   */
  FoundPassage(
      int[] types,
      long shingle,
      byte[] id,
      @Nullable EarliestDocument earliest,
      long firstDocument) {
    this.types = types;
    this.shingle = shingle;
    this.id = id;
    this.earliest = earliest;
    this.firstDocument = firstDocument;
  }

  /** Its words; shared. */
  int[] types() {
    return types;
  }

  /** The hash of the shingle that it begins with. */
  long shingle() {
    return shingle;
  }

  /** See {@link PassageId}; shared. */
  byte[] id() {
    return id;
  }

  /** Its length. */
  int tokens() {
    return types.length;
  }

  /** Of all documents of the corpus that have it, if that is known. */
  @Nullable EarliestDocument earliest() {
    return earliest;
  }

  /** Whether a document is the first of the corpus that has it. */
  boolean isFirstIn(CountedDocument document) {
    return document.key() == firstDocument;
  }

  /** Adds an occurrence in the current document, behind those before. */
  void add(int begin) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
    }
    begins[count++] = begin;
  }

  /** How often it stands in the current document. */
  int count() {
    return count;
  }

  /** The first token of an occurrence in the current document. */
  int begin(int occurrence) {
    return begins[occurrence];
  }

  /** Takes the first occurrence in the current document, the first that has it, as the example. */
  void setExample(DocumentTokens tokens, String text) {
    CountedDocument document = tokens.document();
    int last = begins[0] + types.length - 1;
    example =
        new PassageSummary.Example(
            document.key(), document.id(), tokens.begin(begins[0]), tokens.end(last), text);
  }

  /**
   * Counts the occurrences in the current document, and forgets them.
   *
   * @param alone the document, if it has a date
   */
  void endDocument(@Nullable FirstDocuments alone) {
    documents++;
    occurrences += count;
    count = 0;
    first = FirstDocuments.ofBoth(first, alone);
  }

  /** The passage in the documents that have ended. */
  PassageSummary summary() {
    return new PassageSummary(types.length, documents, occurrences, first, example);
  }
}
