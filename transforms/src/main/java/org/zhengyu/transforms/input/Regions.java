package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.Region.Level;

/**
 * The places of China by their names: 北京 and 北京市 are one. Provinces and prefectures are known by a
 * table (the codes are those of GB/T 2260); a county is known by the end of its name, and by what
 * it belongs to where that stands before it.
 */
public final class Regions {
  /** The name of the whole country. */
  public static final String NATION = "全国";

  private static final Set<String> NATION_NAMES =
      Set.of(NATION, "国家", "中国", "中央", "国家级", "中华人民共和国", "national");

  private static final List<String> COUNTY_ENDS =
      List.of("自治县", "自治旗", "林区", "特区", "新区", "县", "区", "旗", "市");

  /** All by their full names, in the order of their codes. */
  private static final Map<String, Region> BY_NAME = new LinkedHashMap<>();

  /** By short names, which are those of provinces where both have them. */
  private static final Map<String, Region> BY_SHORT_NAME = new HashMap<>();

  /** The names by which a text calls a place of the table beside its full one, by that. */
  private static final Map<String, Set<String>> OTHER_NAMES = new HashMap<>();

  static {
    Map<String, String> provinces = new HashMap<>();
    for (String line : lines()) {
      String[] fields = line.split(",", -1);
      String province = fields[0].substring(0, 2);
      boolean isProvince = fields[0].endsWith("0000");
      if (isProvince) {
        provinces.put(province, fields[1]);
      }
      Region region =
          new Region(
              fields[1],
              fields[0],
              isProvince ? Level.PROVINCE : Level.CITY,
              isProvince ? NATION : provinces.get(province));
      BY_NAME.put(fields[1], region);
      OTHER_NAMES.put(
          fields[1],
          Stream.concat(Stream.of(fields[2]), Stream.of(fields[3].split("\\|", -1)))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toUnmodifiableSet()));
      if (!fields[2].isEmpty()) {
        BY_SHORT_NAME.merge(
            fields[2], region, (one, two) -> one.level() == Level.PROVINCE ? one : two);
      }
    }
  }

  private Regions() {}

  private static List<String> lines() {
    try (InputStream in = Regions.class.getResourceAsStream("regions.csv")) {
      if (in == null) {
        throw new IllegalStateException("regions.csv is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, UTF_8)).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that the table has, in the order of their codes. */
  static Stream<Region> all() {
    return BY_NAME.values().stream();
  }

  /** Whether the table has a place of this full name. */
  static boolean isOfTable(String name) {
    return BY_NAME.containsKey(name);
  }

  /**
   * The names of a place beside its full one: of a province the short one and its abbreviations, of
   * a county that without 县 and its like.
   */
  static Set<String> otherNames(Region place) {
    if (place.level() == Level.COUNTY) {
      return COUNTY_ENDS.stream()
          .filter(end -> place.name().endsWith(end))
          .map(end -> place.name().substring(0, place.name().length() - end.length()))
          .limit(1)
          .filter(name -> name.length() >= 2)
          .collect(Collectors.toUnmodifiableSet());
    }
    return OTHER_NAMES.getOrDefault(place.name(), Set.of());
  }

  /** The place of a name; of only that name where it is none that we know. */
  public static Region of(String name) {
    Region known = known(name.strip());
    return known == null ? Region.named(name.strip()) : known;
  }

  /** The place of a name; null where it is none that we know. */
  public static @Nullable Region known(String name) {
    if (NATION_NAMES.contains(name)) {
      return new Region(NATION, null, Level.NATIONAL, null);
    }
    Region whole = BY_NAME.getOrDefault(name, BY_SHORT_NAME.get(name));
    if (whole != null) {
      return whole;
    }
    Region above = prefix(name);
    if (above == null) {
      return isCounty(name) ? new Region(name, null, Level.COUNTY, null) : null;
    }
    String rest = name.substring(above.name().length());
    if (above.level() == Level.PROVINCE) {
      Region below = BY_NAME.getOrDefault(rest, BY_SHORT_NAME.get(rest));
      if (below != null && above.name().equals(below.parent())) {
        return below;
      }
      Region city = prefix(rest);
      if (city != null && above.name().equals(city.parent())) {
        return county(rest.substring(city.name().length()), city);
      }
    }
    return county(rest, above);
  }

  private static @Nullable Region county(String name, Region above) {
    return isCounty(name) ? new Region(name, null, Level.COUNTY, above.name()) : null;
  }

  private static boolean isCounty(String name) {
    return name.length() >= 2
        && name.length() <= 15
        && COUNTY_ENDS.stream().anyMatch(end -> name.endsWith(end) && name.length() > end.length());
  }

  /** The place with whose full name a text begins; the longest where there are several. */
  public static @Nullable Region prefix(String text) {
    for (int length = Math.min(text.length(), 12); length > 2; length--) {
      Region found = BY_NAME.get(text.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
