package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The categories of a lexicon at all their levels: who writes {@code 生态/双碳} has 生态 too, of level 1,
 * and 生态/双碳 within it, of level 2. They stand in the order in which the lexicon names them, the
 * outer before the inner. Immutable.
 */
public final class Categories {
  private static final char LEVEL_SEPARATOR = '/';
  private static final Pattern WRITTEN_SEPARATOR = Pattern.compile("[/／]");

  private static final int[] NONE = {};

  private final List<String> names = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final int[] phraseCounts;
  private final int[][] ofPhrases;

  private Categories(Lexicon lexicon) {
    Map<String, int[]> ofCategory = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    ofPhrases = new int[lexicon.size()][];
    for (int phrase = 0; phrase < lexicon.size(); phrase++) {
      ofPhrases[phrase] =
          lexicon
              .category(phrase)
              .map(name -> ofCategory.computeIfAbsent(name, path -> numbers(path, numbers)))
              .orElse(NONE);
    }
    phraseCounts = new int[names.size()];
    for (int[] ofPhrase : ofPhrases) {
      for (int category : ofPhrase) {
        phraseCounts[category]++;
      }
    }
  }

  /** The categories of a lexicon. */
  static Categories of(Lexicon lexicon) {
    return new Categories(lexicon);
  }

  /** The levels of a category as written, the outermost first. */
  static List<String> levels(String written) {
    return Arrays.stream(WRITTEN_SEPARATOR.split(written, -1)).map(InputText::strip).toList();
  }

  /** The name of the category that has these levels. */
  static String name(List<String> levels) {
    return String.join(String.valueOf(LEVEL_SEPARATOR), levels);
  }

  /** The numbers of a category and of those that it lies in, which get one if they have none. */
  private int[] numbers(String path, Map<String, Integer> known) {
    List<Integer> found = new ArrayList<>();
    for (int end = path.indexOf(LEVEL_SEPARATOR); end >= 0; ) {
      found.add(number(path.substring(0, end), found.size() + 1, known));
      end = path.indexOf(LEVEL_SEPARATOR, end + 1);
    }
    found.add(number(path, found.size() + 1, known));
    return found.stream().mapToInt(number -> number).toArray();
  }

  private int number(String name, int level, Map<String, Integer> known) {
    Integer number = known.putIfAbsent(name, names.size());
    if (number != null) {
      return number;
    }
    names.add(name);
    levels.add(level);
    return names.size() - 1;
  }

  /** How many there are, over all levels. */
  public int size() {
    return names.size();
  }

  /** The name of a category, with those that it lies in. */
  public String name(int category) {
    return names.get(category);
  }

  /** How deep a category lies: 1 for the outermost. */
  public int level(int category) {
    return levels.get(category);
  }

  /** How many phrases a category has, with those of the categories within it. */
  public int phrases(int category) {
    return phraseCounts[category];
  }

  /**
   * The categories of a phrase, the outermost first; none where the lexicon gives none. The array
   * is shared and must not be changed.
   */
  public int[] of(int phrase) {
    return ofPhrases[phrase];
  }
}
