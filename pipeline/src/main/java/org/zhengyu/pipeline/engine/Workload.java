package org.zhengyu.pipeline.engine;

/**
 * How much there is to do; 0 stands for what is not known.
 *
 * @param textBytes about how many bytes of text all work units hold
 * @param units the work units
 * @param buckets the buckets of all tables, at most
 */
public record Workload(long textBytes, int units, long buckets) {}
