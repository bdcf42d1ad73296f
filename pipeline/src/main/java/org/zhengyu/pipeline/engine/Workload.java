package org.zhengyu.pipeline.engine;

import org.zhengyu.transforms.SegmentDocuments;

/**
 * How much there is to do, and where there is room for it; 0 stands for what is not known.
 *
 * @param textBytes about how many bytes of text all input splits hold
 * @param splits the input splits
 * @param buckets the buckets of all tables, at most
 * @param folder the path or URI of a folder in which a run may have files while it runs
 */
public record Workload(long textBytes, int splits, long buckets, String folder) {
  /** The name under which the pipeline applies {@link SegmentDocuments}. */
  public static final String SEGMENTATION = "SegmentDocuments";

  /** The full name of the step that takes the splits, one by one. */
  public static final String SEGMENTATION_STEP = SEGMENTATION + "/" + SegmentDocuments.STEP;
}
