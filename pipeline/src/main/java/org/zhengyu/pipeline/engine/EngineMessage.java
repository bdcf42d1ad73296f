package org.zhengyu.pipeline.engine;

import org.zhengyu.pipeline.wording.Bundled;

/** What is said of a runner: how far it is, and why it cannot do what is asked for. */
public enum EngineMessage implements Bundled {
  /** So many documents are segmented, at so many characters a second. */
  SEGMENTING,
  /** All documents are segmented, and of the second, files of tables, the first are written. */
  WRITING,
  /** Of splits, how many are segmented; of steps, how many are done. */
  STEPS,

  /** At least the first, not the second. */
  TOO_FEW_WORKERS,
  /** It is no folder of this machine that can be written to. */
  NO_FOLDER,
  /** Another runner does it. */
  CHECKED_BY_DIRECT,
  /** Documents, megabytes of text, of the largest, of metadata, that are needed, that there are. */
  HEAP_TOO_SMALL,
  /** Megabytes that metadata takes, that are needed for it, that there are; gigabytes. */
  METADATA_TOO_LARGE,
  /** So many gigabytes would do. */
  MORE_HEAP,
  /** For the reason given, Flink runs it. */
  RUNS_ON_FLINK,
  /** Flink needs so many megabytes outside the heap and may take so many. */
  DIRECT_MEMORY_TOO_SMALL,
  /** Dataflow wants this option. */
  REQUIRED_BY_DATAFLOW,
  /** A template cannot complete a result. */
  NO_TEMPLATE,
  /** This output is none that the workers of Dataflow can write to. */
  OUTPUT_NOT_IN_CLOUD,
  /** At this address no cluster of Flink answers, for the second reason. */
  NO_CLUSTER,
  /** At this address is a cluster without slots. */
  NO_SLOTS,
  /** The jar for a cluster is not at this place. */
  NO_JOB_JAR
}
