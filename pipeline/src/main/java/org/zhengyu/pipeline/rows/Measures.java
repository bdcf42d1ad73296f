package org.zhengyu.pipeline.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.Measure;
import org.zhengyu.transforms.stats.TermWeighting;

/**
 * The measures that a run writes, by table.
 *
 * @param cooccurrences of pairs
 * @param keyness of terms in groups
 * @param terms of terms
 * @param documentTerms of terms in documents
 */
public record Measures(
    Set<Association> cooccurrences,
    Set<Keyness> keyness,
    Set<Dispersion> terms,
    Set<TermWeighting> documentTerms) {

  /** The name of those that are written when none are asked for. */
  public static final String DEFAULT = "default";

  /** The name of all. */
  public static final String ALL = "all";

  /**
   * The measures of these names. A table of which no measure is named keeps its default ones.
   *
   * @param names of {@link #names()}
   */
  public static Measures named(Set<String> names) {
    return new Measures(
        named(names, Association.class),
        named(names, Keyness.class),
        named(names, Dispersion.class),
        named(names, TermWeighting.class));
  }

  private static <M extends Enum<M> & Measure<?>> Set<M> named(Set<String> names, Class<M> all) {
    if (names.contains(ALL)) {
      return EnumSet.allOf(all);
    }
    Set<M> chosen = EnumSet.noneOf(all);
    Arrays.stream(all.getEnumConstants())
        .filter(measure -> names.contains(measure.column()))
        .forEach(chosen::add);
    if (chosen.isEmpty() || names.contains(DEFAULT)) {
      Arrays.stream(all.getEnumConstants()).filter(Measure::isDefault).forEach(chosen::add);
    }
    return Collections.unmodifiableSet(chosen);
  }

  /** What can be asked for: {@link #DEFAULT}, {@link #ALL}, and the measures of every table. */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(DEFAULT, ALL),
            Stream.<Measure<?>[]>of(
                    Association.values(),
                    Keyness.values(),
                    Dispersion.values(),
                    TermWeighting.values())
                .flatMap(Arrays::stream)
                .map(Measure::column))
        .distinct()
        .toList();
  }

  /** The tables of which a name of {@link #names} is a measure. */
  public static List<Table> tablesWith(String name) {
    return Tables.complete().stream()
        .filter(table -> table.columns().stream().anyMatch(column -> column.name().equals(name)))
        .map(table -> Tables.named(table.name()))
        .toList();
  }

  /** A table with the columns of these measures; one without measures as it is. */
  public Table in(Table table) {
    if (table == Tables.COOCCURRENCES) {
      return CooccurrenceRows.tableOf(cooccurrences);
    }
    if (table == Tables.KEYNESS) {
      return KeynessRows.tableOf(keyness);
    }
    if (table == Tables.TERMS) {
      return TermRows.tableOf(terms);
    }
    return table == Tables.DOCUMENT_TERMS ? DocumentTermRows.tableOf(documentTerms) : table;
  }
}
