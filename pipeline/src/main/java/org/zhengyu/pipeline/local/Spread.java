package org.zhengyu.pipeline.local;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Hands on each element in a task of its own, so that several workers share what follows. */
final class Spread extends Step {
  private final Outlet output = new Outlet(this);

  Spread(LocalRun run) {
    super(run);
  }

  Outlet output() {
    return output;
  }

  @Override
  void accept(@Nullable Object element) {
    begin(List.of(() -> output.put(element)));
  }
}
