package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.dictionary.other.CharType;

/** HanLP's types of characters, and what differs of them where it is corrected. */
final class CharacterTypes {
  /** The type of the second half of a character. */
  static final byte AS_BEFORE = 0;

  private static final char FIRST_OF_RARE = '\uD840';
  private static final char LAST_OF_RARE = '\uD8BF';

  private CharacterTypes() {}

  /** As HanLP has them. */
  static byte[] ofHanLp() {
    return CharType.type;
  }

  /**
   * HanLP's types, but letters of all scripts apart from marks, and from each other the marks that
   * begin and end markup.
   */
  static byte[] lettersApart() {
    byte[] types = CharType.type.clone();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      boolean isMark = types[c] == CharType.CT_DELIMITER || types[c] == CharType.CT_OTHER;
      if (Compounds.isLetter(c)) {
        types[c] = CharType.CT_SINGLE;
      } else if (types[c] == CharType.CT_SINGLE) {
        types[c] = CharType.CT_DELIMITER;
      } else if (isMark && (Character.isLetter(c) || isBeforeRareHanzi(c))) {
        types[c] = CharType.CT_CHINESE;
      } else if (Character.isLowSurrogate(c)) {
        types[c] = AS_BEFORE;
      }
    }
    types['<'] = CharType.CT_OTHER;
    types['&'] = CharType.CT_OTHER;
    return types;
  }

  /** Whether it is the first half of an ideograph of planes 2 and 3. */
  private static boolean isBeforeRareHanzi(char c) {
    return c >= FIRST_OF_RARE && c <= LAST_OF_RARE;
  }
}
