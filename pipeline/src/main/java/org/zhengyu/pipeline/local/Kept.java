package org.zhengyu.pipeline.local;

import org.checkerframework.checker.nullness.qual.Nullable;

/** An element that lies between two steps. */
@FunctionalInterface
interface Kept {
  /** The element; one that is equal to it at each call where it lies in a file. */
  @Nullable Object value();
}
