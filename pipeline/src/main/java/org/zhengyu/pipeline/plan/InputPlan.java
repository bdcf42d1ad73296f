package org.zhengyu.pipeline.plan;

import java.util.List;
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
public record InputPlan(List<InputFile> files, List<InputSplit> splits, List<String> skipped) {
  /** The reason for a folder that may hold documents and cannot be looked into. */
  static final String UNREADABLE = ": cannot be read: permission denied";

  /** The reason for a file whose name Java cannot say, as those from a ZIP of Windows. */
  static final String OTHER_NAME =
      ": cannot be read: its name is not in the encoding of this system; rename it";

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
  public List<String> unreadable() {
    return skipped.stream()
        .filter(left -> left.endsWith(UNREADABLE) || left.endsWith(OTHER_NAME))
        .toList();
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
