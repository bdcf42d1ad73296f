package org.zhengyu.transforms.expressions;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.NewWords;

/** What is counted of one expression that is looked at closely; of a part only its occurrences. */
final class CandidateCounts {
  long tf;
  long df;
  long quoted;
  final Side left = new Side();
  final Side right = new Side();
  @Nullable Example example;

  /** The neighbours on one side. */
  static final class Side {
    /** Places without a neighbour: punctuation, the end of a sentence, or a word that divides. */
    private long edges;

    private final SortedMap<String, Long> words = new TreeMap<>();

    void addEdges(long count) {
      edges += count;
    }

    void add(String word, long count) {
      words.merge(word, count, Long::sum);
    }

    double entropy() {
      return NewWords.entropy(edges, words.values().stream().mapToLong(Long::longValue).toArray());
    }

    private void pack(PackedWriter out) {
      out.putVarint(edges).putVarint(words.size());
      for (Map.Entry<String, Long> word : words.entrySet()) {
        out.putString(word.getKey()).putVarint(word.getValue());
      }
    }

    private void addPacked(PackedReader in) {
      edges += in.getVarint();
      for (int left = in.getCount(); left > 0; left--) {
        add(in.getString(), in.getVarint());
      }
    }
  }

  void pack(PackedWriter out) {
    out.putVarint(tf).putVarint(df).putVarint(quoted);
    left.pack(out);
    right.pack(out);
    out.putNullable(example, Example::pack);
  }

  /** Adds what another worker counted in other documents. */
  void addPacked(PackedReader in) {
    tf += in.getVarint();
    df += in.getVarint();
    quoted += in.getVarint();
    left.addPacked(in);
    right.addPacked(in);
    example = Example.earlier(example, in.getNullable(Example::unpack));
  }
}
