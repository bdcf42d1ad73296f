package org.zhengyu.transforms.model;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.structure.Zone;

/**
 * Sentences of one document with their words and {@link InnerUses}, packed one behind the other: a
 * row of {@code sentences} each. A term is spelled where it comes first, and a number afterwards.
 */
public final class PackedSentences {
  private PackedSentences() {}

  /** Packs sentences. Belongs to one thread. */
  public static final class Writer {
    /** Numbers begin anew before they would get too large. */
    private static final int MOST = 1 << 30;

    private final PackedWriter out;

    /** Of each type the number of its term, from {@link #first} on if it has one by now. */
    private int[] numbers = new int[1024];

    /** The number of the first term since the last start: higher than any before it. */
    private int first = 1;

    private int terms;

    /** Appends to this writer. */
    public Writer(PackedWriter out) {
      this.out = out;
    }

    /** Starts on sentences that will be read without those before. */
    public void start() {
      first += terms;
      terms = 0;
      if (first > MOST) {
        Arrays.fill(numbers, 0);
        first = 1;
      }
    }

    /**
     * Appends a sentence, all of it but its words and uses.
     *
     * @param paragraph the paragraph, from 0 within the document
     * @param sentence the sentence, from 0 within the document
     * @param begin the first code point in the decoded text
     * @param end the code point after it
     * @param text as written
     */
    public void put(Zone zone, long paragraph, long sentence, long begin, long end, String text) {
      out.putEnum(zone)
          .putVarint(paragraph)
          .putVarint(sentence)
          .putVarint(begin)
          .putVarint(end - begin)
          .putString(text);
    }

    /** Appends the words of the sentence, and its uses of phrases that are no tokens. */
    public void put(int[] typesOfWords, int words, InnerUses uses, TypeTable types) {
      boolean hasUses = uses.size() > 0;
      out.putVarint((long) words << 1 | (hasUses ? 1 : 0));
      for (int i = 0; i < words; i++) {
        putTerm(typesOfWords[i], types);
      }
      if (hasUses) {
        out.putVarint(uses.size());
        for (int i = 0; i < uses.size(); i++) {
          putTerm(uses.type(i), types);
          out.putVarint(uses.first(i))
              .putVarint(uses.last(i) - uses.first(i))
              .putVarint(uses.begin(i))
              .putVarint(uses.end(i) - uses.begin(i));
        }
      }
    }

    private void putTerm(int type, TypeTable types) {
      if (type >= numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * type);
      }
      int number = numbers[type] - first;
      if (number >= 0) {
        out.putVarint(number);
      } else {
        numbers[type] = first + terms;
        out.putVarint(terms++).putBytes(types.utf8(type));
      }
    }
  }

  /** Takes the terms by number, from 0 in the order in which they come first. */
  @FunctionalInterface
  public interface NewTerm {
    /** The next term, in UTF-8. */
    void add(byte[] term);
  }

  /** Reads sentences, each in place of the one before. */
  public static final class Reader {
    private final PackedReader in;
    private final NewTerm newTerm;
    private int terms;
    private Zone zone = Zone.BODY;
    private long paragraph;
    private long sentence;
    private long begin;
    private long end;
    private int textBegin;
    private int textLength;
    private int[] words = new int[256];
    private int size;
    private final InnerUses uses = new InnerUses();

    /**
     * Reads to the end of a reader.
     *
     * @param newTerm is handed each term before a sentence that has it is there
     */
    public Reader(PackedReader in, NewTerm newTerm) {
      this.in = in;
      this.newTerm = newTerm;
    }

    /** Goes on to the next sentence; false without one. */
    public boolean next() {
      if (!in.hasMore()) {
        return false;
      }
      zone = in.getEnum(Zone.class);
      paragraph = in.getVarint();
      sentence = in.getVarint();
      begin = in.getVarint();
      end = begin + in.getVarint();
      textLength = in.getCount();
      textBegin = in.position();
      in.skip(textLength);
      int sizeAndFlag = in.getCount();
      size = sizeAndFlag >>> 1;
      if (size > words.length) {
        words = new int[2 * size];
      }
      for (int i = 0; i < size; i++) {
        words[i] = term();
      }
      uses.clear();
      if ((sizeAndFlag & 1) != 0) {
        int count = in.getCount();
        for (int i = 0; i < count; i++) {
          int term = term();
          int first = in.getCount();
          int last = first + in.getCount();
          int from = in.getCount();
          uses.add(term, first, last, from, from + in.getCount());
        }
      }
      return true;
    }

    private int term() {
      int number = in.getCount();
      if (number == terms) {
        newTerm.add(in.getBytes());
        terms++;
      }
      return number;
    }

    /** The part of the document. */
    public Zone zone() {
      return zone;
    }

    /** The paragraph, from 0 within the document. */
    public long paragraph() {
      return paragraph;
    }

    /** The sentence, from 0 within the document. */
    public long sentence() {
      return sentence;
    }

    /** The first code point in the decoded text. */
    public long begin() {
      return begin;
    }

    /** The code point after it. */
    public long end() {
      return end;
    }

    /** The array that has the text in UTF-8. */
    public byte[] textArray() {
      return in.array();
    }

    /** Where the text begins there. */
    public int textBegin() {
      return textBegin;
    }

    /** How many bytes the text has. */
    public int textLength() {
      return textLength;
    }

    /** The words by the numbers of their terms; the array is longer, and used again. */
    public int[] words() {
      return words;
    }

    /** How many words there are. */
    public int size() {
      return size;
    }

    /** The other uses of phrases; their types are the numbers of terms. */
    public InnerUses uses() {
      return uses;
    }
  }
}
