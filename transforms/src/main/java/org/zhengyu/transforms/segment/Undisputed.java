package org.zhengyu.transforms.segment;

/**
 * What a document says beyond doubt: its words and phrases in places where no word crosses an end
 * of a phrase. Where one does, they tell which of the two is meant, for a text rarely has the same
 * characters in two senses (Gale, Church and Yarowsky, One Sense per Discourse, 1992): 大湾区|分中心
 * where 大湾区 stands elsewhere, and 合作社|保送, not 社保, where 合作社 does.
 */
public interface Undisputed {
  /** Where nothing is known but the sentence. */
  Undisputed NOTHING =
      new Undisputed() {
        @Override
        public int phrases(int phrase) {
          return 0;
        }

        @Override
        public int words(int word) {
          return 0;
        }
      };

  /**
   * How many times the document has a phrase.
   *
   * @param phrase its index in the lexicon
   */
  int phrases(int phrase);

  /**
   * How many times the document has a word.
   *
   * @param word its {@linkplain Tokens#number number}
   */
  int words(int word);
}
