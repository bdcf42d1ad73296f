package org.zhengyu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The counted documents, put together by place, year and kind: what the filter of the page chooses
 * from. Where there are too many groups for a page, kinds and then places are no longer told apart.
 */
final class Groups {
  /** More would make the page slow. */
  private static final int MOST_GROUPS = 3000;

  /** More documents than this are not told apart, for they would not fit into memory. */
  private static final int MOST_DOCUMENTS = 1_000_000;

  /** Place, year and kind. */
  private static final int FIELDS = 3;

  private record Key(@Nullable Object region, @Nullable Object year, @Nullable Object kind) {
    /** One that is the same whatever the order of the documents. */
    static final Comparator<Key> ORDER = Comparator.comparing(Key::toString);

    Key without(int field) {
      return field == 2 ? new Key(region, year, null) : new Key(null, year, null);
    }
  }

  /** What is in a group. */
  private static final class Size {
    private long documents;
    private long tokens;

    void add(Size other) {
      documents += other.documents;
      tokens += other.tokens;
    }
  }

  private final Map<Key, Integer> places = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();
  private final Map<String, Integer> ofDocument = new HashMap<>();
  private int fields = FIELDS;
  private boolean isComplete = true;

  /** Takes a document. */
  void add(
      String docId,
      @Nullable Object region,
      @Nullable Object year,
      @Nullable Object kind,
      long tokens) {
    if (ofDocument.size() == MOST_DOCUMENTS) {
      isComplete = false;
      return;
    }
    int group = group(new Key(region, year, kind));
    Size size = sizes.get(group);
    size.documents++;
    size.tokens += tokens;
    ofDocument.put(docId, group);
  }

  private int group(Key key) {
    return places.computeIfAbsent(
        key,
        any -> {
          keys.add(key);
          sizes.add(new Size());
          return sizes.size() - 1;
        });
  }

  /** Whether all documents are in a group. */
  boolean isComplete() {
    return isComplete;
  }

  /** By how many of the fields, the first ones, groups differ that were not merged. */
  int fields() {
    return fields;
  }

  /** The group of a document; -1 for one that is not counted. */
  int of(String docId) {
    return ofDocument.getOrDefault(docId, -1);
  }

  /** The place of a group; none where it is not known, or no longer told apart. */
  @Nullable Object region(int group) {
    return group < 0 ? null : keys.get(group).region;
  }

  /** Tells fewer groups apart, until there are no more than a page can have, and orders them. */
  void fit() {
    regroup(key -> key);
    while (places.size() > MOST_GROUPS && fields > 1) {
      merge();
    }
  }

  /**
   * Tells groups apart by one field less.
   *
   * @return of each group that there was, which it is now part of
   */
  int[] merge() {
    fields = fields == FIELDS ? 2 : 1;
    return regroup(key -> key.without(fields));
  }

  private int[] regroup(UnaryOperator<Key> newKey) {
    List<Key> oldKeys = List.copyOf(keys);
    List<Size> oldSizes = List.copyOf(sizes);
    places.clear();
    keys.clear();
    sizes.clear();
    oldKeys.stream().map(newKey).distinct().sorted(Key.ORDER).forEach(this::group);
    int[] numbers = new int[oldKeys.size()];
    for (int old = 0; old < numbers.length; old++) {
      numbers[old] = group(newKey.apply(oldKeys.get(old)));
      sizes.get(numbers[old]).add(oldSizes.get(old));
    }
    ofDocument.replaceAll((document, old) -> numbers[old]);
    return numbers;
  }

  /** A row for each group, in the order of their numbers. */
  PageTable table() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int group = 0; group < keys.size(); group++) {
      Key key = keys.get(group);
      Size size = sizes.get(group);
      rows.add(new Object[] {key.region, key.year, key.kind, size.documents, size.tokens});
    }
    return PageTable.whole(
        "groups", List.of("region", "year", "doc_type", "documents", "tokens"), rows);
  }
}
