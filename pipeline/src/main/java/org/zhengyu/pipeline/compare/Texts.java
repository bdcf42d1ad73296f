package org.zhengyu.pipeline.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.output.StoredTable;

/**
 * The texts that two results count, told apart by what they say, not by their names.
 *
 * @param inBoth how many are counted in both
 * @param onlyFirst the documents of those that only the first counts
 * @param onlySecond the documents of those that only the second counts
 */
public record Texts(long inBoth, List<String> onlyFirst, List<String> onlySecond) {
  /** Copies the lists. */
  public Texts {
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  /** The texts of two tables of documents. */
  static Texts of(StoredTable first, StoredTable second) throws IOException {
    List<String> columns = first.columns();
    String key =
        columns.contains("text_key") && second.columns().contains("text_key")
            ? "text_key"
            : "sha256";
    Map<String, String> only = texts(first, key);
    Map<String, String> others = texts(second, key);
    long all = only.size();
    List<String> onlySecond = new ArrayList<>();
    others.forEach(
        (text, document) -> {
          if (only.remove(text) == null) {
            onlySecond.add(document);
          }
        });
    onlySecond.sort(null);
    return new Texts(all - only.size(), only.values().stream().sorted().toList(), onlySecond);
  }

  /** The document of each text that is counted. */
  private static Map<String, String> texts(StoredTable table, String key) throws IOException {
    List<String> columns = new ArrayList<>(List.of("doc_id", key, "duplicate_of"));
    boolean hasPart = table.columns().contains("is_selected");
    if (hasPart) {
      columns.add("is_selected");
    }
    Map<String, String> texts = new TreeMap<>();
    table.read(
        columns,
        row -> {
          boolean isSelected = !hasPart || row.isNull(3) || row.number(3) != 0;
          if (isSelected && row.isNull(2)) {
            texts.putIfAbsent(row.text(1), row.text(0));
          }
        });
    return texts;
  }
}
