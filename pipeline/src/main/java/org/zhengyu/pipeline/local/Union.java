package org.zhengyu.pipeline.local;

import org.checkerframework.checker.nullness.qual.Nullable;

/** Hands on the elements of all its inputs. */
final class Union extends Step {
  private final Outlet output = new Outlet(this);

  Union(LocalRun run) {
    super(run);
  }

  Outlet output() {
    return output;
  }

  @Override
  void accept(@Nullable Object element) {
    output.put(element);
  }
}
