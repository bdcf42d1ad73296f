package org.zhengyu.pipeline.kwic;

import java.util.Comparator;
import java.util.Locale;

/** In which order hits are shown; those that are equal by it keep their places. */
public enum HitOrder {
  /** By what stands behind them. */
  RIGHT,
  /** By what stands before them, from its end on. */
  LEFT,
  /** By the day of their documents; those without one come last. */
  DATE,
  /** As they stand in the results. */
  PLACE;

  private static final Comparator<Hit> BY_PLACE = Comparator.comparingLong(Hit::place);

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Comparator<Hit> comparator() {
    Comparator<Hit> comparator =
        switch (this) {
          case RIGHT -> Comparator.comparing(Hit::right);
          case LEFT ->
              Comparator.comparing(hit -> new StringBuilder(hit.left()).reverse().toString());
          case DATE ->
              Comparator.comparing(
                  hit -> hit.document().day(), Comparator.nullsLast(Comparator.naturalOrder()));
          case PLACE -> BY_PLACE;
        };
    return comparator.thenComparing(BY_PLACE);
  }
}
