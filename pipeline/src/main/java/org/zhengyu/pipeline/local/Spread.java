package org.zhengyu.pipeline.local;

import java.util.List;
import java.util.Set;

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
  void accept(Element element) {
    begin(List.of(() -> output.put(element.value())));
  }

  @Override
  Set<Step> lastReaders() {
    return output.lastReaders();
  }
}
