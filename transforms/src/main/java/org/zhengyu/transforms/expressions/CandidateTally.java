package org.zhengyu.transforms.expressions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Counts in one split all occurrences of the expressions that are looked at closely, with the words
 * beside them and the earliest place, and the occurrences of their parts.
 */
public final class CandidateTally {
  private static final int CONTEXT_WIDTH = 20;

  private final WordRoles roles;
  private final PhraseParts parts;

  /** A tally by these roles of words and parts of phrases. */
  public CandidateTally(WordRoles roles, PhraseParts parts) {
    this.roles = roles;
    this.parts = parts;
  }

  /** Counts in the documents that count; what was counted is dealt to buckets by its number. */
  public void count(
      SegmentedSplit split, LongPredicate counts, SelectedExpressions selected, BucketWriter out) {
    SplitWords words = new SplitWords(split.types(), roles);
    Counter counter = new Counter(words, selected);
    ExpressionFinder.find(split, words, counts, counter);
    counter.deal(out);
  }

  private final class Counter implements ExpressionFinder.Receiver {
    private final SplitWords words;
    private final SelectedExpressions selected;
    private final long[] tf;
    private final long[] df;
    private final long[] quotedCounts;
    private final long[] edges;
    private final int[] lastDocument;

    /** Of every expression the last document that was asked whether it is earlier than the best. */
    private final int[] lastLooked;

    private final Example[] examples;
    private final ExpressionFinder.Context[] contexts;
    private final long[] typeCounts;

    /** Of every type its first char, whether it has no other, and whether a text begins so. */
    private final char[] firstChars;

    private final boolean[] isSingle;
    private final boolean[] mayBegin;
    private final NeighbourCounts neighbours = new NeighbourCounts();
    private ExpressionFinder.Sentence sentence;
    private int documents;
    private String docId = "";
    private @Nullable LocalDate date;

    Counter(SplitWords words, SelectedExpressions selected) {
      this.words = words;
      this.selected = selected;
      tf = new long[selected.size()];
      int candidates = selected.candidates();
      df = new long[candidates];
      quotedCounts = new long[candidates];
      edges = new long[2 * candidates];
      lastDocument = new int[candidates];
      lastLooked = new int[candidates];
      examples = new Example[candidates];
      contexts = new ExpressionFinder.Context[candidates];
      int types = words.lengths().length;
      typeCounts = new long[types];
      firstChars = new char[types];
      isSingle = new boolean[types];
      mayBegin = new boolean[types];
      for (int type = 0; type < types; type++) {
        String term = words.text(type);
        firstChars[type] = term.charAt(0);
        isSingle[type] = term.length() == 1;
        mayBegin[type] = !isSingle[type] && selected.mayBegin(term.charAt(0), term.charAt(1));
      }
    }

    @Override
    public void document(CountedDocument document, PackedReader joints) {
      documents++;
      docId = document.id();
      KnownDate known = DocumentStanding.unpack(joints).date();
      date = known == null ? null : known.first();
    }

    @Override
    public void sentence(ExpressionFinder.Sentence begun) {
      sentence = begun;
      for (int word = 0; word < begun.count(); word++) {
        int type = begun.type(word);
        typeCounts[type]++;
        if (begun.isPhraseAsListed(word)) {
          countParts(word, parts.of(words.text(type)));
        }
      }
    }

    private void countParts(int word, List<PhraseParts.Part> inside) {
      for (int i = 0; i < inside.size(); i++) {
        PhraseParts.Part part = inside.get(i);
        int number = selected.find(part.text());
        if (number >= 0) {
          tf[number]++;
          if (number < selected.candidates()) {
            seeIn(number);
            if (part.quoted()) {
              quotedCounts[number]++;
              edges[2 * number]++;
              edges[2 * number + 1]++;
              int begin = sentence.joints().begin(word) + part.begin();
              place(number, word, word + 1, begin, begin + part.length());
            }
          }
        }
      }
    }

    @Override
    public boolean mayBegin(int word) {
      int type = sentence.type(word);
      if (!isSingle[type]) {
        return mayBegin[type];
      }
      return !sentence.isBare(word + 1)
          || selected.mayBegin(firstChars[type], firstChars[sentence.type(word + 1)]);
    }

    @Override
    public void run(int from, int to, boolean quoted, long hash) {
      int number = selected.find(sentence, from, to, hash);
      if (number < 0) {
        return;
      }
      if (number >= selected.candidates()) {
        // A part that is one word is counted with the types.
        tf[number] += to - from > 1 ? 1 : 0;
        return;
      }
      tf[number]++;
      quotedCounts[number] += quoted ? 1 : 0;
      seeIn(number);
      place(number, from, to, sentence.joints().begin(from), sentence.joints().end(to - 1));
      neighbour(2 * number, sentence.isBare(from), from - 1);
      neighbour(2 * number + 1, sentence.isBare(to), to);
    }

    @Override
    public void quotation(int from, int to, String text) {
      int number = selected.find(text);
      if (number < 0) {
        return;
      }
      tf[number]++;
      if (number < selected.candidates()) {
        quotedCounts[number]++;
        edges[2 * number]++;
        edges[2 * number + 1]++;
        seeIn(number);
        place(number, from, to, sentence.joints().begin(from), sentence.joints().end(to - 1));
      }
    }

    private void neighbour(int side, boolean isBare, int word) {
      if (isBare && !sentence.is(word, WordRoles.DIVIDES)) {
        neighbours.add(side, sentence.type(word));
      } else {
        edges[side]++;
      }
    }

    private void seeIn(int number) {
      if (lastDocument[number] != documents) {
        lastDocument[number] = documents;
        df[number]++;
      }
    }

    private void place(int number, int from, int to, int begin, int end) {
      Example best = examples[number];
      if (lastLooked[number] == documents
          && (best.begin() <= begin || !best.docId().equals(docId))) {
        return;
      }
      lastLooked[number] = documents;
      Example here = new Example(date, docId, begin, end, "");
      if (best == null || Example.EARLIEST_FIRST.compare(here, best) < 0) {
        examples[number] = here;
        contexts[number] = sentence.context(from, to, CONTEXT_WIDTH);
      }
    }

    void deal(BucketWriter out) {
      for (int type = 0; type < typeCounts.length; type++) {
        int number = typeCounts[type] == 0 ? -1 : selected.find(words.text(type));
        if (number >= selected.candidates()) {
          tf[number] += typeCounts[type];
        }
      }
      CandidateCounts[] all = new CandidateCounts[tf.length];
      for (int number = 0; number < tf.length; number++) {
        if (tf[number] > 0) {
          all[number] = counts(number);
        }
      }
      neighbours.forEach(
          (side, type, count) -> {
            CandidateCounts counts = all[side >> 1];
            ((side & 1) == 0 ? counts.left : counts.right).add(words.text(type), count);
          });
      PackedWriter key = new PackedWriter();
      PackedWriter value = new PackedWriter();
      for (int number = 0; number < all.length; number++) {
        if (all[number] != null) {
          key.clear();
          key.putInt(number);
          value.clear();
          all[number].pack(value);
          out.add(number % out.buckets(), key, value);
        }
      }
      out.passAll();
    }

    private CandidateCounts counts(int number) {
      CandidateCounts counts = new CandidateCounts();
      counts.tf = tf[number];
      if (number < selected.candidates()) {
        counts.df = df[number];
        counts.quoted = quotedCounts[number];
        counts.left.addEdges(edges[2 * number]);
        counts.right.addEdges(edges[2 * number + 1]);
        Example place = examples[number];
        if (place != null) {
          String context = contexts[number].text(words);
          counts.example =
              new Example(place.date(), place.docId(), place.begin(), place.end(), context);
        }
      }
      return counts;
    }
  }

  /** How often a type stands on a side of an expression: open addressing, no objects. */
  private static final class NeighbourCounts {
    private interface Receiver {
      void neighbour(int side, int type, int count);
    }

    private long[] keys = new long[1 << 14];
    private int[] counts = new int[1 << 14];
    private int size;

    void add(int side, int type) {
      long key = (long) side << Integer.SIZE | type;
      int slot = slotOf(key);
      if (counts[slot]++ == 0) {
        keys[slot] = key;
        size++;
        if (2 * size > keys.length) {
          grow();
        }
      }
    }

    private int slotOf(long key) {
      int slot = (int) ExpressionSketch.spread(key) & (keys.length - 1);
      while (counts[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldCounts = counts;
      keys = new long[2 * oldKeys.length];
      counts = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldCounts[i] != 0) {
          int slot = slotOf(oldKeys[i]);
          keys[slot] = oldKeys[i];
          counts[slot] = oldCounts[i];
        }
      }
    }

    void forEach(Receiver receiver) {
      for (int i = 0; i < keys.length; i++) {
        if (counts[i] != 0) {
          receiver.neighbour((int) (keys[i] >>> Integer.SIZE), (int) keys[i], counts[i]);
        }
      }
    }
  }
}
