package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Sends the shingles of documents to the splits that have documents to compare with them: once to
 * each, in parts, behind what is known of the document and which others are meant.
 */
public final class ShingleSender {
  /** The shingles of a part, for what is sorted on its way must not be large. */
  private static final int MOST_IN_PART = 1 << 16;

  private ShingleSender() {}

  /**
   * Sends the shingles of a split.
   *
   * @param joined a split, and what {@link BandMerge} tells it
   */
  public static void send(JoinedSplit joined, SplitWriter out) {
    Map<Long, Map<Long, List<Long>>> asked = new TreeMap<>();
    joined.tell(
        (key, nothing) ->
            asked
                .computeIfAbsent(key.getLong(), earlier -> new TreeMap<>())
                .computeIfAbsent(key.getLong(), split -> new ArrayList<>())
                .add(key.getLong()));
    TermsOfSplit terms = new TermsOfSplit(joined.split().types());
    DocumentTokens.read(
        joined.split(),
        terms,
        asked::containsKey,
        tokens -> {
          long[] hashes = ShingleSet.of(tokens, terms.hashes()).hashes();
          asked
              .get(tokens.document().key())
              .forEach((split, later) -> send(tokens, hashes, split, later, out));
        });
    out.passAll();
  }

  private static void send(
      DocumentTokens tokens, long[] hashes, long split, List<Long> later, SplitWriter out) {
    long document = tokens.document().key();
    PackedWriter key = new PackedWriter();
    PackedWriter value = new PackedWriter();
    ClusterMember.of(tokens).pack(value);
    value.putList(later, (each, to) -> to.putLong(each));
    out.add(split, JoinedSplit.startKey(key).putLong(document).putInt(0), value);
    int part = 1;
    for (int from = 0; from < hashes.length; from += MOST_IN_PART) {
      value.clear();
      for (int i = from; i < Math.min(hashes.length, from + MOST_IN_PART); i++) {
        value.putLong(hashes[i]);
      }
      out.add(split, JoinedSplit.startKey(key).putLong(document).putInt(part++), value);
    }
  }
}
