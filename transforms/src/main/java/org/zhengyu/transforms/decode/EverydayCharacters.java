package org.zhengyu.transforms.decode;

import java.nio.charset.Charset;

/**
 * The characters that make up nearly all of any Chinese text: the first level of GB 2312 (3,755
 * simplified characters) and of Big5 (5,401 traditional ones), with the common punctuation.
 */
final class EverydayCharacters {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  private static final boolean[] TABLE = table();

  private EverydayCharacters() {}

  static boolean contains(char c) {
    return TABLE[c];
  }

  /** Their share among the characters of a text outside ASCII, from 0 to 1. */
  static double share(String text) {
    int counted = 0;
    int everyday = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        counted++;
        if (contains(c)) {
          everyday++;
        }
      }
    }
    return counted == 0 ? 0 : (double) everyday / counted;
  }

  private static boolean[] table() {
    boolean[] table = new boolean[Character.MAX_VALUE + 1];
    for (int lead = 0xB0; lead <= 0xD7; lead++) {
      for (int trail = 0xA1; trail <= 0xFE; trail++) {
        add(table, GB18030, lead, trail);
      }
    }
    for (int lead = 0xA4; lead <= 0xC6; lead++) {
      for (int trail = 0x40; trail <= (lead == 0xC6 ? 0x7E : 0xFE); trail++) {
        add(table, BIG5, lead, trail);
      }
    }
    String punctuation = "，。、；：？！“”‘’「」『』《》〈〉（）【】〔〕·—…～％．×○●□■　";
    for (int i = 0; i < punctuation.length(); i++) {
      table[punctuation.charAt(i)] = true;
    }
    for (char c = '０'; c <= '９'; c++) {
      table[c] = true;
    }
    table[0xFFFD] = false;
    return table;
  }

  private static void add(boolean[] table, Charset charset, int lead, int trail) {
    String character = new String(new byte[] {(byte) lead, (byte) trail}, charset);
    if (character.length() == 1 && Character.isIdeographic(character.charAt(0))) {
      table[character.charAt(0)] = true;
    }
  }
}
