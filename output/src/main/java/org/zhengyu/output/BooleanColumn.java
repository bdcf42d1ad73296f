package org.zhengyu.output;

/** A column of truth values. */
public final class BooleanColumn extends Column {

  BooleanColumn(Builder builder) {
    super(Type.BOOLEAN, builder);
  }
}
