package org.zhengyu.transforms.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.Segmenter;

/**
 * Counts in one split the expressions that may be a phrase: those in quotation marks, and of the
 * others those that neither begin nor end with a function word, a number or a general word. What is
 * certain to be rare in the whole corpus is left out.
 */
public final class ExpressionTally {
  private final WordRoles roles;
  private final PhraseParts parts;

  /**
   * A tally.
   *
   * @param stopWords words that are no ends of an expression
   * @param segmenter finds the words inside phrases
   */
  public ExpressionTally(StopWords stopWords, Segmenter segmenter) {
    this.roles = new WordRoles(stopWords);
    this.parts = new PhraseParts(segmenter);
  }

  /** Counts in the documents that count, and deals the expressions to buckets by their texts. */
  public void count(
      SegmentedSplit split, LongPredicate counts, ExpressionSketch sketch, BucketWriter out) {
    SplitWords words = new SplitWords(split.types(), roles);
    Counter counter = new Counter(words, sketch);
    ExpressionFinder.find(split, words, counts, counter);
    counter.deal(out);
  }

  /** Adds to a sketch what {@link #count} would count, one for each. */
  public void sketch(SegmentedSplit split, LongPredicate counts, ExpressionSketch.Builder sketch) {
    SplitWords words = new SplitWords(split.types(), roles);
    ExpressionFinder.find(
        split,
        words,
        counts,
        new Visitor(words) {
          @Override
          void occurrence(int from, int to, boolean quoted, long hash) {
            sketch.add(hash, quoted);
          }

          @Override
          void occurrence(String text, boolean quoted, boolean nested) {
            sketch.add(SplitWords.hash(0, text), quoted);
          }
        });
  }

  /** Passes on the expressions that may be a phrase. */
  private abstract class Visitor implements ExpressionFinder.Receiver {
    final SplitWords words;
    ExpressionFinder.Sentence sentence;

    Visitor(SplitWords words) {
      this.words = words;
    }

    abstract void occurrence(int from, int to, boolean quoted, long hash);

    abstract void occurrence(String text, boolean quoted, boolean nested);

    @Override
    public void document(CountedDocument document, PackedReader joints) {
      DocumentStanding.unpack(joints);
    }

    @Override
    public void sentence(ExpressionFinder.Sentence begun) {
      sentence = begun;
      for (int word = 0; word < begun.count(); word++) {
        int type = begun.type(word);
        if (begun.isPhraseAsListed(word)) {
          List<PhraseParts.Part> inside = parts.of(words.text(type));
          for (int i = 0; i < inside.size(); i++) {
            PhraseParts.Part part = inside.get(i);
            occurrence(part.text(), part.quoted(), !part.quoted());
          }
        }
      }
    }

    @Override
    public boolean mayBegin(int word) {
      if (sentence.is(word, WordRoles.NO_BEGIN | WordRoles.GENERAL | WordRoles.DIVIDES)) {
        return false;
      }
      // What is counted by a number belongs to that.
      return !sentence.is(word, WordRoles.MEASURE)
          || !sentence.isBare(word)
          || !sentence.is(word - 1, WordRoles.NUMERAL);
    }

    @Override
    public boolean run(int from, int to, boolean quoted, long hash) {
      if (quoted || (to - from > 1 && mayEnd(from, to) && mayBegin(from))) {
        occurrence(from, to, quoted, hash);
      }
      return true;
    }

    @Override
    public void quotation(int from, int to, String text) {
      occurrence(text, true, false);
    }

    private boolean mayEnd(int from, int to) {
      if (sentence.is(to - 1, WordRoles.NO_END | WordRoles.GENERAL)) {
        return false;
      }
      if (sentence.is(from, WordRoles.NUMERAL)
          && sentence.is(from + 1, WordRoles.NUMERAL | WordRoles.MEASURE)) {
        return false;
      }
      return !sentence.is(to - 1, WordRoles.MEASURE) || !sentence.is(to - 2, WordRoles.NUMERAL);
    }
  }

  private final class Counter extends Visitor {
    private final ExpressionSketch sketch;
    private int[] slots = new int[1 << 12];
    private String[] texts = new String[1 << 10];
    private long[] hashes = new long[1 << 10];
    private int[] own = new int[1 << 10];
    private int[] nested = new int[1 << 10];
    private int[] df = new int[1 << 10];
    private int[] quotedCounts = new int[1 << 10];
    private int[] borders = new int[1 << 10];
    private int[] lastDocument = new int[1 << 10];
    private int size;
    private int documents;

    Counter(SplitWords words, ExpressionSketch sketch) {
      super(words);
      this.sketch = sketch;
    }

    @Override
    public void document(CountedDocument document, PackedReader joints) {
      super.document(document, joints);
      documents++;
    }

    @Override
    void occurrence(int from, int to, boolean quoted, long hash) {
      if (!sketch.lets(hash)) {
        return;
      }
      int slot = slotOf(hash);
      while (slots[slot] != 0
          && (hashes[slots[slot] - 1] != hash
              || !sentence.spells(from, to, texts[slots[slot] - 1]))) {
        slot = (slot + 1) & (slots.length - 1);
      }
      int number = slots[slot] != 0 ? slots[slot] - 1 : add(slot, hash, sentence.text(from, to));
      count(number, quoted, false);
      borders[number] &= sentence.borders(from, to);
    }

    @Override
    void occurrence(String text, boolean quoted, boolean isNested) {
      long hash = SplitWords.hash(0, text);
      if (!sketch.lets(hash)) {
        return;
      }
      int slot = slotOf(hash);
      while (slots[slot] != 0 && !texts[slots[slot] - 1].equals(text)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      count(slots[slot] != 0 ? slots[slot] - 1 : add(slot, hash, text), quoted, isNested);
    }

    private void count(int number, boolean quoted, boolean isNested) {
      if (isNested) {
        nested[number]++;
      } else {
        own[number]++;
      }
      if (quoted) {
        quotedCounts[number]++;
      }
      if (lastDocument[number] != documents) {
        lastDocument[number] = documents;
        df[number]++;
      }
    }

    private int slotOf(long hash) {
      return (int) (ExpressionSketch.spread(hash) & (slots.length - 1));
    }

    private int add(int slot, long hash, String text) {
      if (size == texts.length) {
        int grown = 2 * size;
        texts = Arrays.copyOf(texts, grown);
        hashes = Arrays.copyOf(hashes, grown);
        own = Arrays.copyOf(own, grown);
        nested = Arrays.copyOf(nested, grown);
        df = Arrays.copyOf(df, grown);
        quotedCounts = Arrays.copyOf(quotedCounts, grown);
        borders = Arrays.copyOf(borders, grown);
        lastDocument = Arrays.copyOf(lastDocument, grown);
      }
      texts[size] = text;
      hashes[size] = hash;
      borders[size] = ExpressionCounts.ANY_BORDERS;
      slots[slot] = ++size;
      if (2 * size > slots.length) {
        rehash();
      }
      return size - 1;
    }

    private void rehash() {
      slots = new int[2 * slots.length];
      for (int number = 0; number < size; number++) {
        int slot = slotOf(hashes[number]);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = number + 1;
      }
    }

    void deal(BucketWriter out) {
      PackedWriter value = new PackedWriter();
      for (int number = 0; number < size; number++) {
        value.clear();
        new ExpressionCounts(
                own[number], nested[number], df[number], quotedCounts[number], borders[number])
            .pack(value);
        byte[] key = texts[number].getBytes(UTF_8);
        out.add(Buckets.of(key, out.buckets()), key, value);
      }
      out.passAll();
    }
  }
}
