package org.zhengyu.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What is known of a table's columns, as a <a
 * href="https://datapackage.org/standard/table-schema/">Table Schema</a> of version 2. What that
 * has no word for stands under keys of our own: {@code description_zh}, {@code unit}, {@code
 * unit_zh} and {@code formula}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TableSchema(
    List<Field> fields,
    @JsonProperty("primaryKey") List<String> primaryKey,
    @JsonProperty("foreignKeys") List<ForeignKey> foreignKeys) {

  /** One column. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Field(
      String name,
      String type,
      String description,
      String descriptionZh,
      @Nullable String unit,
      @Nullable String unitZh,
      @Nullable String formula,
      Constraints constraints) {

    static Field of(Column column) {
      return new Field(
          column.name(),
          switch (column.type()) {
            case STRING -> "string";
            case DATE -> "date";
            case INT64 -> "integer";
            case DOUBLE -> "number";
            case BOOLEAN -> "boolean";
            // Version 2 describes lists as well, but its published schema does not know them.
            case STRING_LIST -> "array";
          },
          column.description(Language.ENGLISH),
          column.description(Language.CHINESE),
          column.unit().map(Wording::english).orElse(null),
          column.unit().map(Wording::chinese).orElse(null),
          column.formulaPlace(Language.ENGLISH).orElse(null),
          new Constraints(!column.isNullable(), column.values()));
    }
  }

  /** What the values of a column are held to. */
  record Constraints(
      boolean required,
      @JsonProperty("enum") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> values) {}

  /** A column whose values are keys of another table, or of its own. */
  record ForeignKey(List<String> fields, Reference reference) {}

  /** The key that is referred to; without a resource, one of the same table. */
  record Reference(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String resource, List<String> fields) {}

  /**
   * The schema of a table.
   *
   * @param tables the names of the tables beside it: what refers to others is left out
   */
  static TableSchema of(Table table, Set<String> tables) {
    return new TableSchema(
        fields(table),
        table.key().stream().map(Column::name).toList(),
        table.columns().stream()
            .filter(column -> column.reference().isPresent())
            .map(column -> foreignKey(column, column.reference().get()))
            .filter(
                key -> key.reference.resource == null || tables.contains(key.reference.resource))
            .toList());
  }

  /** The columns of a table. */
  static List<Field> fields(Table table) {
    return table.columns().stream().map(Field::of).toList();
  }

  private static ForeignKey foreignKey(Column column, Column target) {
    String resource = target.table().equals(column.table()) ? null : target.table();
    return new ForeignKey(List.of(column.name()), new Reference(resource, List.of(target.name())));
  }
}
