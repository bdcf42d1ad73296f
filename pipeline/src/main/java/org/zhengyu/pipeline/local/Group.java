package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.values.KV;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Gathers the values of each key, and when all are there puts out the keys, each in a task of its
 * own. Keys are the same if their coder says so.
 */
final class Group<K> extends Step {
  private final Coder<K> keyCoder;
  private final Outlet output = new Outlet(this);
  private Map<Object, Entry> entries = new LinkedHashMap<>();

  Group(LocalRun run, Coder<K> keyCoder) {
    super(run);
    this.keyCoder = keyCoder;
  }

  private record Entry(@Nullable Object key, List<Object> values) {}

  Outlet output() {
    return output;
  }

  @Override
  @SuppressWarnings("unchecked")
  void accept(@Nullable Object element) {
    KV<K, Object> pair = (KV<K, Object>) element;
    Object sameness = keyCoder.structuralValue(pair.getKey());
    synchronized (this) {
      entries
          .computeIfAbsent(sameness, key -> new Entry(pair.getKey(), new ArrayList<>()))
          .values()
          .add(pair.getValue());
    }
  }

  @Override
  synchronized List<Runnable> rest() {
    List<Runnable> tasks = new ArrayList<>();
    for (Entry entry : entries.values()) {
      tasks.add(() -> output.put(KV.of(entry.key(), entry.values())));
    }
    entries = Map.of();
    return tasks;
  }
}
