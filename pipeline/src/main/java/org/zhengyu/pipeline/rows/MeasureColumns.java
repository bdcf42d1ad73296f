package org.zhengyu.pipeline.rows;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.zhengyu.output.Column;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.stats.Description;
import org.zhengyu.transforms.stats.Measure;

/**
 * The columns of a table that measures fill, one for each measure there is; a result has those of
 * the measures that were asked for.
 *
 * @param <T> what the measures are computed from
 * @param <M> the measures of the table
 */
final class MeasureColumns<T, M extends Enum<M> & Measure<T>> {
  private final Map<M, DoubleColumn> columns;

  /**
   * Adds a column for each measure to a table.
   *
   * @param formulas the heading of {@code docs/measures.md}, as an anchor, under which they stand
   */
  MeasureColumns(Table.Builder table, String formulas, Class<M> measures) {
    columns = new EnumMap<>(measures);
    for (M measure : measures.getEnumConstants()) {
      columns.put(measure, describe(table, measure).formula(formulas).ofDoubles());
    }
  }

  private static Column.Builder describe(Table.Builder table, Measure<?> measure) {
    Description description = measure.description();
    Description.Words meaning = description.meaning();
    Column.Builder column =
        table.column(
            measure.column(),
            meaning.english() + " (" + description.source() + ")",
            meaning.chinese() + "（" + description.source() + "）");
    switch (description.scale()) {
      case NONE -> {}
      case BITS -> column.unit(Quantity.BITS);
      case PER_CENT -> column.unit(Quantity.PER_CENT);
      case EVENTS -> column.unit(Quantity.UNITS);
      case TOKENS -> column.unit(Quantity.TOKENS);
    }
    description.nullCase().ifPresent(words -> column.nullable(words.english(), words.chinese()));
    return column;
  }

  /** The table with the columns of these measures only. */
  Table tableOf(Table complete, Collection<M> measures) {
    return complete.without(
        columns.keySet().stream()
            .filter(measure -> !measures.contains(measure))
            .map(columns::get)
            .toList());
  }

  /** The columns of some measures, in the order given. */
  DoubleColumn[] of(Collection<M> measures) {
    return measures.stream().map(columns::get).toArray(DoubleColumn[]::new);
  }

  /** Sets the columns of some measures in a row; what is infinite has no value in a table. */
  BiConsumer<T, RowWriter> setter(Collection<M> measures) {
    List<M> chosen = List.copyOf(measures);
    DoubleColumn[] filled = of(chosen);
    return (counts, out) -> {
      for (int i = 0; i < filled.length; i++) {
        double value = chosen.get(i).of(counts);
        out.setDouble(filled[i], Double.isInfinite(value) ? Double.NaN : value);
      }
    };
  }
}
