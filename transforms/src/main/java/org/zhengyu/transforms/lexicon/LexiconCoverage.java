package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which phrases of a lexicon, and which of its categories, are found in a corpus. */
public final class LexiconCoverage {
  private final Categories categories;
  private final int phrases;
  private final BitSet found = new BitSet();
  private final BitSet foundCategories = new BitSet();

  private LexiconCoverage(SharedLexicon lexicon) {
    this.categories = lexicon.categories();
    this.phrases = lexicon.lexicon().size();
  }

  /** Nothing of a lexicon is found yet. */
  public static LexiconCoverage of(SharedLexicon lexicon) {
    return new LexiconCoverage(lexicon);
  }

  /** Notes that a phrase is found. */
  public void add(int phrase) {
    found.set(phrase);
    for (int category : categories.of(phrase)) {
      foundCategories.set(category);
    }
  }

  /** How many phrases are found. */
  public int found() {
    return found.cardinality();
  }

  /**
   * The categories of which no phrase is found, in the order of the lexicon; of those within
   * another one that is not found, the outermost.
   */
  public List<String> unusedCategories() {
    List<String> unused = new ArrayList<>();
    BitSet named = new BitSet();
    for (int phrase = 0; phrase < phrases; phrase++) {
      for (int category : categories.of(phrase)) {
        if (!foundCategories.get(category)) {
          if (!named.get(category)) {
            named.set(category);
            unused.add(categories.name(category));
          }
          break;
        }
      }
    }
    return unused;
  }
}
