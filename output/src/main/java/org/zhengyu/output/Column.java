package org.zhengyu.output;

import java.io.Serializable;
import java.util.Objects;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;

/**
 * One column of a {@link Table}.
 *
 * @param name the column's name, in snake case
 * @param type what its values are
 * @param nullable whether a row may leave it without a value
 */
public record Column(String name, Type type, boolean nullable) implements Serializable {

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
    BOOLEAN
  }

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  PrimitiveType parquetType() {
    return switch (type) {
      case STRING ->
          field(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
      case DATE -> field(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case INT64 -> field(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> field(PrimitiveTypeName.DOUBLE).named(name);
      case BOOLEAN -> field(PrimitiveTypeName.BOOLEAN).named(name);
    };
  }

  private PrimitiveBuilder<PrimitiveType> field(PrimitiveTypeName stored) {
    return nullable ? Types.optional(stored) : Types.required(stored);
  }
}
