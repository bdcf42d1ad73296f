package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.List;

/** Puts out elements that are known before the run, each in a task of its own. */
final class Known extends Step {
  private final Outlet output = new Outlet(this);
  private List<Runnable> tasks = new ArrayList<>();

  Known(LocalRun run, Iterable<?> elements) {
    super(run);
    elements.forEach(element -> tasks.add(() -> output.put(element)));
  }

  Outlet output() {
    return output;
  }

  @Override
  void accept(Element element) {
    throw new IllegalStateException("has no input");
  }

  @Override
  List<Runnable> rest() {
    List<Runnable> all = tasks;
    tasks = List.of();
    return all;
  }
}
