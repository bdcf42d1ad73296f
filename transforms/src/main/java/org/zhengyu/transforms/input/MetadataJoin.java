package org.zhengyu.transforms.input;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Compression;

/**
 * Finds out which records of metadata are about which files. A key joins a file when it fits no
 * other as well and no other key fits that file as well; sure ways to fit go before others.
 */
final class MetadataJoin {
  /** The places of records by the names of the files that they join. */
  final TreeMap<String, Integer> joined = new TreeMap<>();

  /** The keys that fit more than one file or share one with another, and join none. */
  final TreeSet<String> ambiguous = new TreeSet<>();

  private final Map<String, List<String>> filesByBareName = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();

  /** How a key fits the name of a file, the surest first. */
  private enum Match {
    /** The name, with its suffix or without. */
    WHOLE,
    /** The end of the name, from a slash on. */
    END_OF_NAME,
    /** The name is the end of the key, as where the input is a folder of what the key begins at. */
    END_OF_KEY,
    /** The last part of both. */
    LAST_PART;

    boolean fits(String key, String name) {
      return switch (this) {
        case WHOLE -> name.equals(key) || withoutSuffix(name).equals(key);
        case END_OF_NAME -> name.endsWith("/" + key) || withoutSuffix(name).endsWith("/" + key);
        case END_OF_KEY -> key.endsWith("/" + name);
        case LAST_PART -> lastPart(name).equals(lastPart(key));
      };
    }
  }

  /**
   * Joins.
   *
   * @param keys those of the records
   * @param fileNames paths below the input root
   */
  MetadataJoin(MetadataKeys keys, Collection<String> fileNames) {
    for (String fileName : fileNames) {
      String name = canonical(fileName);
      String last = lastPart(name);
      Stream.of(last, withoutSuffix(last))
          .distinct()
          .forEach(
              part -> filesByBareName.computeIfAbsent(part, unused -> new ArrayList<>()).add(name));
    }
    Map<String, Integer> likely = new TreeMap<>();
    keys.forEach(
        (key, row) -> {
          if (filesByBareName.containsKey(lastPart(key))) {
            likely.put(key, row);
          }
        });
    for (Match match : Match.values()) {
      join(likely, match);
    }
    ambiguous.removeIf(key -> taken.contains(likely.get(key)));
  }

  private void join(Map<String, Integer> keys, Match match) {
    Map<Integer, Set<String>> filesOfRow = new TreeMap<>();
    Map<String, Set<Integer>> rowsOfFile = new HashMap<>();
    Map<String, Integer> fitting = new TreeMap<>();
    keys.forEach(
        (key, row) -> {
          for (String name : filesByBareName.getOrDefault(lastPart(key), List.of())) {
            if (!taken.contains(row) && match.fits(key, name)) {
              fitting.put(key, row);
              filesOfRow.computeIfAbsent(row, unused -> new TreeSet<>()).add(name);
              rowsOfFile.computeIfAbsent(name, unused -> new TreeSet<>()).add(row);
            }
          }
        });
    filesOfRow.forEach(
        (row, names) -> {
          String name = names.iterator().next();
          boolean isClear = names.size() == 1 && rowsOfFile.get(name).size() == 1;
          if (isClear && !joined.containsKey(name)) {
            joined.put(name, row);
            taken.add(row);
          }
        });
    fitting.keySet().removeIf(key -> taken.contains(keys.get(key)));
    ambiguous.addAll(fitting.keySet());
  }

  /** The record of a file of which it is not known what others there are; null without. */
  static @Nullable Integer alone(MetadataKeys keys, String name) {
    String last = lastPart(name);
    return Stream.of(name, withoutSuffix(name), last, withoutSuffix(last))
        .map(keys::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A key or name with slashes, composed characters, and its suffix in lower case. */
  static String canonical(String key) {
    String path = Normalizer.normalize(key, Normalizer.Form.NFC).replace('\\', '/');
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    int suffix = withoutSuffix(path).length();
    return path.substring(0, suffix) + path.substring(suffix).toLowerCase(Locale.ROOT);
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The name without the suffix of a format and without that of its compression. */
  private static String withoutSuffix(String name) {
    String plain = Compression.plainName(name);
    int dot = plain.lastIndexOf('.');
    boolean isSuffix = dot > plain.lastIndexOf('/') + 1 && Formats.ofName(plain).isPresent();
    return isSuffix ? plain.substring(0, dot) : plain;
  }
}
