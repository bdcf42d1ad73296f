package org.zhengyu.pipeline.engine;

/**
 * How much there is to do.
 *
 * @param textBytes about how many bytes of text all work units hold
 * @param units the work units
 * @param buckets the buckets of all tables, at most; 0 before the pipeline is built
 */
public record Workload(long textBytes, int units, long buckets) {}
