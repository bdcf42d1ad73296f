package org.zhengyu.pipeline.engine;

/**
 * How much there is to do; 0 stands for what is not known.
 *
 * @param textBytes about how many bytes of text all input splits hold
 * @param splits the input splits
 * @param buckets the buckets of all tables, at most
 */
public record Workload(long textBytes, int splits, long buckets) {}
