package org.zhengyu.output;

/** A column of texts. */
public final class StringColumn extends Column {

  StringColumn(Builder builder) {
    super(Type.STRING, builder);
  }
}
