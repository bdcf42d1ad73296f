package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A collection: what its step puts out goes to all steps that read it. */
final class Outlet {
  private final Step producer;
  private final List<Step> readers = new ArrayList<>();

  Outlet(Step producer) {
    this.producer = producer;
  }

  void to(Step reader) {
    readers.add(reader);
    reader.await(producer, reader::ended);
  }

  void put(@Nullable Object element) {
    for (Step reader : readers) {
      reader.accept(element);
    }
  }
}
