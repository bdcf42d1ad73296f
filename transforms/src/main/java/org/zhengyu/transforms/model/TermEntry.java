package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The counts of one term in some documents: its margins and its postings, one a document with the
 * term. Reusable: {@link #read} and {@link #clear} start over. Not thread-safe.
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

  /** How often the term is in the document of a posting. */
  public long frequency(int posting) {
    return frequencies[posting];
  }

  /** The term frequency over all postings. */
  public long termFrequency() {
    long sum = 0;
    for (int i = 0; i < postings; i++) {
      sum += frequencies[i];
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

  /** Adds a posting. */
  public void addPosting(int document, long frequency) {
    if (postings == documents.length) {
      documents = Arrays.copyOf(documents, postings * 2);
      frequencies = Arrays.copyOf(frequencies, postings * 2);
    }
    documents[postings] = document;
    frequencies[postings] = frequency;
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
    long[][] pairs = new long[postings][];
    for (int i = 0; i < postings; i++) {
      pairs[i] = new long[] {documents[i], frequencies[i]};
    }
    Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
    for (int i = 0; i < postings; i++) {
      documents[i] = (int) pairs[i][0];
      frequencies[i] = pairs[i][1];
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
      addPosting(document, in.getVarint());
    }
  }
}
