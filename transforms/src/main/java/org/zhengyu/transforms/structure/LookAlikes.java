package org.zhengyu.transforms.structure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

/**
 * The characters that look like another and mean the same, from a list that says where its classes
 * come from. Unicode's data is listed, not asked for: the rows of a result must not depend on the
 * version of Unicode that a Java runtime knows.
 */
final class LookAlikes {
  private static final String RESOURCE = "look-alikes.txt";

  /** Of each UTF-16 code unit the one that is counted for it. */
  static final char[] TABLE = table();

  private LookAlikes() {}

  /** A table of its own for each caller. */
  static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    try (InputStream in = LookAlikes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.charAt(0) != '#') {
          addPairs(line, table);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // ･ is a half-width ・, which is a middle dot: folding twice must be folding once.
    for (int c = 0; c < table.length; c++) {
      table[c] = table[table[c]];
    }
    return table;
  }

  /** Pairs of one character and the one that is counted for it, with a blank between pairs. */
  private static void addPairs(String line, char[] table) {
    for (int i = 0; i < line.length(); i += 3) {
      table[line.charAt(i)] = line.charAt(i + 1);
    }
  }
}
