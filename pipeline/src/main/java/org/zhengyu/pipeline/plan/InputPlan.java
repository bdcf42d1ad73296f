package org.zhengyu.pipeline.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

/**
 * What will be read, and in which pieces.
 *
 * @param files in the order of their URIs, numbered from 0
 * @param splits the input splits, numbered from 0
 * @param skipped what was found in the input folders and is not read, each with the reason
 */
public record InputPlan(List<InputFile> files, List<InputSplit> splits, List<LeftOut> skipped) {
  /** The reasons for what may hold documents, and cannot be looked into. */
  private static final Set<InputMessage> UNREADABLE =
      EnumSet.of(InputMessage.UNREADABLE, InputMessage.OTHER_NAME);

  /** Copies the lists. */
  public InputPlan {
    files = List.copyOf(files);
    splits = List.copyOf(splits);
    skipped = List.copyOf(skipped);
  }

  /** The plan of an input that only the workers can list: nothing is known of it here. */
  public static InputPlan unknown() {
    return new InputPlan(List.of(), List.of(), List.of());
  }

  /** What was to be read and could not even be listed: parts of {@link #skipped}. */
  public List<LeftOut> unreadable() {
    return skipped.stream().filter(left -> UNREADABLE.contains(left.reason())).toList();
  }

  /** Whether the input was listed; an input without files is refused when it is. */
  public boolean isKnown() {
    return !splits.isEmpty();
  }

  /** The numbers of the splits are below this. */
  public int splitNumbers() {
    return isKnown() ? splits.size() : PlanOnWorkers.NUMBERS;
  }

  /** Metadata joined to the files; as it is where they are not known. */
  public MetadataTable join(MetadataTable metadata) {
    return isKnown() ? metadata.joinedTo(files.stream().map(InputFile::name).toList()) : metadata;
  }

  /** About how many bytes of text all splits hold. */
  public long textBytes() {
    return splits.stream().mapToLong(InputSplit::textBytes).sum();
  }
}
