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

  /** About how many bytes of text all units hold. */
  public long textBytes() {
    return units.stream().mapToLong(WorkUnit::textBytes).sum();
  }
}
