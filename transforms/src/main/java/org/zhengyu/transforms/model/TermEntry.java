package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The counts of one term in some documents: its margins and its postings, one a document with the
 * term. A posting says how many tokens of the document are the term, how many uses of it there are,
 * and in how many tokens a use begins; for all terms but phrases the three are the same. A posting
 * may stand for several documents that are alike, see {@link #times}. Reusable: {@link #read} and
 * {@link #clear} start over. Not thread-safe.
 */
public final class TermEntry {
  private static final Margins NO_MARGINS = new Margins(0, 0, 0, 0);

  /** What a packed entry is marked with. */
  private static final int CONTENT = 1;

  private static final int REPEATED = 2;

  private int tag;
  private boolean content;
  private int phrase;
  private Margins margins = NO_MARGINS;
  private int postings;
  private int[] documents = new int[16];
  private long[] frequencies = new long[16];

  /** Of phrases only; other terms may have more postings than there is room for here. */
  private long[] tokens = new long[16];

  private long[] uses = new long[16];

  /** Where any posting stands for several documents, for how many each does. */
  private int[] times = new int[16];

  private boolean anyRepeated;

  /** An entry without postings. */
  public TermEntry() {}

  /** Starts the entry of a term. */
  public void clear(int newTag, boolean isContent, int newPhrase) {
    tag = newTag;
    content = isContent;
    phrase = newPhrase;
    margins = NO_MARGINS;
    postings = 0;
    anyRepeated = false;
  }

  /** Forgets the postings. */
  void clearPostings() {
    postings = 0;
    anyRepeated = false;
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

  /**
   * For how many documents a posting stands: one, unless documents that are alike are summed up.
   */
  public int times(int posting) {
    return anyRepeated ? times[posting] : 1;
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
      sum += counts[i] * times(i);
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

  /** Adds a posting of one document; see {@link #addPostings}. */
  public void addPosting(int document, long ofTokens, long ofUses, long frequency) {
    addPostings(document, ofTokens, ofUses, frequency, 1);
  }

  /**
   * Adds the same posting of some documents.
   *
   * @param document where
   * @param ofTokens how many of its tokens are the term
   * @param ofUses how many uses of the term it has
   * @param frequency in how many of its tokens one begins
   * @param number how many documents are alike, at least 1
   */
  public void addPostings(int document, long ofTokens, long ofUses, long frequency, int number) {
    if (postings == documents.length) {
      makeRoom(postings + 1, 2 * postings);
    }
    documents[postings] = document;
    frequencies[postings] = frequency;
    if (phrase >= 0) {
      if (tokens.length < documents.length) {
        tokens = Arrays.copyOf(tokens, documents.length);
        uses = Arrays.copyOf(uses, documents.length);
      }
      tokens[postings] = ofTokens;
      uses[postings] = ofUses;
    }
    if (anyRepeated || number > 1) {
      setTimes(postings, number);
    }
    postings++;
  }

  /** Lets a posting stand for so many documents more. */
  public void repeat(int posting, int more) {
    setTimes(posting, Math.addExact(times(posting), more));
  }

  private void setTimes(int posting, int number) {
    if (times.length < documents.length) {
      times = Arrays.copyOf(times, documents.length);
    }
    if (!anyRepeated) {
      Arrays.fill(times, 0, postings, 1);
      anyRepeated = true;
    }
    times[posting] = number;
  }

  private void makeRoom(int needed, int capacity) {
    if (needed > documents.length) {
      documents = Arrays.copyOf(documents, capacity);
      frequencies = Arrays.copyOf(frequencies, capacity);
    }
  }

  /** Puts the postings in the order of their documents. */
  public void sortPostings() {
    boolean sorted = true;
    for (int i = 1; i < postings && sorted; i++) {
      sorted = documents[i - 1] < documents[i];
    }
    if (sorted) {
      return;
    }
    long[] order = new long[postings];
    for (int i = 0; i < postings; i++) {
      order[i] = (long) documents[i] << Integer.SIZE | i;
    }
    Arrays.sort(order);
    for (int i = 0; i < postings; i++) {
      documents[i] = (int) (order[i] >>> Integer.SIZE);
    }
    reorder(frequencies, order);
    if (phrase >= 0) {
      reorder(tokens, order);
      reorder(uses, order);
    }
    if (anyRepeated) {
      int[] unordered = Arrays.copyOf(times, postings);
      for (int i = 0; i < postings; i++) {
        times[i] = unordered[(int) order[i]];
      }
    }
  }

  /**
   * Puts numbers in the order of the places that the lower halves name. There may be room for many
   * more, for an entry is used again, so that no array of that size is made for a rare term.
   */
  private static void reorder(long[] numbers, long[] order) {
    long[] unordered = Arrays.copyOf(numbers, order.length);
    for (int i = 0; i < order.length; i++) {
      numbers[i] = unordered[(int) order[i]];
    }
  }

  /** Appends the packed form; the postings must be in order. */
  public void pack(PackedWriter out) {
    out.putByte(tag)
        .putByte((content ? CONTENT : 0) | (anyRepeated ? REPEATED : 0))
        .putVarint(phrase + 1L);
    margins.pack(out);
    out.putVarint(postings);
    int previous = 0;
    for (int i = 0; i < postings; i++) {
      out.putVarint(documents[i] - previous).putVarint(frequencies[i]);
      if (phrase >= 0) {
        out.putVarint(frequencies[i] - tokens[i]).putVarint(uses[i] - frequencies[i]);
      }
      if (anyRepeated) {
        out.putVarint(times[i]);
      }
      previous = documents[i];
    }
  }

  /** Reads the packed form in place of what the entry held. */
  public void read(PackedReader in) {
    int newTag = in.getByte();
    int marks = in.getByte();
    clear(newTag, (marks & CONTENT) != 0, in.getCount() - 1);
    boolean isRepeated = (marks & REPEATED) != 0;
    margins = Margins.unpack(in);
    int count = in.getCount();
    makeRoom(count, count);
    int document = 0;
    for (int i = 0; i < count; i++) {
      document += in.getCount();
      long frequency = in.getVarint();
      long ofTokens = phrase < 0 ? frequency : frequency - in.getVarint();
      long ofUses = phrase < 0 ? frequency : frequency + in.getVarint();
      addPostings(document, ofTokens, ofUses, frequency, isRepeated ? in.getCount() : 1);
    }
  }
}
