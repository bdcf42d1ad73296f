package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * A key and the pairs of it, whose values are read anew at each look where they lie in a file.
   */
  private record Entry(@Nullable Object key, List<Kept> pairs) implements Iterable<Object> {
    @Override
    public Iterator<Object> iterator() {
      return pairs.stream().map(Entry::value).iterator();
    }

    private static Object value(Kept pair) {
      return ((KV<?, ?>) pair.value()).getValue();
    }
  }

  Outlet output() {
    return output;
  }

  @Override
  @SuppressWarnings("unchecked")
  void accept(Element element) {
    KV<K, Object> pair = (KV<K, Object>) element.value();
    Object sameness = keyCoder.structuralValue(pair.getKey());
    Kept kept = element.keep();
    synchronized (this) {
      entries
          .computeIfAbsent(sameness, key -> new Entry(pair.getKey(), new ArrayList<>()))
          .pairs()
          .add(kept);
    }
  }

  @Override
  Set<Step> lastReaders() {
    return output.lastReaders();
  }

  @Override
  synchronized List<Runnable> rest() {
    List<Runnable> tasks = new ArrayList<>();
    for (Entry entry : entries.values()) {
      tasks.add(() -> output.put(KV.of(entry.key(), entry)));
    }
    entries = Map.of();
    return tasks;
  }
}
