package org.zhengyu.transforms.segment;

import org.zhengyu.transforms.lexicon.Matches;

/**
 * A lattice and a search of our own over HanLP's dictionaries, without an object for any word, in
 * which phrases and words compete on one scale ({@link CheapestPath}). With HanLP's words and
 * without phrases its tokens are those of {@link HanLpSegmenter}, several times as fast.
 *
 * <p>The dictionaries are taken over from HanLP, or read where they were stored ({@link
 * StoredWords}), on first use, once per JVM (some 25 MB), and shared by all instances; an instance
 * itself is small and belongs to one thread at a time.
 */
public final class LatticeSegmenter implements Segmenter {
  private final WordLattice lattice;
  private final PathMerger merger;

  private LatticeSegmenter(WordLattice lattice, PathMerger merger) {
    this.lattice = lattice;
    this.merger = merger;
  }

  /**
   * Creates a segmenter for the use of one thread.
   *
   * @throws IllegalStateException if HanLP has been configured to read its data from anywhere but
   *     its jar: the result would depend on the machine
   */
  public static LatticeSegmenter create(WordStandard words) {
    return switch (words) {
      case CORE -> {
        CoreWords core = HanLpData.Core.WORDS;
        yield new LatticeSegmenter(
            new WordLattice(core.model(), core.unlisted(), core.worth()),
            new CompoundMerger(core.model()));
      }
      case HANLP ->
          new LatticeSegmenter(
              new WordLattice(HanLpData.Plain.MODEL, null, HanLpData.Plain.WORTH),
              new UserWordMerger(HanLpData.Plain.USER_WORDS));
    };
  }

  @Override
  public void segment(String sentence, Matches matches, Undisputed document, Tokens out) {
    if (sentence.isEmpty()) {
      throw new IllegalArgumentException("empty sentence");
    }
    lattice.segment(sentence, matches, document);
    out.reset(sentence);
    merger.merge(lattice, matches, out);
  }

  @Override
  public long bordersWithin(String word) {
    lattice.segmentApart(word);
    long borders = 0;
    for (int i = 0; i + 1 < lattice.size() && lattice.end(i) < Long.SIZE; i++) {
      borders |= 1L << lattice.end(i);
    }
    return borders | lattice.abbreviationsAtBegin();
  }
}
