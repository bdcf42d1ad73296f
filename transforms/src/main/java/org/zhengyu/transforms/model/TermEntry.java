package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The counts of one term in some documents: its margins and its postings, one a document with the
 * term. A posting says how many tokens of the document are the term, how many uses of it there are,
 * and in how many tokens a use begins; for all terms but phrases the three are the same. Reusable:
 * {@link #read} and {@link #clear} start over. Not thread-safe.
 */
public final class TermEntry {
  private static final Margins NO_MARGINS = new Margins(0, 0, 0, 0);

  private int tag;
  private boolean content;
  private int phrase;
  private Margins margins = NO_MARGINS;
  private int postings;
  private int[] documents = new int[16];
  private long[] frequencies = new long[16];

  /** Of phrases only. */
  private long[] tokens = new long[16];

  private long[] uses = new long[16];

  /** An entry without postings. */
  public TermEntry() {}

  /** Starts the entry of a term. */
  public void clear(int newTag, boolean isContent, int newPhrase) {
    tag = newTag;
    content = isContent;
    phrase = newPhrase;
    margins = NO_MARGINS;
    postings = 0;
  }

  /** The part of speech. */
  public int tag() {
    return tag;
  }

  /** See {@link TypeTable#isContent}. */
  public boolean isContent() {
    return content;
  }

  /** The lexicon phrase that the term is, or -1. */
  public int phrase() {
    return phrase;
  }

  /** The margins. */
  public Margins margins() {
    return margins;
  }

  /** The number of postings. */
  public int postings() {
    return postings;
  }

  /** The document of a posting, as its block numbers it. */
  public int document(int posting) {
    return documents[posting];
  }

  /** The tokens of a posting's document that are the term. */
  public long tokens(int posting) {
    return phrase < 0 ? frequencies[posting] : tokens[posting];
  }

  /** The uses of the term in a posting's document. */
  public long uses(int posting) {
    return phrase < 0 ? frequencies[posting] : uses[posting];
  }

  /** In how many tokens of a posting's document a use of the term begins. */
  public long frequency(int posting) {
    return frequencies[posting];
  }

  /** The term frequency: the tokens of all postings. */
  public long tokens() {
    return sum(phrase < 0 ? frequencies : tokens);
  }

  /** The uses of all postings. */
  public long uses() {
    return sum(phrase < 0 ? frequencies : uses);
  }

  /** In how many tokens of all postings a use begins. */
  public long frequency() {
    return sum(frequencies);
  }

  private long sum(long[] counts) {
    long sum = 0;
    for (int i = 0; i < postings; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** Sees the term with another tag: the smallest tag stays, as in {@link TypeTable#seeAgain}. */
  public void seeAgain(int otherTag, boolean otherIsContent) {
    if (otherTag < tag && phrase < 0) {
      tag = otherTag;
      content = otherIsContent;
    }
  }

  /** Adds to the margins. */
  public void addMargins(Margins more) {
    margins = margins.plus(more);
  }

  /** Adds a posting of a term of which every use is a token. */
  public void addPosting(int document, long frequency) {
    addPosting(document, frequency, frequency, frequency);
  }

  /**
   * Adds a posting.
   *
   * @param document where
   * @param ofTokens how many of its tokens are the term
   * @param ofUses how many uses of the term it has
   * @param frequency in how many of its tokens one begins
   */
  public void addPosting(int document, long ofTokens, long ofUses, long frequency) {
    if (postings == documents.length) {
      int capacity = 2 * postings;
      documents = Arrays.copyOf(documents, capacity);
      frequencies = Arrays.copyOf(frequencies, capacity);
      tokens = Arrays.copyOf(tokens, capacity);
      uses = Arrays.copyOf(uses, capacity);
    }
    documents[postings] = document;
    frequencies[postings] = frequency;
    tokens[postings] = ofTokens;
    uses[postings] = ofUses;
    postings++;
  }

  /** Puts the postings in the order of their documents, which are all different. */
  public void sortPostings() {
    boolean sorted = true;
    for (int i = 1; i < postings && sorted; i++) {
      sorted = documents[i - 1] < documents[i];
    }
    if (sorted) {
      return;
    }
    long[][] rows = new long[postings][];
    for (int i = 0; i < postings; i++) {
      rows[i] = new long[] {documents[i], tokens[i], uses[i], frequencies[i]};
    }
    Arrays.sort(rows, (a, b) -> Long.compare(a[0], b[0]));
    for (int i = 0; i < postings; i++) {
      documents[i] = (int) rows[i][0];
      tokens[i] = rows[i][1];
      uses[i] = rows[i][2];
      frequencies[i] = rows[i][3];
    }
  }

  /** Appends the packed form; the postings must be in order. */
  public void pack(PackedWriter out) {
    out.putByte(tag).putBoolean(content).putVarint(phrase + 1L);
    margins.pack(out);
    out.putVarint(postings);
    int previous = 0;
    for (int i = 0; i < postings; i++) {
      out.putVarint(documents[i] - previous).putVarint(frequencies[i]);
      if (phrase >= 0) {
        out.putVarint(frequencies[i] - tokens[i]).putVarint(uses[i] - frequencies[i]);
      }
      previous = documents[i];
    }
  }

  /** Reads the packed form in place of what the entry held. */
  public void read(PackedReader in) {
    clear(in.getByte(), in.getBoolean(), in.getCount() - 1);
    margins = Margins.unpack(in);
    int count = in.getCount();
    int document = 0;
    for (int i = 0; i < count; i++) {
      document += in.getCount();
      long frequency = in.getVarint();
      if (phrase < 0) {
        addPosting(document, frequency);
      } else {
        long ofTokens = frequency - in.getVarint();
        addPosting(document, ofTokens, frequency + in.getVarint(), frequency);
      }
    }
  }
}
