package org.zhengyu.pipeline.plan;

import java.util.List;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.WorkUnit;

/**
 * What will be read, and in which pieces.
 *
 * @param files in the order of their URIs, numbered from 0
 * @param units the work units, numbered from 0
 * @param skipped what was found in the input folders and is not read, each with the reason
 */
public record InputPlan(List<InputFile> files, List<WorkUnit> units, List<String> skipped) {
  /** Copies the lists. */
  public InputPlan {
    files = List.copyOf(files);
    units = List.copyOf(units);
    skipped = List.copyOf(skipped);
  }

  /** The plan of an input that only the workers can list: nothing is known of it here. */
  public static InputPlan unknown() {
    return new InputPlan(List.of(), List.of(), List.of());
  }

  /** Whether the input was listed; an input without files is refused when it is. */
  public boolean isKnown() {
    return !units.isEmpty();
  }

  /** The numbers of the units are below this. */
  public int unitNumbers() {
    return isKnown() ? units.size() : PlanOnWorkers.NUMBERS;
  }

  /** About how many bytes of text all units hold. */
  public long textBytes() {
    return units.stream().mapToLong(WorkUnit::textBytes).sum();
  }
}
