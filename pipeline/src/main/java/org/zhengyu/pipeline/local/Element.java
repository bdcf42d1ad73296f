package org.zhengyu.pipeline.local;

import org.checkerframework.checker.nullness.qual.Nullable;

/** An element on its way through steps, in one thread. */
final class Element {
  private final @Nullable Object value;
  private final Shelf shelf;
  private @Nullable Kept kept;

  Element(@Nullable Object value, Shelf shelf) {
    this.value = value;
    this.shelf = shelf;
  }

  @Nullable Object value() {
    return value;
  }

  /** Keeps it for later, once for all steps that ask for it. */
  Kept keep() {
    if (kept == null) {
      kept = shelf.keep(value);
    }
    return kept;
  }
}
