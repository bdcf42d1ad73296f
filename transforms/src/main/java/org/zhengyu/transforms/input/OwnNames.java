package org.zhengyu.transforms.input;

import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.segment.PartOfSpeech;

/**
 * The names of what a group of documents is: of 上海市 also 上海 and 沪, of a province its cities, and of
 * all of these the places and bodies whose names begin so (上海港). What stands there because the
 * group is what it is, and says nothing of its language.
 */
public final class OwnNames {
  private static final Set<String> OF_THE_NATION = Set.of("中国", "中华人民共和国");

  /** A name of a single character begins too much that is something else. */
  private static final int SHORTEST_BEGINNING = 2;

  /** What the group itself is called. */
  private final Set<String> own = new HashSet<>();

  /** That, and the names of the places in it. */
  private final Set<String> beginnings = new HashSet<>();

  private OwnNames() {}

  /**
   * The names of a group.
   *
   * @param value what its documents share: a place, a body, or whatever else
   */
  public static OwnNames of(String value) {
    OwnNames names = new OwnNames();
    names.own.add(value);
    Region place = place(value);
    if (place != null) {
      names.add(place);
    }
    names.beginnings.addAll(names.own);
    if (place != null && place.level() != Region.Level.NATIONAL) {
      names.addPlacesIn(place.name());
    }
    return names;
  }

  /** The place that a value is, or with whose full name it begins, as that of a body does. */
  private static @Nullable Region place(String value) {
    Region whole = Regions.known(value);
    return whole == null ? Regions.prefix(value) : whole;
  }

  private void add(Region place) {
    own.add(place.name());
    if (place.level() == Region.Level.NATIONAL) {
      own.addAll(OF_THE_NATION);
    }
    own.addAll(Regions.otherNames(place));
  }

  private void addPlacesIn(String name) {
    Regions.all()
        .filter(place -> name.equals(place.parent()))
        .forEach(
            place -> {
              beginnings.add(place.name());
              beginnings.addAll(Regions.otherNames(place));
            });
  }

  /**
   * Whether a term is one of them: a name of the group whatever it is tagged as, else a place or
   * body, but none that is known to belong elsewhere (海南藏族自治州 is not of 海南省).
   */
  public boolean have(String term, PartOfSpeech tag) {
    if (own.contains(term)) {
      return true;
    }
    if (!tag.refines("ns") && !tag.refines("nt")) {
      return false;
    }
    return beginnings.contains(term) || (!Regions.isOfTable(term) && beginsWithOne(term));
  }

  private boolean beginsWithOne(String term) {
    for (int length = SHORTEST_BEGINNING; length < term.length(); length++) {
      if (beginnings.contains(term.substring(0, length))) {
        return true;
      }
    }
    return false;
  }
}
