package org.zhengyu.pipeline.local;

import java.util.Set;

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
  void accept(Element element) {
    output.handOn(element);
  }

  @Override
  Set<Step> lastReaders() {
    return output.lastReaders();
  }
}
