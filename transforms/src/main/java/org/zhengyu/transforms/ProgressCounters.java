package org.zhengyu.transforms;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/** The counters by which a run shows how far it is. */
public final class ProgressCounters {
  /** The namespace of all of them. */
  public static final String NAMESPACE = "progress";

  /** Documents segmented. */
  public static final String DOCUMENTS = "documents";

  /** Code points segmented. */
  public static final String CHARACTERS = "characters";

  /** Bytes of text of the slices that were segmented, as the plan weighs them. */
  public static final String BYTES = "bytes";

  private ProgressCounters() {}

  static Counter of(String name) {
    return Metrics.counter(NAMESPACE, name);
  }
}
