package org.zhengyu.transforms.segment;

/**
 * Moves the border between two words, one of which is a character, where the words on both sides of
 * another place are far better known: 施行|前, not 施|行前; 登记|证书, not 登记证|书. As long as nobody saw two
 * words together, HanLP's bigrams hardly make a difference between rare and frequent ones; {@link
 * WordWorth} does.
 *
 * <p>No border is moved before a localizer: 控制区|内, though 区内 is a frequent word. Immutable.
 */
final class ShiftedBorders {
  /** So much more the other two are worth: they were seen 55 times as often, one by the other. */
  private static final double FAR_MORE = 4;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  private final LanguageModel model;
  private final WordWorth worth;

  ShiftedBorders(LanguageModel model, WordWorth worth) {
    this.model = model;
    this.worth = worth;
  }

  /**
   * Moves borders on the cheapest way, from the first to the last.
   *
   * @return whether there was any to move
   */
  boolean mend(CheapestPath path, char[] text) {
    boolean moved = false;
    int begin = 0;
    for (int i = 0; i + 1 < path.size(); i++) {
      int middle = path.end(i);
      int end = path.end(i + 1);
      boolean hasCharacter = middle == begin + 1 || end == middle + 1;
      boolean isShort = end - begin >= SHORTEST && end - begin <= LONGEST;
      if (hasCharacter && isShort && isListed(path.word(i)) && isListed(path.word(i + 1))) {
        moved |= mend(path, i, text, begin);
      }
      begin = path.end(i);
    }
    return moved;
  }

  private boolean isListed(int word) {
    return word != CheapestPath.PHRASE && worth.isListed(word);
  }

  private boolean mend(CheapestPath path, int i, char[] text, int begin) {
    int middle = path.end(i);
    int end = path.end(i + 1);
    int first = path.word(i);
    int second = path.word(i + 1);
    double least = FAR_MORE + worth.of(first, middle - begin) + worth.of(second, end - middle);
    for (int place = begin + 1; place < end; place++) {
      int left = place == middle ? -1 : model.trie().find(text, begin, place);
      int right = left < 0 ? -1 : model.trie().find(text, place, end);
      if (right >= 0
          && worth.of(left, place - begin) + worth.of(right, end - place) > least
          && !isLocalizer(second)
          && model.seen(first, second) == 0) {
        path.move(i, place, left, right);
        return true;
      }
    }
    return false;
  }

  private boolean isLocalizer(int word) {
    return PartOfSpeech.of(model.tag(word)).name().startsWith("f");
  }
}
