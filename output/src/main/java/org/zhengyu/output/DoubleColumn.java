package org.zhengyu.output;

/** A column of measures. */
public final class DoubleColumn extends Column {

  DoubleColumn(Builder builder) {
    super(Type.DOUBLE, builder);
  }
}
