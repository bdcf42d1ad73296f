package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A transform at work. It takes the elements of its inputs, from any thread, hands on what it makes
 * of them, and has ended when all steps before it have and its own tasks are through.
 */
abstract class Step {
  private final LocalRun run;

  /** Steps before this one and tasks of its own that have not ended. */
  private final AtomicInteger awaited = new AtomicInteger(1);

  private final List<Runnable> afterwards = new ArrayList<>();

  Step(LocalRun run) {
    this.run = run;
  }

  /** Takes an element of an input. */
  abstract void accept(Element element);

  /** To whom it hands on elements that it was given, or a way to them. */
  Set<Step> lastReaders() {
    return Set.of();
  }

  /**
   * Does what waits for the end of all inputs; with tasks, if any, this has not ended yet. It is
   * asked again after these.
   *
   * @return the tasks, none if there is nothing left to do
   */
  List<Runnable> rest() {
    return List.of();
  }

  /** Frees what functions hold, after the run. */
  void tearDown() {}

  /** Has this wait for the end of a step before it, which tells so by the call. */
  final void await(Step before, Runnable call) {
    awaited.incrementAndGet();
    before.afterwards(call);
  }

  /** Has this call made when it has ended. */
  final void afterwards(Runnable call) {
    afterwards.add(call);
  }

  /** All steps are built: this one ends when those before it have. */
  final void start() {
    ended();
  }

  /** Has workers do these tasks before this step ends. */
  final void begin(List<Runnable> tasks) {
    awaited.addAndGet(tasks.size());
    for (Runnable task : tasks) {
      run.begin(
          () -> {
            task.run();
            ended();
          });
    }
  }

  /** One of those that are awaited has ended. */
  final void ended() {
    if (awaited.decrementAndGet() > 0) {
      return;
    }
    List<Runnable> rest = rest();
    if (!rest.isEmpty()) {
      begin(rest);
      return;
    }
    afterwards.forEach(Runnable::run);
    run.stepEnded();
  }
}
