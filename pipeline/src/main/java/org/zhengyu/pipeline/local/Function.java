package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFnOutputReceivers;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.Parameter;
import org.apache.beam.sdk.transforms.reflect.DoFnSignatures;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Calls a function with each element: at once, or in a task of its own if it came before the side
 * inputs. The function of the pipeline is used itself, and copied only while it is at work for
 * another element; so whatever of it is not transient stays as it was built.
 */
final class Function extends Step {
  private final PipelineOptions options;
  private final DoFn<Object, Object> original;
  private final TupleTag<Object> mainTag;
  private final Map<TupleTag<?>, Outlet> outputs = new HashMap<>();
  private final Map<PCollectionView<?>, SideInput> sideInputs = new HashMap<>();
  private final AtomicBoolean isOriginalTaken = new AtomicBoolean();
  private final Queue<DoFn<Object, Object>> idle = new ConcurrentLinkedQueue<>();
  private final Invoker invoker;

  private final AtomicInteger sideInputsAwaited = new AtomicInteger();
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile boolean isReady = true;

  @SuppressWarnings("unchecked")
  Function(LocalRun run, ParDo.MultiOutput<?, ?> transform, PipelineOptions options) {
    super(run);
    this.options = options;
    this.original = (DoFn<Object, Object>) transform.getFn();
    this.mainTag = (TupleTag<Object>) transform.getMainOutputTag();
    DoFnSignature signature = DoFnSignatures.signatureForDoFn(original);
    requireKnown(signature);
    this.invoker = new Invoker(signature);
  }

  private static void requireKnown(DoFnSignature signature) {
    if (signature.usesState()
        || signature.usesTimers()
        || signature.processElement().isSplittable()
        || signature.startBundle() != null
        || signature.finishBundle() != null
        || signature.onWindowExpiration() != null) {
      throw new UnsupportedOperationException(
          "state, timers, bundles or restrictions of " + signature.fnClass().getName());
    }
  }

  Outlet output(TupleTag<?> tag) {
    return outputs.computeIfAbsent(tag, key -> new Outlet(this));
  }

  void reads(PCollectionView<?> view, SideInput sideInput) {
    sideInputs.put(view, sideInput);
    sideInputsAwaited.incrementAndGet();
    isReady = false;
    await(sideInput, this::sideInputEnded);
  }

  private void sideInputEnded() {
    if (sideInputsAwaited.decrementAndGet() == 0) {
      synchronized (waiting) {
        isReady = true;
        begin(waiting);
        waiting.clear();
      }
    }
    ended();
  }

  @Override
  void accept(Element element) {
    if (!isReady) {
      Kept kept = element.keep();
      synchronized (waiting) {
        if (!isReady) {
          waiting.add(() -> process(kept.value()));
          return;
        }
      }
    }
    process(element.value());
  }

  private void process(@Nullable Object element) {
    DoFn<Object, Object> fn = idle.poll();
    if (fn == null) {
      fn =
          isOriginalTaken.compareAndSet(false, true) ? original : SerializableUtils.clone(original);
      invoker.setUp(fn, this::argument);
    }
    Call call = new Call(fn, element);
    invoker.process(fn, parameter -> argument(parameter, call));
    idle.add(fn);
  }

  @Override
  void tearDown() {
    idle.forEach(fn -> invoker.tearDown(fn, this::argument));
  }

  /**
   * What a function asks of its surroundings by a parameter, while it is called with an element.
   */
  private @Nullable Object argument(Parameter parameter, Call call) {
    if (parameter instanceof Parameter.ProcessContextParameter) {
      return call;
    }
    if (parameter instanceof Parameter.ElementParameter) {
      return call.element();
    }
    if (parameter instanceof Parameter.OutputReceiverParameter) {
      return DoFnOutputReceivers.windowedReceiver(call, mainTag);
    }
    if (parameter instanceof Parameter.TaggedOutputReceiverParameter) {
      return DoFnOutputReceivers.windowedMultiReceiver(call);
    }
    return argument(parameter);
  }

  /** What it may ask at any time. */
  private Object argument(Parameter parameter) {
    if (parameter instanceof Parameter.PipelineOptionsParameter) {
      return options;
    }
    throw new UnsupportedOperationException(
        "a parameter of " + original.getClass().getName() + ": " + parameter);
  }

  /** A call of the function. No element has a time, and all are in one window. */
  private final class Call extends DoFn<Object, Object>.ProcessContext {
    private final @Nullable Object element;

    Call(DoFn<Object, Object> fn, @Nullable Object element) {
      fn.super();
      this.element = element;
    }

    @Override
    public @Nullable Object element() {
      return element;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T sideInput(PCollectionView<T> view) {
      SideInput sideInput = sideInputs.get(view);
      if (sideInput == null) {
        throw new IllegalArgumentException("not a side input of this function: " + view);
      }
      return (T) sideInput.value();
    }

    @Override
    public Instant timestamp() {
      return BoundedWindow.TIMESTAMP_MIN_VALUE;
    }

    @Override
    public PaneInfo pane() {
      return PaneInfo.NO_FIRING;
    }

    @Override
    public PipelineOptions getPipelineOptions() {
      return options;
    }

    @Override
    public void output(Object element) {
      output(mainTag, element);
    }

    @Override
    public void outputWithTimestamp(Object element, Instant timestamp) {
      output(mainTag, element);
    }

    @Override
    public void outputWindowedValue(
        Object element,
        Instant timestamp,
        Collection<? extends BoundedWindow> windows,
        PaneInfo pane) {
      output(mainTag, element);
    }

    @Override
    public <T> void output(TupleTag<T> tag, T element) {
      Outlet output = outputs.get(tag);
      if (output == null) {
        throw new IllegalArgumentException("not an output of this function: " + tag);
      }
      output.put(element);
    }

    @Override
    public <T> void outputWithTimestamp(TupleTag<T> tag, T element, Instant timestamp) {
      output(tag, element);
    }

    @Override
    public <T> void outputWindowedValue(
        TupleTag<T> tag,
        T element,
        Instant timestamp,
        Collection<? extends BoundedWindow> windows,
        PaneInfo pane) {
      output(tag, element);
    }
  }
}
