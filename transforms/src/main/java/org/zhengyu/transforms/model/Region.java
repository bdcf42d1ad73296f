package org.zhengyu.transforms.model;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A place that a document speaks for.
 *
 * @param name its full name; as it was given where it is none that we know
 * @param code its code of GB/T 2260, six digits; null where it is not known
 * @param level of what kind it is; null where it is not known
 * @param parent the full name of what it belongs to; null where that is not known
 */
public record Region(
    String name, @Nullable String code, @Nullable Level level, @Nullable String parent) {
  /** Of what kind a place is, the largest first. */
  public enum Level {
    /** The country. */
    NATIONAL,
    /** A province, autonomous region, municipality or special administrative region. */
    PROVINCE,
    /** A prefecture: mostly a city. */
    CITY,
    /** A county, district, banner, or a city of that rank. */
    COUNTY;

    /** The lower-case name that the tables use. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A place of which only the name is known. */
  public static Region named(String name) {
    return new Region(name, null, null, null);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putString(name)
        .putNullable(code)
        .putNullable(level, (of, each) -> each.putEnum(of))
        .putNullable(parent);
  }

  /** Reads the packed form. */
  public static Region unpack(PackedReader in) {
    return new Region(
        in.getString(),
        in.getNullable(),
        in.getNullable(each -> each.getEnum(Level.class)),
        in.getNullable());
  }
}
