package org.zhengyu.output;

/** A column of lists of texts. */
public final class StringListColumn extends Column {

  StringListColumn(Builder builder) {
    super(Type.STRING_LIST, builder);
    if (isKey() || isNullable()) {
      throw new IllegalArgumentException(this + " is a list: no part of a key, and never null");
    }
  }
}
