package org.zhengyu.transforms.parse;

import java.time.Duration;

/**
 * What a parser process may use for one document. These are a net far above what documents take, so
 * that rows do not depend on how fast a machine is.
 *
 * @param time from the question to the answer
 * @param heapMegabytes the heap of the process
 */
record ParserLimits(Duration time, int heapMegabytes) {
  /** Those of every run. */
  static final ParserLimits DEFAULT = new ParserLimits(Duration.ofMinutes(2), 1024);
}
