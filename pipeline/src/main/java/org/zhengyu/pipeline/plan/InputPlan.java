package org.zhengyu.pipeline.plan;

import java.util.List;
import java.util.Set;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

/**
 * What will be read, and in which pieces.
 *
 * @param files in the order of their URIs, numbered from 0
 * @param splits the input splits, numbered from 0
 * @param skipped what was found in the input folders and is not read, each with the reason
 * @param sharedIds ids that records of several files have, as far as metadata speaks of them
 */
public record InputPlan(
    List<InputFile> files, List<InputSplit> splits, List<LeftOut> skipped, Set<String> sharedIds) {

  /** Copies the lists. */
  public InputPlan {
    files = List.copyOf(files);
    splits = List.copyOf(splits);
    skipped = List.copyOf(skipped);
    sharedIds = Set.copyOf(sharedIds);
  }

  /** A plan of which no id is known to be shared. */
  public InputPlan(List<InputFile> files, List<InputSplit> splits, List<LeftOut> skipped) {
    this(files, splits, skipped, Set.of());
  }

  /** The plan with such ids. */
  InputPlan withSharedIds(Set<String> ids) {
    return new InputPlan(files, splits, skipped, ids);
  }

  /** The plan of an input that only the workers can list: nothing is known of it here. */
  public static InputPlan unknown() {
    return new InputPlan(List.of(), List.of(), List.of());
  }

  /** What was to be read and could not even be listed: parts of {@link #skipped}. */
  public List<LeftOut> unreadable() {
    return skipped.stream().filter(left -> left.reason() == InputMessage.UNREADABLE).toList();
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
    return isKnown()
        ? metadata.joinedTo(files.stream().map(InputFile::name).toList(), sharedIds)
        : metadata;
  }

  /**
   * Metadata joined to the files, for those who read them: where each is one document, without the
   * records that are about none.
   */
  public MetadataTable joinToRead(MetadataTable metadata) {
    MetadataTable joined = join(metadata);
    boolean isOfFiles =
        isKnown() && files.stream().allMatch(file -> Formats.of(file).isOneDocument());
    return isOfFiles ? joined.ofFilesOnly() : joined;
  }

  /** About how many bytes of text all splits hold. */
  public long textBytes() {
    return splits.stream().mapToLong(InputSplit::textBytes).sum();
  }
}
