package org.zhengyu.transforms.passages;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.transforms.model.SegmentedSplit;

/**
 * The tokens of the documents of a split that do not count, because they lie in a passage: all, or
 * those at another than the first place of a passage that they lie in. So a passage that lies in
 * another counts once, too. Not thread-safe.
 */
public final class LeftOutTokens {
  private static final BitSet NOTHING = new BitSet();

  private final PassageUse use;
  private final Map<Long, BitSet> byDocument = new TreeMap<>();

  /** None so far; what the use of passages says. */
  public LeftOutTokens(PassageUse use) {
    this.use = use;
  }

  /** Leaves out tokens of the current document, whose passages have not ended there yet. */
  void add(DocumentTokens tokens, List<FoundPassage> met) {
    if (use == PassageUse.COUNT || met.isEmpty()) {
      return;
    }
    BitSet leftOut = new BitSet();
    for (FoundPassage passage : met) {
      boolean keepsFirst = use == PassageUse.ONCE && passage.isFirstIn(tokens.document());
      for (int i = keepsFirst ? 1 : 0; i < passage.count(); i++) {
        leftOut.set(passage.begin(i), passage.begin(i) + passage.tokens());
      }
    }
    byDocument.put(tokens.document().key(), leftOut);
  }

  /** The split without these tokens. */
  public SegmentedSplit takenFrom(SegmentedSplit split) {
    return split.without(key -> byDocument.getOrDefault(key, NOTHING));
  }
}
