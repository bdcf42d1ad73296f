package org.zhengyu.transforms.model;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;

/** From where to where words came, by the levels of places. */
public enum Direction {
  /** From below: from a lower level to a higher one. */
  UP,
  /** From above. */
  DOWN,
  /** Within one level. */
  SIDEWAYS;

  /** The direction from one level to another; null where either is not known. */
  public static @Nullable Direction between(
      Region.@Nullable Level from, Region.@Nullable Level to) {
    if (from == null || to == null) {
      return null;
    }
    int steps = to.compareTo(from);
    return steps == 0 ? SIDEWAYS : steps > 0 ? DOWN : UP;
  }

  /** The lower-case name that the tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
