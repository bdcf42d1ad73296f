package org.zhengyu.transforms.passages;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What a document has from another, which was certainly the first with it.
 *
 * @param sourceId the earlier document
 * @param targetId the later one
 * @param passages passages of which tokens are credited to the source
 * @param tokens the tokens of the target that are
 * @param longest the tokens of the longest of these passages
 * @param lag for certain so many days from the one to the other, at least 1
 * @param direction from which level to which; null where one is not known
 */
public record Descent(
    String sourceId,
    String targetId,
    long passages,
    long tokens,
    long longest,
    long lag,
    @Nullable Direction direction) {
  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(sourceId)
        .putString(targetId)
        .putVarint(passages)
        .putVarint(tokens)
        .putVarint(longest)
        .putVarint(lag)
        .putNullable(direction, (of, each) -> each.putEnum(of));
  }

  /** Reads the packed form. */
  public static Descent unpack(PackedReader in) {
    return new Descent(
        in.getString(),
        in.getString(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getNullable(each -> each.getEnum(Direction.class)));
  }
}
