package org.zhengyu.output;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;

/**
 * One column of a {@link Table}: all that is to be known of it, said once. It is also the handle by
 * which a {@link RowWriter} is told where a value goes; each type has a class of its own, so that a
 * value of another type does not compile.
 */
public abstract sealed class Column
    permits BooleanColumn, DateColumn, DoubleColumn, LongColumn, StringColumn, StringListColumn {

  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");

  /** What the values of a column are, and how Parquet stores them. */
  public enum Type {
    /** Text in UTF-8. */
    STRING,
    /** A calendar day, without a time zone. */
    DATE,
    /** Every count, position and size: one width for all, so that no reader has to cast. */
    INT64,
    /**
     * Every measure. An undefined value (0/0, for example) is null, never NaN: a NaN would pass
     * through an average unseen, and it sorts above every number. An infinite value is a limit that
     * the formula does have, and is written as such.
     */
    DOUBLE,
    BOOLEAN,
    /** Texts in an order; there may be none, but a list is never null, and no text of it is. */
    STRING_LIST
  }

  /** The place of the column in its table, before any was left out. */
  final int index;

  private final Type type;
  private final String table;
  private final String name;
  private final Wording meaning;
  private final boolean key;
  private final boolean mostlyDistinct;
  private final List<String> values;
  private final Optional<Wording> nullCase;
  private final Optional<Wording> unit;
  private final Optional<String> formula;
  private final Optional<Column> reference;

  Column(Type type, Builder builder) {
    this.type = type;
    this.index = builder.table.size();
    this.table = builder.table.name();
    this.name = builder.name;
    this.meaning = builder.meaning;
    this.key = builder.key;
    this.mostlyDistinct = builder.mostlyDistinct;
    this.values = builder.values;
    this.nullCase = builder.nullCase;
    this.unit = builder.unit;
    this.formula = builder.formula;
    this.reference = builder.reference;
    if (key && nullCase.isPresent()) {
      throw new IllegalArgumentException(this + " is part of the key, and may not be null");
    }
  }

  /** The column's name, in snake case. */
  public final String name() {
    return name;
  }

  /** The name of the table whose column this is. */
  public final String table() {
    return table;
  }

  /** What its values are. */
  public final Type type() {
    return type;
  }

  /** What a value means. */
  public final Wording meaning() {
    return meaning;
  }

  /** What a value means, and when there is none. */
  public final String description(Language language) {
    return meaning.in(language) + whenNull(language);
  }

  /** When there is no value, to be read behind the meaning; empty where there always is one. */
  final String whenNull(Language language) {
    return nullCase
        .map(
            when ->
                switch (language) {
                  case ENGLISH -> "; null " + when.english();
                  case CHINESE -> "；" + when.chinese() + "为空";
                })
        .orElse("");
  }

  /** Whether the column is part of the table's primary key. */
  public final boolean isKey() {
    return key;
  }

  /** Whether to look for values that come twice would be in vain. */
  final boolean isMostlyDistinct() {
    return mostlyDistinct;
  }

  /** Whether a row may leave it without a value. */
  public final boolean isNullable() {
    return nullCase.isPresent();
  }

  /** When a row has no value; empty for a column that always has one. */
  public final Optional<Wording> nullCase() {
    return nullCase;
  }

  /** What a number is a number of; empty for all that is not counted or measured in anything. */
  public final Optional<Wording> unit() {
    return unit;
  }

  /** The heading of {@code docs/measures.md}, as an anchor, under which its formula stands. */
  public final Optional<String> formula() {
    return formula;
  }

  /** The file and heading under which a reader of a language finds it explained. */
  final Optional<String> formulaPlace(Language language) {
    String file =
        switch (language) {
          case ENGLISH -> "docs/measures.md#";
          case CHINESE -> "docs/measures.zh.md#";
        };
    return formula.map(anchor -> file + anchor);
  }

  /** All values that it can have, where they are a closed list; else empty. */
  public final List<String> values() {
    return values;
  }

  /** The key of another table (or of its own) in which each of its values is found. */
  public final Optional<Column> reference() {
    return reference;
  }

  /** The table's name and the column's: {@code terms.tf}. */
  @Override
  public final String toString() {
    return table + "." + name;
  }

  final org.apache.parquet.schema.Type parquetType() {
    return switch (type) {
      case STRING ->
          field(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
      case DATE -> field(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case INT64 -> field(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> field(PrimitiveTypeName.DOUBLE).named(name);
      case BOOLEAN -> field(PrimitiveTypeName.BOOLEAN).named(name);
      case STRING_LIST ->
          Types.requiredList()
              .requiredElement(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    };
  }

  private PrimitiveBuilder<PrimitiveType> field(PrimitiveTypeName stored) {
    return isNullable() ? Types.optional(stored) : Types.required(stored);
  }

  static String requireSnakeCase(String word) {
    if (!SNAKE_CASE.matcher(word).matches()) {
      throw new IllegalArgumentException("not a name in snake case: '" + word + "'");
    }
    return word;
  }

  /** Collects what is said of a column; the type, said last, adds it to its table. */
  public static final class Builder {

    private final Table.Builder table;
    private final String name;
    private final Wording meaning;
    private boolean key;
    private boolean mostlyDistinct;
    private List<String> values = List.of();
    private Optional<Wording> nullCase = Optional.empty();
    private Optional<Wording> unit = Optional.empty();
    private Optional<String> formula = Optional.empty();
    private Optional<Column> reference = Optional.empty();

    Builder(Table.Builder table, String name, Wording meaning) {
      this.table = table;
      this.name = requireSnakeCase(name);
      this.meaning = meaning;
    }

    /** Makes the column a part of the table's primary key. */
    public Builder key() {
      key = true;
      return this;
    }

    /** Says that hardly any text comes twice, so that nobody need look for those that do. */
    public Builder mostlyDistinct() {
      mostlyDistinct = true;
      return this;
    }

    /**
     * Lets the column be null.
     *
     * @param english when it is, to be read behind “null”: {@code with fewer than ten documents}
     * @param chinese the same, to be read before “为空”
     */
    public Builder nullable(String english, String chinese) {
      nullCase = Optional.of(new Wording(english, chinese));
      return this;
    }

    /** Says what a number is a number of. */
    public Builder unit(Wording words) {
      unit = Optional.of(words);
      return this;
    }

    /** Says under which heading of {@code docs/measures.md}, as an anchor, the formula stands. */
    public Builder formula(String anchor) {
      formula = Optional.of(anchor);
      return this;
    }

    /** Says what values there are. */
    public Builder oneOf(List<String> all) {
      values = List.copyOf(all);
      return this;
    }

    /** Says in which key each value is found. */
    public Builder references(Column other) {
      reference = Optional.of(Objects.requireNonNull(other, "other"));
      return this;
    }

    /** Adds a column of truth values. */
    public BooleanColumn ofBooleans() {
      return table.add(new BooleanColumn(this));
    }

    /** Adds a column of days. */
    public DateColumn ofDates() {
      return table.add(new DateColumn(this));
    }

    /** Adds a column of measures. */
    public DoubleColumn ofDoubles() {
      return table.add(new DoubleColumn(this));
    }

    /** Adds a column of counts, positions or sizes. */
    public LongColumn ofLongs() {
      return table.add(new LongColumn(this));
    }

    /** Adds a column of texts. */
    public StringColumn ofStrings() {
      return table.add(new StringColumn(this));
    }

    /**
     * Adds a column of lists of texts.
     *
     * @throws IllegalArgumentException if it is part of the key, or may be null
     */
    public StringListColumn ofStringLists() {
      return table.add(new StringListColumn(this));
    }
  }
}
