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

  /** The stored bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /** The bytes of all units, as their slices weigh them. */
  public long weight() {
    return units.stream().mapToLong(WorkUnit::weight).sum();
  }
}
