package org.zhengyu.transforms.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Replaces variants of a character by the form that is counted, one UTF-16 code unit by one, so
 * that offsets into the folded text are offsets into the text as written. Case is kept.
 */
public enum Folding {
  /**
   * Characters that look like another and mean the same: full-width digits, letters and symbols,
   * radicals in the place of ideographs (⻓ for 长), the middle dots of names, hyphens. The
   * full-width marks that Chinese sentences are written with stay.
   */
  LOOK_ALIKES {
    @Override
    char[] table() {
      return LookAlikes.TABLE;
    }
  },

  /**
   * As {@link #LOOK_ALIKES}, and traditional characters become simplified: the entries of HanLP's
   * table that map one ideograph to one ideograph. Context is not looked at, so the few characters
   * whose simplification depends on the word (乾, 著) follow the table.
   */
  TRADITIONAL {
    @Override
    char[] table() {
      return TraditionalTable.TABLE;
    }
  };

  private static final int SAMPLE = 2_000;

  /** The folding that an option {@code foldTraditional} asks for. */
  public static Folding of(boolean foldTraditional) {
    return foldTraditional ? TRADITIONAL : LOOK_ALIKES;
  }

  abstract char[] table();

  /** The form of {@code c} that is counted; surrogates are their own. */
  public char fold(char c) {
    return table()[c];
  }

  /** {@code text} with every character folded; the same string if none changes. */
  public String fold(String text) {
    char[] table = table();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (table[c] != c) {
        char[] folded = text.toCharArray();
        for (int j = i; j < folded.length; j++) {
          folded[j] = table[folded[j]];
        }
        return new String(folded);
      }
    }
    return text;
  }

  /**
   * Whether a text is written in traditional characters: of its first {@value #SAMPLE} ideographs a
   * tenth or more, and three at least, have a simplified form. Text in traditional characters has
   * about four of ten such, text in simplified ones nearly none.
   */
  public static boolean isTraditional(String text) {
    char[] table = TraditionalTable.TABLE;
    int ideographs = 0;
    int traditional = 0;
    for (int i = 0; i < text.length() && ideographs < SAMPLE; i++) {
      char c = LookAlikes.TABLE[text.charAt(i)];
      if (CharClasses.isPlainIdeograph(c)) {
        ideographs++;
        traditional += table[c] == c ? 0 : 1;
      }
    }
    return traditional >= 3 && traditional * 10 >= ideographs;
  }

  private static final class TraditionalTable {
    /**
     * Read as a resource: HanLP's own loader for it tries to write a cache into the working folder.
     */
    private static final String RESOURCE = "/data/dictionary/tc/t2s.txt";

    static final char[] TABLE = table();

    private static char[] table() {
      char[] table = LookAlikes.table();
      try (InputStream in =
          com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary.class.getResourceAsStream(
              RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("HanLP's data is not on the class path: " + RESOURCE);
        }
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (line.length() == 3
              && line.charAt(1) == '='
              && Character.isIdeographic(line.charAt(0))
              && Character.isIdeographic(line.charAt(2))) {
            table[line.charAt(0)] = line.charAt(2);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // A few entries lead to a character that has an entry itself (鏇, 镟, 旋): folding twice must
      // be folding once, or a folded phrase would not be found in a folded text.
      for (int c = 0; c < table.length; c++) {
        table[c] = table[table[c]];
      }
      return table;
    }
  }
}
