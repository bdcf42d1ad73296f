package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.coders.Coder;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A collection: what its step puts out goes to all steps that read it, and lies on its shelf until
 * the last of them has taken it.
 */
final class Outlet {
  private final Step producer;
  private final List<Step> readers = new ArrayList<>();
  private @Nullable Shelf shelf;

  Outlet(Step producer) {
    this.producer = producer;
  }

  void to(Step reader) {
    readers.add(reader);
    reader.await(producer, reader::ended);
  }

  /** All readers are known, and they have known readers. */
  void build(Room room, Coder<?> coder) {
    Shelf built = new Shelf(room, coder);
    Set<Step> last = lastReaders();
    AtomicInteger left = new AtomicInteger(last.size());
    for (Step reader : last) {
      reader.afterwards(
          () -> {
            if (left.decrementAndGet() == 0) {
              built.clear();
            }
          });
    }
    shelf = built;
  }

  /** Who may ask for an element: those who read it, and those to whom they only hand it on. */
  Set<Step> lastReaders() {
    Set<Step> last = new LinkedHashSet<>(readers);
    for (Step reader : readers) {
      last.addAll(reader.lastReaders());
    }
    return last;
  }

  /** A new element. */
  void put(@Nullable Object value) {
    handOn(new Element(value, shelf));
  }

  /** An element of another collection that is one of this, too. */
  void handOn(Element element) {
    for (Step reader : readers) {
      reader.accept(element);
    }
  }
}
