package org.zhengyu.transforms.model;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * When a document was written and at which level of the state: what decides who said something
 * first, and in which direction it went. It leads the {@link Joints} of a document.
 *
 * @param date what is known of its date; null without one
 * @param level of the place that it speaks for; null where it is not known
 */
public record DocumentStanding(@Nullable KnownDate date, Region.@Nullable Level level) {
  /** The standing of a document of which this is known. */
  public static DocumentStanding of(Description description) {
    Region region = description.region();
    return new DocumentStanding(description.date(), region == null ? null : region.level());
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putNullable(date, KnownDate::pack).putNullable(level, (of, each) -> each.putEnum(of));
  }

  /** Reads the packed form. */
  public static DocumentStanding unpack(PackedReader in) {
    return new DocumentStanding(
        in.getNullable(KnownDate::unpack),
        in.getNullable(each -> each.getEnum(Region.Level.class)));
  }
}
