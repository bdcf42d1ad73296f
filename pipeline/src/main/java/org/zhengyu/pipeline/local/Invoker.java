package org.zhengyu.pipeline.local;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.MethodWithExtraParameters;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.Parameter;
import org.apache.beam.sdk.util.UserCodeException;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Calls the methods of functions of one class. Beam makes a class for that, for each class of
 * functions, which takes a tenth of a small run; Java's reflection does as much once a method has
 * been called often enough.
 */
final class Invoker {
  /** What a parameter stands for. */
  @FunctionalInterface
  interface Arguments {
    /**
     * The value for a parameter.
     *
     * @throws UnsupportedOperationException if there is none of its kind
     */
    @Nullable Object of(Parameter parameter);
  }

  private final DoFnSignature signature;

  Invoker(DoFnSignature signature) {
    this.signature = signature;
    prepare(signature.setup());
    prepare(signature.processElement());
    prepare(signature.teardown());
  }

  private static void prepare(@Nullable MethodWithExtraParameters method) {
    if (method != null) {
      method.targetMethod().setAccessible(true);
    }
  }

  void setUp(DoFn<?, ?> fn, Arguments arguments) {
    invoke(signature.setup(), fn, arguments);
  }

  void process(DoFn<?, ?> fn, Arguments arguments) {
    invoke(signature.processElement(), fn, arguments);
  }

  void tearDown(DoFn<?, ?> fn, Arguments arguments) {
    invoke(signature.teardown(), fn, arguments);
  }

  private static void invoke(
      @Nullable MethodWithExtraParameters method, DoFn<?, ?> fn, Arguments arguments) {
    if (method == null) {
      return;
    }
    Method target = method.targetMethod();
    List<Parameter> parameters = method.extraParameters();
    Object[] values = new Object[parameters.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.of(parameters.get(i));
    }
    try {
      target.invoke(fn, values);
    } catch (InvocationTargetException e) {
      throw UserCodeException.wrap(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(target + " was made accessible", e);
    }
  }
}
