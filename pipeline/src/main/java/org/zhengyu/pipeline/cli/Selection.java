package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Some of a list, named by themselves, or by how they differ from what is usual.
 *
 * @param all the list, in whose order the selected are
 * @param isChange whether what is usual is changed; else only what is asked for is there before
 * @param steps what is added or left out, one after the other
 */
public record Selection<T>(List<T> all, boolean isChange, List<Step<T>> steps) {
  /**
   * Some are added, or left out.
   *
   * @param adds whether they are added
   * @param values those that are; none for all that are possible
   */
  public record Step<T>(boolean adds, List<T> values) {}

  /** Copies the lists. */
  public Selection {
    all = List.copyOf(all);
    steps = List.copyOf(steps);
  }

  /**
   * What is selected.
   *
   * @param usual what is when nothing is said
   * @param asked those of them that something else asks for, so that they need not be named
   * @param possible what is meant by all
   */
  public List<T> of(List<T> usual, List<T> asked, List<T> possible) {
    Set<T> selected = new LinkedHashSet<>(isChange ? usual : asked);
    for (Step<T> step : steps) {
      List<T> values = step.values().isEmpty() ? possible : step.values();
      if (step.adds()) {
        selected.addAll(values);
      } else {
        values.forEach(selected::remove);
      }
    }
    List<T> ordered = new ArrayList<>(all);
    ordered.retainAll(selected);
    return ordered;
  }
}
