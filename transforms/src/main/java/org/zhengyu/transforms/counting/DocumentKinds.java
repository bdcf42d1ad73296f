package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentList;

/** Numbers the kinds of documents: those of the same length and groups are of one kind. */
final class DocumentKinds {
  /** Groups by their number in the list. */
  private record Kind(int tokens, int groups) {}

  private final Map<List<String>, Integer> numbersOfGroups = new HashMap<>();
  private final List<List<String>> groups = new ArrayList<>();
  private final Map<Kind, Integer> numbers = new HashMap<>();
  private final List<Kind> kinds = new ArrayList<>();

  /** The kind of each document of a list. */
  int[] of(DocumentList documents) {
    int[] groupsOf = documents.byGroups(each -> number(each, numbersOfGroups, groups));
    int[] kindOf = new int[documents.size()];
    for (int i = 0; i < kindOf.length; i++) {
      kindOf[i] = number(new Kind(documents.tokens(i), groupsOf[i]), numbers, kinds);
    }
    return kindOf;
  }

  private static <T> int number(T thing, Map<T, Integer> numbers, List<T> all) {
    Integer known = numbers.putIfAbsent(thing, all.size());
    if (known != null) {
      return known;
    }
    all.add(thing);
    return all.size() - 1;
  }

  /** How many there are. */
  int size() {
    return kinds.size();
  }

  /** A document of a kind, without a name. */
  CountedDocument get(int kind, long key) {
    Kind known = kinds.get(kind);
    return new CountedDocument(key, "", known.tokens, groups.get(known.groups));
  }
}
