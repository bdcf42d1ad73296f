package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.Materializations;
import org.apache.beam.sdk.transforms.ViewFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Gathers the elements of a side input; what is made of them is made once, when it is asked for.
 */
final class SideInput extends Step {
  private final Outlet output = new Outlet(this);
  private final ViewFn<Materializations.IterableView<Object>, ?> view;
  private final List<Object> elements = new ArrayList<>();
  private boolean isMade;
  private @Nullable Object value;

  // Beam calls deprecated what is there for runners alone.
  @SuppressWarnings({"deprecation", "unchecked"})
  SideInput(LocalRun run, PCollectionView<?> view) {
    super(run);
    String form = view.getViewFn().getMaterialization().getUrn();
    if (!form.equals(Materializations.ITERABLE_MATERIALIZATION_URN)) {
      throw new UnsupportedOperationException("a side input in the form " + form);
    }
    this.view = (ViewFn<Materializations.IterableView<Object>, ?>) view.getViewFn();
  }

  /** The elements, too, are a collection, though hardly anything reads them. */
  Outlet output() {
    return output;
  }

  @Override
  void accept(Element element) {
    synchronized (this) {
      elements.add(element.value());
    }
    output.handOn(element);
  }

  @Override
  Set<Step> lastReaders() {
    return output.lastReaders();
  }

  /** What functions see of it, once this has ended. */
  synchronized @Nullable Object value() {
    if (!isMade) {
      value = view.apply(() -> elements);
      isMade = true;
    }
    return value;
  }
}
